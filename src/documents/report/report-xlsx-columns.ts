import type { PeriodComparison } from '../../core/choices.ts';
import { periodComparisons } from '../../core/choices.ts';
import { divide, type Fraction, multiply, ofText, toDecimal } from '../../core/fraction.ts';
import { type Code, codes as codeNames, type Unit } from '../../core/kinds.ts';
import type { Change, Figure, ReportKpi } from '../../figures/figure-model.ts';
import { basisText } from '../../page/basis-words.ts';
import type { Tongue } from '../../page/figure-text.ts';
import { words } from '../../page/page-words.ts';
import type { Format, SheetCell } from '../../page/workbook/table.ts';
import type { Report, ReportRow } from './report-model.ts';

/** A column of figures of a sheet. */
interface FigureColumn {
  readonly head: string;
  readonly cell: (row: ReportRow) => SheetCell;
}

const HUNDRED = ofText('100');
const DAY = ofText('86400');
/** As many digits as a spreadsheet stores: a second is no round part of a day. */
const DIGITS = 15;

const percent: Format = '0.00%';
const signed = (code: string): Format => `+${code};-${code};${code}`;

/** The number formats of the units; a duration is a fraction of a day. */
function formatsOf(currency: string | null): Readonly<Record<Unit, Format>> {
  const isCode = currency !== null && /^[A-Z]{3}$/.test(currency);
  const style = isCode ? { style: 'currency' as const, currency } : {};
  const places = isCode ? (new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2) : 2;
  const amount = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
  return {
    money: isCode ? `${amount}\\ [$${currency}]` : amount,
    ratio: percent,
    multiple: '0.00"×"',
    count: '#,##0',
    decimal: '#,##0.00',
    duration: '[h]:mm:ss',
    score: '0.0',
    months: '0.0',
    text: 'General',
  };
}

const isCode = (text: string): text is Code => (codeNames as readonly string[]).includes(text);

const labelOf = ({ label, basis }: ReportKpi, { lang }: Tongue): string =>
  basis === undefined ? label[lang] : `${label[lang]} (${basisText(basis)[lang]})`;

/** The columns of some KPIs: each figure, and beside it what was asked for. */
export function sheetColumns(places: readonly number[], report: Report, tongue: Tongue): FigureColumn[] {
  const text = words[tongue.lang];
  const formats = formatsOf(report.currency);
  const number = (value: Fraction, unit: Unit, format = formats[unit]): SheetCell => ({
    number: unit === 'duration' ? toDecimal(divide(value, DAY), DIGITS) : toDecimal(value),
    format,
  });
  const valueCell = (figure: Figure | undefined, unit: Unit): SheetCell => {
    const value = figure?.value ?? null;
    if (value === null) return null;
    if (typeof value === 'string') return isCode(value) ? text.codes[value] : value;
    return number(value, unit);
  };
  const asked = comparisonsIn(report);
  const hasSeason = report.rows.some(({ season }) => season);
  const hasMean = report.rows.some(({ mean28d }) => mean28d);
  return places.flatMap((k): FigureColumn[] => {
    const kpi = report.kpis[k]!;
    const { unit } = kpi;
    const head = labelOf(kpi, tongue);
    const figure: FigureColumn = { head, cell: (row) => valueCell(row.figures[k], unit) };
    if (unit === 'text') return [figure];
    const season: FigureColumn[] = [
      { head: `${head}, ${text.beside.index}`, cell: (row) => valueCell(row.season?.[k]?.index, 'multiple') },
      { head: `${head}, ${text.beside.adjusted}`, cell: (row) => valueCell(row.season?.[k]?.adjusted, unit) },
    ];
    // A daily mean of counts is no whole number.
    const meanUnit = unit === 'count' ? 'decimal' : unit;
    const mean: FigureColumn = {
      head: `${head}, ${text.beside.mean}`,
      cell: (row) => valueCell(row.mean28d?.[k], meanUnit),
    };
    const changes = asked.map((name): FigureColumn => {
      const isPoints = unit === 'ratio' || unit === 'score';
      return {
        head: `${head}, ${text.changes[name]}${isPoints ? ` (${text.short.point})` : ''}`,
        cell: (row) => changeCell(row.compare[name]?.changes[k], unit, number),
      };
    });
    return [figure, ...changes, ...(hasSeason ? season : []), ...(hasMean ? [mean] : [])];
  });
}

const comparisonsIn = ({ rows }: Report): PeriodComparison[] =>
  periodComparisons.filter((name) => rows.some(({ compare }) => compare[name] !== undefined));

/** A change as other outputs show it: of a ratio or score in points, of months in months, else as a share of the base. */
function changeCell(
  change: Change | undefined,
  unit: Unit,
  number: (value: Fraction, unit: Unit, format?: Format) => SheetCell,
): SheetCell {
  const [by, rate] = [change?.absolute.value ?? null, change?.relative.value ?? null];
  if (by !== null && typeof by !== 'string') {
    if (unit === 'ratio') return number(multiply(by, HUNDRED), 'score', signed('0.0'));
    if (unit === 'score' || unit === 'months') return number(by, unit, signed('0.0'));
  }
  if (rate === null || typeof rate === 'string' || unit === 'ratio' || unit === 'score' || unit === 'months')
    return null;
  return number(rate, 'ratio', signed('0.0%'));
}

/**
 * What is to be known about the figures of a row: the reason of each empty one and the marks of the others, each with
 * the KPIs that it is about.
 */
export function notesOf(row: ReportRow, places: readonly number[], report: Report, tongue: Tongue): string[] {
  const text = words[tongue.lang];
  const notes = new Map<string, string[]>();
  const add = (note: string, label: string): void => {
    notes.set(note, [...(notes.get(note) ?? []), label]);
  };
  for (const k of places) {
    const kpi = report.kpis[k]!;
    const label = labelOf(kpi, tongue);
    const own = row.figures[k];
    const about = (figure: Figure | undefined, name: string, known: readonly string[] = []): void => {
      if (figure?.value === null && figure.reason !== undefined) {
        const needs = figure.reason === 'missing_kind' ? kpi.needs?.[tongue.lang] : undefined;
        add(needs === undefined ? text.reasons[figure.reason] : `${text.reasons[figure.reason]} (${needs})`, name);
      } else for (const mark of figure?.marks ?? []) if (!known.includes(mark)) add(text.marks[mark], name);
    };
    about(own, label);
    // Without a figure there is nothing to compare.
    if (own?.value == null || kpi.unit === 'text') continue;
    for (const name of comparisonsIn(report)) {
      const change = row.compare[name]?.changes[k];
      const { base, absolute } = change ?? {};
      // A base of 0 has no rate, and one that is not there is no mistake.
      const shown = absolute?.reason === 'incomplete_base' ? absolute : base?.value === null ? undefined : base;
      about(shown, `${label} (${text.comparisons[name]})`, own.marks);
    }
    about(row.season?.[k]?.index, `${label} (${text.beside.index})`, own.marks);
    about(row.mean28d?.[k], `${label} (${text.beside.mean})`, own.marks);
  }
  return [...notes].map(([note, labels]) => `${labels.join(', ')}${text.colon}${note}`);
}
