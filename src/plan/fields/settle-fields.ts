import type { Source } from '../../sources/source.ts';
import type { Header } from '../head/header.ts';
import type { Resolved, ResolvedFields } from '../plan.ts';
import type { Planning } from '../planning.ts';
import { mapColumns } from '../resolve-fields.ts';

/** Options and the rules for hand-made files, added to the source. */
export function settleFields(
  fields: Record<string, Resolved>,
  source: Source,
  header: Header,
  planning: Planning,
): Record<string, Resolved> {
  if (source.kind === 'spend' && planning.options.click_basis === 'link' && fields.link_clicks !== undefined) {
    fields.clicks = source.tool === 'generic' ? linkClicksFirst(fields) : fields.link_clicks;
  }
  if (source.tool !== 'generic' || source.kind !== 'order') return fields;
  const gross = fields.gross_sales;
  // Of a gross amount, one after discounts and a total, only the first in the file is used.
  if (gross?.op === 'first') fields.gross_sales = gross.of[0]!;
  const from = fields.gross_sales;
  const isNet =
    from?.op === 'column' &&
    header.find(['net_sales', 'net sales', 'net', 'ventes_nettes', 'montant_net']) === from.index;
  const { discounts, shipping, taxes, total } = fields;
  const isTotal = from?.op === 'column' && total?.op === 'column' && from.index === total.index;
  if (from === undefined || !(isNet || isTotal)) return fields;
  // The items of a paid total are what is left without shipping and tax.
  const rest = isTotal ? [shipping, taxes].filter((one) => one !== undefined) : [];
  const items: Resolved = rest.length === 0 ? from : { op: 'minus', of: [from, ...rest] };
  const blankIsNone = (column: Resolved) =>
    mapColumns(column, (one) => ({ ...one, as: { ...one.as, blank: 0 } }) as Resolved);
  fields.gross_sales = discounts === undefined ? items : { op: 'plus', of: [items, blankIsNone(discounts)] };
  return fields;
}

/** Hand-made tables mix tools with and without link clicks: a row without them uses its clicks. */
function linkClicksFirst({ clicks, link_clicks: link }: ResolvedFields): Resolved {
  if (clicks === undefined || link?.op !== 'column') return link!;
  const { blank: _, ...as } = link.as;
  return { op: 'first', of: [{ ...link, as }, clicks] };
}
