import { expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* Files that stand in one folder with the lists of posts, and whose rows are days of a video, parts of its audience or other figures. */

const options = '--timezone Europe/Paris --compare none --all --period all';

const videos = table('Content,Video title,Video publish time,Views', 'Total,,,30', 'abc,T,"Oct 1, 2026",10');
const chart = table(
  'Date,Content,Video title,Video publish time,Views',
  '2026-10-01,abc,T,"Oct 1, 2026",4',
  '2026-10-02,abc,T,"Oct 1, 2026",5',
  '2026-10-02,def,U,"Oct 2, 2026",1',
);

it('the chart of YouTube Studio is no list of videos', async () => {
  const alone = await kpi(`report chart.csv ${options}`, { 'chart.csv': chart });
  expect(alone.code).toBe(2);
  expect(alone.err).toContain('YouTube Studio: Chart data');
  // Of both, the one video of the table counts: 2 likes, and none of the days of the chart.
  const files = {
    'chart.csv': chart.replace(',Views', ',Views,Likes').replace(/,(\d)\n/g, ',$1,7\n'),
    'table.csv': videos.replace(',Views', ',Views,Likes').replace(',10\n', ',10,2\n').replace(',30\n', ',30,2\n'),
  };
  const { row } = await told(`report . ${options} --kpi engagements`, files);
  expect(row().values.engagements).toBe(2);
});

it('views by traffic source are no list of videos', async () => {
  const file = table('Traffic source,Views,Watch time (hours)', 'Total,10,2', 'External,4,1');
  const ran = await kpi(`report a.csv ${options}`, { 'a.csv': file });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('YouTube Studio: views by audience');
});

it('visits of a page have no field, and the file is known all the same', async () => {
  const series = (title: string) =>
    Buffer.from(`\ufeffsep=,\n"${title}"\n"Date","Primary"\n"2026-10-01T00:00:00","12"\n`, 'utf16le');
  const ran = await kpi(`report . ${options} --kpi follower_growth --format json`, {
    'Follows.csv': series('Follows'),
    'Visits.csv': series('Facebook visits'),
  });
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('Meta: a figure of a page');
});

it('days of views alone may be those of a channel as well as those of a site', async () => {
  const file = table('Date,Views', '2026-10-01,10', '2026-10-02,20');
  const ran = await kpi(`report a.csv ${options}`, { 'a.csv': file });
  expect(ran.code).toBe(2);
  const named = await kpi(`report a.csv ${options} --kpi pageviews`, {
    'a.csv': table('Date,Page views', '2026-10-01,10'),
  });
  expect(named.err).not.toContain('of no known format');
});
