import { namesIn } from '../../core/names-in.ts';
import { saysNothing } from '../../fields/blank.ts';
import { approxNote } from '../../records/field-types.ts';
import { recordFields, recordOf } from '../../records/index.ts';
import type { Source } from '../../sources/source.ts';
import { mayIncludeTax } from '../conventions/tax-basis.ts';
import type { Rows } from '../head/head-records.ts';
import type { Header } from '../head/header.ts';
import type { Resolved, ResolvedFields } from '../plan.ts';
import type { SourceEntry } from '../recognise/recognise.ts';
import { columnsOf } from '../resolve-fields.ts';

/** Fields whose values are not quite what they are called. */
export function approxFields(
  source: Source,
  header: Header,
  fields: ResolvedFields,
  { columns }: SourceEntry,
  rows: Rows,
  masked: ReadonlySet<number>,
): string[] {
  const lacking = Object.entries(source.approxWithout ?? {}).filter(([, names]) => !areFilled(names, header, rows));
  const approx = [...(source.approx ?? []), ...lacking.map(([name]) => name)].filter(
    (name) => fields[name] !== undefined,
  );
  if (mayIncludeTax(source, fields, columns?.gross_sales !== undefined)) approx.push('gross_sales');
  // What is given back of an amount is as good as the amount.
  if (approx.includes('gross_sales')) approx.push('item_amount');
  // Without messages, one plus one for each reopening is used.
  if (source.kind === 'ticket' && fields.customer_messages === undefined && fields.reopens !== undefined)
    approx.push('customer_messages');
  // Where nobody is named, it is not seen that somebody wrote again.
  if (source.kind === 'ticket' && fields.requester_key === undefined) approx.push('first_contact');
  // Mail programs open messages by themselves; the position of a row is a mean, rounded.
  const rough = source.kind === 'email' ? 'opens' : 'position';
  if ((source.kind === 'email' || source.kind === 'search') && fields[rough] !== undefined) approx.push(rough);
  // Without bounces, all that was sent counts as delivered.
  if (source.kind === 'email' && fields.delivered !== undefined && isSame(fields.delivered, fields.recipients))
    approx.push('delivered');
  // Most rows of sessions are ones, which no tool hides.
  if (recordOf(source.kind).booked === 'day' && fields.visit_id === undefined)
    approx.push(...maskedFields(source, fields, masked));
  if (source.kind === 'visit' && fields.visit_id === undefined) approx.push(...partlyBlank(fields, rows));
  if (source.tool === 'generic') {
    const noted = (from: Resolved) => columnsOf(from).some(({ name }) => name.trim().endsWith(approxNote));
    for (const [name, from] of Object.entries(fields)) if (noted(from)) approx.push(name);
  }
  if (source.tool === 'generic' && source.kind === 'order') {
    const gross = fields.gross_sales;
    const said = columns?.gross_sales;
    const names = ['gross_sales', 'gross sales', ...(recordFields('order').get('gross_sales')?.names ?? [])];
    const own = header.find(said ?? names);
    const [first] = gross?.op === 'plus' ? gross.of : [gross];
    // A total minus shipping and tax; a net amount plus its discounts is gross sales.
    const isLeft =
      first?.op === 'minus' || (gross?.op === 'plus' && first !== undefined && isSame(first, fields.total));
    const isOther = gross?.op === 'column' && gross.index !== own && source.lines === undefined;
    if (isLeft || isOther) approx.push('gross_sales', 'item_amount');
  }
  return [...new Set(approx)];
}

/** The fields of which a cell in the head is hidden behind a bound, such as `<5`: their sums leave out what it hides. */
function maskedFields({ kind }: Source, fields: ResolvedFields, masked: ReadonlySet<number>): string[] {
  return Object.entries(fields).flatMap(([name, from]) =>
    recordFields(kind).get(name)?.role === 'metric' && columnsOf(from).some(({ index }) => masked.has(index))
      ? [name]
      : [],
  );
}

/** What sums of sessions say about them; a rate divides it by all sessions. */
const ofSessions = namesIn`
  pageviews | engaged_sessions | duration | engagement_time | product_views | carts | checkouts | purchases
`;

/** The fields that rows with sessions leave blank in the head: what these sessions did is unknown, and in no sum. */
function partlyBlank(fields: ResolvedFields, rows: Rows): string[] {
  const { sessions } = fields;
  if (sessions?.op !== 'column') return [];
  const columns = ofSessions.flatMap((name) => {
    const from = fields[name];
    return from === undefined ? [] : columnsOf(from).map(({ index, as }) => ({ name, index, as }));
  });
  const open = columns.filter(({ index, as }) => index !== sessions.index && as.blank === undefined);
  if (open.length === 0) return [];
  const blank = new Set<string>();
  for (const row of rows([sessions.index, ...open.map(({ index }) => index)], 'passing'))
    if (/[1-9]/.test(row[sessions.index] ?? ''))
      for (const { name, index } of open) if (saysNothing(row[index] ?? '')) blank.add(name);
  return [...blank];
}

/** Whether one of these columns has something in the head. */
function areFilled(names: readonly string[], header: Header, rows: Rows): boolean {
  const places = names.flatMap((name) => header.find(name) ?? []);
  if (places.length === 0) return false;
  for (const row of rows(places)) if (places.some((at) => (row[at] ?? '').trim() !== '')) return true;
  return false;
}

/** Whether two fields are one column. */
const isSame = (a: Resolved, b: Resolved | undefined): boolean =>
  a.op === 'column' && b?.op === 'column' && a.index === b.index;
