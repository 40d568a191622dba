import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { run } from '../../support/run.ts';

/** What both engines give for files. */
async function both(files: Readonly<Record<string, string>>, line: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-words-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const asked = (engine: string) => run([...line.split(' '), '--engine', engine], { cwd });
  return { memory: await asked('memory'), duckdb: await asked('duckdb') };
}

const common = '--all --period month --format json --as-of 2026-11-22 --timezone Europe/Paris --currency EUR';

it('records without an id are told apart by words that nothing is grouped by', async () => {
  const header = 'answered_at,type,score,contact_channel\n';
  const files = {
    'surveys-1.csv': `${header}2026-10-05,csat,5,email\n2026-10-05,csat,5,phone\n`,
    'surveys-2.csv': `${header}2026-10-05,csat,5,email\n2026-10-05,csat,5,chat\n`,
  };
  const { memory, duckdb } = await both(files, `report . --kpi csat_average,csat ${common}`);
  expect(duckdb).toEqual(memory);
  const accounts: { files: { accepted: number; superseded: number }[] } = JSON.parse(memory.out).quality;
  expect(accounts.files.map(({ accepted, superseded }) => [accepted, superseded])).toEqual([
    [1, 1],
    [2, 0],
  ]);
});

it('sessions are grouped by one word, or none, whatever else they say', async () => {
  const sources = ['google', 'facebook', '', 'news'];
  const rows = Array.from({ length: 60 }, (_, at) => {
    const [source, device] = [sources[at % 4], at % 3 ? 'mobile' : 'desktop'];
    const country = at > 50 ? 'Écosse, "nord"'.replaceAll('"', '""') : 'FR';
    return `s${at},2026-10-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00+02:00,v${at % 17},${source},cpc,c${at},${device},"${country}"`;
  });
  const files = {
    'visits.csv': `visit_id,started_at,visitor_id,source,medium,campaign,device,country\n${rows.join('\n')}\n`,
  };
  for (const by of ['', '--by channel', '--by source', '--by device', '--by country,device', '--by campaign']) {
    const { memory, duckdb } = await both(files, `report . --kpi sessions,visitors ${common} ${by}`.trim());
    expect(duckdb, by).toEqual(memory);
    expect(JSON.parse(memory.out).rows.at(-1).values, by).toBeDefined();
  }
});

it('words that are written with blanks around them are one group, counted once', async () => {
  const media = ['email', ' email', 'email ', 'cpc'];
  const rows = Array.from(
    { length: 40 },
    (_, at) => `s${at},2026-10-05T10:00:00+02:00,v${at % 13},news,${media[at % 4]}`,
  );
  const files = { 'visits.csv': `visit_id,started_at,visitor_id,source,medium\n${rows.join('\n')}\n` };
  const { memory, duckdb } = await both(files, `report . --kpi sessions,visitors ${common} --by channel`);
  expect(duckdb).toEqual(memory);
  const report: { rows: { dimensions: { channel?: string }; values: { sessions: number } }[] } = JSON.parse(memory.out);
  const email = report.rows.filter(({ dimensions }) => dimensions.channel === 'Email');
  expect(email.map(({ values }) => values.sessions)).toEqual(email.map(() => 30));
  expect(email.length).toBeGreaterThan(0);
});
