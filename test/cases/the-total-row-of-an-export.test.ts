import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/*
 * Exports of ads and visits with a row that adds up the others, first or last, under any breakdown and in any language. By hand: the
 * rows without it.
 */

const line = '--timezone Europe/Paris --currency EUR --as-of 2026-12-01 --period month --last 1 --compare none';
const spend = (file: string) => told(`report a.csv ${line} --kpi ad_spend,clicks`, { 'a.csv': file });
const skipped = (files: readonly Readonly<Record<string, number | string>>[]) => files[0]?.skipped;

const meta = (breakdown: string, ...rows: string[]) =>
  table(`${breakdown},Impressions,"Link clicks","Amount spent (EUR)","Reporting starts","Reporting ends"`, ...rows);
const november = '2026-11-01,2026-11-30';

describe('Meta Ads', () => {
  it.each(['"Media type"', 'Objective', '"DMA region"', 'Werbemittel', '"Page name","Page ID"', '"Ad ID",Ads'])(
    'the first row of a table by %s',
    async (breakdown) => {
      const more =
        breakdown.includes('","') || breakdown.includes(',Ads') ? ['', '7', '8'].map((id) => `,${id}`) : ['', '', ''];
      const { row, files, codes } = await spend(
        meta(
          breakdown,
          `${more[0]},500,12,12.50,${november}`,
          `A${more[1]},200,4,4.25,${november}`,
          `B${more[2]},300,8,8.25,${november}`,
        ),
      );
      // 4.25 + 8.25 and 4 + 8.
      expect(row('2026-11').values).toEqual({ ad_spend: 12.5, clicks: 12 });
      expect(skipped(files)).toBe(1);
      expect(codes).toEqual([]);
    },
  );

  it('the first row of a table that begins with the period', async () => {
    const file = table(
      '"Reporting starts","Reporting ends","Campaign name","Attribution setting",Results,"Amount spent (EUR)","Link clicks"',
      `${november},,,,12.50,12`,
      `${november},A,7-day click,1,4.25,4`,
      `${november},B,7-day click,2,8.25,8`,
    );
    const { row, files } = await spend(file);
    expect(row('2026-11').values).toEqual({ ad_spend: 12.5, clicks: 12 });
    expect(skipped(files)).toBe(1);
  });

  it('the row without a day of a table by day', async () => {
    const file = table(
      '"Campaign name",Day,Impressions,"Amount spent (EUR)","Link clicks"',
      ',,500,12.50,12',
      'A,2026-11-03,200,4.25,4',
      'A,2026-11-04,300,8.25,8',
    );
    expect((await spend(file)).row('2026-11').values).toEqual({ ad_spend: 12.5, clicks: 12 });
  });

  it('is not a row whose name is blank', async () => {
    // No region is known for 3.00 of 15.50.
    const file = meta('Region', `,90,3,3.00,${november}`, `A,200,4,4.25,${november}`, `B,300,8,8.25,${november}`);
    const { row, files, codes } = await spend(file);
    expect(row('2026-11').values).toEqual({ ad_spend: 15.5, clicks: 15 });
    expect(skipped(files)).toBe(0);
    expect(codes).toEqual([]);
  });

  it('is told beside a row whose name is blank', async () => {
    const rows = [`,,590,15,15.50,${november}`, `,x,90,3,3.00,${november}`, `A,x,500,12,12.50,${november}`];
    const { row } = await spend(meta('Region,Objective', ...rows));
    expect(row('2026-11').values).toEqual({ ad_spend: 15.5, clicks: 15 });
    const blank = [`,590,15,15.50,${november}`, `,90,3,3.00,${november}`, `A,500,12,12.50,${november}`];
    expect((await spend(meta('Region', ...blank))).row('2026-11').values).toEqual({ ad_spend: 15.5, clicks: 15 });
  });

  it('a row without a name that is not the sum counts, and is named', async () => {
    // 12.51 is not 4.25 + 8.25, by more than two rows of half a cent each.
    const file = meta('Region', `,500,12,12.52,${november}`, `A,200,4,4.25,${november}`, `B,300,8,8.25,${november}`);
    const { row, codes } = await spend(file);
    expect(row('2026-11').values.ad_spend).toBe(25.02);
    expect(codes).toEqual(['maybe_total']);
  });
});

describe('Google Ads', () => {
  const report = (...rows: string[]) =>
    table(
      'Campaign report',
      '"November 1, 2026 - November 30, 2026"',
      'Campaign status,Campaign,Campaign type,Cost,Impr.,Clicks',
      ...rows,
    );
  const rows = [
    'Enabled,Brand,Search,10.01,100,5',
    'Enabled,Other,Search,10.01,100,5',
    'Enabled,Third,Display,10.01,100,5',
  ];

  it('may be a cent off for each two rows', async () => {
    // Three rows of at most half a cent each: 30.02 to 30.04 are the same as 30.03.
    for (const total of ['30.03', '30.04', '30.02']) {
      const { row, codes } = await spend(report(...rows, `Total: Account, --, --,${total},300,15`));
      expect(row('2026-11').values.ad_spend).toBe(30.03);
      expect(codes).toEqual([]);
    }
    const off = await spend(report(...rows, 'Total: Account, --, --,30.06,300,15'));
    expect(off.row('2026-11').values.ad_spend).toBe(30.03);
    expect(off.codes).toEqual(['total_differs']);
  });

  it('has totals of parts, and of what has no row', async () => {
    const parts = ['Total: Campaigns, --, --,30.03,300,15', 'Total: Search, --,Search,20.02,200,10'];
    expect((await spend(report(...rows, ...parts))).codes).toEqual([]);
    const { row, warnings } = await spend(report(...rows, ...parts, 'Total: Account, --, --,40.03,400,20'));
    expect(row('2026-11').values.ad_spend).toBe(30.03);
    expect(warnings.map(({ message }) => message)).toEqual([
      'a.csv: its own total row says 40.03 for "Cost", its rows add up to 30.03; the rest has no row (removed or filtered)',
    ]);
  });

  it('is told in any language', async () => {
    for (const total of ['Итого', '合計', 'Totaal', 'Kampagnen gesamt']) {
      const { row, files } = await spend(report(`${total}, --, --,30.03,300,15`, ...rows));
      expect(row('2026-11').values).toEqual({ ad_spend: 30.03, clicks: 15 });
      expect(skipped(files), total).toBe(1);
    }
  });

  it('is no campaign whose name begins with Total', async () => {
    const { row } = await spend(report(...rows, 'Enabled,Total Wellness,Search,5.00,50,3'));
    expect(row('2026-11').values).toEqual({ ad_spend: 35.03, clicks: 18 });
    const first = table(
      'Campaign report',
      '"November 1, 2026 - November 30, 2026"',
      'Campaign,Campaign type,Cost,Impr.,Clicks',
      'Total Wellness,Search,5.00,50,3',
      'Brand,Search,10.01,100,5',
    );
    expect((await spend(first)).row('2026-11').values).toEqual({ ad_spend: 15.01, clicks: 8 });
  });
});

describe('tables made by hand', () => {
  it('of spend by day', async () => {
    const days = ['2026-11-03,Ads,10.00,5', '2026-11-04,Ads,20.00,7', '2026-11-05,Ads,30.00,12'];
    // The third day is the sum of the others and is a day.
    expect((await spend(table('date,platform,cost,clicks', ...days))).row('2026-11').values.ad_spend).toBe(60);
    for (const total of [',Total,60.00,24', 'Total,,60.00,24', ',,60.00,24', 'Summe,,60.00,24']) {
      const { row, files } = await spend(table('date,platform,cost,clicks', ...days, total));
      expect(row('2026-11').values, total).toEqual({ ad_spend: 60, clicks: 24 });
      expect(skipped(files)).toBe(1);
    }
  });

  it('of spend without days', async () => {
    const config = 'sources:\n  - path: a.csv\n    from: 2026-11-01\n    to: 2026-11-30\n';
    const read = (...rows: string[]) =>
      told(`report a.csv ${line} --kpi ad_spend,clicks`, {
        'a.csv': table('campaign,cost,clicks', ...rows),
        'kpi.yaml': config,
      });
    for (const rows of [
      ['A,10.00,5', 'B,20.00,7', 'Wszystkie,30.00,12'],
      ['Wszystkie,30.00,12', 'A,10.00,5', 'B,20.00,7'],
      ['A,10.00,5', 'B,20.00,7', 'TOTAL,30.00,12'],
    ])
      expect((await read(...rows)).row('2026-11').values).toEqual({ ad_spend: 30, clicks: 12 });
    // Equal costs alone prove nothing where another figure differs; and of two rows each is the sum of the other.
    expect((await read('A,10.00,5', 'B,20.00,7', 'C,30.00,11')).row('2026-11').values.ad_spend).toBe(60);
    expect((await read('A,10.00,5', 'B,10.00,5')).row('2026-11').values.ad_spend).toBe(20);
  });

  it('with a name beside nothing else it is left out by two figures, counts by one, and is said', async () => {
    const config = 'sources:\n  - path: a.csv\n    from: 2026-11-01\n    to: 2026-11-30\n';
    const read = (file: string) => told(`report a.csv ${line} --kpi ad_spend`, { 'a.csv': file, 'kpi.yaml': config });
    const two = await read(table('campaign,cost,clicks', 'A,10.15,5', 'B,20.00,7', 'Ogółem,30.15,12'));
    expect([two.row('2026-11').values.ad_spend, ...two.codes]).toEqual([30.15, 'total_by_sum']);
    const one = await read(table('campaign,cost', 'A,10.15', 'B,20.00', 'C,30.15'));
    expect([one.row('2026-11').values.ad_spend, ...one.codes]).toEqual([60.3, 'maybe_total']);
  });

  it('of channels is none where one has as many visits as the others', async () => {
    const file = table(
      '# ----------------------------------------',
      '# Start date: 20261101',
      '# End date: 20261130',
      'Session default channel group,Sessions',
      'Organic Search,300',
      'Direct,200',
      'Email,100',
    );
    const { row, codes } = await told(`report a.csv ${line} --kpi sessions`, { 'a.csv': file });
    expect([row('2026-11').values.sessions, ...codes]).toEqual([600]);
  });

  it('of visits', async () => {
    const file = table('date,channel,sessions', '2026-11-03,Direct,10', '2026-11-04,Direct,20', 'Total,,30');
    const { row } = await told(`report a.csv ${line} --kpi sessions`, { 'a.csv': file });
    expect(row('2026-11').values.sessions).toBe(30);
  });

  it('in JSON', async () => {
    const rows = [
      { campaign: 'A', cost: '10.15', clicks: 5 },
      { campaign: 'B', cost: '20.00', clicks: 7 },
      { campaign: '', cost: '30.15', clicks: 12 },
    ];
    const config = 'sources:\n  - path: a.json\n    from: 2026-11-01\n    to: 2026-11-30\n';
    const { row } = await told(`report a.json ${line} --kpi ad_spend`, {
      'a.json': JSON.stringify(rows),
      'kpi.yaml': config,
    });
    expect(row('2026-11').values.ad_spend).toBe(30.15);
  });
});

describe('Google Analytics', () => {
  it('a total row of a report or an exploration', async () => {
    const file = table(
      '# ----------------------------------------',
      '# Example - GA4',
      '# Free form 1',
      '# 20261101-20261130',
      '# ----------------------------------------',
      '',
      'Session source / medium,Sessions,Engaged sessions',
      ',520,340,Grand total',
      'google / organic,300,200',
      ',220,140',
    );
    const { row } = await told(`report a.csv ${line} --kpi sessions`, { 'a.csv': file });
    expect(row('2026-11').values.sessions).toBe(520);
  });
});
