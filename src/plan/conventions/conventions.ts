import { Problem } from '../../core/problem.ts';
import { decimal as decimalText, quoted, sameInAll } from '../../core/text.ts';
import { bare, isMasked } from '../../fields/blank.ts';
import { DecimalEvidence, decideDecimal } from '../../fields/convention.ts';
import { DateOrderEvidence } from '../../fields/date-order.ts';
import type { DayRange } from '../../fields/date-range.ts';
import { type DateOrder, dateAt } from '../../fields/date-text.ts';
import type { Decimal } from '../../fields/numeral.ts';
import type { Glances, Rows } from '../head/head-records.ts';
import { orderAbove } from '../head/preamble.ts';
import { shownName } from '../head/shown-columns.ts';
import { isTypedNumber } from '../head/typed-cells.ts';
import type { PlanNote, Resolved, ResolvedFields } from '../plan.ts';
import { sayItIn } from '../recognise/recognise.ts';
import { columnsOf, mapColumns } from '../resolve-fields.ts';
import { yamlText } from '../yaml-text.ts';

/** What decides how the columns of a table write numbers and dates. */
export interface Evidence {
  readonly path: string;
  /** The export that it is, and its columns. */
  readonly source: string;
  readonly header: readonly string[];
  readonly rows: Rows;
  /** The same at a glance, if they can be seen so. */
  readonly glances?: Glances | undefined;
  readonly delimiter: string;
  readonly format?: Decimal | undefined;
  readonly decimal?: Decimal | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** The lines above the header: their dates are in the order of the rows. */
  readonly above?: readonly string[];
  /** The days that the table covers: dates outside it are read in the wrong order. */
  readonly period?: DayRange | null;
  /** Whether a tool has written it, which writes counts without decimals. */
  readonly isTool?: boolean;
  /** Whether it is a sheet of a workbook: then numbers prove nothing about the texts beside them. */
  readonly typed: boolean;
}

const numeric = new Set(['money', 'count', 'number', 'ratio', 'duration']);
const amounts = new Set(['money', 'number']);
const dated = new Set(['instant', 'day']);

/** Columns of amounts that can be read in two ways, whose decimals only the delimiter of the file decided. */
export interface GuessedDecimal {
  readonly columns: readonly string[];
  readonly sample: string;
  readonly decimal: Decimal;
}

/** Decides the convention of every column: of numbers from the head, of dates too, or not at all. */
export function withConventions(
  maps: readonly ResolvedFields[],
  evidence: Evidence,
): {
  readonly maps: ResolvedFields[];
  readonly guessed: GuessedDecimal | null;
  /** Columns of numbers of which a cell is hidden behind a bound, such as `<5`. */
  readonly masked: ReadonlySet<number>;
} {
  const columns = new Map<number, { name: string; type: string; order?: DateOrder; usual?: DateOrder }>();
  for (const from of maps.flatMap((map) => Object.values(map))) {
    for (const { index, name, as } of columnsOf(from)) {
      const { type, order, usualOrder: usual } = as;
      columns.set(index, { name, type, ...(order && { order }), ...(usual && { usual }) });
    }
  }
  const decimalOf = new Map<number, DecimalEvidence>();
  const orderOf = new Map<number, DateOrderEvidence>();
  for (const [index, { type, order }] of columns) {
    if (numeric.has(type)) decimalOf.set(index, new DecimalEvidence(type === 'count', evidence.isTool !== true));
    if (dated.has(type) && order === undefined && evidence.dateOrder === undefined)
      orderOf.set(index, new DateOrderEvidence());
  }
  const textsOf = new Map(evidence.typed ? [...decimalOf.keys()].map((index) => [index, new DecimalEvidence()]) : []);
  const sought = new Map<number, DecimalEvidence | DateOrderEvidence>([...decimalOf, ...orderOf]);
  // Of numbers that a workbook has as such each text is looked at.
  const glances = evidence.typed ? undefined : evidence.glances;
  const masked = new Set<number>();
  const add = (column: number, text: string): void => {
    sought.get(column)!.add(text);
    if (isMasked(text)) masked.add(column);
  };
  const seen = glances?.([...decimalOf.keys()], [...orderOf.keys()], add);
  for (const [index, one] of decimalOf) one.addProofs(seen?.get(index)?.points ?? 0, seen?.get(index)?.commas ?? 0);
  for (const row of seen === undefined ? evidence.rows([...sought.keys()]) : []) {
    for (const index of sought.keys()) add(index, row[index] ?? '');
    for (const [index, texts] of textsOf) if (!isTypedNumber(row[index] ?? '')) texts.add(row[index] ?? '');
  }
  const decisions = decideDecimal(
    [...decimalOf].map(([index, { proven, general }]) => {
      const texts = textsOf.get(index);
      return {
        proven: texts?.general ?? proven,
        general: texts === undefined ? general : texts.general,
        configured: evidence.decimal,
      };
    }),
    { delimiter: evidence.delimiter, format: evidence.format },
  );
  const decimals = new Map([...decimalOf.keys()].map((index, place) => [index, decisions[place]!.decimal]));
  const orders = new Map<number, DateOrder>();
  for (const [index, { name, type, order, usual }] of columns) {
    if (!dated.has(type)) continue;
    const found = orderOf.get(index);
    const proven = order ?? evidence.dateOrder ?? found!.order;
    const ofFile =
      proven === 'ambiguous' ? orderOfFile(orderOf.values(), evidence.above ?? [], found?.sample ?? '') : proven;
    const ofPeriod = ofFile === 'ambiguous' ? orderWithin(index, evidence) : ofFile;
    const decided = ofPeriod === 'ambiguous' ? (usual ?? ofPeriod) : ofPeriod;
    if (decided === 'ambiguous') throw new AmbiguousDates(evidence, name, found?.sample ?? '');
    orders.set(index, decided);
  }
  const settle = (from: Resolved): Resolved =>
    mapColumns(from, (column) => {
      const decimal = decimals.get(column.index);
      const order = orders.get(column.index);
      const ofNumbers = decimal === undefined ? {} : { decimal, ...(evidence.typed ? { typed: true as const } : {}) };
      return { ...column, ...ofNumbers, ...(order === undefined ? {} : { order }) };
    });
  const open = [...decimalOf].flatMap(([index, { open }], place) => {
    const { name = '', type = '' } = columns.get(index) ?? {};
    return open !== null && decisions[place]!.reason === 'default' && amounts.has(type) ? [{ name, open }] : [];
  });
  return {
    maps: maps.map((map) => Object.fromEntries(Object.entries(map).map(([name, from]) => [name, settle(from)]))),
    guessed:
      open.length === 0
        ? null
        : {
            columns: open.map(({ name }) => name),
            sample: open[0]!.open,
            decimal: decisions.find(({ reason }) => reason === 'default')!.decimal,
          },
    masked,
  };
}

/** The order that the other dates of a file prove: those of its other columns, all in one order, else those above it. */
function orderOfFile(
  columns: Iterable<DateOrderEvidence>,
  above: readonly string[],
  sample: string,
): DateOrder | 'ambiguous' {
  const proven = new Set([...columns].map(({ order }) => order).filter((order) => order === 'dmy' || order === 'mdy'));
  const [only] = proven;
  if (proven.size > 1) return 'ambiguous';
  return only ?? (above.length === 0 ? 'ambiguous' : orderAbove([...above, sample]));
}

/** The order in which all dates of a column lie in the period of its table, if they do not in the other. */
function orderWithin(index: number, { rows, period }: Evidence): DateOrder | 'ambiguous' {
  if (!period) return 'ambiguous';
  const orders = new Set<DateOrder>(['dmy', 'mdy']);
  for (const row of rows([index])) {
    for (const order of orders) {
      const date = dateAt(bare(row[index] ?? ''), order);
      if (typeof date !== 'string' && (date.day < period.from || date.day > period.to)) orders.delete(order);
    }
  }
  const [only] = orders;
  return orders.size === 1 && only !== undefined ? only : 'ambiguous';
}

/** Says how amounts that can be read in two ways are read, and the configuration line that settles it. */
export function guessNote(path: string, written: string, { columns, sample, decimal }: GuessedDecimal): PlanNote {
  const [first = '', ...more] = columns;
  const name = quoted(shownName(first));
  const other = decimal === ',' ? '.' : ',';
  const digits = sample.replace(/[^\d.,]/g, '');
  const point = digits.replace(',', '.');
  // The decimal mark makes a fraction of it, the other mark a thousand.
  const both = [point, point.replace('.', '')].map(decimalText);
  const [asRead, asElse] = digits.includes(decimal) ? [both[0]!, both[1]!] : [both[1]!, both[0]!];
  const line = `sources: [{ path: ${yamlText(written)}, decimal: "${decimal}" }]`;
  const plural = more.length === 1 ? '' : 's';
  const also = {
    en: more.length === 0 ? '' : ` (and ${more.length} more column${plural})`,
    fr: more.length === 0 ? '' : ` (et ${more.length} autre${plural} colonne${plural})`,
  };
  return {
    code: 'decimal_guessed',
    message: {
      en: `${path}: "${sample}" in column ${name.en}${also.en} is read as ${asRead.en}, it could be ${asElse.en}: nothing in the file proves which. Write in kpi.yaml: ${line}, or "${other}"`,
      fr: `${path}\u00a0: «\u00a0${sample}\u00a0» dans la colonne ${name.fr}${also.fr} est lu ${asRead.fr}, mais pourrait valoir ${asElse.fr}\u00a0: rien dans le fichier ne permet de trancher. Écrivez dans kpi.yaml\u00a0: ${line}, ou "${other}"`,
    },
    strict: true,
  };
}

/** Dates that can be read in two orders. */
export class AmbiguousDates extends Problem {
  readonly source: string;
  readonly header: readonly string[];

  constructor(
    { path, source, header }: Pick<Evidence, 'path' | 'source' | 'header'>,
    readonly column: string,
    readonly sample: string,
  ) {
    super(
      'ambiguous_dates',
      {
        en: `${path}: the dates of column "${column}", such as "${sample}", can be read day first or month first, and no row proves which`,
        fr: `${path}\u00a0: les dates de la colonne «\u00a0${column}\u00a0», par exemple «\u00a0${sample}\u00a0», peuvent se lire jour/mois ou mois/jour, et aucune ligne ne permet de trancher`,
      },
      [
        sayItIn('kpi.yaml'),
        sameInAll('  sources:'),
        sameInAll(`    - path: ${yamlText(path)}`),
        { en: '      date_order: dmy   # or mdy', fr: '      date_order: dmy   # ou mdy' },
      ],
      { file: path, column, value: sample },
    );
    this.source = source;
    this.header = header;
  }
}
