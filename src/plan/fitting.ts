import { joined, quoted } from '../core/text.ts';
import type { Source } from '../sources/source.ts';
import type { Columns } from './column-cells.ts';
import type { Header } from './header.ts';
import type { PlanNote, Resolved } from './plan.ts';
import type { SourceEntry } from './recognise.ts';
import type { Around } from './resolve-fields.ts';
import { shownName } from './shown-columns.ts';

/** Columns that the configuration names for a field are accepted, whatever they hold. */
const explicitColumns = (header: Header, { columns = {} }: SourceEntry): ReadonlySet<number> =>
  new Set(Object.values(columns).flatMap((name) => header.find(name) ?? []));

/** In a hand-made file a column of words is not an amount, whatever its name: `Livraison` may be a country. */
export function fitting(source: Source, header: Header, cells: Columns, entry: SourceEntry): Pick<Around, 'fits'> {
  if (source.tool !== 'generic') return {};
  const explicit = explicitColumns(header, entry);
  const amounts = new Set(['money', 'number', 'count']);
  return { fits: (index, type) => explicit.has(index) || !amounts.has(type) || !cells.cannotBe(index, type) };
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

/** Leaves out columns of discounts and taxes that hold shares, such as 0.2 for a fifth; returns their names. */
export function dropRates(
  fields: Record<string, Resolved>,
  source: Source,
  header: Header,
  cells: Columns,
  entry: SourceEntry,
): string[] {
  if (source.tool !== 'generic' || source.kind !== 'order') return [];
  const explicit = explicitColumns(header, entry);
  return ['discounts', 'taxes'].flatMap((field) => {
    const from = fields[field];
    if (from?.op !== 'column' || explicit.has(from.index) || !cells.isRate(from.index)) return [];
    if (isInTotal(fields, from.index, cells)) return [];
    delete fields[field];
    return [from.name];
  });
}

/** The warning about such columns. */
export function rateNotes(path: string, columns: readonly string[]): PlanNote[] {
  if (columns.length === 0) return [];
  const names = joined(
    columns.map((name) => quoted(shownName(name))),
    ', ',
  );
  return [
    {
      code: 'rate_column',
      message: {
        en: `${path}: ${names.en} holds shares (0 to 1, or %), not amounts, and is not read; if they are amounts, map the column in \`columns\` of its \`sources\` entry`,
        fr: `${path}\u00a0: ${names.fr} contient des taux (de 0 à 1, ou en %), pas des montants, et n'est pas lue\u00a0; si ce sont des montants, associez la colonne dans \`columns\` de son entrée de \`sources\``,
      },
      strict: true,
    },
  ];
}
