import { joined, quoted } from '../../core/text.ts';
import type { From, Source } from '../../sources/source.ts';
import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import { shownName } from '../head/shown-columns.ts';
import type { PlanNote, Resolved } from '../plan.ts';
import type { SourceEntry } from '../recognise/recognise.ts';
import { markedStatus, unnamedStatus } from '../recognise/unnamed-status.ts';
import type { Around } from '../resolve-fields.ts';

/** Columns that the configuration names for a field are accepted, whatever they hold. */
const explicitColumns = (header: Header, { columns = {} }: SourceEntry): ReadonlySet<number> =>
  new Set(Object.values(columns).flatMap((name) => header.find(name) ?? []));

/** In a hand-made file a column of words is not an amount, whatever its name: `Livraison` may be a country. */
export function fitting(
  source: Source,
  header: Header,
  cells: Columns,
  entry: SourceEntry,
): Pick<Around, 'fits' | 'statusOf'> {
  if (source.tool !== 'generic') return {};
  const explicit = explicitColumns(header, entry);
  const amounts = new Set(['money', 'number', 'count']);
  return {
    fits: (index, type) => explicit.has(index) || !amounts.has(type) || !cells.cannotBe(index, type),
    // A refund has none but its own.
    ...(source.kind === 'refund'
      ? {}
      : {
          statusOf: (as, named) =>
            named === undefined ? unnamedStatus(header, cells, as) : markedStatus(header, cells, as, named),
        }),
  };
}

const cent = 10_000;

/** Whether a total takes a column of small values off, or adds it: then they are amounts. */
function isInTotal(
  { gross_sales: gross, total, ...others }: Readonly<Record<string, Resolved>>,
  index: number,
  cells: Columns,
): boolean {
  if (gross?.op !== 'column' || total?.op !== 'column' || gross.index === total.index) return false;
  const values = (from: Resolved | undefined) => (from?.op === 'column' ? cells.of(from.index).values : []);
  const [amounts, totals] = [values(gross), values(total)];
  const [discounts, shipping, taxes] = [others.discounts, others.shipping, others.taxes].map(values);
  return cells.of(index).values.some((value, row) => {
    const of = (column: readonly number[] | undefined): number => column?.[row] || 0;
    const sum = of(amounts) - of(discounts) + of(shipping) + of(taxes);
    return value > cent && Math.abs(of(totals) - sum) <= cent;
  });
}

/** A column with the name of an amount that holds something else. */
interface NoAmount {
  readonly name: string;
  readonly holds: 'shares' | 'counts';
}

/** More returned pieces than an order has. */
const mostPieces = 20_000_000;

/** Whether a column counts returns, or says yes and no by 1 and 0: small whole numbers beside amounts with decimals. */
function isCount(index: number, gross: Resolved | undefined, cells: Columns): boolean {
  const { numbers, whole, most } = cells.of(index);
  if (numbers === 0 || whole < numbers || most === 0 || most > mostPieces || hasDecimals(index, cells)) return false;
  return most === 1_000_000 || (gross?.op === 'column' && hasDecimals(gross.index, cells));
}

function hasDecimals(index: number, cells: Columns): boolean {
  for (const row of cells.rows([index])) if (/\d[.,]\d{1,2}(?!\d)/.test(row[index] ?? '')) return true;
  return false;
}

/** The column that has a name of the field but was not read, because none of its cells is a number: `10 %`. */
function unreadShare(from: From | undefined, header: Header, cells: Columns): string | null {
  const index = from?.op === 'column' ? header.find(from.names) : undefined;
  return index !== undefined && cells.isRate(index) ? (header.names[index] ?? null) : null;
}

/**
 * Leaves out columns of discounts and taxes that hold shares, such as 0.2 for a fifth, and columns of refunds that count
 * them; returns their names.
 */
export function dropRates(
  fields: Record<string, Resolved>,
  source: Source,
  header: Header,
  cells: Columns,
  entry: SourceEntry,
): NoAmount[] {
  if (source.tool !== 'generic' || source.kind !== 'order') return [];
  const explicit = explicitColumns(header, entry);
  return ['discounts', 'taxes', 'refunded_total'].flatMap((field): NoAmount[] => {
    const from = fields[field];
    if (from === undefined) {
      const name = unreadShare(source.fields[field], header, cells);
      return name === null ? [] : [{ name, holds: 'shares' }];
    }
    if (from.op !== 'column' || explicit.has(from.index)) return [];
    const { name, index } = from;
    if (cells.isRate(index) && !isInTotal(fields, index, cells)) {
      delete fields[field];
      return [{ name, holds: 'shares' }];
    }
    if (field !== 'refunded_total' || !isCount(index, fields.gross_sales, cells)) return [];
    delete fields[field];
    return [{ name, holds: 'counts' }];
  });
}

const whatIsHeld = {
  shares: { en: 'shares (0 to 1, or %)', fr: 'des taux (de 0 à 1, ou en %)' },
  counts: { en: 'counts, or 0 and 1', fr: 'des nombres, ou 0 et 1' },
} as const;

/** The warning about such columns. */
export function rateNotes(path: string, columns: readonly NoAmount[]): PlanNote[] {
  return (['shares', 'counts'] as const).flatMap((holds): PlanNote[] => {
    const found = columns.filter((one) => one.holds === holds);
    if (found.length === 0) return [];
    const names = joined(
      found.map(({ name }) => quoted(shownName(name))),
      ', ',
    );
    const what = whatIsHeld[holds];
    return [
      {
        code: 'rate_column',
        message: {
          en: `${path}: ${names.en} holds ${what.en}, not amounts, and is not read; if they are amounts, map the column in \`columns\` of its \`sources\` entry`,
          fr: `${path}\u00a0: ${names.fr} contient ${what.fr}, pas des montants, et n'est pas lue\u00a0; si ce sont des montants, associez la colonne dans \`columns\` de son entrée de \`sources\``,
        },
        strict: true,
      },
    ];
  });
}
