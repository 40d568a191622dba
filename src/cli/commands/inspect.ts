import { visible } from '../../core/visible.ts';
import { csvText } from '../../render/csv-text.ts';
import type { Paint } from '../../render/paint.ts';
import { renderRows } from '../../render/rows.ts';
import { wrap } from '../../render/text.ts';
import { type Inspected, inspected } from '../../report/inspect.ts';
import { fileWarnings } from '../../report/warnings.ts';
import type { Io } from '../io.ts';
import type { RunOptions } from '../parse.ts';
import { allWarnings, readFilesOf, refuseRejects, tellWarnings } from '../reading.ts';
import { shownValue } from '../rejects.ts';

/** `kpi inspect`: what each file is, its plan, its row accounting and its date span; no KPIs. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const reading = await readFilesOf(args, options, io);
  const { settings, read } = reading;
  const files = inspected(read);
  const format = options.format ?? 'table';
  if (format === 'json') {
    await io.out(`${JSON.stringify({ schema: 'kpi-inspect/1', files: files.map(data) }, null, 2)}\n`);
  } else if (format === 'csv') {
    await io.out(csvText([['path', 'format', 'kind', 'field', 'from', 'approx'], ...files.flatMap(planRows)]));
  } else {
    const texts = files.map((file, index) =>
      fileText(file, read.files[index]!.account.rejects, io.width, settings.paint.out),
    );
    await io.out(`${texts.join('\n')}`);
  }
  await tellWarnings(allWarnings(reading, fileWarnings(read)), settings, io);
  refuseRejects(read, settings);
  return 0;
}

const data = ({ file, title, encoding, shape, tables }: Inspected) => ({ ...file, title, encoding, shape, tables });

const planRows = ({ file, tables }: Inspected): string[][] =>
  tables.flatMap(({ kind, fields }) =>
    fields.map(({ field, from, approx }) => [file.path, file.format, kind, field, from, String(approx)]),
  );

type Rejects = readonly {
  readonly record: number;
  readonly column: string;
  readonly reason: string;
  readonly value: string;
}[];

function fileText(
  { file, title, encoding, shape, tables }: Inspected,
  rejects: Rejects,
  width: number,
  paint: Paint,
): string {
  const account = (['accepted', 'skipped', 'superseded', 'rejected'] as const)
    .filter((part) => file[part] > 0)
    .map((part) => `${file[part]} ${part}`);
  const span = file.first === null ? 'no dates' : `${file.first} to ${file.last}`;
  const counts = Object.entries(file.counts).filter(([, rows]) => rows > 0);
  const lines = [
    paint.bold(visible(file.path)),
    `  ${title} (${file.format})`,
    `  ${shape}; ${encoding}; ${span}`,
    `  ${file.read} rows: ${account.join(', ') || 'none'}${counts.map(([name, rows]) => `; ${rows} ${name}`).join('')}`,
  ];
  for (const table of tables) {
    const notes = [
      ...(table.period === null ? [] : [`the table is of ${table.period}`]),
      ...(table.taxes === null ? [] : [`prices of orders that do not tell: tax ${table.taxes}`]),
    ];
    const rows = table.fields.map(({ field, from, approx }) => [approx ? `${field} ~` : field, from]);
    const grid = renderRows(rows, {
      head: [`${table.kind}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`, 'from'],
      width: width - 2,
      paint,
    });
    lines.push(
      '',
      ...grid
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    );
    if (table.unused.length > 0) {
      lines.push(
        ...wrap(`not read: ${visible(shortList(table.unused))}`, width - 2, 2).map((line) => paint.dim(`  ${line}`)),
      );
    }
  }
  if (rejects.length > 0) {
    const rows = rejects
      .slice(0, 10)
      .map(({ record, column, reason, value }) => [
        String(record),
        column,
        reason.replaceAll('_', ' '),
        shownValue(column, value),
      ]);
    const grid = renderRows(rows, { head: ['record', 'column', 'reason', 'value'], width: width - 2, paint });
    lines.push(
      '',
      ...grid
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    );
    if (rejects.length > 10) lines.push(paint.dim(`  … and ${rejects.length - 10} more; all of them: --rejects FILE`));
  }
  return `${lines.join('\n')}\n`;
}

const shortList = (names: readonly string[]): string =>
  names.length > 12 ? `${names.slice(0, 12).join(', ')}, … (${names.length} columns)` : names.join(', ');
