import type { Source } from '../../sources/source.ts';
import { readNumber, readText, type Zones } from '../compile.ts';
import type { Rows } from '../head/head-records.ts';
import type { Resolved, ResolvedFields, TablePlan } from '../plan.ts';
import { positionsOf } from '../resolve-fields.ts';

const cent = 10_000;

/** How most orders of the head write their prices, for those that do not say it. */
export function taxesOf(
  source: Source,
  fields: ResolvedFields,
  line: ResolvedFields,
  rows: Rows,
  zones: Zones,
): TablePlan['taxes'] {
  if (source.amounts === 'without_tax') return 'never';
  const { gross_sales: gross, discounts, shipping, taxes, duties, total } = fields;
  if (gross === undefined || taxes === undefined || total === undefined) return 'on top';
  if (source.itemsOfLines === true) return byLines({ gross, taxes }, fields.order_id, line, rows, zones);
  const read = (from: Resolved | undefined) => (from === undefined ? () => 0 : readNumber(from, zones));
  const [g, d, s, t, onTopOfAll, all] = [gross, discounts, shipping, taxes, duties, total].map(read);
  const amounts = [gross, discounts, shipping, taxes, duties, total].flatMap((from) => from ?? []);
  let [included, onTop] = [0, 0];
  for (const row of rows(amounts.flatMap(positionsOf), 'passing')) {
    const more = onTopOfAll!(row) || 0;
    const tax = t!(row) - more;
    if (!(tax > cent)) continue;
    const rest = all!(row) - (g!(row) - (d!(row) || 0) + (s!(row) || 0)) - more;
    if (Math.abs(rest - tax) <= cent) onTop += 1;
    else if (Math.abs(rest) <= cent) included += 1;
  }
  return included > onTop ? 'included' : 'on top';
}

/** Names in a list of one's own that say nothing of tax: `amount` beside `tax` may include it. */
const unclear: ReadonlySet<string> = new Set(['amount', 'montant', 'gross', 'montant_brut']);

/**
 * Whether prices may include tax that nothing takes out: a tool's export without a column that states the tax, or without the total
 * that shows whether it is on top; a list with tax beside an amount of an unclear name, without the total. `said`: the configuration
 * names the column of the sales, which never include tax.
 */
export function mayIncludeTax(
  source: Source,
  { gross_sales: gross, taxes, total }: ResolvedFields,
  said: boolean,
): boolean {
  if (source.kind !== 'order' || source.amounts === 'without_tax' || gross === undefined) return false;
  if (source.tool !== 'generic') return taxes === undefined || total === undefined;
  const isUnclear = gross.op === 'column' && unclear.has(gross.name.trim().toLowerCase());
  return isUnclear && !said && taxes !== undefined && total === undefined;
}

/** Where the items of an order are its lines: whether what was paid for them is their sum with or without the tax. */
function byLines(
  { gross, taxes }: { readonly gross: Resolved; readonly taxes: Resolved },
  id: Resolved | undefined,
  { quantity, unit_price: price }: ResolvedFields,
  rows: Rows,
  zones: Zones,
): TablePlan['taxes'] {
  if (id === undefined || quantity === undefined || price === undefined) return 'on top';
  const [paid, tax, pieces, each] = [gross, taxes, quantity, price].map((from) => readNumber(from, zones));
  const idOf = readText(id);
  const orders = new Map<string, { paid: number; tax: number; lines: number }>();
  for (const row of rows([id, gross, taxes, quantity, price].flatMap(positionsOf), 'passing')) {
    const name = idOf(row) ?? '';
    const order = orders.get(name) ?? { paid: paid!(row), tax: tax!(row), lines: 0 };
    order.lines += Math.round((pieces!(row) * each!(row)) / 1_000_000) || 0;
    orders.set(name, order);
  }
  let [included, onTop] = [0, 0];
  for (const order of orders.values()) {
    if (!(order.tax > cent)) continue;
    if (Math.abs(order.lines - order.paid) <= cent) included += 1;
    else if (Math.abs(order.lines - (order.paid - order.tax)) <= cent) onTop += 1;
  }
  return included > onTop ? 'included' : 'on top';
}
