import { describe, expect, it } from 'vitest';
import { ads, daysBetween, orders } from './days-kit.ts';
import { kpi, told } from './kit.ts';

const zone = '--timezone Europe/Paris --currency EUR --compare previous,year';

describe('a shop of one order of 10.00 a day, of which the export is of last night', () => {
  // Two years and more, to Wednesday 4 November; the report is of Thursday morning.
  const files = { 'orders.csv': orders(daysBetween('2024-06-01', '2026-11-04')) };
  const now = '--as-of 2026-11-05T07:30:00+01:00 --include-partial --kpi gross_sales --strict';

  it.each([
    // Monday to Wednesday.
    ['week', '--last 1', '2026-W45', 30],
    // 1 to 4 November against 1 to 4 October.
    ['month', '--last 1', '2026-11', 40],
    ['month', '--from 2026-11-01 --to 2026-11-30', '2026-11', 40],
    // 1 October to 4 November: 35 days.
    ['quarter', '--last 1', '2026-Q4', 350],
    ['all', '--from 2026-11-01 --to 2026-11-30', 'all', 40],
  ])('has not changed by %s with %s, and nothing is missing', async (period, when, name, value) => {
    const { row, codes } = await told(`report . ${zone} ${now} --period ${period} ${when}`, files);
    expect(row(name)).toMatchObject({ values: { gross_sales: value }, flags: {}, partial: true });
    for (const since of ['previous', 'year'])
      expect(row(name).compare![since]).toMatchObject({
        values: { gross_sales: value },
        change_pct: { gross_sales: 0 },
      });
    expect(codes).toEqual([]);
  });

  it('has no change of a day that has only begun', async () => {
    const { row } = await told(`report . ${zone} ${now} --period day --last 1`, files);
    expect(row('2026-11-05')).toMatchObject({ values: { gross_sales: null } });
    expect(row('2026-11-05').compare!.previous!.change_abs.gross_sales).toBeNull();
  });
});

it('orders of this morning are in the figure, not in its change', async () => {
  // Monday to Thursday noon: 40.00; Monday to Wednesday against Monday to Wednesday: 30.00 each.
  const files = { 'orders.csv': orders(daysBetween('2026-09-01', '2026-11-05')) };
  const { row } = await told(
    `report . --timezone Europe/Paris --currency EUR --compare previous --as-of 2026-11-05T14:00:00+01:00 --last 1 --include-partial --kpi gross_sales`,
    files,
  );
  expect(row('2026-W45').values.gross_sales).toBe(40);
  expect(row('2026-W45').compare!.previous).toMatchObject({
    values: { gross_sales: 30 },
    change_abs: { gross_sales: 0 },
  });
});

it('kinds of files that end on different days are compared each over its own', async () => {
  // Orders to Wednesday 4 November, costs to Tuesday 3 November; as of Thursday.
  const files = {
    'orders.csv': orders(daysBetween('2026-10-01', '2026-11-04')),
    'ads.csv': ads(daysBetween('2026-10-01', '2026-11-03')),
  };
  const { row } = await told(
    'report . --timezone Europe/Paris --currency EUR --compare previous --as-of 2026-11-05 --last 1 --include-partial --kpi gross_sales,ad_spend,mer',
    files,
  );
  const { values, change_pct } = row('2026-W45').compare!.previous!;
  // Three days of orders, two of costs; net sales over costs of the two days that both have: 20.00 / 10.00.
  expect(values).toEqual({ gross_sales: 30, ad_spend: 10, mer: 2 });
  expect(change_pct).toEqual({ gross_sales: 0, ad_spend: 0, mer: 0 });
});

it('a period without its beginning is compared with equally many days before the end of the other', async () => {
  // 20 to 31 October, 12 days: 19 to 30 September.
  const sold = daysBetween('2026-08-01', '2026-11-04').filter((day) => day !== '2026-09-19');
  const { row } = await told(
    'report . --timezone Europe/Paris --currency EUR --compare previous --as-of 2026-11-05 --period month --from 2026-10-20 --to 2026-10-31 --kpi orders',
    { 'orders.csv': orders(sold) },
  );
  expect(row('2026-10')).toMatchObject({ values: { orders: 12 } });
  expect(row('2026-10').compare!.previous!.values.orders).toBe(11);
});

describe('a change of a part of a period', () => {
  // 10.00 a day; as of Thursday noon Monday to Wednesday are compared, and today is in the figure of the week.
  const files = { 'orders.csv': orders(daysBetween('2026-10-26', '2026-11-05')) };
  const line =
    'report orders.csv --timezone Europe/Paris --currency EUR --as-of 2026-11-05T12:00:00+01:00 --include-partial --compare previous --kpi gross_sales --from 2026-10-26';

  it('has that part and its figure in JSON, and only there', async () => {
    const { rows } = JSON.parse((await kpi(`${line} --format json`, files)).out) as {
      rows: { period: string; values: object; compare: { previous: object } }[];
    };
    const [before, running] = rows;
    expect(running).toMatchObject({
      period: '2026-W45',
      values: { gross_sales: 40 },
      compare: {
        previous: {
          values: { gross_sales: 30 },
          change_abs: { gross_sales: 0 },
          compared: { gross_sales: { from: '2026-11-02', to: '2026-11-04', value: 30 } },
        },
      },
    });
    expect(before?.compare.previous).not.toHaveProperty('compared');
  });

  it('has them in CSV, in columns of their own that other tables lack', async () => {
    const [head = '', ...lines] = (await kpi(`${line} --format csv`, files)).out.split('\n');
    const at = head.split(',').indexOf('previous_compared_from');
    expect(head.split(',').slice(at)).toEqual([
      'previous_compared_from',
      'previous_compared_to',
      'previous_compared_value',
    ]);
    const running = lines.find((one) => one.startsWith('2026-W45,'));
    expect(running?.split(',').slice(at)).toEqual(['2026-11-02', '2026-11-04', '30']);
    const whole = await kpi(
      `report orders.csv --timezone Europe/Paris --currency EUR --compare previous --format csv`,
      files,
    );
    expect(whole.out).not.toContain('compared');
  });
});
