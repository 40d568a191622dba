import type { Grain } from '../../core/calendar.ts';
import { isSameValue } from '../../core/dimension-values.ts';
import { type Fraction, ofText } from '../../core/fraction.ts';
import { type Dimension, type Mark, marks, type NullReason } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';

/** A figure of a saved report, with its period. */
interface SavedFigure {
  readonly period: string;
  readonly value: Fraction | null;
  readonly reason: NullReason;
  /** Marks that every change since this figure carries. */
  readonly marks: readonly Mark[];
}

/** The newest complete period of a report that `kpi report --format json` has written. */
export interface SavedReport {
  readonly grain: Grain;
  readonly currency: string | null;
  /** Null if the report does not say it. */
  readonly timezone: string | null;
  /** What figures are based on, by name: `revenue` is `net_sales`. */
  readonly basis: ReadonlyMap<string, string>;
  /** First and last day, `YYYY-MM-DD`, or hour of the period. */
  readonly from: string;
  readonly to: string;
  readonly kpis: ReadonlySet<string>;
  /** The figure of a KPI in a group; its reason is `no_observations` if the report has no such group. */
  find(kpi: string, group: Readonly<Partial<Record<string, string>>>): SavedFigure;
  /** The groups of these dimensions in which it has a figure of a KPI other than 0. */
  groupsOf(kpi: string, by: readonly Dimension[]): readonly Readonly<Record<string, string>>[];
}

interface Row {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly partial: boolean;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly nulls: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, readonly string[]>>;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function rowOf(row: unknown): row is Row {
  return (
    isMap(row) &&
    typeof row.period === 'string' &&
    typeof row.from === 'string' &&
    typeof row.to === 'string' &&
    typeof row.partial === 'boolean' &&
    isMap(row.dimensions) &&
    isMap(row.values) &&
    isMap(row.nulls) &&
    isMap(row.flags) &&
    Object.values(row.flags).every(Array.isArray)
  );
}

/** Parses a saved report. Throws the Problem `bad_report` if the text is not one, with the command that writes one. */
export function savedReportOf(text: string, path: string, command: string): SavedReport {
  const wrong = (says: Text): Problem =>
    new Problem(
      'bad_report',
      { en: `${path} ${says.en}`, fr: `${path} ${says.fr}` },
      [{ en: `Write one: ${command}`, fr: `Écrivez-en un\u00a0: ${command}` }],
      { file: path },
    );
  const report = parsed(text);
  if (!isMap(report)) throw wrong({ en: 'is not a JSON report', fr: "n'est pas un rapport JSON" });
  if (report.schema !== 'kpi-report/1') {
    throw wrong({
      en: 'is not a report written by this version of kpi',
      fr: "n'est pas un rapport écrit par cette version de kpi",
    });
  }
  const { period, currency, timezone, basis, kpis, rows } = report;
  if (typeof period !== 'string' || !Array.isArray(kpis) || !Array.isArray(rows) || !rows.every(rowOf))
    throw wrong({ en: 'is a report that was cut off or changed', fr: 'est un rapport interrompu ou modifié' });
  const shown = rows as readonly Row[];
  const isTotal = ({ dimensions }: Row): boolean => Object.keys(dimensions).length === 0;
  const newest = shown.findLast((row) => isTotal(row) && !row.partial && (row.period !== 'all' || period === 'all'));
  if (newest === undefined) throw wrong({ en: 'has no complete period', fr: "n'a aucune période complète" });
  const own = shown.filter((row) => row.period === newest.period);
  return {
    grain: period as Grain,
    currency: textOrNull(currency),
    timezone: textOrNull(timezone),
    basis: new Map(
      Object.entries(isMap(basis) ? basis : {}).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    ),
    from: newest.from,
    to: newest.to,
    kpis: new Set(kpis.flatMap((kpi) => (isMap(kpi) && typeof kpi.id === 'string' ? [kpi.id] : []))),
    find(kpi, group) {
      const row = own.find(({ dimensions }) => sameGroup(dimensions, group));
      const value = row?.values[kpi];
      return {
        period: newest.period,
        value: typeof value === 'number' ? ofText(plainDecimal(value)) : null,
        reason: (row?.nulls[kpi] as NullReason | undefined) ?? 'no_observations',
        marks: marks.filter((mark) => row?.flags[kpi]?.includes(mark)),
      };
    },
    groupsOf: (kpi, by) =>
      own
        .filter(({ dimensions, values }) => {
          const value = values[kpi];
          return typeof value === 'number' && value !== 0 && sameNames(Object.keys(dimensions), by);
        })
        .map(({ dimensions }) => dimensions),
  };
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const sameGroup = (a: Readonly<Record<string, string>>, b: Readonly<Partial<Record<string, string>>>): boolean =>
  sameNames(Object.keys(a), Object.keys(b)) &&
  Object.entries(a).every(([name, value]) => isSameValue(name as Dimension, value, b[name] ?? ''));

/** A number without an exponent; reports write at most 12 significant digits of anything but whole sums. */
function plainDecimal(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}
