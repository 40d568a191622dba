import { rejectText } from '../../core/reject-words.ts';
import { visible } from '../../core/visible.ts';
import { type Inspected, inspected } from '../../figures/inspected.ts';
import { fileWarnings } from '../../figures/warnings.ts';
import { csvText } from '../../page/csv-text.ts';
import { jsonText, membersOf } from '../../page/json-text.ts';
import { renderRows } from '../../page/row-table.ts';
import { wrap } from '../../page/text-width.ts';
import type { RunOptions } from '../options/parse.ts';
import type { Settings } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { readBy, settingsFor } from '../run/reading.ts';
import { shownInMessage } from '../run/rejects.ts';
import { allWarnings, tellWarnings } from '../run/run-warnings.ts';
import { refuseRejects } from '../run/too-many-rejects.ts';
import { inspectWords } from './inspect-words.ts';

/** `kpi inspect`: what each file is, its plan, its row accounting and its date span; no KPIs. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const reading = await readBy(args, await settingsFor(options, io), io);
  const { settings, read } = reading;
  const format = options.format ?? 'table';
  // For programs the words do not change.
  const files = inspected(read, format === 'table' ? settings.lang : 'en');
  if (format === 'json') {
    await io.out(`${jsonText({ schema: 'kpi-inspect/1', files: files.map(data) })}\n`);
  } else if (format === 'csv') {
    await io.out(csvText([['path', 'format', 'kind', 'field', 'from', 'approx'], ...files.flatMap(planRows)]));
  } else {
    const texts = files.map((file, index) => fileText(file, read.files[index]!.account.rejects, io.width, settings));
    await io.out(`${texts.join('\n')}`);
  }
  await tellWarnings(allWarnings(reading, fileWarnings(read)), settings, io);
  refuseRejects(read, settings);
  return 0;
}

const data = ({ file, title, encoding, shape, tables }: Inspected) => ({
  ...file,
  title,
  encoding,
  shape,
  tables: tables.map(membersOf),
});

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
  { lang, paint: { out: paint } }: Settings,
): string {
  const say = inspectWords[lang];
  const notesOf = (notes: readonly string[]): string => notes.join(say.semicolon);
  const grid = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
    renderRows(rows, { head, width: width - 2, paint })
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`);
  const account = (['accepted', 'skipped', 'superseded', 'rejected'] as const)
    .filter((part) => file[part] > 0)
    .map((part) => say.account[part](file[part]));
  const span = file.first === null || file.last === null ? say.noDates : say.span(file.first, file.last);
  const counts = Object.entries(file.counts)
    .filter(([, rows]) => rows > 0)
    .map(([name, rows]) => say.counts[name]?.(rows) ?? `${rows} ${name}`);
  const lines = [
    paint.bold(visible(file.path)),
    `  ${title} (${file.format})`,
    `  ${notesOf([shape, encoding, span])}`,
    `  ${notesOf([say.rows(file.read, account.join(', ') || say.none), ...counts])}`,
  ];
  for (const table of tables) {
    const notes = [
      ...(table.period === null ? [] : [say.period(table.period)]),
      ...(table.taxes === null ? [] : [say.taxes[table.taxes]]),
    ];
    const rows = table.fields.map(({ field, from, approx }) => [approx ? `${field} ~` : field, from]);
    lines.push('', ...grid([`${table.kind}${notes.length > 0 ? ` (${notesOf(notes)})` : ''}`, say.from], rows));
    if (table.unused.length > 0) {
      const unused = say.unused(visible(shortList(table.unused, say.columns)));
      lines.push(...wrap(unused, width - 2, 2).map((line) => paint.dim(`  ${line}`)));
    }
  }
  if (rejects.length > 0) {
    const rows = rejects
      .slice(0, 10)
      .map(({ record, column, reason, value }) => [
        String(record),
        column,
        rejectText(reason)[lang],
        shownInMessage({ column, value, reason }),
      ]);
    const { record, column, reason, value } = say.rejects;
    lines.push('', ...grid([record, column, reason, value], rows));
    if (rejects.length > 10) lines.push(paint.dim(`  ${say.more(rejects.length - 10)}`));
  }
  return `${lines.join('\n')}\n`;
}

const shortList = (names: readonly string[], counted: (n: number) => string): string =>
  names.length > 12 ? `${names.slice(0, 12).join(', ')}, … (${counted(names.length)})` : names.join(', ');
