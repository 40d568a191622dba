import { describe, expect, it } from 'vitest';
import { lastWeek, table, told, values } from './kit.ts';

/*
 * Tools write `All` in place of an age or a device in the row that adds up all of them, beside the name of its campaign. Such rows are
 * totals if they are the sum of the others on every day.
 */

const one = `${lastWeek} --compare none`;
const days = ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-11-${day}`);
const each = (...ofDay: string[]): string[] => days.flatMap((day) => ofDay.map((row) => `${day},${row}`));

describe('a row of all ages', () => {
  const header = 'Campaign name,Age,Gender,Impressions,Link clicks,Amount spent (EUR),Reporting starts,Reporting ends';
  const week = (...cells: (string | number)[]): string => `${cells.join()},2026-11-02,2026-11-08`;

  it('is no spend of its own, nor is that of all genders, beside the total of the file', async () => {
    const file = table(
      header,
      week('', '', '', 2100, 22, '65.00'),
      week('Brand', 'All', 'All', 1000, 10, '30.00'),
      week('Brand', '18-24', 'All', 400, 4, '10.00'),
      week('Brand', '18-24', 'male', 300, 3, '8.00'),
      week('Brand', '18-24', 'female', 100, 1, '2.00'),
      week('Brand', '25-34', 'All', 600, 6, '20.00'),
      week('Brand', '25-34', 'male', 600, 6, '20.00'),
      week('Sale', 'All', 'All', 1100, 12, '35.00'),
      week('Sale', '35-44', 'All', 1100, 12, '35.00'),
      week('Sale', '35-44', 'female', 1100, 12, '35.00'),
    );
    const { row, files, codes } = await told(`report m.csv ${one} --kpi ad_spend,clicks,impressions --strict`, {
      'm.csv': file,
    });
    // 8 + 2 + 20 + 35; 3 + 1 + 6 + 12; 300 + 100 + 600 + 1100.
    expect(row().values).toEqual({ ad_spend: 65, clicks: 22, impressions: 2100 });
    expect(files[0]).toMatchObject({ read: 10, accepted: 4, skipped: 6 });
    expect(codes).toEqual([]);
  });

  it('is one like any other where the file has no ages', async () => {
    const file = table(header, week('Brand', 'All', 'All', 1, 1, 30), week('Sale', 'All', 'All', 1, 1, 30));
    expect(await values(`report m.csv ${one} --kpi ad_spend --strict`, { 'm.csv': file })).toEqual({ ad_spend: 60 });
  });

  it('does not hide the total of the file where it is one like any other', async () => {
    const file = table(
      header,
      week('', '', '', 3, 3, 60),
      week('A', 'All', '', 2, 2, 30),
      week('B', 'All', '', 1, 1, 30),
    );
    expect(await values(`report m.csv ${one} --kpi ad_spend --strict`, { 'm.csv': file })).toEqual({ ad_spend: 60 });
  });
});

describe.each(['All', '(all)', 'Tous', 'Alle', 'Todos'])('a row of the device %s', (word) => {
  it('is no visit of its own, by day and for a span', async () => {
    const byDay = table(
      'date,channel,device,sessions',
      ...each(`Direct,${word},30`, 'Direct,desktop,20', 'Direct,mobile,10'),
    );
    const { rows, row } = await told(`report v.csv ${one} --kpi sessions --by device --strict`, { 'v.csv': byDay });
    expect(row().values).toEqual({ sessions: 210 });
    expect(new Set(rows.map(({ dimensions }) => dimensions.device))).toEqual(new Set(['desktop', 'mobile', undefined]));
    const ofSpan = table(
      '# ----------------------------------------',
      '# Traffic acquisition: Session primary channel group (Default Channel Group)',
      '# Account: Example',
      '# Property: Example - GA4',
      '# ----------------------------------------',
      '# All Users',
      '# Start date: 20261102',
      '# End date: 20261108',
      'Session primary channel group (Default Channel Group),Device category,Sessions,Engaged sessions',
      ...[`Direct,${word},60,40`, 'Direct,desktop,40,30', 'Direct,mobile,20,10'],
      ...[`Email,${word},40,20`, 'Email,desktop,30,20', 'Email,mobile,10,0'],
    );
    expect(await values(`report g.csv ${one} --kpi sessions --strict`, { 'g.csv': ofSpan })).toEqual({ sessions: 100 });
  });
});

describe('a campaign called All', () => {
  it('counts where another has the same cost once, or it is no sum', async () => {
    const single = table('date,campaign,cost', '2026-11-02,All,10', '2026-11-02,Brand,10', '2026-11-08,,0');
    const { row, codes } = await told(`report s.csv ${one} --kpi ad_spend`, { 's.csv': single });
    expect(row().values).toEqual({ ad_spend: 20 });
    expect(codes).toEqual(['maybe_total']);
    const other = table('date,campaign,cost', ...each('All,4', 'Brand,10', 'Sale,20'));
    expect(await values(`report s.csv ${one} --kpi ad_spend --strict`, { 's.csv': other })).toEqual({ ad_spend: 238 });
  });
});
