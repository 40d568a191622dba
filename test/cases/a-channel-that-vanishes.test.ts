import { describe, expect, it } from 'vitest';
import { folderWith, kpi, lastWeek, table, told } from './kit.ts';

/*
 * The tag of one channel breaks, another is new. Of the weeks that begin on 19 and 26 October and 2 November 2026: Email has 60 visits
 * in each, Display 90 in the second and none in the third, Referral 8 in the third and none before.
 */

const visits = table(
  'date,channel,device,sessions',
  '2026-10-19,Email,mobile,60',
  '2026-10-26,Email,mobile,60',
  '2026-10-27,Display,mobile,90',
  '2026-11-01,Email,mobile,0',
  '2026-11-02,Email,mobile,60',
  '2026-11-05,Referral,desktop,8',
  '2026-11-08,Email,mobile,0',
);
const config = (...checks: string[]) => table('timezone: Europe/Paris', 'currency: EUR', 'checks:', ...checks);

interface Result {
  readonly check: string;
  readonly period: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly verdict: string;
  readonly because: string | null;
  readonly value: number | null;
  readonly compared: number | null;
}

async function results(files: Readonly<Record<string, string>>, checks: readonly string[], more = '') {
  const folder = folderWith({ ...files, 'kpi.yaml': config(...checks) });
  const ran = await kpi(`check exports ${more} --format json`, folder);
  const { results } = JSON.parse(ran.out) as { results: Result[] };
  const brief = results.map(({ period, dimensions, verdict, value, compared }) =>
    [period, ...Object.values(dimensions), verdict, value, compared].join(' '),
  );
  return { code: ran.code, brief, results };
}

describe('a channel that vanishes', () => {
  const files = { 'exports/visits.csv': visits };

  it('has fallen to 0 and fails; a new one has risen and does not', async () => {
    const found = await results(files, ['  - { kpi: sessions, by: channel, vs: previous, must: ">= -50%" }']);
    // Email 60 → 60; Display 90 → 0, which is −100 %; Referral from 0 to 8: no percentage, no fall.
    expect(found.brief).toEqual([
      '2026-W45 Display fail 0 -1',
      '2026-W45 Email pass 60 0',
      '2026-W45 Referral pass 8 ',
    ]);
    expect(found.results[2]?.because).toBe('no_fall');
    expect(found.code).toBe(1);
  });

  it('fails a floor by itself, whatever other checks compare', async () => {
    const found = await results(files, ['  - { kpi: sessions, by: channel, must: ">= 5" }']);
    expect(found.brief).toEqual([
      '2026-W45 Display fail 0 0',
      '2026-W45 Email pass 60 60',
      '2026-W45 Referral pass 8 8',
    ]);
  });

  it('fails in the week in which it is no more; a new one is not missed in the weeks before', async () => {
    const found = await results(files, ['  - { kpi: sessions, by: channel, must: ">= 5", last: 2 }']);
    expect(found.brief).toEqual([
      '2026-W44 Display pass 90 90',
      '2026-W44 Email pass 60 60',
      '2026-W45 Display fail 0 0',
      '2026-W45 Email pass 60 60',
      '2026-W45 Referral pass 8 8',
    ]);
  });

  it('of a rate has no value, which fails', async () => {
    const found = await results(files, ['  - { kpi: channel_share, by: channel, must: ">= 1%" }']);
    expect(found.brief[0]).toBe('2026-W45 Display fail 0 0');
    const orders = table('order_id,ordered_at,gross_sales,channel', '1,2026-10-26,10,Display', '2,2026-11-08,10,Email');
    const aov = await results({ 'exports/orders.csv': orders }, [
      '  - { kpi: average_order_value, by: channel, must: ">= 1" }',
    ]);
    expect(aov.brief).toEqual(['2026-W45 Display fail  ', '2026-W45 Email pass 10 10']);
  });

  it('is one of two dimensions, or one that the check names in other capitals', async () => {
    const two = await results(files, ['  - { kpi: sessions, by: [channel, device], must: ">= 5" }']);
    expect(two.brief[0]).toBe('2026-W45 Display mobile fail 0 0');
    const named = await results(files, ['  - { kpi: sessions, where: { channel: [display, TV] }, must: ">= 5" }']);
    // No record has TV: nothing is known of it.
    expect(named.brief).toEqual(['2026-W45 Display fail 0 0', '2026-W45 TV fail  ']);
  });

  it('against the year before, a target, a saved report', async () => {
    const old = visits.replace('2026-10-19,Email,mobile,60', '2025-11-03,Video,mobile,70\n2026-10-19,Email,mobile,60');
    const year = await results({ 'exports/visits.csv': old }, [
      '  - { kpi: sessions, by: channel, vs: year, must: ">= -50%" }',
    ]);
    // 364 days before 2 to 8 November 2026 are 3 to 9 November 2025.
    expect(year.brief.filter((line) => line.includes('Video'))).toEqual(['2026-W45 Video fail 0 -1']);

    const folder = folderWith({
      ...files,
      'kpi.yaml': config(
        '  - { kpi: sessions, by: channel, vs: target, must: ">= 50%" }',
        '  - { kpi: sessions, by: channel, vs: report.json, must: ">= -50%" }',
        'targets:',
        '  - { kpi: sessions, from: 2026-11-02, to: 2026-11-08, value: 100, where: { channel: Email } }',
        '  - { kpi: sessions, from: 2026-11-02, to: 2026-11-08, value: 100, where: { channel: Affiliates } }',
      ),
      'before/visits.csv': table('date,channel,sessions', '2026-10-26,Audio,40', '2026-11-01,email,60'),
    });
    await kpi('report before --by channel --kpi sessions --as-of 2026-11-02 --last 1 --out report.json', folder);
    const ran = await kpi('check exports --format json', folder);
    const { results: all } = JSON.parse(ran.out) as { results: Result[] };
    const brief = all.map(({ dimensions, verdict, value, compared }) =>
      [dimensions.channel, verdict, value, compared].join(' '),
    );
    // Affiliates, whose target is set and which no record has, is a result too; so is Audio, which only the saved report has.
    expect(brief).toEqual([
      'Display fail 0 ',
      'Email pass 60 0.6',
      'Referral fail 8 ',
      'Affiliates fail 0 0',
      'Display fail 0 ',
      'Email pass 60 0',
      'Referral fail 8 ',
      'Audio fail 0 -1',
    ]);
  });

  it('stands in the report of its last week alone as in that of two', async () => {
    const line = `report exports --by channel --kpi sessions --compare previous --timezone Europe/Paris`;
    for (const last of [1, 2]) {
      const { row } = await told(`${line} --last ${last}`, files);
      const own = row('2026-W45', { channel: 'Display' });
      expect(own.values.sessions, `--last ${last}`).toBe(0);
      expect(own.compare?.previous?.change_pct.sessions).toBe(-1);
    }
    for (const format of ['table', 'csv', 'markdown', 'html'])
      expect((await kpi(`${line} --last 1 --format ${format}`, files)).out, format).toContain('Display');
    // Without a comparison there is nothing that it would be missing from.
    const { rows } = await told(`${line.replace(' --compare previous', '')} --last 1`, files);
    expect(rows.map(({ dimensions }) => dimensions.channel)).not.toContain('Display');
  });
});

describe('groups that the kinds of a KPI never had', () => {
  it('have no result', async () => {
    const spend = table('date,platform,channel,cost', '2026-10-26,X,Display Ads,5', '2026-11-08,X,Display Ads,5');
    const found = await results({ 'exports/visits.csv': visits, 'exports/spend.csv': spend }, [
      '  - { kpi: sessions, by: channel, must: ">= 5" }',
    ]);
    expect(found.brief.map((line) => line.split(' ').slice(1, -3).join(' '))).toEqual(['Display', 'Email', 'Referral']);
  });

  it('of a KPI of two kinds are those that neither has', async () => {
    // Only the ads know the channel: what a new customer costs is not known by channel, and nobody may take that for a pass.
    const orders = table(
      'order_id,ordered_at,customer_email,gross_sales',
      '1,2026-10-20,a@x.org,10',
      '2,2026-11-03,b@x.org,10',
    );
    const spend = table('date,platform,channel,cost', '2026-10-26,X,Paid Search,5', '2026-11-08,X,Paid Search,5');
    const found = await results({ 'exports/orders.csv': orders, 'exports/spend.csv': spend }, [
      '  - { kpi: cac, by: channel, must: "<= 60" }',
    ]);
    expect(found.brief).toEqual(['2026-W45 Paid Search fail  ', '2026-W45 (unattributed) fail  ']);
  });
});

describe('from nothing to nothing', () => {
  const orders = table(
    'order_id,ordered_at,gross_sales,discounts',
    '1,2026-10-20,10,0',
    '2,2026-10-28,10,0',
    '3,2026-11-08,10,0',
  );
  const line = `report exports ${lastWeek} --kpi discounts --compare previous`;

  it('is no change: a ceiling holds, what is too small is passed over', async () => {
    const found = await results({ 'exports/orders.csv': orders }, [
      '  - { kpi: discounts, vs: previous, must: "<= 20%" }',
      '  - { kpi: discounts, vs: previous, must: "<= 30%", min_abs_change: 5 }',
    ]);
    expect(found.brief).toEqual(['2026-W45 pass 0 0', '2026-W45 skip 0 0']);
    expect(found.code).toBe(0);
    expect((await kpi(line, { 'exports/orders.csv': orders })).out).toContain('±€0.00');
  });

  it('from nothing to something has no percentage: a ceiling has no value, unless the rise is too small to matter', async () => {
    const more = orders.replace('3,2026-11-08,10,0', '3,2026-11-08,10,4');
    const found = await results({ 'exports/orders.csv': more }, [
      '  - { kpi: discounts, vs: previous, must: "<= 20%" }',
      '  - { kpi: discounts, vs: previous, must: "<= 30%", min_abs_change: 5 }',
      '  - { kpi: discounts, vs: previous, must: ">= -20%", should: ">= 10%" }',
    ]);
    expect(found.brief).toEqual(['2026-W45 fail 4 ', '2026-W45 skip 4 ', '2026-W45 pass 4 ']);
  });

  it('is said in every output', async () => {
    const checks = config('  - { kpi: discounts, vs: previous, must: ">= -20%" }');
    const files = {
      'exports/orders.csv': orders.replace('3,2026-11-08,10,0', '3,2026-11-08,10,4'),
      'kpi.yaml': checks,
    };
    const says = 'it has risen from nothing or less, which is no fall';
    expect((await kpi('check exports', files)).out.replace(/\s+/g, ' ')).toContain(says);
    for (const format of ['junit', 'github']) {
      const { code, out } = await kpi(`check exports --format ${format}`, files);
      expect(code).toBe(0);
      expect(out).not.toContain('<failure');
    }
    expect((await kpi('check exports --lang fr', files)).out.replace(/\s+/g, ' ')).toContain("ce n'est pas une baisse");
  });
});
