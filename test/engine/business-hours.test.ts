import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { run } from '../support/run.ts';

it('a first reply told in fractions of a millisecond is counted in business hours', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-business-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, 'kpi.yaml'), 'business_hours: { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }\n');
  writeFileSync(
    join(cwd, 'tickets.csv'),
    // Both on a Monday at 10.
    'ticket_id,created_at,first_reply_seconds\nt1,2026-11-02 10:00:00,100.000001\nt2,2026-11-09 10:00:00,50.0000005\n',
  );
  const { code, out } = await run(
    'report tickets.csv --kpi first_reply_time_business --all --format csv --quiet --timezone Europe/Paris'.split(' '),
    { cwd },
  );
  expect(code).toBe(0);
  const [header = '', ...rows] = out.trim().split('\n');
  const at = header.split(',').indexOf('value');
  // The two weeks, and the middle of both together.
  expect(rows.map((row) => row.split(',')[at])).toEqual(['100.000001', '50.000001', '75.000001']);
});
