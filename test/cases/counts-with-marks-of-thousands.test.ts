import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told, values } from './kit.ts';

/*
 * A count has no fraction: a mark before a last group of three digits parts thousands there, whatever parts the columns.
 */

const one = `${lastWeek} --compare none --strict`;
const days = ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-11-${day}`);
const counts = ['1.234', '950', '2.100', '870', '1.005', '640', '1.500'];
const sum = 1234 + 950 + 2100 + 870 + 1005 + 640 + 1500;

describe('a point before three digits in a column of counts', () => {
  it('parts thousands of sessions in files of tabs, commas, semicolons and in JSON', async () => {
    const rows = (by: string) => table(`date${by}sessions`, ...days.map((day, at) => `${day}${by}${counts[at]}`));
    const json = JSON.stringify(days.map((date, at) => ({ date, sessions: counts[at] })));
    for (const files of [{ 'v.csv': rows('\t') }, { 'v.csv': rows(',') }, { 'v.csv': rows(';') }, { 'v.json': json }])
      expect(await values(`report . ${one} --kpi sessions`, files)).toEqual({ sessions: sum });
  });

  it('parts those of impressions beside a cost with decimals', async () => {
    const file = table(
      'date,campaign,cost,impressions,clicks',
      ...days.map((day, at) => `${day},Brand,10.00,${counts[at]},5`),
    );
    expect(await values(`report s.csv ${one} --kpi ad_spend,impressions`, { 's.csv': file })).toEqual({
      ad_spend: 70,
      impressions: sum,
    });
  });

  it('parts those of followers, as a comma does', async () => {
    for (const [by, last] of [
      [',', '12.400'],
      [';', '12,400'],
    ]) {
      const file = table(`date${by}network${by}followers`, ...days.map((day) => [day, 'instagram', last].join(by)));
      expect(await values(`report i.csv ${one} --kpi followers`, { 'i.csv': file })).toEqual({ followers: 12_400 });
    }
  });

  it('is a decimal point in a number of JSON, which is no count', async () => {
    const json = JSON.stringify(days.map((date) => ({ date, network: 'instagram', followers: 12.345 })));
    const { code, err } = await kpi(`report i.json ${one} --kpi followers`, { 'i.json': json });
    expect(code).toBe(2);
    expect(err).toContain('not whole');
  });
});

describe('another fraction in a column of counts', () => {
  it('is a reject', async () => {
    const file = table(
      'date,network,engagements',
      ...days.map((day, at) => `${day},instagram,${at === 6 ? '1.5' : '10'}`),
    );
    const { code, err } = await kpi(`report i.csv ${one} --kpi engagements`, { 'i.csv': file });
    expect(code).toBe(2);
    expect(err).toContain('record 7, column "engagements": not whole "1.5"');
  });

  it('of whole numbers written with zeros is none', async () => {
    const file = table('date,network,engagements', ...days.map((day) => `${day},instagram,10.0`));
    expect(await values(`report i.csv ${one} --kpi engagements`, { 'i.csv': file })).toEqual({ engagements: 70 });
  });

  it('may stand where platforms and analytics share or estimate: conversions, leads, sessions', async () => {
    const spends = table('date,cost,conversions,leads', ...days.map((day) => `${day},10.00,1.125,0.5`));
    expect((await told(`report s.csv ${one} --kpi cost_per_order,ad_spend`, { 's.csv': spends })).codes).toEqual([]);
    const visits = table('date,sessions', ...days.map((day) => `${day},10.5`));
    expect((await kpi(`report v.csv ${one} --kpi sessions`, { 'v.csv': visits })).code).toBe(0);
  });
});

describe('counts of visits as German tools write them', () => {
  it('of Matomo, Google Analytics and Plausible part thousands with a point', async () => {
    const matomo = table(
      'Datum;Eindeutige Besucher;Besuche;Aktionen;Absprünge',
      '2026-11-02;90;987;3.210;400',
      '2026-11-08;180;2.345;5.000;1.000',
    );
    // 987 + 2345; 400 + 1000 of them.
    const { row } = await told(`report m.csv ${one} --kpi sessions,bounce_rate`, { 'm.csv': matomo });
    expect(row().values).toEqual({ sessions: 3332, bounce_rate: 0.420168067227 });
    const zeros = matomo.replace('987', '1.000').replace('2.345', '2.000');
    expect(await values(`report m.csv ${one} --kpi sessions`, { 'm.csv': zeros })).toEqual({ sessions: 3000 });
    const ga4 = table(
      'Datum;Sitzungen;Sitzungen mit Interaktionen;Gesamtzahl der Nutzer',
      '20261102;1.234;800;1.100',
      '20261108;2.345;1.200;2.000',
    );
    expect(await values(`report g.csv ${one} --kpi sessions`, { 'g.csv': ga4 })).toEqual({ sessions: 3579 });
    const plausible = table(
      'date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration',
      '2026-11-02,900,3.000,1.100,2.7,40,90',
      '2026-11-08,800,2.500,1.050,2.4,50,80',
    );
    expect(await values(`report p.csv ${one} --kpi sessions`, { 'p.csv': plausible })).toEqual({ sessions: 2150 });
  });

  it('tell how amounts beside them are written, where these can be read in two ways', async () => {
    const ads = table(
      'Day;Campaign;Currency code;Cost;Clicks;Impr.',
      '2026-11-02;Brand;EUR;1.200;5;1.234',
      '2026-11-08;Brand;EUR;20;6;2.345',
    );
    expect(await values(`report a.csv ${one} --kpi ad_spend,impressions`, { 'a.csv': ads })).toEqual({
      ad_spend: 1220,
      impressions: 3579,
    });
  });
});
