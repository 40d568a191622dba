import { Problem } from '../core/problem.ts';
import { sameInAll } from '../core/text.ts';
import { DecimalEvidence, decideDecimal } from '../fields/convention.ts';
import { DateOrderEvidence } from '../fields/date-order.ts';
import type { DateOrder } from '../fields/date-text.ts';
import type { Decimal } from '../fields/numeral.ts';
import type { Rows } from './head-records.ts';
import type { Resolved, ResolvedFields } from './plan.ts';
import { sayItIn } from './recognise.ts';
import { columnsOf, mapColumns } from './resolve.ts';
import { yamlText } from './yaml-text.ts';

/** What decides how the columns of a table write numbers and dates. */
export interface Evidence {
  readonly path: string;
  readonly rows: Rows;
  readonly delimiter: string;
  readonly format?: Decimal | undefined;
  readonly decimal?: Decimal | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

const numeric = new Set(['money', 'count', 'number', 'ratio', 'duration']);
const dated = new Set(['instant', 'day']);

/** Settles the convention of every column: of numbers from the head, of dates too, or not at all. */
export function withConventions(maps: readonly ResolvedFields[], evidence: Evidence): ResolvedFields[] {
  const columns = new Map<number, { name: string; type: string; order: DateOrder | undefined }>();
  for (const from of maps.flatMap((map) => Object.values(map))) {
    for (const { index, name, as } of columnsOf(from)) columns.set(index, { name, type: as.type, order: as.order });
  }
  const decimalOf = new Map<number, DecimalEvidence>();
  const orderOf = new Map<number, DateOrderEvidence>();
  for (const [index, { type, order }] of columns) {
    if (numeric.has(type)) decimalOf.set(index, new DecimalEvidence());
    if (dated.has(type) && order === undefined && evidence.dateOrder === undefined)
      orderOf.set(index, new DateOrderEvidence());
  }
  const sought = [...decimalOf, ...orderOf];
  for (const row of evidence.rows(sought.map(([index]) => index)))
    for (const [index, column] of sought) column.add(row[index] ?? '');
  const decisions = decideDecimal(
    [...decimalOf.values()].map(({ proven }) => ({ proven, configured: evidence.decimal })),
    { delimiter: evidence.delimiter, format: evidence.format },
  );
  const decimals = new Map([...decimalOf.keys()].map((index, place) => [index, decisions[place]!.decimal]));
  const orders = new Map<number, DateOrder>();
  for (const [index, { name, type, order }] of columns) {
    if (!dated.has(type)) continue;
    const found = orderOf.get(index);
    const decided = order ?? evidence.dateOrder ?? found!.order;
    if (decided === 'ambiguous') throw ambiguous(evidence, name, found?.sample ?? '');
    orders.set(index, decided);
  }
  const settle = (from: Resolved): Resolved =>
    mapColumns(from, (column) => {
      const decimal = decimals.get(column.index);
      const order = orders.get(column.index);
      return { ...column, ...(decimal === undefined ? {} : { decimal }), ...(order === undefined ? {} : { order }) };
    });
  return maps.map((map) => Object.fromEntries(Object.entries(map).map(([name, from]) => [name, settle(from)])));
}

function ambiguous(evidence: Evidence, column: string, sample: string): Problem {
  return new Problem(
    'ambiguous_dates',
    {
      en: `${evidence.path}: the dates of column "${column}", such as "${sample}", can be read day first or month first, and no row proves which`,
      fr: `${evidence.path}\u00a0: les dates de la colonne «\u00a0${column}\u00a0», par exemple «\u00a0${sample}\u00a0», peuvent se lire jour/mois ou mois/jour, et aucune ligne ne permet de trancher`,
    },
    [
      sayItIn('kpi.yaml'),
      sameInAll('  sources:'),
      sameInAll(`    - path: ${yamlText(evidence.path)}`),
      { en: '      date_order: dmy   # or mdy', fr: '      date_order: dmy   # ou mdy' },
    ],
    { file: evidence.path, column, value: sample },
  );
}
