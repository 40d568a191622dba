import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* The dashboard of Plausible exports months and weeks with the date of their first day, and nothing else says what a row is. */

const visitors = table(
  'date,visitors,pageviews,visits,views_per_visit,bounce_rate,visit_duration',
  '2026-07-01,300,620,310,2,50,90',
  '2026-08-01,600,1240,620,2,50,60',
  '2026-09-01,290,600,300,2,50,60',
);
const line = 'report visitors.csv --timezone Europe/Paris --kpi sessions,bounce_rate --all --compare none';

describe('a table of months', () => {
  it('is spread over their days, with a warning', async () => {
    const { row, codes } = await told(`${line} --period day`, { 'visitors.csv': visitors });
    expect(row('2026-07-31').values.sessions).toBe(10);
    expect(row('2026-08-01').values.sessions).toBe(20);
    expect(codes).toEqual(['rows_as_spans']);
  });

  it('remains what it is where the advice of the warning is followed', async () => {
    const { warnings } = await told(`${line} --period day`, { 'visitors.csv': visitors });
    const [confirmed, single] = [...warnings[0]!.message.matchAll(/sources: \[\{.*?\} \}\]/g)].map(([text]) => text);
    const months = await told(`${line} --period month`, { 'visitors.csv': visitors, 'kpi.yaml': `${confirmed}\n` });
    expect(months.row('2026-08').values).toEqual({ sessions: 620, bounce_rate: 0.5 });
    expect(months.codes).toEqual([]);
    const days = await told(`${line} --period day`, { 'visitors.csv': visitors, 'kpi.yaml': `${single}\n` });
    expect(days.row('2026-07-01').values).toEqual({ sessions: 310, bounce_rate: 0.5 });
    expect(days.codes).toEqual([]);
  });

  it('by day or hour is none', async () => {
    const daily = visitors.replace('2026-08-01', '2026-07-02').replace('2026-09-01', '2026-07-03');
    const { row, codes } = await told(`${line} --period day`, { 'visitors.csv': daily });
    expect(row('2026-07-02').values.sessions).toBe(620);
    expect(codes).toEqual([]);
  });
});

describe('an archive of all tables', () => {
  it('shows the same visits in each of them, which is no news', async () => {
    const { row, codes } = await told(
      'report . --timezone Europe/Paris --kpi sessions --all --period all --compare none --by channel',
      {
        'imported_visitors_20260901_20260901.csv': table(
          'date,visitors,pageviews,bounces,visits,visit_duration',
          '2026-09-01,80,250,40,100,9000',
        ),
        'imported_sources_20260901_20260901.csv': table(
          'date,source,utm_medium,utm_campaign,visitors,visits,visit_duration,bounces',
          '2026-09-01,Google,,,50,60,5000,20',
          '2026-09-01,,,,30,40,4000,20',
        ),
        'imported_devices_20260901_20260901.csv': table(
          'date,device,visitors,visits,visit_duration,bounces',
          '2026-09-01,Mobile,80,100,9000,40',
        ),
      },
    );
    expect(row('all', { channel: 'Direct' }).values.sessions).toBe(40);
    expect(codes).toEqual([]);
  });
});
