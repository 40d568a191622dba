import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, run } from './kit.ts';

/*
 * Wherever a word is chosen from those that there are, a slip of the pen is answered with the one that was meant. One example of
 * each place; how near is near enough is the matter of nearest.test.ts.
 */

describe('on the command line', () => {
  it.each([
    ['reprot', 'report'],
    ['hepl', 'help'],
    ['help reprot', 'report'],
    ['--hepl', '--help'],
    ['--versoin', '--version'],
    ['report --perid week', '--period'],
    ['report --hepl', '--help'],
    ['report -period week', '--period'],
    ['completion fishh', 'fish'],
    ['explain avrage_order_value', 'average_order_value'],
    ['report --kpi orders,average_ordre_value', 'average_order_value'],
    ['report --period weekly', 'week'],
    ['report --by chanel', 'channel'],
    ['report --by contact-chanel', 'contact_channel'],
    ['report --by non', 'none'],
    ['report --compare yaer', 'year'],
    ['report --compare nnoe', 'none'],
    ['report --group servise', 'service'],
    ['report --par channel', '--by'],
    ['report --depuis 2026-11-01', '--from'],
    ['report --derniers 3', '--last'],
    ['list --group sale', 'sales'],
    ['report --format jsno', 'json'],
    ['normalize --format parqet', 'parquet'],
    ['report --engine duckbd', 'duckdb'],
    ['report --lang fe', 'fr'],
    ['report --timezone Europe/Pari', 'Europe/Paris'],
    ['report --currency EURO', 'EUR'],
    ['report --currency ERU', 'EUR'],
    ['report --out {perod}.json', '{period}'],
  ])('kpi %s: %s', async (line, meant) => {
    const { code, out, err } = await run(line.split(' '), { cwd: folder() });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`\n  did you mean ${meant}?\n`);
  });

  it.each([
    ['report -z', 'kpi: unknown option -z\n  see kpi report --help\n'],
    ['help zebra', 'kpi: unknown command "zebra"\n  see kpi --help\n'],
    [
      'list --hash-keys',
      'kpi: unknown option --hash-keys\n  it is an option of kpi normalize\n  see kpi list --help\n',
    ],
    [
      'report --by channel,none',
      'kpi: --by must be one of channel, source, campaign, country, region, device, store, contact_channel, payment_method, discount_code, not "none"\n',
    ],
  ])('but of kpi %s nothing is like it', async (line, err) => {
    expect(await run(line.split(' '))).toEqual({ code: 2, out: '', err });
  });
});

describe('in a configuration', () => {
  it.each([
    ['timezon: UTC', 'timezone'],
    ['timezone: Europe/Pari', 'Europe/Paris'],
    ['currency: GPB', 'GBP'],
    ['rates: { UDS: 1 }', 'USD'],
    ['week_start: mondy', 'monday'],
    ['revenue_basis: netsales', 'net_sales'],
    ['business_hours: { days: [mondai], from: "09:00", to: "10:00" }', 'monday'],
    ['business_hours: { day: [monday], from: "09:00", to: "10:00" }', 'days'],
    ['report: { perod: week }', 'period'],
    ['report: { period: wek }', 'week'],
    ['report: { by: [chanel] }', 'channel'],
    ['report: { compare: previus }', 'previous'],
    ['report: { group: [servise] }', 'service'],
    ['report: { kpi: [orderz] }', 'orders'],
    ['report: { format: jsno }', 'json'],
    ['report: { engine: duckbd }', 'duckdb'],
    ['report: { lang: fe }', 'fr'],
    ['sources: [{ path: ., kind: ordr }]', 'order'],
    ['sources: [{ path: ., format: shopify-ordrs }]', 'shopify-orders'],
    ['sources: [{ path: ., timezone: Europe/Pari }]', 'Europe/Paris'],
    ['sources: [{ path: ., currency: GPB }]', 'GBP'],
    ['sources: [{ path: ., columns: { ordred_at: a } }]', 'ordered_at'],
    ['channels: [{ sorce: google, channel: Ads }]', 'source'],
    ['costs: [{ date: 2026-01-01, category: fulfillment, amount: 3 }]', 'fulfilment'],
    ['limits: { max_colums: 3 }', 'max_columns'],
  ])('%s: %s', async (yaml, meant) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'kpi.yaml'), `${yaml}\n`);
    const { code, out, err } = await run(['report', '.'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`\n  did you mean ${meant}?\n`);
  });
});
