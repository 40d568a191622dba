import type { Kind } from '../../core/kinds.ts';
import { dateEvidence } from '../../fields/date-order.ts';
import { recordFields } from '../../records/index.ts';
import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import { plainName } from '../head/plain-name.ts';
import { takeAmounts } from './advised-amounts.ts';
import { ColumnChooser } from './column-chooser.ts';
import { offers, spanWords } from './offers.ts';

/** What an entry of `sources` would have to say so that a file is read as records of a kind. */
export interface Advice {
  readonly kind: Kind;
  /** Names of columns, by the field that they hold. */
  readonly columns: Readonly<Record<string, string>>;
  /** Fields that are the same in every row. */
  readonly set: Readonly<Record<string, string>>;
  /** Fields that no column holds and that only the user knows. */
  readonly asks: readonly string[];
  /** The table has no dates: its first and last day have to be stated. */
  readonly needsPeriod: boolean;
  /** A cell that can be read day first or month first, where nothing proves which. */
  readonly needsDateOrder: boolean;
  /** The currency that the name of its column of amounts states. */
  readonly currency: string | null;
  /** Its times are in UTC, by the names of their columns. */
  readonly utc: boolean;
  /** Columns with scores of other questions, of which an entry reads one. */
  readonly otherScores: readonly string[];
}

/** Why no such entry can be written: fields that no column holds, or a field that several columns may hold. */
export interface NoAdvice {
  readonly missing: readonly string[];
  readonly unclear: readonly { readonly field: string; readonly columns: readonly string[] }[];
}

const spans = new Set<Kind>(['visit', 'spend', 'social', 'search', 'cost']);
/** Fields that have names of their own and are never offered by similarity: a mistake would cost a figure. */
const lineFields = ['quantity', 'unit_price', 'unit_cost', 'sku', 'product'];

/** What happens to a record after it began, or to who is behind it. */
const otherDates =
  /paid|pay|ship|deliver|due|updat|modif|chang|clos|cancel|refund|return|expir|export|birth|since|sent|paiement|expedi|livr|echeance|annul|rembours|retour|naissance|depuis|zahl|bezahl|liefer|versand|fallig|aender|ander|storn|geburt|seit|entreg|envio|pago|nacimiento/;

/** Kinds whose rows may be of several days; a single visit or a mailing begins and ends as well, but is one thing. */
const ofSpans: ReadonlySet<Kind> = new Set<Kind>(['spend', 'cost', 'social', 'search']);

/** Whether rows count sessions: the start and end of a single session are times of it. */
const countsSessions = (chooser: ColumnChooser): boolean =>
  chooser.kind === 'visit' &&
  (chooser.own('sessions', 'count') ?? chooser.like(offers.visit.sessions!, 'count')[0]) !== undefined;

/** The two columns of a span of days: the first alone would book all of it on one day. */
function takeSpan(chooser: ColumnChooser): boolean {
  const [from, to] = (['date_from', 'date_to'] as const).map(
    (field) => chooser.own(field, 'day') ?? chooser.like(spanWords[field], 'day')[0],
  );
  if (from === undefined || to === undefined || from === to) return false;
  chooser.give('date_from', from);
  chooser.give('date_to', to);
  return true;
}

/** What to write so that a table is read as records of a kind, as far as its columns show it. */
export function adviceFor(kind: Kind, header: Header, cells: Columns): Advice | NoAdvice {
  const chooser = new ColumnChooser(kind, header, cells);
  const fields = recordFields(kind);
  const take = (field: string): boolean => chooser.take(field, fields.get(field)!.type);
  const missing: string[] = [];
  const asks: string[] = [];
  const set: Record<string, string> = {};
  const need = (...choice: string[]): boolean => {
    if (choice.some((field) => chooser.columns[field] !== undefined || take(field))) return true;
    missing.push(choice[0]!);
    return false;
  };
  let needsPeriod = false;
  let otherScores: string[] = [];
  const dated = (...names: string[]): void => {
    const isDay = names.some((name) => chooser.own(name, 'day') !== undefined);
    if (!isDay && (ofSpans.has(kind) || countsSessions(chooser)) && takeSpan(chooser)) return;
    if (names.some(take)) return;
    // A period for all of a table would spread what its rows say of each day, whatever the column of days is called.
    const found = spans.has(kind) ? chooser.dates().filter((at) => chooser.isOfEachRow(at)) : [];
    const [only, ...more] = found;
    if (only !== undefined && more.length === 0) {
      chooser.give(names[0]!, only);
      return;
    }
    if (found.length > 0) chooser.unclear.push({ field: names[0]!, columns: found.map((at) => header.names[at]!) });
    needsPeriod = spans.has(kind) && found.length === 0;
    if (!needsPeriod) missing.push(names[0]!);
  };
  /** A table's only date is that of its rows, unless its name tells of something else that happened to them. */
  const onlyDate = (field: string): void => {
    const [only, ...more] = chooser.dates();
    if (only !== undefined && more.length === 0 && !otherDates.test(plainName(header.names[only]!)))
      chooser.give(field, only);
    else missing.push(field);
  };
  const constant = (field: string, value: string | null): void => {
    if (take(field)) return;
    if (value === null) asks.push(field);
    else set[field] = value;
  };
  switch (kind) {
    case 'order':
      need('order_id');
      missing.length = 0; // Without it each row is an order.
      if (!take('ordered_at')) onlyDate('ordered_at');
      takeAmounts(chooser, missing);
      break;
    case 'order_line':
      for (const field of ['order_id', 'quantity', 'unit_price']) need(field);
      break;
    case 'refund':
      for (const field of ['order_id', 'refunded_at', 'item_amount']) need(field);
      break;
    case 'checkout':
      for (const field of ['checkout_id', 'created_at']) need(field);
      break;
    case 'visit':
      dated('date', 'started_at');
      need('sessions', 'visit_id', 'visitor_id', 'visitors', 'pageviews');
      break;
    case 'spend':
      dated('date');
      need('cost');
      break;
    case 'ticket':
      for (const field of ['ticket_id', 'created_at']) need(field);
      break;
    case 'survey':
      if (!take('answered_at')) onlyDate('answered_at');
      // Yes and no to a recommendation are neither scores of satisfaction nor from 0 to 10.
      if (need('score') && saysYesOrNo(chooser)) missing.push('score');
      else if (chooser.at.score !== undefined) constant('type', typeOf(chooser));
      otherScores = chooser.like(offers.survey.score!, 'number').map((at) => header.names[at]!);
      break;
    case 'social':
      dated('date');
      constant('network', networkOf(header));
      need('impressions', 'reach', 'engagements', 'posts', 'followers');
      break;
    case 'email':
      need('date');
      need('delivered', 'recipients');
      break;
    case 'search':
      dated('date');
      for (const field of ['clicks', 'impressions']) need(field);
      break;
    case 'lead':
      for (const field of ['lead_id', 'created_at']) need(field);
      break;
    case 'cost':
      dated('date');
      for (const field of ['category', 'amount']) need(field);
      break;
  }
  if (missing.length > 0) return { missing, unclear: chooser.unclear };
  for (const [field, { type }] of fields)
    if (chooser.columns[field] === undefined && !notOffered(kind, chooser).has(field)) chooser.take(field, type);
  const inOrder = [...fields.keys(), ...lineFields].filter((field) => chooser.columns[field] !== undefined);
  const columns = Object.fromEntries(inOrder.map((field) => [field, chooser.columns[field]!]));
  const times = inOrder.filter((field) => ['instant', 'day'].includes(fields.get(field)?.type ?? ''));
  const amounts = inOrder.filter((field) => (fields.get(field)?.type ?? 'text') === 'money' || field === 'unit_price');
  return {
    kind,
    columns,
    set,
    asks,
    needsPeriod,
    needsDateOrder: areOpen(
      times.map((field) => chooser.at[field]!),
      cells,
    ),
    currency: columns.currency === undefined ? currencyIn(amounts.map((field) => columns[field]!)) : null,
    utc: times.length > 0 && times.every((field) => /\bUTC\b/.test(columns[field]!)),
    otherScores,
  };
}

/** Fields that are left out of advice although a column is called so. */
function notOffered(kind: Kind, { columns, header }: ColumnChooser): ReadonlySet<string> {
  const left = new Set<string>();
  // A span beside a day would be a second date.
  if (columns.date !== undefined || columns.started_at !== undefined)
    for (const field of ['date_from', 'date_to', ...(columns.date === undefined ? ['date'] : ['started_at'])])
      left.add(field);
  // Beside a watch time, subscribers are those gained and lost.
  if (kind === 'social' && header.names.some((name) => /\bwatch|visionnage|wiedergabe/i.test(name)))
    left.add('followers');
  // What the amounts of an order are is decided by now.
  if (kind === 'order' && columns.total !== undefined) left.add('gross_sales');
  if (kind === 'order' && columns.quantity !== undefined)
    for (const field of ['gross_sales', 'total', 'discounts', 'shipping', 'taxes', 'refunded_total']) left.add(field);
  return left;
}

const asksToRecommend = (question: string): boolean => /recommend|recommand|weiterempfehl|recomendar/i.test(question);

/** Whether the answers to a question about recommending have no number, not even one beside words: `10 - Extremely likely`. */
function saysYesOrNo({ columns, at, cells }: ColumnChooser): boolean {
  if (!asksToRecommend(plainName(columns.score!))) return false;
  for (const row of cells.rows([at.score!])) if (/\d/.test(row[at.score!] ?? '')) return false;
  return true;
}

/**
 * NPS or satisfaction, if the question says so, or scores beyond 10 or up to 7 at most; null for others, such as a column `Note` from
 * 0 to 10: half of its promoters would be a wrong figure of satisfaction, and the other way round.
 */
function typeOf({ columns, at, cells }: ColumnChooser): string | null {
  const question = plainName(columns.score!);
  const { below, most, numbers } = cells.of(at.score!);
  if (/\bnps\b|promot/i.test(question)) return 'nps';
  if (below === 0 && most <= 10_000_000 && asksToRecommend(question)) return 'nps';
  if (numbers === 0 || below > 0 || most > 10_000_000) return 'csat';
  return most <= 7_000_000 || /csat|satisf|zufrieden|soddisf|stars?\b|etoile|sterne/i.test(question) ? 'csat' : null;
}

/** The network that the words of its columns indicate. */
function networkOf({ names }: Header): string | null {
  const words = names.map(plainName).join(' ');
  const known: readonly (readonly [RegExp, string])[] = [
    [/\bwatch time\b.*\bsubscribers\b|\bsubscribers\b.*\bwatch time\b/, 'youtube'],
    [/\b(tweet|retweets?)\b/, 'x'],
    [/\binstagram\b/, 'instagram'],
    [/\bfacebook\b/, 'facebook'],
    [/\btiktok\b/, 'tiktok'],
    [/\blinkedin\b/, 'linkedin'],
    [/\bpinterest\b|\bpin clicks\b/, 'pinterest'],
  ];
  const found = known.filter(([sign]) => sign.test(words));
  return found.length === 1 ? found[0]![1] : null;
}

/** Whether the dates of columns can be read day first and month first, and none of them proves which. */
function areOpen(columns: readonly number[], { rows }: Columns): boolean {
  let open = false;
  for (const row of rows(columns))
    for (const at of columns) {
      const found = dateEvidence(row[at] ?? '');
      if (found === 'dmy' || found === 'mdy') return false;
      if (found === 'either') open = true;
    }
  return open;
}

/** The currency that names of columns state: `price_usd`, `Spend (EUR)`; null for none or several. */
function currencyIn(names: readonly string[]): string | null {
  const codes = names.map(
    (name) => /(?:^|[\s_(-])(eur|usd|gbp|chf|cad|aud|sek|nok|dkk|pln|jpy)\)?$/i.exec(name.trim())?.[1],
  );
  const [code] = codes;
  return code !== undefined && codes.every((one) => one === code) ? code.toUpperCase() : null;
}
