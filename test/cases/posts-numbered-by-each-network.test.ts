import { expect, it } from 'vitest';
import { table, values } from './kit.ts';

/* Each network, and whoever keeps a sheet by hand, numbers posts from 1: one number on two networks is two posts. */

const options = '--timezone Europe/Paris --compare none --all --period all --kpi engagements';
const sheet = table(
  'date,network,post_id,posts,impressions,engagements',
  '2026-10-01,facebook,1,1,100,7',
  '2026-10-01,instagram,1,1,50,4',
);

it('two networks with the same number have two posts', async () => {
  expect(await values(`report a.csv ${options}`, { 'a.csv': sheet })).toEqual({ engagements: 11 });
});

it('a later export replaces the post of its own network only', async () => {
  const later = table(
    'date,network,post_id,posts,impressions,engagements',
    '2026-10-01,Instagram,1,1,80,6',
    '2026-10-02,instagram,2,1,5,1',
  );
  expect(await values(`report . ${options}`, { 'a.csv': sheet, 'b.csv': later })).toEqual({ engagements: 14 });
});
