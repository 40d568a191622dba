import type { Language } from '../../core/choices.ts';
import { kinds } from '../../core/kinds.ts';
import { reportOf } from '../../documents/report/report-compute.ts';
import { inspectWords } from '../../figures/inspected-words.ts';
import { kpis } from '../../kpis/index.ts';
import { groups, type Kpi } from '../../kpis/kpi.ts';
import { csvText } from '../../page/csv-text.ts';
import { jsonText } from '../../page/json-text.ts';
import { words } from '../../page/page-words.ts';
import { recordFields } from '../../records/index.ts';
import { languageOf } from '../options/language.ts';
import type { RunOptions } from '../options/parse.ts';
import { type Io, inColor } from '../process/io.ts';
import { readBy, reportSettings, settingsFor } from '../run/reading.ts';
import { refuseRejects } from '../run/too-many-rejects.ts';
import { formatCsv, formatData, formatTable } from './list-formats.ts';
import { missingCsv, missingData, missingIn, missingTable } from './list-missing.ts';
import { columns } from './list-text.ts';
import { listWords } from './list-words.ts';

/** `kpi list`: what can be computed; with `--fields`, what a file may hold; with `--formats`, which exports are known. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const { format = 'table', lang = languageOf(io.env) } = options;
  const bold = (text: string) => (inColor(io, 'out', options.color !== false) ? `\u001b[1m${text}\u001b[22m` : text);
  if (options.missing === true) return await listMissing(args, options, io, lang, bold);
  const supplied = args.length === 0 ? null : await suppliedBy(args, options, io);
  const chosen = kpis.filter(
    ({ id, group }) => (options.group?.includes(group) ?? true) && (supplied?.has(id) ?? true),
  );
  const lists = {
    kpis: { table: () => kpiTable(chosen, lang, bold), json: () => kpiData(chosen), csv: () => kpiCsv(chosen) },
    fields: { table: () => fieldTable(lang, bold), json: fieldData, csv: fieldCsv },
    formats: { table: () => formatTable(lang, bold), json: formatData, csv: formatCsv },
  };
  const printed = options.formats ? lists.formats : options.fields ? lists.fields : lists.kpis;
  const text = format === 'json' ? `${jsonText(printed.json())}\n` : printed[format]();
  await io.out(text);
  return 0;
}

/** What the KPIs that the files do not supply wait for. */
async function listMissing(
  args: readonly string[],
  options: RunOptions,
  io: Io,
  lang: Language,
  bold: (text: string) => string,
): Promise<number> {
  const { report, read, settings } = await reportOfAll(
    args,
    options,
    io,
    kpis.map(({ id }) => id),
  );
  const missing = missingIn(report.kpis, read, settings.options).filter(
    ({ kpi }) => options.group?.includes(kpi.group) ?? true,
  );
  const { format = 'table' } = options;
  const texts = {
    table: () => missingTable(missing, lang, bold),
    json: () => `${jsonText(missingData(missing))}\n`,
    csv: () => missingCsv(missing),
  };
  await io.out(texts[format]());
  return 0;
}

/** The KPIs that the given files can supply. */
async function suppliedBy(args: readonly string[], options: RunOptions, io: Io): Promise<ReadonlySet<string>> {
  const { report } = await reportOfAll(args, options, io, null);
  return new Set(report.kpis.map(({ id }) => id));
}

/** The report of the whole span; without ids, of the KPIs that the files supply. */
async function reportOfAll(
  args: readonly string[],
  { group: _, ...options }: RunOptions,
  io: Io,
  ids: readonly string[] | null,
) {
  // The question is what the files allow, whatever reports show by the configuration.
  const settings = { ...(await settingsFor({ ...options, period: 'all' }, io)), kpis: ids, groups: null };
  const reading = { ...(await readBy(args, settings, io)), currency: null };
  refuseRejects(reading.read, settings);
  const report = await reportOf(reading.read, { ...reportSettings(reading), kpis: ids, compare: [] }, kpis);
  return { report, read: reading.read, settings };
}

const better = { up: '↑', down: '↓', flat: ' ' } as const;
function kpiTable(chosen: readonly Kpi[], lang: Language, bold: (text: string) => string): string {
  const { units, groups: headings } = words[lang];
  const rows = columns(
    chosen.map(({ id, unit, direction, label }) => [id, units[unit], better[direction], label[lang]]),
  );
  return groups
    .flatMap((group) => {
      const own = rows.filter((_, at) => chosen[at]?.group === group);
      return own.length === 0 ? [] : [`${[bold(headings[group]), ...own.map((row) => `  ${row}`)].join('\n')}\n`];
    })
    .join('\n');
}

function kpiData(chosen: readonly Kpi[]) {
  const rows = chosen.map(({ id, label, aliases = [], group, unit, direction, doc, nulls, source }) => ({
    ...{ id, label: label.en, aliases, group, unit, direction, doc: doc.en },
    ...{ nulls: nulls?.en ?? null, source: source ?? null },
  }));
  return { schema: 'kpi-list/1', kpis: rows };
}

function kpiCsv(chosen: readonly Kpi[]): string {
  const rows = chosen.map(({ id, label, group, unit, direction, doc }) => [
    ...[id, label.en, group, unit, direction],
    doc.en,
  ]);
  return csvText([['id', 'label', 'group', 'unit', 'direction', 'doc'], ...rows]);
}

const fieldData = () => ({
  schema: 'kpi-fields/1',
  kinds: kinds.map((kind) => ({
    kind,
    fields: [...recordFields(kind)].map(([name, { type, required, doc, names }]) => ({
      name,
      type,
      required,
      doc: doc.en,
      names,
    })),
  })),
});

function fieldTable(lang: Language, bold: (text: string) => string): string {
  const say = listWords[lang];
  const { types } = inspectWords[lang];
  return kinds
    .map((kind) => {
      const rows = [...recordFields(kind)].map(([name, { type, required, doc, names }]) => [
        name,
        types[type],
        required ? say.required : '',
        names.length === 0 ? doc[lang] : `${doc[lang]} ${say.also(names.join(', '))}`,
      ]);
      return `${[bold(say.kind(kind)), ...columns(rows).map((row) => `  ${row}`)].join('\n')}\n`;
    })
    .join('\n');
}

function fieldCsv(): string {
  const rows = fieldData().kinds.flatMap(({ kind, fields }) =>
    fields.map(({ name, type, required, doc, names }) => [kind, name, type, String(required), doc, names.join(', ')]),
  );
  return csvText([['kind', 'field', 'type', 'required', 'doc', 'names'], ...rows]);
}
