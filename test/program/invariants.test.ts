import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RowAccount } from '../../src/core/accounting.ts';
import { BrokenInvariant } from '../../src/core/invariant.ts';
import { Cells } from '../../src/engine/answers/cells.ts';
import { proveJoin } from '../../src/engine/derive/attribute.ts';
import { Database } from '../../src/engine/duckdb/database.ts';
import { proveClaims } from '../../src/engine/settle/claim-orders.ts';
import { Facts } from '../../src/engine/state/facts.ts';
import { proveGroups, proveHidden, provePeriods } from '../../src/figures/added-up.ts';
import { orders as ordersMeasure } from '../../src/measures/order.ts';
import { folderWith, table } from '../cases/kit.ts';
import { type Ran, run, wordsOf } from '../support/run.ts';

/*
 * What must hold in every run is broken on purpose, one number at a time. No figure may come out, and the message says what to send:
 * no rows.
 */

afterEach(() => vi.restoreAllMocks());

const files = {
  'orders.csv': table(
    'order_id,ordered_at,status,gross_sales,channel',
    '1,2026-11-02,paid,10,Email',
    '2,2026-11-04,test,10,Email',
    '3,2026-11-05,paid,20,Direct',
    '4,2026-11-15,paid,30,Direct',
  ),
  'visits.csv': table(
    'visit_id,started_at,channel,order_id',
    'a,2026-11-02T08:00:00+01:00,Email,1',
    'b,2026-11-02T09:00:00+01:00,Direct,1',
    'c,2026-11-15T08:00:00+01:00,Direct,4',
  ),
};

/** A report of these files, which is well as long as nothing is broken. */
async function reported(line = ''): Promise<Ran & { readonly folder: string }> {
  const folder = folderWith(files);
  const words = wordsOf(
    `report . --timezone Europe/Paris --currency EUR --as-of 2026-11-16 --last 2 --kpi orders,conversion_rate --out r.json --out - ${line}`,
  );
  return { ...(await run(words, { cwd: folder })), folder };
}

function expectFault({ code, out, err, folder }: Awaited<ReturnType<typeof reported>>, message: RegExp): void {
  expect(err).toMatch(message);
  expect(code).toBe(101);
  expect(out).toBe('');
  expect(existsSync(join(folder, 'r.json'))).toBe(false);
  expect(err).toContain('two counts contradict each other, so nothing is printed: one of them is wrong\n');
  expect(err).toContain('no rows of your files need to be sent\n');
  // Nothing that is in a row.
  expect(err).not.toMatch(/Email|Direct/);
}

it.each(['', '--by channel', '--by channel --engine duckdb', '--engine duckdb --period day'])(
  'nothing is said where nothing is broken %s',
  async (line) => {
    const { code, err, folder } = await reported(line);
    expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
    expect(existsSync(join(folder, 'r.json'))).toBe(true);
  },
);

describe('rows', () => {
  it('that are counted nowhere are a fault', async () => {
    vi.spyOn(RowAccount.prototype, 'skip').mockImplementation(() => {});
    const found = await reported();
    expectFault(
      found,
      /^kpi: internal error: rows of orders\.csv do not add up: 4 read, 3 accepted, 0 rejected, 0 skipped/,
    );
  });

  it('that are counted twice are one', async () => {
    const skip = RowAccount.prototype.skip;
    vi.spyOn(RowAccount.prototype, 'skip').mockImplementation(function (this: RowAccount, reason, rows) {
      skip.call(this, reason, rows);
      this.superseded += 1;
    });
    expectFault(await reported(), /rows of orders\.csv do not add up: .* 1 superseded/);
  });

  it('that are rejected or skipped without their reason are one', () => {
    const account = Object.assign(new RowAccount(), { read: 2, accepted: 1, rejected: 1 });
    expect(() => account.prove('a.csv')).toThrow(BrokenInvariant);
    account.rejects.push({ record: 1, column: 'x', reason: 'bad_number', value: '' });
    expect(() => account.prove('a.csv')).not.toThrow();
    Object.assign(account, { read: 3, skipped: 1 });
    expect(() => account.prove('a.csv')).toThrow('1 skipped, 0 superseded; 1 rejected and 0 skipped with their reason');
  });

  it('are told in French as well', async () => {
    vi.spyOn(RowAccount.prototype, 'skip').mockImplementation(() => {});
    const { code, err } = await reported('--lang fr');
    expect(code).toBe(101);
    expect(err).toContain("aucune ligne de vos fichiers n'est à envoyer\n");
  });
});

/** One more in a cell of every answer. */
function oneMore(span: number, group: number): void {
  const value = Cells.prototype.value;
  vi.spyOn(Cells.prototype, 'value').mockImplementation(function (this: Cells, ofSpan, ofGroup) {
    const own = value.call(this, ofSpan, ofGroup);
    return own !== null && ofSpan === span && ofGroup === group ? own + 1n : own;
  });
}

describe('parts of a total', () => {
  it.each(['memory', 'duckdb'])(
    'are a fault where a group has more than it gives to the total, on %s',
    async (engine) => {
      oneMore(1, 2);
      const message =
        /^kpi: internal error: \w+ of 2026-11-\d\d to 2026-11-\d\d is not the sum of its \d groups by channel\n/;
      expectFault(await reported(`--by channel --engine ${engine}`), message);
    },
  );

  it.each(['memory', 'duckdb'])('are one where a period has, on %s', async (engine) => {
    oneMore(0, 0);
    expectFault(await reported(`--engine ${engine}`), /of 2026-11-02 to 2026-11-15 is not the sum of its 2 periods\n/);
  });

  const weeks = [
    { from: 0, to: 168 },
    { from: 168, to: 336 },
    { from: 0, to: 336 },
  ];
  /** The total and two groups, by span. */
  const answered = (cells: readonly (readonly bigint[])[]) => ({
    measure: ordersMeasure,
    spans: weeks,
    answer: { value: (span: number, group: number) => cells[span]![group]!, approx: () => false },
  });
  const right = answered([
    [3n, 1n, 2n],
    [4n, 4n, 0n],
    [7n, 5n, 2n],
  ]);
  const by = { by: ['channel'] } as unknown as Parameters<typeof proveGroups>[2];
  const read = { groups: [['Email'], [null]] } as unknown as Parameters<typeof proveGroups>[1];

  it('are none where they add up', () => {
    expect(() => proveGroups([right], read, by)).not.toThrow();
    expect(() => provePeriods(right, [0, 1], 2)).not.toThrow();
    expect(() => proveHidden(right, 1, [2], by)).not.toThrow();
  });

  it('are one where a group that is not shown has something', () => {
    expect(() => proveHidden(right, 0, [2], by)).toThrow(
      'orders of 1970-01-01 to 1970-01-07 is not the sum of the groups by channel that are shown',
    );
  });

  it('need not add up where an order is in the groups of two codes, and periods where they leave gaps', () => {
    const twice = answered([
      [1n, 1n, 1n],
      [0n, 0n, 0n],
      [1n, 1n, 1n],
    ]);
    expect(() => proveGroups([twice], read, by)).toThrow(BrokenInvariant);
    const codes = { by: ['discount_code'] } as unknown as Parameters<typeof proveGroups>[2];
    expect(() => proveGroups([twice], read, codes)).not.toThrow();
    expect(() => provePeriods(right, [1], 2)).not.toThrow();
    expect(() => provePeriods(right, [0], 2)).not.toThrow();
  });
});

describe('orders and visits', () => {
  it('are a fault where two sessions keep the purchase of one order, in memory', async () => {
    const key = Facts.prototype.key;
    vi.spyOn(Facts.prototype, 'key').mockImplementation(function (this: Facts, name) {
      const column = key.call(this, name);
      if (this.kind !== 'visit' || name !== 'order_id') return column;
      // Nothing is taken away again.
      const set = (row: number, value: number): void => void (Number.isNaN(value) || column.set(row, value));
      return new Proxy(column, {
        get: (own, what) => {
          if (what === 'set') return set;
          const found: unknown = Reflect.get(own, what, own);
          return typeof found === 'function' ? found.bind(own) : found;
        },
      });
    });
    expectFault(await reported(), /internal error: two sessions of one store have the purchase of one order\n/);
  });

  it('are one where they keep it in the database', async () => {
    const statement = Database.prototype.run;
    vi.spyOn(Database.prototype, 'run').mockImplementation(async function (this: Database, sql) {
      if (!sql.startsWith('UPDATE')) await statement.call(this, sql);
    });
    expectFault(
      await reported('--engine duckdb'),
      /internal error: 2 sessions have the purchase of 1 orders that several of them name\n/,
    );
  });

  it('are one where a claim is lost, or two shops lose one', () => {
    const claims = [
      { store: '', order: 0 },
      { store: 'B', order: 0 },
    ];
    expect(() => proveClaims(claims, 2, 1)).not.toThrow();
    expect(() => proveClaims(claims, 3, 1)).toThrow('3 orders must be claimed by sessions, and 2 are');
    expect(() => proveClaims(claims, 1, 1)).toThrow(BrokenInvariant);
    expect(() => proveClaims([...claims, claims[0]!], 3, 1)).toThrow('two sessions of one store');
  });

  it('are one where orders that are named and those that are not are not all', () => {
    expect(() => proveJoin(2, 3, 5)).not.toThrow();
    expect(() => proveJoin(2, 2, 5)).toThrow('2 orders are named by visits and 2 by none, of 5');
  });
});
