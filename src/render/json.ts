import { toDecimal } from '../core/fraction.ts';
import type { Figure, FileQuality, Report, ReportKpi, ReportRow, Warning } from '../report/model.ts';

/** Control characters that JSON itself allows are escaped too: a terminal that shows the file obeys none. */
const text = (value: string): string =>
  JSON.stringify(value).replace(/[\x7f-\x9f]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);

const textOrNull = (value: string | null): string => (value === null ? 'null' : text(value));

const member = (key: string, json: string): string => `${text(key)}: ${json}`;

/** Indented by two spaces a level, as `JSON.stringify` does. */
const wrapped = (open: string, items: readonly string[], level: number, close: string): string => {
  if (items.length === 0) return open + close;
  const indent = '  '.repeat(level);
  return `${open}\n${indent}  ${items.join(`,\n${indent}  `)}\n${indent}${close}`;
};
const object = (members: readonly string[], level: number): string => wrapped('{', members, level, '}');
const array = (items: readonly string[], level: number): string => wrapped('[', items, level, ']');

const texts = (map: Readonly<Record<string, string>>, level: number): string =>
  object(
    Object.entries(map).map(([key, value]) => member(key, text(value))),
    level,
  );

/** A number is printed from its exact decimal, never through binary floating point. */
const valueText = ({ value }: Figure): string =>
  value === null ? 'null' : typeof value === 'string' ? text(value) : toDecimal(value);

/** The figures of a row as the maps that have KPIs as keys; `keys` are these, quoted. */
function valueMap(keys: readonly string[], figures: readonly Figure[], level: number): string {
  const members: string[] = [];
  for (const [i, figure] of figures.entries()) members.push(`${keys[i]}: ${valueText(figure)}`);
  return object(members, level);
}

function nullMap(keys: readonly string[], figures: readonly (readonly Figure[])[], level: number): string {
  const members: string[] = [];
  for (const [i, candidates] of figures.entries()) {
    const reason = candidates.find((figure) => figure.value === null)?.reason;
    if (reason !== undefined) members.push(`${keys[i]}: ${text(reason)}`);
  }
  return object(members, level);
}

function flagMap(keys: readonly string[], figures: readonly Figure[], level: number): string {
  const members: string[] = [];
  for (const [i, { marks }] of figures.entries())
    if (marks.length > 0) members.push(`${keys[i]}: ${array(marks.map(text), level + 1)}`);
  return object(members, level);
}

function comparisons(keys: readonly string[], row: ReportRow): string[] {
  const members: string[] = [];
  for (const name of ['previous', 'year'] as const) {
    const comparison = row.compare[name];
    if (!comparison) continue;
    const { period, changes } = comparison;
    const [bases, absolutes, relatives] = [
      changes.map(({ base }) => base),
      changes.map(({ absolute }) => absolute),
      changes.map(({ relative }) => relative),
    ];
    const reasons = changes.map(({ base, absolute, relative }) => [base, absolute, relative]);
    const parts = [
      member('period', text(period)),
      member('values', valueMap(keys, bases, 5)),
      member('change_abs', valueMap(keys, absolutes, 5)),
      member('change_pct', valueMap(keys, relatives, 5)),
      member('nulls', nullMap(keys, reasons, 5)),
    ];
    members.push(member(name, object(parts, 4)));
  }
  return members.length === 0 ? [] : [member('compare', object(members, 3))];
}

function rowOf(row: ReportRow, keys: readonly string[], report: Report): string {
  const named = report.dimensions.flatMap((dimension) => {
    const value = row.dimensions[dimension];
    return value === undefined ? [] : [member(dimension, text(value))];
  });
  const nulls = row.figures.map((figure) => [figure]);
  const parts = [
    member('period', text(row.period)),
    member('from', text(row.from)),
    member('to', text(row.to)),
    member('partial', String(row.partial)),
    member('dimensions', object(named, 3)),
    member('values', valueMap(keys, row.figures, 3)),
    member('nulls', nullMap(keys, nulls, 3)),
    member('flags', flagMap(keys, row.figures, 3)),
    ...comparisons(keys, row),
  ];
  return object(parts, 2);
}

const kpiOf = ({ id, label, unit, direction, group }: ReportKpi): string =>
  object(
    [
      member('id', text(id)),
      member('label', text(label.en)),
      member('unit', text(unit)),
      member('direction', text(direction)),
      member('group', text(group)),
    ],
    2,
  );

function fileOf(file: FileQuality): string {
  const counted = (['read', 'accepted', 'skipped', 'superseded', 'rejected'] as const).map((key) =>
    member(key, String(file[key])),
  );
  const counts = Object.entries(file.counts).map(([key, count]) => member(key, String(count)));
  const parts = [
    member('path', text(file.path)),
    member('format', text(file.format)),
    member('kinds', array(file.kinds.map(text), 4)),
    ...counted,
    member('counts', object(counts, 4)),
    member('first', textOrNull(file.first)),
    member('last', textOrNull(file.last)),
  ];
  return object(parts, 3);
}

function warningOf({ code, message, file }: Warning): string {
  const parts = [member('code', text(code)), member('message', text(message))];
  return object(file === undefined ? parts : [...parts, member('file', text(file))], 3);
}

/** The report's JSON in parts, one a row: what a large report is written from, a part at a time. */
export function* jsonParts(report: Report): Generator<string, void> {
  const keys = report.kpis.map(({ id }) => text(id));
  const head = [
    member('schema', text('kpi-report/1')),
    member('as_of', text(report.asOf)),
    member('timezone', text(report.timezone)),
    member('currency', textOrNull(report.currency)),
    member('period', text(report.grain)),
    member('from', textOrNull(report.from)),
    member('to', textOrNull(report.to)),
    member('dimensions', array(report.dimensions.map(text), 1)),
    member('basis', texts(report.basis, 1)),
    member('kpis', array(report.kpis.map(kpiOf), 1)),
  ];
  yield `{\n  ${head.join(',\n  ')},\n  "rows": [`;
  let lead = '\n    ';
  for (const row of report.rows) {
    yield lead + rowOf(row, keys, report);
    lead = ',\n    ';
  }
  const quality = [
    member('files', array(report.files.map(fileOf), 2)),
    member('warnings', array(report.warnings.map(warningOf), 2)),
  ];
  yield `${report.rows.length > 0 ? '\n  ' : ''}],\n  ${member('quality', object(quality, 1))}\n}\n`;
}

/** The stable contract: the same bytes for the same report; its schema is `schema/report.schema.json`. */
export const renderJson = (report: Report): string => [...jsonParts(report)].join('');
