import type { Kind } from '../../core/kinds.ts';
import { sameInAll, type Text } from '../../core/text.ts';
import { dateEvidence } from '../../fields/date-order.ts';
import type { FieldType } from '../../records/field-types.ts';
import { recordFields } from '../../records/index.ts';
import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import { plainName } from '../head/plain-name.ts';
import { fieldNames } from '../recognise/generic.ts';
import { netAndGross } from '../recognise/proof.ts';
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

/** Chooses columns for the fields of a kind. */
class Chooser {
  readonly #names: readonly string[];
  readonly #taken = new Set<number>();
  readonly columns: Record<string, string> = {};
  readonly at: Record<string, number> = {};
  readonly unclear: { field: string; columns: string[] }[] = [];

  constructor(
    readonly kind: Kind,
    readonly header: Header,
    readonly cells: Columns,
  ) {
    this.#names = header.names.map(plainName);
  }

  /** Takes the column of a field, if one holds the right type: by a name of the field, else by a common name for it. */
  take(field: string, type: FieldType): boolean {
    const found = this.own(field, type) ?? this.#offered(field, type);
    if (found === undefined) return false;
    this.give(field, found);
    return true;
  }

  give(field: string, at: number): void {
    this.#taken.add(at);
    this.columns[field] = this.header.names[at]!;
    this.at[field] = at;
  }

  drop(field: string): void {
    this.#taken.delete(this.at[field] ?? -1);
    delete this.columns[field];
    delete this.at[field];
  }

  /** The position of a free column that holds a type and has a fitting name. */
  like(words: RegExp, type: FieldType): number[] {
    return this.#names.flatMap((name, at) => (words.test(name) && this.#fits(at, type) ? [at] : []));
  }

  /** The positions of free columns of dates, whatever their names. */
  dates(): number[] {
    return this.#names.flatMap((_, at) => (this.#fits(at, 'day') ? [at] : []));
  }

  /**
   * Whether a date is that of its row: rows with the same words have different ones. The date on which a campaign begins is the same
   * in all of its rows.
   */
  isOfEachRow(date: number): boolean {
    const words = this.#names.flatMap((_, at) =>
      at === date || this.cells.holds(at, 'number') || this.cells.holds(at, 'day') ? [] : [at],
    );
    const known = new Map<string, string>();
    for (const row of this.cells.rows([date, ...words])) {
      const [own, key] = [row[date]?.trim() ?? '', words.map((at) => row[at] ?? '').join('\0')];
      if (own !== '' && (known.get(key) ?? own) !== own) return true;
      known.set(key, own);
    }
    return false;
  }

  /** The position of a column that has a name of the field, and the right type. */
  own(field: string, type: FieldType): number | undefined {
    return fieldNames(this.kind, field)
      .map((name) => this.header.find(name))
      .find((at) => at !== undefined && this.#fits(at, type));
  }

  #offered(field: string, type: FieldType): number | undefined {
    const words = offers[this.kind][field];
    if (words === undefined) return undefined;
    const found = this.like(words, type);
    // Only one amount can be meant; of dates and words, the first.
    if (found.length > 1 && (type === 'money' || type === 'count' || type === 'number')) {
      this.unclear.push({ field, columns: found.map((at) => this.header.names[at]!) });
      return undefined;
    }
    return found[0];
  }

  #fits(at: number, type: FieldType): boolean {
    if (this.#taken.has(at) || !this.#isAlone(at)) return false;
    if (type === 'text' || type === 'key') return this.cells.of(at).filled > 0;
    if (type === 'money' && this.cells.isRate(at)) return false;
    return this.cells.holds(at, type);
  }

  /** Whether a column can be named: no column before it has its name. */
  #isAlone(at: number): boolean {
    const name = this.header.names[at] ?? '';
    return name.trim() !== '' && this.header.find(name) === at;
  }
}

/** Kinds whose rows may be of several days; a single visit or a mailing begins and ends as well, but is one thing. */
const ofSpans: ReadonlySet<Kind> = new Set<Kind>(['spend', 'cost', 'social', 'search']);

/** Whether rows count sessions: the start and end of a single session are times of it. */
const countsSessions = (chooser: Chooser): boolean =>
  chooser.kind === 'visit' &&
  (chooser.own('sessions', 'count') ?? chooser.like(offers.visit.sessions!, 'count')[0]) !== undefined;

/** The two columns of a span of days: the first alone would book all of it on one day. */
function takeSpan(chooser: Chooser): boolean {
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
  const chooser = new Chooser(kind, header, cells);
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
  const constant = (field: string, value: string | null): void => {
    if (take(field)) return;
    if (value === null) asks.push(field);
    else set[field] = value;
  };
  switch (kind) {
    case 'order':
      need('order_id');
      missing.length = 0; // Without it each row is an order.
      need('ordered_at');
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
      need('answered_at');
      if (need('score')) constant('type', typeOf(chooser));
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

/** The amount of an order, or the quantity and price of its lines. */
function takeAmounts(chooser: Chooser, missing: string[]): void {
  const { cells, at } = chooser;
  const id = at.order_id === undefined ? null : cells.of(at.order_id);
  // Order numbers that repeat: each row is an item.
  const isByLine = id !== null && id.different < id.filled;
  const hasLine = ['quantity', 'unit_price'].every((field) =>
    chooser.take(field, field === 'quantity' ? 'number' : 'money'),
  );
  if (hasLine && id !== null) {
    for (const field of ['unit_cost', 'sku', 'product']) chooser.take(field, field === 'unit_cost' ? 'money' : 'text');
    if (isByLine) return;
  }
  const isTaken = takeNetAndGross(chooser);
  const hasAmount = ['gross_sales', 'total'].filter((field) => isTaken || chooser.take(field, 'money'));
  if (hasAmount.some((field) => isByLine && !isOfOrder(at.order_id!, at[field]!, chooser.cells))) {
    // Amounts of items under one number: only a price of each would show which is the order's.
    missing.push('unit_price');
    return;
  }
  if (hasAmount.length > 0) {
    // The amount of the order counts, not the sum of its lines.
    for (const field of ['quantity', 'unit_price', 'unit_cost', 'sku', 'product']) chooser.drop(field);
    return;
  }
  if (hasLine && id !== null) return;
  chooser.drop('unit_price');
  const [price, other] = chooser.like(/\b(price|prix|preis|precio)\b/, 'money');
  const counts = chooser.like(
    /\b(quantity|qty|quantite|menge|anzahl|cantidad|items|units|pieces|articles)\b/,
    'number',
  );
  const quantity = at.quantity ?? counts[0];
  chooser.drop('quantity');
  const isWhole = quantity === undefined || (price !== undefined && growsWith(price, quantity, cells));
  if (price !== undefined && other === undefined && isWhole && !isByLine) chooser.give('gross_sales', price);
  else missing.push('gross_sales');
}

/** Of a net amount beside a gross one the net one is the sales: these are without tax. */
function takeNetAndGross(chooser: Chooser): boolean {
  const { header, cells } = chooser;
  const both = netAndGross(header);
  if (both === null) return false;
  const [net, gross] = [header.find(both.net), header.find(both.gross)];
  if (net === undefined || gross === undefined || ![net, gross].every((at) => cells.holds(at, 'money'))) return false;
  chooser.give('gross_sales', net);
  chooser.give('total', gross);
  return true;
}

/** Whether the rows of one order all have the same amount: it is the order's then, not that of an item. */
function isOfOrder(id: number, amount: number, { rows }: Columns): boolean {
  const known = new Map<string, string>();
  for (const row of rows([id, amount])) {
    const [key, value] = [row[id] ?? '', row[amount] ?? ''];
    if ((known.get(key) ?? value) !== value) return false;
    known.set(key, value);
  }
  return true;
}

/** Whether a price is that of all pieces: it grows with their number, and divides by it to the cent. */
function growsWith(price: number, quantity: number, cells: Columns): boolean {
  const [prices, quantities] = [cells.of(price).values, cells.of(quantity).values];
  const [one, more]: [number[], number[]] = [[], []];
  for (const [row, amount] of prices.entries()) {
    const pieces = (quantities[row] ?? 0) / 1_000_000;
    if (!(amount > 0) || !(pieces >= 1)) continue;
    if (pieces > 1 && (amount / pieces) % 10_000 !== 0) return false;
    (pieces > 1 ? more : one).push(amount);
  }
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return more.length === 0 || (one.length > 0 && middle(more) >= 1.5 * middle(one));
}

/** Fields that are left out of advice although a column is called so. */
function notOffered(kind: Kind, { columns, header }: Chooser): ReadonlySet<string> {
  const left = new Set<string>();
  // A span beside a day would be a second date.
  if (columns.date !== undefined || columns.started_at !== undefined)
    for (const field of ['date_from', 'date_to', ...(columns.date === undefined ? ['date'] : ['started_at'])])
      left.add(field);
  // Beside a watch time, subscribers are those gained and lost.
  if (kind === 'social' && header.names.some((name) => /\bwatch|visionnage|wiedergabe/i.test(name)))
    left.add('followers');
  if (kind === 'order' && columns.quantity !== undefined)
    for (const field of ['gross_sales', 'total', 'discounts', 'shipping', 'taxes', 'refunded_total']) left.add(field);
  return left;
}

/**
 * NPS or satisfaction, if the question says so, or scores beyond 10 or up to 7 at most; null for others, such as a column `Note` from
 * 0 to 10: half of its promoters would be a wrong figure of satisfaction, and the other way round.
 */
function typeOf({ columns, at, cells }: Chooser): string | null {
  const question = plainName(columns.score!);
  const { below, most, numbers } = cells.of(at.score!);
  if (/\bnps\b|promot/i.test(question)) return 'nps';
  if (numbers === 0 || below > 0 || most > 10_000_000) return 'csat';
  if (/recommend|recommand|weiterempfehl|recomendar/i.test(question)) return 'nps';
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

/** The lines of an entry, as they are to be written; `path` is already written as YAML. */
export function adviceLines(advice: Advice, path: string, value: (text: string) => string): Text[] {
  const { kind, columns, set, asks, needsPeriod, needsDateOrder, currency, utc, otherScores } = advice;
  const constants = [
    ...Object.entries(set).map(([field, text]) => `${field}: ${value(text)}`),
    ...asks.map((field) => `${field}: "…"`),
  ].join(', ');
  const period: Text[] = [
    { en: '      from: YYYY-MM-DD   # the first day it covers', fr: '      from: AAAA-MM-JJ   # son premier jour' },
    { en: '      to: YYYY-MM-DD     # the last', fr: '      to: AAAA-MM-JJ     # le dernier' },
  ];
  const asked = asks.includes('type')
    ? { en: '   # nps or csat, in place of …', fr: '   # nps ou csat, à la place de …' }
    : { en: '   # write it in place of …', fr: '   # à écrire à la place de …' };
  const lines = Object.entries(columns).map(([field, name]) => sameInAll(`        ${field}: ${JSON.stringify(name)}`));
  return [
    sameInAll('  sources:'),
    sameInAll(`    - path: ${path}`),
    sameInAll(`      kind: ${kind}`),
    ...(needsPeriod ? period : []),
    ...(utc ? [sameInAll('      timezone: UTC')] : []),
    ...(needsDateOrder ? [{ en: '      date_order: dmy   # or mdy', fr: '      date_order: dmy   # ou mdy' }] : []),
    ...(currency === null ? [] : [sameInAll(`      currency: ${currency}`)]),
    ...(constants === ''
      ? []
      : [
          {
            en: `      set: { ${constants} }${asks.length > 0 ? asked.en : ''}`,
            fr: `      set: { ${constants} }${asks.length > 0 ? asked.fr : ''}`,
          },
        ]),
    ...(lines.length > 0 ? [sameInAll('      columns:'), ...lines] : []),
    ...otherScores.map((name) => otherScore(JSON.stringify(name))),
  ];
}

/** Each entry reads one question; the answers to another would be called missing. */
const otherScore = (name: string): Text => ({
  en: `        # ${name} is another question and is not read: put it into a file of its own`,
  fr: `        # ${name} est une autre question et n'est pas lue\u00a0: mettez-la dans un fichier à part`,
});
