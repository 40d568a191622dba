import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runtimeZone, systemZone } from '../../src/cli/process/system-zone.ts';
import { Problem } from '../../src/core/problem.ts';
import { kpi, table, told } from './kit.ts';

/*
 * A server counts in UTC, the times of the orders say +01:00 and +02:00. Order 3 was made on Monday 2 November at 00:20 in Paris, which is
 * Sunday 23:20 in UTC.
 */

const orders = table(
  'order_id,ordered_at,customer_email,gross_sales',
  '1,2026-10-20T10:00:00+02:00,a@x.org,10',
  '2,2026-10-28T10:00:00+01:00,b@x.org,20',
  '3,2026-11-02T00:20:00+01:00,c@x.org,30',
  '4,2026-11-08T12:00:00+01:00,d@x.org,40',
);
const files = { 'orders.csv': orders };
const line = 'report orders.csv --currency EUR --last 1 --kpi net_sales';

describe('times with an offset that the zone of the report does not have', () => {
  it('are said, with the zones that fit and the line to write', async () => {
    const utc = await told(`${line} --timezone UTC`, files);
    // Without order 3: 40. In Paris it is 30 + 40.
    expect(utc.row().values.net_sales).toBe(40);
    const { message } = utc.warnings.find(({ code }) => code === 'other_zone')!;
    expect(message).toContain('the offset +02:00, which the zone of the report (UTC) does not have');
    expect(message).toContain('zones that match: Europe/Paris,');
    const [, write = ''] = /(timezone: \S+)$/.exec(message)!;
    const followed = await told(line, { ...files, 'kpi.yaml': `${write}\n` });
    expect(followed.row().values.net_sales).toBe(70);
    expect(followed.codes).not.toContain('other_zone');
  });

  it('are an error under --strict where nobody said the zone', async () => {
    // The tests' system is in another zone than the file.
    const american = orders
      .replace('28T10:00:00+01:00', '28T10:00:00-04:00')
      .replaceAll('+01:00', '-05:00')
      .replaceAll('+02:00', '-04:00');
    for (const [zone, code] of [
      ['', 2],
      ['--timezone Europe/Paris', 0],
      ['--timezone America/New_York', 0],
    ] as const) {
      const ran = await kpi(`${line} ${zone} --strict`, { 'orders.csv': american });
      expect([zone, ran.code]).toEqual([zone, code]);
      expect(ran.err.includes('America/New_York')).toBe(!zone.includes('America'));
    }
  });

  it('are nothing of UTC, and nothing where they fit in summer and winter', async () => {
    const codes = async (text: string) => (await told(`${line} --timezone Europe/Paris`, { 'orders.csv': text })).codes;
    expect(await codes(orders)).not.toContain('other_zone');
    expect(await codes(orders.replaceAll(/\+0[12]:00/g, 'Z'))).not.toContain('other_zone');
    // The offset of summer in winter is that of another zone.
    expect(await codes(orders.replaceAll('+01:00', '+02:00'))).toContain('other_zone');
  });

  it('of JSON, in every command, once', async () => {
    const rows = orders
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','))
      .map(([order_id, ordered_at, customer_email, gross_sales]) => ({
        order_id,
        ordered_at,
        customer_email,
        gross_sales,
      }));
    const all = { 'a/orders.json': JSON.stringify(rows), 'b/orders.csv': orders };
    for (const command of ['report', 'funnel', 'cohorts', 'explain orders']) {
      const ran = await kpi(`${command} a --currency EUR --timezone America/New_York`, all);
      expect(ran.err.split('[other_zone]').length - 1, command).toBe(1);
    }
    const french = await kpi('report a --currency EUR --timezone UTC --lang fr', all);
    expect(french.err).toContain('fuseaux possibles\u00a0: Europe/Paris');
  });
});

describe('the zone of the system', () => {
  it.each([
    [undefined, 'Europe/Paris', 'Europe/Paris'],
    ['Europe/Paris', 'Europe/Paris', 'Europe/Paris'],
    [':Europe/Paris', 'Europe/Paris', 'Europe/Paris'],
    ['europe/paris', undefined, 'Europe/Paris'],
    ['', 'Etc/Unknown', 'UTC'],
    ['UTC0', 'UTC', 'UTC'],
    ['EST5EDT', 'EST5EDT', 'EST5EDT'],
    ['/etc/localtime', 'Europe/Berlin', 'Europe/Berlin'],
    [undefined, undefined, 'UTC'],
  ])('TZ=%s, found %s: %s', (tz, runtime, zone) => expect(systemZone(tz, () => runtime)).toBe(zone));

  it.each(['Weird/Zone', ':bad', 'CET-1CEST', 'UTC+5', 'Europe/Pari'])('TZ=%s is an error', (tz) => {
    expect(() => systemZone(tz, () => undefined)).toThrow(Problem);
    expect(() => systemZone(tz, () => 'UTC')).toThrow(`TZ=${tz}: this is not a time zone`);
  });

  it('is UTC where the clock of the system is linked so, else what the runtime finds', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kpi-zone-'));
    const linked = (target: string): string => {
      const link = join(folder, target.replaceAll('/', '-'));
      symlinkSync(target, link);
      return link;
    };
    try {
      const found = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const asked = vi.spyOn(Intl, 'DateTimeFormat');
      expect(runtimeZone(undefined, linked('/usr/share/zoneinfo/Etc/UTC'))).toBe('UTC');
      expect(runtimeZone(undefined, linked('../usr/share/zoneinfo/UTC'))).toBe('UTC');
      expect(asked).not.toHaveBeenCalled();
      // The zone of a path in TZ is not that of the link.
      expect(runtimeZone('/usr/share/zoneinfo/Europe/Berlin', join(folder, '-usr-share-zoneinfo-Etc-UTC'))).toBe(found);
      expect(runtimeZone(undefined, linked('/usr/share/zoneinfo/Europe/Paris'))).toBe(found);
      expect(runtimeZone(undefined, join(folder, 'nothing'))).toBe(found);
      expect(asked).toHaveBeenCalledTimes(3);
      asked.mockRestore();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
