import { type Format, formats, type Language } from '../../core/choices.ts';
import { toDecimal } from '../../core/fraction.ts';
import { type Dimension, marks } from '../../core/kinds.ts';
import { type Explanation, explanationOf, operandsOf } from '../../figures/explanation.ts';
import type { Figure } from '../../figures/figure-model.ts';
import { fileWarnings } from '../../figures/warnings.ts';
import { measuresOf } from '../../kpis/asked-measures.ts';
import { bandsText } from '../../kpis/bands.ts';
import { formulaText } from '../../kpis/formula-text.ts';
import { kpis } from '../../kpis/index.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { kpiNames } from '../../kpis/names.ts';
import { csvText } from '../../page/csv-text.ts';
import { jsonText, membersOf } from '../../page/json-text.ts';
import { words } from '../../page/page-words.ts';
import { renderRows } from '../../page/row-table.ts';
import { wrap } from '../../page/text-width.ts';
import { filledIn } from '../options/output-names.ts';
import type { RunOptions } from '../options/parse.ts';
import { unknownKpi } from '../options/run-inputs.ts';
import type { Settings } from '../options/settings.ts';
import { refuseStrict } from '../options/strictness.ts';
import type { Io } from '../process/io.ts';
import { type Output, outputsOf, writeOutputs } from '../run/outputs.ts';
import { readAllBy, reportSettings, settingsFor } from '../run/reading.ts';
import { allWarnings, tellWarnings } from '../run/run-warnings.ts';
import { type ExplainWords, explainWords } from './explain-words.ts';

/**
 * `kpi explain`: formula, source and null rules of a KPI; with paths, or the `sources` of the configuration, the operands of
 * each period.
 */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const [id = '', ...paths] = args;
  const names = kpiNames(kpis);
  const named = names.idOf(id);
  const kpi = kpis.find((one) => one.id === named);
  if (kpi === undefined) throw unknownKpi(id, names);
  // The question is about this KPI, whatever reports show by the configuration.
  const settings: Settings = { ...(await settingsFor(options, io)), kpis: [kpi.id], groups: null };
  // Before any file is read.
  const outputs = outputsOf(options.out, settings.format, formats);
  if (paths.length === 0 && settings.sources.length === 0 && !asksFigures(options)) {
    await write(kpi, null, settings, outputs, io);
    return 0;
  }
  const reading = await readAllBy(paths, settings, io, measuresOf({ ...settings, kpis: [kpi.id], groups: null }));
  const explanation = await explanationOf(reading.read, { ...reportSettings(reading), compare: [] }, kpi);
  const warnings = allWarnings(reading, fileWarnings(reading.read));
  refuseStrict(warnings, settings);
  await write(kpi, explanation, settings, outputs, io);
  await tellWarnings(warnings, settings, io);
  return 0;
}

/** Options that ask for figures: without files they are an error, not a definition. */
const asksFigures = ({ from, to, last, all, includePartial, period, by }: RunOptions): boolean =>
  [from, to, last, period, by].some((option) => option !== undefined) || all === true || includePartial === true;

async function write(
  kpi: Kpi,
  explanation: Explanation | null,
  settings: Settings,
  outputs: readonly Output<Format>[],
  io: Io,
): Promise<void> {
  const { rows } = explanation ?? { rows: [] };
  const last = rows.findLast(({ period }) => period !== 'all') ?? rows.at(-1);
  const parts = { period: last?.period ?? null, from: rows[0]?.from ?? null, to: last?.to ?? null };
  const contents = outputs.map(({ path, format }) => {
    const content = printed(kpi, explanation, format, settings, io.width);
    return { path, content };
  });
  await writeOutputs(contents, (name) => filledIn(name, parts), io);
}

function printed(kpi: Kpi, explanation: Explanation | null, format: Format, settings: Settings, width: number): string {
  if (format === 'json') return `${jsonText(data(kpi, explanation, settings))}\n`;
  if (format === 'csv') return csvText(longRows(kpi, explanation));
  return text(kpi, explanation, settings, width);
}

/** A figure as exact text, or its reason. */
const shown = ({ value, reason }: Figure, say: ExplainWords): string =>
  value === null ? say.none(String(reason)) : typeof value === 'string' ? value : say.decimal(toDecimal(value));

function text(kpi: Kpi, explanation: Explanation | null, settings: Settings, width: number): string {
  const { lang } = settings;
  const [say, { units }] = [explainWords[lang], words[lang]];
  const paint = settings.paint.out;
  const uses = operandsOf(kpi, settings.options);
  const formula = formulaText(kpi.formula, settings.options, lang);
  const { operand, unit, meaning } = say.operands;
  const lines = [
    `${paint.bold(kpi.label[lang])}  ${paint.dim(kpi.id)}`,
    '',
    ...wrap(`${kpi.id} = ${formula}`, width - 2, 2).map((line) => `  ${line}`),
    ...(kpi.bands === undefined
      ? []
      : wrap(bandsText(kpi.bands, settings.options, lang), width - 2, 2).map((line) => `  ${line}`)),
    '',
    ...wrap(kpi.doc[lang], width),
    ...(kpi.nulls === undefined ? [] : ['', ...wrap(kpi.nulls[lang], width)]),
    ...(kpi.source === undefined ? [] : ['', say.source(kpi.source)]),
    '',
    renderRows(
      uses.map(({ id, measure }) => [id, units[measure.unit], measure.doc[lang]]),
      { head: [operand, unit, meaning], width, paint },
    ),
  ];
  if (explanation === null) return lines.join('\n');
  const dimensions = Object.keys(
    explanation.rows.find(({ dimensions: names }) => Object.keys(names).length > 0)?.dimensions ?? {},
  ) as Dimension[];
  const head = [say.period, ...dimensions.map(say.dimension), ...explanation.operands.map(({ id }) => id), kpi.id];
  const rows = explanation.rows.map(({ period, dimensions: names, operands, value }) => [
    say.named(period),
    ...dimensions.map((name) => say.named(names[name] ?? '')),
    ...operands.map((figure) => shown(figure, say)),
    [shown(value, say), ...value.marks].join(' '),
  ]);
  const money =
    [kpi.unit, ...explanation.operands.map(({ unit }) => unit)].includes('money') && explanation.currency !== null;
  lines.push(renderRows(rows, { head, width, paint }));
  const codes = codesIn(explanation, lang);
  const label = Math.max(0, ...codes.map(([code]) => code.length)) + 2;
  const notes = [
    ...(money ? wrap(say.amounts(explanation.currency), width) : []),
    ...codes.flatMap(([code, meaning]) =>
      wrap(meaning, width - label).map((line, i) => `${(i === 0 ? code : '').padEnd(label)}${line}`),
    ),
  ];
  if (notes.length > 0) lines.push(`${notes.map((line) => paint.dim(line)).join('\n')}\n`);
  const columns = ['read', 'accepted', 'skipped', 'superseded', 'rejected'] as const;
  lines.push(
    renderRows(
      explanation.files.map((file) => [file.path, file.format, ...columns.map((name) => String(file[name]))]),
      { head: [say.files.file, say.files.format, ...columns.map((name) => say.files[name])], width, paint },
    ),
  );
  return lines.join('\n');
}

/** The reasons and marks in the table, with their meanings. */
function codesIn({ rows, needs }: Explanation, lang: Language): [code: string, meaning: string][] {
  const figures = rows.flatMap(({ operands, value }) => [...operands, value]);
  const reasons = new Set(figures.flatMap(({ value, reason }) => (value === null && reason ? [reason] : [])));
  const used = new Set(rows.flatMap(({ value }) => value.marks));
  const { reasons: reasonWords, marks: markWords } = words[lang];
  return [
    ...[...reasons].map((reason): [string, string] => [
      reason,
      reason === 'missing_kind' && needs !== null
        ? [reasonWords[reason], needs[lang]].join(words[lang].colon)
        : reasonWords[reason],
    ]),
    ...marks.flatMap((mark): [string, string][] => (used.has(mark) ? [[mark, markWords[mark]]] : [])),
  ];
}

const exactly = ({ value }: Figure): string | null =>
  value === null ? null : typeof value === 'string' ? value : toDecimal(value);

function data(kpi: Kpi, explanation: Explanation | null, settings: Settings) {
  const operands = operandsOf(kpi, settings.options);
  return {
    schema: 'kpi-explain/1',
    kpi: { id: kpi.id, label: kpi.label.en, unit: kpi.unit, direction: kpi.direction, group: kpi.group },
    formula: formulaText(kpi.formula, settings.options),
    ...(kpi.bands === undefined ? {} : { bands: bandsText(kpi.bands, settings.options, 'en') }),
    doc: kpi.doc.en,
    nulls: kpi.nulls?.en ?? null,
    source: kpi.source ?? null,
    operands: operands.map(({ id, measure }) => ({ id, unit: measure.unit, doc: measure.doc.en })),
    rows: (explanation?.rows ?? []).map(({ operands: figures, value, ...row }) => ({
      ...row,
      // Exact decimals as text: a reader can recalculate with them without losing a digit.
      operands: Object.fromEntries(figures.map((figure, index) => [operands[index]!.id, exactly(figure)])),
      value: exactly(value),
      null_reason: value.reason ?? null,
      flags: value.marks,
    })),
    files: explanation?.files.map(membersOf) ?? [],
  };
}

function longRows(kpi: Kpi, explanation: Explanation | null): string[][] {
  const head = ['period', 'from', 'to', 'group', 'operand', 'unit', 'value', 'null_reason'];
  const rows = (explanation?.rows ?? []).flatMap(({ period, from, to, dimensions, operands, value }) => {
    const front = [period, from, to, Object.values(dimensions).join(' / ')];
    const line = (id: string, unit: string, figure: Figure) => [
      ...front,
      id,
      unit,
      exactly(figure) ?? '',
      figure.reason ?? '',
    ];
    return [
      ...operands.map((figure, index) =>
        line(explanation!.operands[index]!.id, explanation!.operands[index]!.unit, figure),
      ),
      line(kpi.id, kpi.unit, value),
    ];
  });
  return [head, ...rows];
}
