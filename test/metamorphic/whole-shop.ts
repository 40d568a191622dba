import { Random } from '../../bench/random.ts';

/** A file of a made-up shop before it is written down. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many columns at the front name a record: rows that have them in common stay in one file, and in order. */
  readonly key: number;
  /** Columns whose cells are amounts of money. */
  readonly money: readonly string[];
}

/** Where all orders come from: sheets of its own, with lines and refunds; or Shopify's export. */
export type Form = 'own' | 'shopify';

export interface Sort {
  readonly seed: number;
  readonly form: Form;
  /** Rows as exports of life have them: damaged, repeated, incomplete, spelt in several ways. */
  readonly irregular: boolean;
  /** Begins the names of the people of a second shop. */
  readonly people?: string;
}

export interface Shop extends Sort {
  readonly sheets: readonly Sheet[];
}

/** The weeks that the reports are about: Monday 7 September to Sunday 15 November 2026, summer time ends in between. */
export const weeks = { from: '2026-09-07', to: '2026-11-15', days: 70 } as const;

const DAY = 86_400_000;
const firstDay = Date.UTC(2026, 8, 7);
const summerEnds = Date.UTC(2026, 9, 25, 1);
const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const amount = (cents: number): string => `${Math.floor(cents / 100)}.${two(cents % 100)}`;

/** Hours that Paris is ahead of UTC, by the law: last Sundays of March and October, 01:00 UTC. */
function ahead(at: number): number {
  const year = new Date(at).getUTCFullYear();
  const lastSunday = (month: number): number => {
    const end = Date.UTC(year, month + 1, 0, 1);
    return end - new Date(end).getUTCDay() * DAY;
  };
  return at >= lastSunday(2) && at < lastSunday(9) ? 2 : 1;
}

/** An instant as Paris writes it: `2026-11-02T10:00:00+01:00`. */
export const paris = (at: number): string =>
  `${new Date(at + ahead(at) * 3_600_000).toISOString().slice(0, 19)}+0${ahead(at)}:00`;
const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
/** As Shopify writes it. */
const shopifyTime = (at: number): string => `${paris(at).slice(0, 19).replace('T', ' ')} +0${ahead(at)}00`;

const channels = ['Email', 'Direct', 'Paid Search', 'Paid Social', 'Organic Search'] as const;
const countries = ['FR', 'FR', 'BE', 'DE'] as const;
const devices = ['mobile', 'desktop', 'tablet'] as const;

interface Order {
  readonly id: string;
  readonly at: number;
  readonly customer: number | null;
  readonly status: string;
  readonly channel: string | null;
  readonly country: string;
  readonly lines: readonly { readonly product: number; readonly quantity: number }[];
  readonly discount: number;
  readonly shipping: number;
}

const priceOf = (product: number): number => 495 + product * 310;
const costOf = (product: number): number => 150 + product * 95;
export const grossOf = ({ lines }: Pick<Order, 'lines'>): number =>
  lines.reduce((sum, { product, quantity }) => sum + priceOf(product) * quantity, 0);
/** A fifth of what was paid for items and shipping. */
const taxOf = (order: Order): number => Math.round((grossOf(order) - order.discount + order.shipping) / 5);

/** A shop, the same for the same sort. */
export function wholeShop(sort: Sort): Shop {
  const { seed, form, irregular, people = '' } = sort;
  let stream = 0;
  const next = (): Random => {
    stream += 1;
    return new Random(seed, stream).at(0);
  };
  /** Whether a row is odd in a way that one in so many is. */
  const odd = (random: Random, times: number): boolean => random.once(times) && irregular;
  const pick = <T>(random: Random, all: readonly T[]): T => all[random.below(all.length)]!;
  const mail = (customer: number): string => `${people}customer${customer}@example.com`;

  const chance = next();
  // Two years of orders, the more the later: customers come again, and their first orders lie before the reports.
  const times = [
    ...Array.from({ length: 90 }, () => firstDay - chance.below(700 * 1440) * 60_000),
    ...Array.from({ length: 130 }, () => firstDay + chance.below(weeks.days * 1440) * 60_000),
    firstDay + 9 * 3_600_000,
    firstDay + (weeks.days - 1) * DAY + 9 * 3_600_000,
  ].sort((a, b) => a - b);
  const statuses = ['paid', 'paid', 'paid', 'paid', 'paid', 'refunded', 'cancelled', 'pending'];
  const orders = times.map((at, place): Order => {
    const lines = Array.from({ length: 1 + chance.below(3) }, () => ({
      product: chance.below(12),
      quantity: 1 + chance.low(3),
    }));
    return {
      id: String(1001 + place),
      at,
      customer: chance.once(12) ? null : chance.below(60),
      status: pick(chance, statuses),
      channel: form === 'shopify' || chance.once(6) ? null : pick(chance, channels),
      country: pick(chance, countries),
      lines,
      discount: chance.once(4) ? Math.floor(grossOf({ lines }) / 10) : 0,
      shipping: chance.once(2) ? 0 : 490,
    };
  });

  const visits = visitRows(next(), orders, odd, { people, irregular });
  const spend = spendRows(next(), odd);
  const [tickets, surveys] = [ticketRows(next(), odd, people), surveyRows(next(), people)];
  const sales = form === 'own' ? ownOrders(next(), orders, odd, mail) : shopifyOrders(next(), orders, odd, mail);
  return {
    ...sort,
    sheets: [
      ...sales,
      visits,
      spend,
      costRows(next(), irregular),
      tickets,
      surveys,
      socialRows(next()),
      leadRows(next(), orders, mail, people),
      checkoutRows(next(), mail),
      emailRows(next()),
      searchRows(next()),
    ],
  };
}

type Odd = (random: Random, times: number) => boolean;

/** Sheets of its own: orders, their lines with costs, refunds. */
function ownOrders(random: Random, orders: readonly Order[], odd: Odd, mail: (customer: number) => string): Sheet[] {
  const written = orders.flatMap((order) => {
    const { id, at, customer, status, channel, country, discount, shipping } = order;
    const plain = customer === null ? '' : mail(customer);
    const who = odd(random, 9) ? ` ${plain.toUpperCase()}` : plain;
    const time = odd(random, 40) ? 'n/a' : odd(random, 9) ? utc(at) : paris(at);
    const word = odd(random, 9) ? status.toUpperCase() : odd(random, 20) ? 'test' : status;
    const through = channel !== null && odd(random, 9) ? channel.toLowerCase() : (channel ?? '');
    const row = [
      ...[id, time, word, 'EUR', who, through, country, pick(random, devices)],
      ...[amount(grossOf(order)), odd(random, 12) && discount === 0 ? '' : amount(discount), amount(shipping)],
      ...[amount(taxOf(order)), amount(grossOf(order) - discount + shipping + taxOf(order))],
    ];
    // A row that somebody pasted twice.
    return odd(random, 25) ? [row, row] : [row];
  });
  const lines = orders.flatMap(({ id, lines }) =>
    lines.map(({ product, quantity }) => {
      const name = odd(random, 8) ? `Bowl "No ${product}", blue\nand white` : `Café crème no ${product}`;
      return [id, `SKU-${two(product)}`, name, String(quantity), amount(priceOf(product)), amount(costOf(product))];
    }),
  );
  const refunds = orders
    .filter(({ status }) => status === 'paid')
    .flatMap((order, place) => {
      if (!random.once(9)) return [];
      const back = order.at + (1 + random.below(20)) * DAY;
      const item = Math.floor((grossOf(order) - order.discount) / 2);
      const of = odd(random, 6) ? `${order.id}-unknown` : order.id;
      return [
        [`R${place}${order.id}`, of, paris(back), amount(item), amount(0), amount(Math.floor(item / 5)), '1', 'EUR'],
      ];
    });
  const inside = (time: string | undefined): boolean => time !== undefined && time.slice(0, 10) <= weeks.to;
  return [
    {
      name: 'orders',
      header: [
        ...['order_id', 'ordered_at', 'status', 'currency', 'customer_key', 'channel', 'country', 'device'],
        ...['gross_sales', 'discounts', 'shipping', 'taxes', 'total'],
      ],
      rows: written,
      key: 1,
      money: ['gross_sales', 'discounts', 'shipping', 'taxes', 'total'],
    },
    {
      name: 'order_lines',
      header: ['order_id', 'sku', 'product', 'quantity', 'unit_price', 'unit_cost'],
      rows: lines,
      key: 1,
      money: ['unit_price', 'unit_cost'],
    },
    {
      name: 'refunds',
      header: [
        ...['refund_id', 'order_id', 'refunded_at', 'item_amount', 'shipping_amount', 'tax_amount', 'quantity'],
        'currency',
      ],
      rows: refunds.filter(([, , time]) => inside(time)),
      key: 1,
      money: ['item_amount', 'shipping_amount', 'tax_amount'],
    },
  ];
}

/** Shopify's export: the newest order first, one row a line, the order's own cells on the first; tax inside the prices. */
function shopifyOrders(
  random: Random,
  orders: readonly Order[],
  odd: Odd,
  mail: (customer: number) => string,
): Sheet[] {
  const rows = [...orders].reverse().flatMap((order) => {
    const { id, at, customer, status, lines, discount, shipping, country } = order;
    const plain = customer === null ? '' : mail(customer);
    const who = odd(random, 9) ? ` ${plain.toUpperCase()} ` : plain;
    const paid = grossOf(order) - discount + shipping;
    const refunded = status === 'refunded' ? paid : random.once(15) ? Math.floor(grossOf(order) / 3) : 0;
    const word = status === 'cancelled' ? 'voided' : odd(random, 9) ? status.toUpperCase() : status;
    const created = odd(random, 40) ? 'n/a' : shopifyTime(at);
    const block = lines.map(({ product, quantity }, line) => {
      const own =
        line === 0
          ? [
              ...[word, 'EUR', amount(paid - shipping), amount(shipping), amount(Math.round(paid / 6)), amount(paid)],
              ...[discount > 0 ? 'WELCOME10' : '', amount(discount)],
            ]
          : ['', '', '', '', '', '', '', ''];
      const name = odd(random, 8) ? `Bowl "No ${product}", blue\nand white` : `Café crème no ${product}`;
      return [
        ...[`#${id}`, who, ...own, created, String(quantity), name, amount(priceOf(product)), `SKU-${two(product)}`],
        ...[line === 0 ? country : '', line === 0 ? amount(refunded) : ''],
      ];
    });
    return odd(random, 25) ? [...block, ...block] : block;
  });
  return [
    {
      name: 'orders',
      header: [
        ...['Name', 'Email', 'Financial Status', 'Currency', 'Subtotal', 'Shipping', 'Taxes', 'Total', 'Discount Code'],
        ...['Discount Amount', 'Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Lineitem sku'],
        ...['Shipping Country', 'Refunded Amount'],
      ],
      rows,
      key: 1,
      money: ['Subtotal', 'Shipping', 'Taxes', 'Total', 'Discount Amount', 'Lineitem price', 'Refunded Amount'],
    },
  ];
}

const pick = <T>(random: Random, all: readonly T[]): T => all[random.below(all.length)]!;

/** One row a session; some name an order, and now and then two name the same. */
function visitRows(
  random: Random,
  orders: readonly Order[],
  odd: Odd,
  { people, irregular }: { people: string; irregular: boolean },
): Sheet {
  const late = orders.filter(({ at }) => at > firstDay + 7_200_000);
  const bought = late.filter(() => random.once(2)).flatMap((order) => (random.once(10) ? [order, order] : [order]));
  const times = [
    ...bought.map((order) => ({ at: order.at - (1 + random.below(50)) * 60_000, order })),
    ...Array.from({ length: 500 }, () => ({ at: firstDay + random.below(weeks.days * 1440) * 60_000, order: null })),
    // The hour that comes twice when summer time ends.
    ...[-1, 0, 1].map((hour) => ({ at: summerEnds + hour * 3_600_000, order: null })),
  ].sort((a, b) => a.at - b.at);
  const rows = times.flatMap(({ at, order }, place) => {
    const cart = order !== null || random.once(4) ? 1 : 0;
    const checkout = order !== null || (cart === 1 && random.once(2)) ? 1 : 0;
    const pages = 1 + random.low(9);
    const through = pick(random, channels);
    const channel = odd(random, 12) ? through.toUpperCase() : through;
    const visitor = odd(random, 15) ? '' : `${people}p${random.below(180)}`;
    const time = order === null && odd(random, 40) ? 'n/a' : odd(random, 9) ? utc(at) : paris(at);
    const row = [
      ...[`v${place}`, time, visitor, channel, pick(random, devices), pick(random, countries)],
      ...[odd(random, 15) ? '' : String(pages), pages > 1 ? '1' : '0', String(pages * random.below(90))],
      ...[cart, cart, checkout, order === null ? 0 : 1].map(String),
      order === null ? '' : odd(random, 8) ? `#${order.id}` : order.id,
    ];
    return irregular && random.once(60) ? [row, row] : [row];
  });
  return {
    name: 'visits',
    header: [
      ...['visit_id', 'started_at', 'visitor_id', 'channel', 'device', 'country', 'pageviews', 'engaged_sessions'],
      ...['duration', 'product_views', 'carts', 'checkouts', 'purchases', 'order_id'],
    ],
    rows,
    key: 1,
    money: [],
  };
}

const days = (random: Random, gap: number): number[] =>
  Array.from({ length: weeks.days }, (_, day) => day).filter(
    (day) => day === 0 || day === weeks.days - 1 || !random.once(gap),
  );

/** One row a day and campaign. */
function spendRows(random: Random, odd: Odd): Sheet {
  const campaigns = [
    ['Microsoft Ads', 'Brand', 'Paid Search'],
    ['Microsoft Ads', 'Générique', 'Paid Search'],
    ['TikTok Ads', 'Été; "soldes", 2026', 'Paid Social'],
  ] as const;
  const rows = days(random, 1_000).flatMap((day) =>
    campaigns.flatMap(([platform, campaign, channel]) => {
      const clicks = random.below(90);
      const cost = odd(random, 40) ? 'n/a' : amount(clicks * (20 + random.below(40)));
      const row = [
        ...[dayOf(firstDay + day * DAY), platform, campaign, channel, 'EUR', cost],
        ...[String(clicks * (10 + random.below(30))), String(clicks), String(random.below(4))],
        amount(clicks * random.below(90)),
      ];
      // Two rows of one day and campaign in one file both count.
      return odd(random, 30) ? [row, row] : [row];
    }),
  );
  return {
    name: 'spend',
    header: [
      ...['date', 'platform', 'campaign', 'channel', 'currency', 'cost', 'impressions', 'clicks', 'conversions'],
      'conversion_value',
    ],
    rows,
    key: 1,
    money: ['cost', 'conversion_value'],
  };
}

/** Expenses of days, and of spans that are spread over their days. */
function costRows(random: Random, irregular: boolean): Sheet {
  const span = (from: number, to: number): string[] => [dayOf(firstDay + from * DAY), dayOf(firstDay + to * DAY)];
  const rows = [
    ...[0, 7, 14, 21, 28, 35, 42, 49, 56, 63].flatMap((day) => [
      [...span(day, day + 6), 'fulfilment', amount(10_000 + random.below(9_999)), 'EUR'],
      [...span(day, day), 'payment_fee', amount(random.below(3_000)), 'EUR'],
    ]),
    [...span(0, 69), 'marketing_other', amount(100_001), 'EUR'],
    ...(irregular ? [[...span(3, 40), 'sales', amount(77_777), 'EUR']] : []),
  ];
  return {
    name: 'costs',
    header: ['date_from', 'date_to', 'category', 'amount', 'currency'],
    rows,
    key: 3,
    money: ['amount'],
  };
}

function ticketRows(random: Random, odd: Odd, people: string): Sheet {
  const rows = Array.from({ length: 140 }, (_, place) => {
    const at = firstDay + Math.floor((place * weeks.days * DAY) / 140 / 60_000) * 60_000;
    const reply = random.once(8) ? null : at + (5 + random.below(2_000)) * 60_000;
    const solve = reply === null || random.once(9) ? null : reply + (5 + random.below(5_000)) * 60_000;
    const row = (updated: number, tags: string): string[] => [
      ...[`T${place}`, paris(at), solve === null ? 'open' : 'closed', pick(random, ['email', 'chat', 'phone'])],
      ...[`${people}customer${random.below(60)}@example.com`, reply === null ? '' : paris(reply)],
      ...[solve === null ? '' : paris(solve), String(random.below(3)), String(1 + random.below(3))],
      ...[random.once(12) ? '1' : '0', tags, paris(updated)],
    ];
    const last = row(solve ?? reply ?? at, random.once(6) ? 'complaint delivery' : 'delivery');
    // An older copy beside it.
    return odd(random, 20) ? [last, last.with(10, 'complaint').with(11, paris(at - 60_000))] : [last];
  }).flat();
  return {
    name: 'tickets',
    header: [
      ...['ticket_id', 'created_at', 'status', 'contact_channel', 'requester_key', 'first_reply_at', 'solved_at'],
      ...['agent_replies', 'customer_messages', 'reopens', 'tags', 'updated_at'],
    ],
    rows,
    key: 1,
    money: [],
  };
}

function surveyRows(random: Random, people: string): Sheet {
  const rows = Array.from({ length: 90 }, (_, place) => {
    const at = paris(firstDay + Math.floor((place * weeks.days * DAY) / 90 / 60_000) * 60_000);
    const who = `${people}customer${place}@example.com`;
    return place % 2 === 0
      ? [at, 'nps', String(random.below(11)), '', who]
      : [at, 'csat', String(1 + random.below(5)), '5', who];
  });
  return {
    name: 'surveys',
    header: ['answered_at', 'type', 'score', 'scale', 'customer_key'],
    rows,
    key: 2,
    money: [],
  };
}

function socialRows(random: Random): Sheet {
  const count = { Instagram: 1_000, LinkedIn: 300 };
  const rows = Array.from({ length: weeks.days + 1 }, (_, day) => day - 1).flatMap((day) =>
    (['Instagram', 'LinkedIn'] as const).map((network) => {
      count[network] += random.below(9) - 3;
      const reach = random.below(900);
      const numbers = [
        random.below(3),
        reach * 2,
        reach,
        Math.floor(reach / 9),
        Math.floor(reach / 40),
        count[network],
      ];
      return [dayOf(firstDay + day * DAY), network, ...numbers.map(String)];
    }),
  );
  return {
    name: 'social',
    header: ['date', 'network', 'posts', 'impressions', 'reach', 'engagements', 'link_clicks', 'followers'],
    rows,
    key: 1,
    money: [],
  };
}

function leadRows(random: Random, orders: readonly Order[], mail: (customer: number) => string, people: string): Sheet {
  const rows = days(random, 3).map((day, place) => {
    const who = random.once(3)
      ? mail(orders[random.below(orders.length)]!.customer ?? 1)
      : `${people}lead${place}@example.com`;
    return [`L${place}`, paris(firstDay + day * DAY + 36_000_000), pick(random, channels), who];
  });
  return { name: 'leads', header: ['lead_id', 'created_at', 'channel', 'customer_key'], rows, key: 1, money: [] };
}

function checkoutRows(random: Random, mail: (customer: number) => string): Sheet {
  const rows = days(random, 4).map((day, place) => {
    const at = firstDay + day * DAY + random.below(1_200) * 60_000;
    const done = random.once(3) ? paris(at + 600_000) : '';
    return [`C${place}`, paris(at), mail(random.below(60)), 'EUR', amount(random.below(20_000)), done];
  });
  return {
    name: 'checkouts',
    header: ['checkout_id', 'created_at', 'customer_key', 'currency', 'value', 'completed_at'],
    rows,
    key: 1,
    money: ['value'],
  };
}

function emailRows(random: Random): Sheet {
  const rows = days(random, 3).map((day, place) => {
    const sent = 200 + random.below(900);
    const opens = random.below(sent);
    const numbers = [sent, random.below(9), opens, random.below(1 + opens), random.below(4)];
    return [dayOf(firstDay + day * DAY), `News ${place}`, ...numbers.map(String), amount(random.below(9_000)), 'EUR'];
  });
  return {
    name: 'emails',
    header: ['date', 'campaign', 'recipients', 'bounces', 'opens', 'clicks', 'unsubscribes', 'revenue', 'currency'],
    rows,
    key: 1,
    money: ['revenue'],
  };
}

function searchRows(random: Random): Sheet {
  const rows = days(random, 1_000).flatMap((day) =>
    ['FR', 'DE'].map((country) => {
      const shown = random.below(500);
      const numbers = [random.below(1 + shown), shown].map(String);
      return [dayOf(firstDay + day * DAY), country, ...numbers, `${1 + random.below(20)}.${random.below(10)}`];
    }),
  );
  return {
    name: 'search',
    header: ['date', 'country', 'search_clicks', 'search_impressions', 'position'],
    rows,
    key: 1,
    money: [],
  };
}
