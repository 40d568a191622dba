// Writes big exports of an invented shop: npx tsx bench/generate.ts --out DIR --visits 3000000 --orders 300000
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DAY_MS, day as dayOf, dayText, HOUR_MS, twoDigits } from '../src/core/civil.ts';
import { instantText, zoneOf } from '../src/core/zone.ts';
import { Random } from './random.ts';

/** How much is written. The same sizes and seed give the same bytes. */
export interface Sizes {
  readonly visits: number;
  readonly orders: number;
  readonly spend: number;
  readonly tickets: number;
  /** Different sources of visits; each has its medium. */
  readonly sources: number;
  /** Rows of a thousand that are as exports of life are: odd ids, other offsets, quoted line breaks, copies, empty cells. */
  readonly irregular: number;
  /** How many times the rows are written: more than once, the same records come again. */
  readonly times: number;
  readonly seed: number;
}

export const defaultSizes: Sizes = {
  visits: 300_000,
  orders: 30_000,
  spend: 10_000,
  tickets: 20_000,
  sources: 12,
  irregular: 10,
  times: 1,
  seed: 1,
};

const zone = zoneOf('Europe/Paris');
/** 104 weeks, Monday to Sunday. */
const lastDay = dayOf(2026, 11, 15);
const days = 104 * 7;
const firstDay = lastDay - days + 1;
const begin = zone.instant(firstDay * DAY_MS);
const length = zone.instant((lastDay + 1) * DAY_MS) - begin;

/** Local times with their offset; the text of an hour is made once for all times in it. */
class Clock {
  #hour = Number.NaN;
  #start = '';
  #end = '';

  constructor(
    readonly sign: 'T' | ' ',
    readonly local = zone,
  ) {}

  text(instant: number): string {
    const hour = Math.floor(instant / HOUR_MS);
    if (hour !== this.#hour) {
      const text = instantText(hour * HOUR_MS, this.local);
      this.#hour = hour;
      this.#start = text.slice(0, 14).replace('T', this.sign);
      this.#end = this.sign === 'T' ? text.slice(19) : ` ${text.slice(19).replace(':', '')}`;
    }
    const seconds = Math.floor(instant / 1000) - hour * 3600;
    return `${this.#start}${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}${this.#end}`;
  }
}

/** Writes lines to a file, many at once. */
function writeLines(path: string, header: string, rows: number, times: number, line: (row: number) => string): void {
  const file = openSync(path, 'w');
  let text = `${header}\n`;
  for (let time = 0; time < times; time += 1) {
    for (let row = 0; row < rows; row += 1) {
      text += line(row);
      if (text.length < 1 << 20) continue;
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

const origins = [
  'google,organic',
  'google,cpc',
  '(direct),(none)',
  'facebook,paid_social',
  'instagram,social',
  'newsletter,email',
  'bing,organic',
  'bing,cpc',
  'tiktok,paid_social',
  'pinterest,social',
  'blog.example.org,referral',
  'partner.example.net,affiliate',
];
const originOf = (place: number): string => origins[place] ?? `site${place}.example.org,referral`;
const devices = ['mobile', 'mobile', 'mobile', 'desktop', 'desktop', 'tablet'];
const countries = ['FR', 'FR', 'FR', 'FR', 'BE', 'CH', 'DE', 'ES', 'IT', 'GB'];

const padded = (value: number, length: number): string => String(value).padStart(length, '0');
/** The order that a visit led to, -1 for most. */
const orderOfVisit = (visit: number, { visits, orders }: Sizes): number => {
  const order = Math.floor((visit * orders) / visits);
  return Math.floor(((visit + 1) * orders) / visits) > order ? order : -1;
};
const visitOfOrder = (order: number, { visits, orders }: Sizes): number =>
  Math.min(visits - 1, Math.ceil(((order + 1) * visits) / orders) - 1);
const orderName = (order: number): string => `#${100_001 + order}`;

/** The kinds of oddness of a row; null for most. A row has at most one. */
function oddnessOf<const K extends string>(kinds: readonly K[], stream: number, { irregular, seed }: Sizes) {
  const random = new Random(seed, stream);
  return (row: number): K | null =>
    random.at(row).below(1000) < irregular ? kinds[random.below(kinds.length)]! : null;
}

/** Visits come evenly, each a little off. */
function visitTime(visit: number, sizes: Sizes): number {
  const step = length / sizes.visits;
  const off = new Random(sizes.seed, 1).at(visit).below(1000) / 1000;
  return Math.floor((begin + step * (visit + off)) / 1000) * 1000;
}

/** `"google","organic"` */
const quotedCells = (cells: string): string =>
  cells
    .split(',')
    .map((cell) => `"${cell}"`)
    .join();

/** Who visits: some often, most once or twice. */
const visitorOf = (visit: number, { visits, seed }: Sizes): number =>
  new Random(seed, 7).at(visit).low(Math.ceil(visits / 2.5));

/** One row a session. */
export function writeVisits(path: string, sizes: Sizes): void {
  const random = new Random(sizes.seed, 2);
  const clock = new Clock('T');
  // Two rows are in each other's place; a visitor's number begins with 0; a time is in UTC; cells are empty, or no time at all.
  const oddness = oddnessOf(['swapped', 'zero', 'utc', 'empty', 'unreadable', 'quoted', 'late'], 8, sizes);
  const utc = new Clock('T', zoneOf('UTC'));
  const header =
    'visit_id,started_at,visitor_id,source,medium,device,country,pageviews,engaged_sessions,duration,carts,checkouts,purchases,order_id';
  writeLines(path, header, sizes.visits, sizes.times, (row) => {
    const visit = oddness(row - (row % 2)) === 'swapped' ? Math.min(sizes.visits - 1, row ^ 1) : row;
    const odd = oddness(visit);
    random.at(visit);
    const order = orderOfVisit(visit, sizes);
    const visitor = visitorOf(visit, sizes);
    const bought = order === -1 ? 0 : 1;
    const checkout = bought === 1 || random.once(20) ? 1 : 0;
    const cart = checkout === 1 || random.once(10) ? 1 : 0;
    const pages = 1 + random.low(4 + 12 * cart);
    const seconds = pages === 1 ? random.low(40) : pages * random.below(60);
    const engaged = pages > 1 || seconds > 10 ? 1 : 0;
    // A word that a reader first meets near the end of a file.
    const isLate = odd === 'late' && visit > sizes.visits * 0.9;
    const usual = originOf(random.low(sizes.sources));
    const origin = isLate ? 'late.example.org,referral' : odd === 'quoted' ? quotedCells(usual) : usual;
    const device = devices[random.below(devices.length)]!;
    const country = countries[random.below(countries.length)]!;
    const at = visitTime(visit, sizes);
    const time = odd === 'unreadable' && bought === 0 ? 'n/a' : odd === 'utc' ? utc.text(at) : clock.text(at);
    const who = odd === 'zero' ? padded(visitor + 1, 9) : `${1_000_000_000 + visitor * 7}.${1_700_000_000 + visitor}`;
    return `v-${padded(visit, 10)},${time},${who},${origin},${device},${country},${odd === 'empty' ? '' : pages},${engaged},${odd === 'empty' ? '' : seconds},${cart},${checkout},${bought},${order === -1 ? '' : orderName(order)}\n`;
  });
}

const orderHeader =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References';

const customerOf = (order: number, { orders, seed }: Sizes): number =>
  new Random(seed, 3).at(order).low(Math.ceil(orders / 1.5));
const money = (cents: number): string => `${Math.floor(cents / 100)}.${twoDigits(cents % 100)}`;

/** Shopify's export: the newest order first, one row a line item, the cells of the order on its first row only. */
export function writeOrders(path: string, sizes: Sizes): void {
  const random = new Random(sizes.seed, 4);
  const clock = new Clock(' ');
  const utc = new Clock(' ', zoneOf('UTC'));
  // Capitals and blanks around an address; a line break in a street; quotes in an article; a copy of the whole order.
  const oddness = oddnessOf(['capitals', 'padded', 'break', 'quotes', 'utc', 'unreadable', 'copy', 'late'], 9, sizes);
  // Three of a hundred customers are known by their telephone number.
  const hasPhone = (customer: number): boolean =>
    sizes.irregular > 0 && new Random(sizes.seed, 10).at(customer).below(1000) < 30;
  writeLines(path, orderHeader, sizes.orders, sizes.times, (row) => {
    const order = sizes.orders - 1 - row;
    const odd = oddness(order);
    random.at(order);
    const at = Math.min(visitTime(visitOfOrder(order, sizes), sizes) + 600_000, begin + length - 1000);
    const customer = customerOf(order, sizes);
    const time = odd === 'utc' ? utc : clock;
    const paid = time.text(at + 2000);
    const created = odd === 'unreadable' ? 'n/a' : time.text(at);
    const lines = Array.from({ length: 1 + random.low(4) }, () => ({
      product: random.low(200),
      quantity: 1 + random.low(3),
    }));
    const price = (product: number) => 500 + product * 75;
    const items = lines.reduce((sum, { product, quantity }) => sum + price(product) * quantity, 0);
    const discount = random.once(5) ? Math.floor(items / 10) : 0;
    const shipping = items > 5000 ? 0 : 490;
    const total = items - discount + shipping;
    const taxes = Math.round(total / 6);
    const status = odd === 'late' ? 'voided' : random.once(50) ? 'refunded' : random.once(30) ? 'pending' : 'paid';
    const refunded = status === 'refunded' ? total : random.once(25) ? Math.floor(items / 3) : 0;
    const [name, plain] = [orderName(order), `customer${customer}@example.com`];
    const known = hasPhone(customer) ? `+336${padded(customer, 8)}` : plain;
    const email = odd === 'capitals' ? known.toUpperCase() : odd === 'padded' ? ` ${known} ` : known;
    const street = odd === 'break' ? '"12 rue des Potiers\nbât. B"' : '12 rue des Potiers';
    const who = `Customer ${customer},${street},"12 rue des Potiers, bât. B",,,Lyon,'69001,,FR,`;
    const block = lines
      .map(({ product, quantity }, place) => {
        const article = odd === 'quotes' ? `"Article ""${product}"""` : `Article ${product}`;
        const item = `${quantity},${article},${money(price(product))},,SKU-${padded(product, 4)},true,true,fulfilled`;
        if (place > 0)
          return `${name},${email}${','.repeat(13)},${created},${item}${','.repeat(26)},Shop${','.repeat(28)}\n`;
        const head = `${name},${email},${status},${paid},fulfilled,${paid},no,EUR,${money(items - discount)},${money(shipping)},${money(taxes)},${money(total)},${discount === 0 ? '' : 'WELCOME10'},${money(discount)},Standard,${created}`;
        const rest = `,,,,Shopify Payments,c${order}.1,${money(refunded)},Shop,0.00,,,,${6_100_000_000_000 + order},,Low,web,0.00,FR TVA 20%,${money(taxes)}${','.repeat(14)}c${order}.1,,,c${order}.1`;
        return `${head},${item},${who},${who}${rest}\n`;
      })
      .join('');
    return odd === 'copy' ? block + block : block;
  });
}

/** `1 234,50 €`, with the blank that French spreadsheets write. */
const euros = (cents: number): string => {
  const whole = String(Math.floor(cents / 100)).replace(/(?<=\d)(?=(?:\d{3})+$)/g, '\u202f');
  return `${whole},${twoDigits(cents % 100)}\u00a0€`;
};

/** A list of orders as French spreadsheets save it: semicolons, `1 234,50 €`, days first, unsorted, a telephone here and there. */
export function writeList(path: string, sizes: Sizes): void {
  const random = new Random(sizes.seed, 12);
  const header =
    '\ufeffnumero_commande;date_commande;courriel;statut;montant;frais_de_port;tva;total_ttc;mode_paiement\r';
  writeLines(path, header, sizes.orders, sizes.times, (row) => {
    // A prime number apart: no two rows are in the order in which they were made.
    const order = (row * 7919) % sizes.orders;
    random.at(order);
    const [date = '', time = ''] = instantText(visitTime(visitOfOrder(order, sizes), sizes), zone).split('T');
    const day = date.split('-').reverse().join('/');
    const customer = customerOf(order, sizes);
    const who = random.once(30) ? `06 ${twoDigits(customer % 100)} 12 34 56` : `Client${customer}@Example.com`;
    const status = random.once(40) ? 'Remboursée' : random.once(40) ? 'Annulée' : 'Payée';
    const items = 500 + random.low(200_000);
    const shipping = items > 5000 ? 0 : 490;
    const taxes = Math.round((items + shipping) / 5);
    const amounts = [items, shipping, taxes, items + shipping + taxes].map(euros).join(';');
    return `${100_001 + order};${day} ${time.slice(0, 5)};${who};${status};${amounts};Carte bancaire\r\n`;
  });
}

const platforms = ['Google Ads', 'Meta Ads', 'Microsoft Ads', 'TikTok Ads', 'Pinterest Ads'];

/** One row a day and campaign. */
export function writeSpend(path: string, sizes: Sizes): void {
  const random = new Random(sizes.seed, 5);
  const campaigns = Math.max(1, Math.ceil(sizes.spend / days));
  // A sign before or after the amount.
  const oddness = oddnessOf(['sign', 'sign behind'], 11, sizes);
  const header = 'date,platform,campaign,country,currency,cost,impressions,clicks,conversions,conversion_value';
  writeLines(path, header, sizes.spend, sizes.times, (row) => {
    random.at(row);
    const campaign = row % campaigns;
    const day = dayText(firstDay + (Math.floor(row / campaigns) % days));
    const clicks = random.low(300);
    const impressions = clicks * (20 + random.below(60));
    const [platform, country] = [platforms[campaign % platforms.length]!, countries[campaign % countries.length]!];
    const amount = money(clicks * (15 + random.below(40)));
    const odd = oddness(row);
    const cost = odd === 'sign' ? `€${amount}` : odd === 'sign behind' ? `${amount} €` : amount;
    return `${day},${platform},Campaign ${campaign},${country},EUR,${cost},${impressions},${clicks},${random.below(1 + clicks)}.${random.below(10)},${money(clicks * 60)}\n`;
  });
}

const contacts = ['email', 'email', 'chat', 'phone', 'social'];

/** One row a ticket. */
export function writeTickets(path: string, sizes: Sizes): void {
  const random = new Random(sizes.seed, 6);
  const clock = new Clock('T');
  const header =
    'ticket_id,created_at,status,contact_channel,requester_key,first_reply_at,solved_at,agent_replies,customer_messages,reopens,tags,satisfaction,updated_at';
  writeLines(path, header, sizes.tickets, sizes.times, (ticket) => {
    random.at(ticket);
    const at = begin + Math.floor((length / sizes.tickets) * ticket);
    const replied = at + random.low(200_000) * 1000;
    const solved = random.once(30) ? null : replied + random.low(800_000) * 1000;
    const customer = customerOf(random.below(Math.max(1, sizes.orders)), sizes);
    const messages = 1 + random.low(4);
    const answer = random.once(4) ? (random.once(5) ? 'Bad' : 'Good') : '';
    return `T${1000 + ticket},${clock.text(at)},${solved === null ? 'open' : 'closed'},${contacts[random.below(contacts.length)]},customer${customer}@example.com,${clock.text(replied)},${solved === null ? '' : clock.text(solved)},${messages},${messages},${random.once(15) ? 1 : 0},${random.once(8) ? 'complaint delivery' : 'delivery'},${answer},${clock.text(solved ?? replied)}\n`;
  });
}

const different = (count: number, of: (place: number) => number): number =>
  new Set(Array.from({ length: count }, (_, place) => of(place))).size;

/** How many records, visitors and customers a file tells apart. */
export const idsOf = {
  visits: (sizes: Sizes): number =>
    sizes.visits + sizes.orders + different(sizes.visits, (visit) => visitorOf(visit, sizes)),
  orders: (sizes: Sizes): number => sizes.orders + different(sizes.orders, (order) => customerOf(order, sizes)),
};

/** Writes all files into a folder. */
export function writeAll(folder: string, sizes: Sizes): void {
  mkdirSync(folder, { recursive: true });
  if (sizes.visits > 0) writeVisits(join(folder, 'visits.csv'), sizes);
  if (sizes.orders > 0) writeOrders(join(folder, 'orders.csv'), sizes);
  if (sizes.spend > 0) writeSpend(join(folder, 'spend.csv'), sizes);
  if (sizes.tickets > 0) writeTickets(join(folder, 'tickets.csv'), sizes);
}

function sizesOf(given: Readonly<Record<string, string | undefined>>): Sizes {
  const sizes: Record<string, number> = { ...defaultSizes };
  for (const [name, value] of Object.entries(given)) {
    if (!(name in sizes) || value === undefined) continue;
    if (!/^\d{1,10}$/.test(value)) throw new Error(`--${name} must be a whole number, not ${value}`);
    sizes[name] = Number(value);
  }
  return sizes as unknown as Sizes;
}

if (import.meta.filename === process.argv[1]) {
  const options = Object.fromEntries(
    ['out', ...Object.keys(defaultSizes)].map((name) => [name, { type: 'string' as const }]),
  );
  const { values } = parseArgs({ options });
  const given = values as Readonly<Record<string, string | undefined>>;
  if (given.out === undefined) throw new Error('--out DIR says where the files go');
  writeAll(given.out, sizesOf(given));
}
