import { expect } from 'vitest';
import type { JsonRow } from '../support/ask.ts';
import * as change from './changes.ts';
import { withOneOrder } from './one-order.ts';
import { outputs, sameFigures } from './outputs.ts';
import {
  added,
  besideEachOther,
  equal,
  equalButForMarks,
  exact,
  figureAt,
  figureIn,
  overGroups,
  overPeriods,
  overShops,
  Sums,
} from './relate.ts';
import { type Asked, plainFiles, type Told } from './reports.ts';
import { type Shop, wholeShop } from './whole-shop.ts';

/** How figures follow an input or a command that is changed: what must hold whatever the shop is. */
export interface Relation {
  readonly name: string;
  /** What is changed, in words for the documentation. */
  readonly changed: string;
  /** How the figures must relate, with the exceptions and their reason. */
  readonly figures: string;
  /** The inputs that are reported. */
  readonly asked: (shop: Shop) => readonly Asked[];
  /** Holds their figures against each other, in the same order. */
  readonly relate: (told: readonly Told[], shop: Shop) => void;
}

const plain = ({ sheets }: Shop): Asked => ({ files: plainFiles(sheets) });

/** The plain shop beside the same with other files. */
const beside =
  (...changes: readonly ((shop: Shop) => Partial<Asked>)[]) =>
  (shop: Shop): readonly Asked[] => [plain(shop), ...changes.map((one) => ({ ...plain(shop), ...one(shop) }))];

/** All reports are related to the first. */
const each =
  (relate: (before: Told, after: Told) => void) =>
  ([before, ...after]: readonly Told[]): void => {
    for (const one of after) relate(before!, one);
  };

const allEqual = each(equal);
const allEqualButForMarks = each(equalButForMarks);
const same = 'equal, with reasons and marks';

const groupsOf = (rows: readonly JsonRow[], period: string): JsonRow[] =>
  rows.filter((row) => row.period === period && Object.keys(row.dimensions).length > 0);
const totalsOf = (rows: readonly JsonRow[]): JsonRow[] =>
  rows.filter(({ dimensions }) => Object.keys(dimensions).length === 0);

export const relations: readonly Relation[] = [
  {
    name: 'shuffled rows',
    changed: 'the rows of every file in another order; those of a Shopify order stay together',
    figures: same,
    asked: beside((shop) => ({ files: change.shuffled(shop) })),
    relate: allEqual,
  },
  {
    name: 'dealt to several files',
    changed: 'every file split in three, record by record in turn',
    figures: 'equal; marks of coverage may differ: each part begins and ends on days of its own',
    asked: beside((shop) => ({ files: change.dealt(shop, 3) })),
    relate: allEqualButForMarks,
  },
  {
    name: 'cut into several files',
    changed: 'every file cut in two one after the other; and in two that have 20 records in common',
    figures: 'equal; marks of coverage may differ: a pause between two files is a gap, inside one it is none',
    asked: beside(
      (shop) => ({ files: change.cut(shop, 2, 0) }),
      (shop) => ({ files: change.cut(shop, 2, 20) }),
    ),
    relate: allEqualButForMarks,
  },
  {
    name: 'second download',
    changed: 'every file twice, as `orders.csv` and `orders (1).csv`',
    figures: same,
    asked: beside((shop) => ({ files: change.twice(shop) })),
    relate: allEqual,
  },
  {
    name: 'written in another way',
    changed: 'UTF-8 with its mark, UTF-16, Windows-1252; CRLF; all cells quoted; tabs; semicolons with decimal commas',
    figures: same,
    asked: beside((shop) => ({ files: change.rewritten(shop) })),
    relate: allEqual,
  },
  {
    name: 'packed',
    changed: 'every file as .gz; all files in one .zip',
    figures: same,
    asked: beside(
      (shop) => ({ files: change.gzipped(shop) }),
      (shop) => ({ files: change.zipped(shop) }),
    ),
    relate: allEqual,
  },
  {
    name: 'in a workbook',
    changed: 'every file as a sheet of one .xlsx, with numbers and days stored as such',
    figures: same,
    asked: beside((shop) => ({ files: change.inWorkbook(shop) })),
    relate: allEqual,
  },
  {
    name: 'renamed',
    changed: 'every file with another name, in another folder',
    figures: same,
    asked: beside((shop) => ({ files: change.renamed(shop) })),
    relate: allEqual,
  },
  {
    name: 'unknown columns',
    changed: 'two columns more that mean nothing; all columns in another order',
    figures: same,
    asked: beside(
      (shop) => ({ files: change.withColumns(shop) }),
      (shop) => ({ files: change.inOtherColumns(shop) }),
    ),
    relate: allEqual,
  },
  {
    name: 'in French',
    changed:
      'names of columns, statuses, countries and devices in French, days as `02/11/2026`, amounts as `1 234,50`, Windows-1252',
    figures: same,
    asked: beside((shop) => ({ files: change.inFrench(shop) })),
    relate: allEqual,
  },
  {
    name: 'instants in UTC',
    changed: 'every time that has an offset written in UTC',
    figures: same,
    asked: beside((shop) => ({ files: change.inUtc(shop) })),
    relate: allEqual,
  },
  {
    name: 'without copies',
    changed: 'rows with an id that are exact copies of another taken out',
    figures: same,
    asked: beside((shop) => ({ files: change.withoutCopies(shop) })),
    relate: allEqual,
  },
  {
    name: 'without damaged rows',
    changed: 'rows that cannot be read taken out; of Shopify the whole order',
    figures: same,
    asked: beside((shop) => ({ files: change.withoutDamage(shop) })),
    relate: allEqual,
  },
  {
    name: '364 days before',
    changed: 'all days, and now, 364 days earlier',
    figures: 'equal in the periods 364 days earlier',
    asked: (shop) => [
      plain(shop),
      { files: change.moved(shop, -364), asOf: '2025-11-23', from: '2025-09-08', to: '2025-11-16' },
    ],
    relate: ([before, after]) => {
      // Weeks by their place.
      const placed = ({ rows, out }: Told): Told => ({
        rows: rows.map((row, at) => ({ ...row, period: String(at) })),
        out,
      });
      equal(placed(before!), placed(after!));
    },
  },
  {
    name: 'doubled currency',
    changed: 'all amounts in dollars, of which each is 2 euros',
    figures:
      'money doubles, anything else is equal; a part of a price with tax inside is rounded to a millionth before it is added, so that each order may be a millionth off',
    asked: beside((shop) => ({ files: change.inDollars(shop), config: 'rates: { USD: 2 }\n' })),
    relate: doubled,
  },
  {
    name: 'one order more',
    changed: 'one order of 10 pieces for 80.00, less 8.00, with 18.00 of tax, by somebody new',
    figures:
      'orders + 1, gross sales + 80, net sales + 72, taxes + 18, pieces + 10, customers + 1 and so on in its week and in the whole span; no other sum moves, and none in other weeks',
    asked: (shop) => [plain(shop), { files: plainFiles(withOneOrder(shop).sheets) }],
    relate: ([before, after], shop) => withOneOrder(shop).relate(before!, after!),
  },
  {
    name: 'two shops',
    changed:
      'two shops with the same numbers of orders and other customers, each alone and both under a `store`, by channel',
    figures: 'sums, distinct people and followers of both are those of one plus the other, in each channel as well',
    asked: (shop) => {
      const other = wholeShop({ ...shop, seed: shop.seed + 1000, people: 'b' });
      const both = ofStores(plainFiles(shop.sheets), plainFiles(other.sheets));
      return [plain(shop), plain(other), both].map((one) => ({ ...one, line: '--by channel' }));
    },
    relate: ([one, other, both]) => {
      const sums = new Sums();
      for (const row of both!.rows)
        for (const id of overShops.filter((one) => one in row.values)) {
          const parts = [one!, other!].map(({ rows }) => figureAt(rows, row, id));
          sums.add(`${row.period} ${JSON.stringify(row.dimensions)} ${id}`, figureIn(row, id), parts);
        }
      sums.prove(1_000);
    },
  },
  {
    name: 'one shop as two',
    changed: 'the same files under two `store`s',
    figures: 'sums double, but of new customers: they are the same people',
    asked: (shop) => [plain(shop), ofStores(plainFiles(shop.sheets), plainFiles(shop.sheets))],
    relate: ([one, both]) => {
      const sums = new Sums();
      for (const { id, a, b, where } of besideEachOther(one!.rows, both!.rows)) {
        if (id === 'new_customers' || id === 'customers') expect([where, b.value]).toEqual([where, a.value]);
        else if (overPeriods.includes(id)) sums.add(where, b, [a, a]);
      }
      sums.prove(250);
    },
  },
  {
    name: 'longer periods',
    changed: 'by day, week, month and quarter',
    figures:
      'sums of weeks and months are those of their days, of quarters those of their months, of the span those of any; not the revenue of new customers: who is new in a week is new on one of its days',
    asked: (shop) =>
      ['day', 'week', 'month', 'quarter'].map((length) => ({ ...plain(shop), line: `--period ${length}` })),
    relate: ([days, ...longer]) => {
      const sums = new Sums();
      for (const { rows } of longer)
        for (const row of rows) {
          const own = days!.rows.filter(({ period, from, to }) => period !== 'all' && from >= row.from && to <= row.to);
          for (const id of overPeriods)
            if (id in row.values)
              sums.add(
                `${row.period} ${id}`,
                figureIn(row, id),
                own.map((day) => figureIn(day, id)),
              );
        }
      sums.prove(400);
    },
  },
  {
    name: 'a longer span',
    changed: 'all periods that the files cover, `--all`',
    figures: 'each week has the same figures and marks',
    asked: beside(() => ({ line: '--all --include-partial' })),
    relate: ([before, after]) => {
      const weeks = (rows: readonly JsonRow[]): JsonRow[] => rows.filter(({ period }) => period !== 'all');
      const shown = new Set(weeks(before!.rows).map(({ period }) => period));
      equal(
        { rows: weeks(before!.rows), out: '' },
        { rows: after!.rows.filter(({ period }) => shown.has(period)), out: '' },
      );
    },
  },
  {
    name: 'groups',
    changed: '`--by` channel; country; channel and device; source',
    figures:
      'totals are equal; sums of groups are the total; distinct customers and visitors are at most the sum of the groups and at least the largest of them. Not returning customers: who is new through one channel and comes again through another returns in that one. A margin with costs that name no group has only a total',
    asked: beside(
      () => ({ line: '--by channel' }),
      () => ({ line: '--by country' }),
      () => ({ line: '--by channel --by device' }),
      () => ({ line: '--by source' }),
    ),
    relate: ([before, ...grouped]) => {
      for (const { rows, out } of grouped) {
        equal(before!, { rows: totalsOf(rows), out });
        const sums = new Sums();
        for (const total of totalsOf(rows)) {
          const own = groupsOf(rows, total.period);
          for (const id of overGroups)
            if (id in total.values)
              sums.add(
                `${total.period} ${id}`,
                figureIn(total, id),
                own.map((group) => figureIn(group, id)),
              );
          for (const id of ['customers', 'visitors']) {
            const parts = own.map((group) => figureIn(group, id));
            const [whole, sum] = [total.values[id], added(parts)];
            if (typeof whole !== 'number' || sum === null) continue;
            const isBetween = exact(whole) <= sum && parts.every(({ value }) => Number(value ?? 0) <= whole);
            expect(isBetween, `${total.period} ${id}: ${whole} of ${parts.map(({ value }) => value).join()}`).toBe(
              true,
            );
          }
        }
        sums.prove(250);
      }
    },
  },
  {
    name: 'one channel alone',
    changed: 'of visits, ads and leads only the rows of Paid Search',
    figures:
      'the figures of that channel, where no other record takes part; not purchases: of two sessions that name one order the other may be gone',
    asked: (shop) => [{ ...plain(shop), line: '--by channel' }, { files: plainFiles(onlyChannel(shop)) }],
    relate: ([before, after]) => ofOneGroup(before!, after!, 'Paid Search', ofVisitsAndAds),
  },
  {
    name: 'one country alone',
    changed: 'only the orders of Belgium, with their lines and refunds',
    figures: 'the sales of that country',
    asked: (shop) => [{ ...plain(shop), line: '--by country' }, { files: plainFiles(onlyCountry(shop)) }],
    relate: ([before, after]) => ofOneGroup(before!, after!, 'BE', ofSales),
  },
  {
    name: 'normalized and back',
    changed: 'the records that `kpi normalize` writes, as CSV and as NDJSON, in place of the files',
    figures: same,
    asked: beside(
      () => ({ through: 'csv' }),
      () => ({ through: 'ndjson' }),
    ),
    relate: allEqual,
  },
  {
    name: 'outputs',
    changed: '`--format` table, markdown and html in English and French; csv, csv-excel and xlsx',
    figures:
      'those of `--format json`: digit by digit where programs read them, else rounded to the last digit that is shown',
    asked: (shop) => outputs.map((one) => ({ ...plain(shop), ...one })),
    relate: sameFigures,
  },
  {
    name: 'engines',
    changed: '`--engine memory` and `--engine duckdb`, by channel',
    figures: 'the same bytes',
    asked: (shop) => ['memory', 'duckdb'].map((name) => ({ ...plain(shop), line: `--by channel --engine ${name}` })),
    relate: ([memory, duckdb]) => expect(duckdb!.out).toBe(memory!.out),
  },
];

/** Files of two shops, each in a folder that the configuration names as a store. */
function ofStores(one: Asked['files'], other: Asked['files']): Asked {
  const below = (folder: string, files: Asked['files']) =>
    Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content] as const);
  return {
    files: Object.fromEntries([...below('north', one), ...below('south', other)]),
    config: 'sources:\n  - { path: data/north, store: North }\n  - { path: data/south, store: South }\n',
  };
}

const money = new Set(
  [
    'gross_sales discounts returns net_sales shipping_charged taxes total_sales revenue average_order_value aov_total',
    'gross_margin cm2 contribution_margin revenue_new_customers revenue_returning_customers revenue_per_session',
    'revenue_per_visitor revenue_per_customer ad_spend cpc cpm cpa cost_per_order cpl conversion_value cac cac_paid',
    'cac_all_customers email_revenue revenue_per_email ltv ltv_revenue ltv_historic ltv_n_days',
  ].flatMap((line) => line.split(' ')),
);

function doubled([before, after]: readonly Told[]): void {
  const unlike: string[] = [];
  let seen = 0;
  for (const { id, a, b, where } of besideEachOther(before!.rows, after!.rows)) {
    if (typeof a.value !== 'number' || typeof b.value !== 'number') {
      if (JSON.stringify(a) !== JSON.stringify(b)) unlike.push(`${where}: ${JSON.stringify(a)}, ${JSON.stringify(b)}`);
      continue;
    }
    const expected = a.value * (money.has(id) ? 2 : 1);
    if (money.has(id)) seen += 1;
    // A millionth for each of some hundred orders at most, of amounts of hundreds: relative to that.
    const slack = Math.max(3e-4, Math.abs(expected) * 1e-6);
    if (Math.abs(b.value - expected) > slack || a.marks.join() !== b.marks.join())
      unlike.push(`${where}: ${a.value}, ${b.value}`);
  }
  expect(unlike).toEqual([]);
  expect(seen).toBeGreaterThan(250);
}

const ofVisitsAndAds = [
  ...['ad_spend', 'impressions', 'clicks', 'ctr', 'cpc', 'cpm', 'cpa', 'roas', 'conversions', 'conversion_value'],
  ...['sessions', 'visitors', 'pages_per_session', 'bounce_rate', 'bounce_rate_single_page', 'leads'],
  ...['average_session_duration', 'add_to_cart_rate', 'checkout_reach_rate', 'cpl', 'lead_rate'],
];
const ofSales = [
  ...['gross_sales', 'discounts', 'returns', 'net_sales', 'shipping_charged', 'taxes', 'total_sales', 'orders'],
  ...['units_sold', 'average_order_value', 'items_per_order', 'discount_rate', 'gross_margin', 'gross_margin_rate'],
  ...['customers', 'purchase_frequency', 'revenue_per_customer', 'order_refund_rate', 'unidentified_order_share'],
];

/** The figures of a group are those of a shop that has nothing else. */
function ofOneGroup(grouped: Told, alone: Told, group: string, ids: readonly string[]): void {
  const unlike: string[] = [];
  let seen = 0;
  for (const row of grouped.rows) {
    if (!Object.values(row.dimensions).some((name) => name.toLowerCase() === group.toLowerCase())) continue;
    const own = alone.rows.find(({ period }) => period === row.period)!;
    for (const id of ids.filter((one) => one in row.values && one in own.values)) {
      const [a, b] = [figureIn(row, id), figureIn(own, id)];
      // Where the files of the group end earlier, nothing is known in place of nothing.
      const isNothing = b.because === 'not_covered' && (a.value === 0 || a.because === 'zero_denominator');
      if (a.value !== null) seen += 1;
      if (a.value !== b.value && !isNothing)
        unlike.push(`${row.period} ${id}: ${a.value ?? a.because}, ${b.value ?? b.because}`);
    }
  }
  expect(unlike).toEqual([]);
  expect(seen).toBeGreaterThan(100);
}

const onlyChannel = ({ sheets }: Shop) =>
  sheets.map((sheet) => {
    const at = sheet.header.indexOf('channel');
    if (!['visits', 'spend', 'leads'].includes(sheet.name)) return sheet;
    return { ...sheet, rows: sheet.rows.filter((row) => row[at]!.toLowerCase() === 'paid search') };
  });

function onlyCountry({ sheets }: Shop) {
  const orders = sheets.find(({ name }) => name === 'orders')!;
  const at = orders.header.findIndex((name) => /country/i.test(name));
  const own = new Set(orders.rows.filter((row) => row[at] === 'BE').map(([id]) => id));
  return sheets.map((sheet) => {
    const id = sheet.header.indexOf('order_id');
    if (sheet.name === 'orders') return { ...sheet, rows: sheet.rows.filter((row) => own.has(row[0]!)) };
    if (sheet.name !== 'order_lines' && sheet.name !== 'refunds') return sheet;
    return { ...sheet, rows: sheet.rows.filter((row) => own.has(row[id]!)) };
  });
}
