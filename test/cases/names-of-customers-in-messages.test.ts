import { describe, expect, it } from 'vitest';
import { shownInMessage } from '../../src/cli/run/rejects.ts';
import { kpi, table } from './kit.ts';

/*
 * A row that lacks a cell has the customer's name where its amount should be. What cannot be read is told with its record and
 * column; of its text only what names nobody goes to a terminal or a log.
 */

const inTotal = (value: string): string => shownInMessage({ column: 'total', reason: 'not_a_number', value });

describe('a cell in a message', () => {
  it.each([
    ['12.5O', '12.5***'],
    ['Jane Doe', '*** ***'],
    ['31/02/2026', '31/02/2026'],
    ['29 février 2026', '29 février 2026'],
    ['Mo 31. Feb', 'Mo 31. Feb'],
    ['EUR 1,2,3', 'EUR 1,2,3'],
    ['€1.2.3', '€1.2.3'],
    ['25:61 pm', '25:61 pm'],
    ['n/a?', 'n/a?'],
    ['日本', '***'],
    ["O'Neil-Smith", '***'],
    ['+33 6 12 34 56 78', '***'],
    ['06 12 34 56 78', '***'],
    ['06.12.34.56.78', '***'],
    ['0612345678', '***'],
    ['(555) 123-4567 ext', '*** ***'],
    ['tel 030/1234567', '*** ***'],
    ['2026-11-31 10:00:00', '2026-11-31 10:00:00'],
    ['31.02.2026 10:00', '31.02.2026 10:00'],
    ['31/02/2026 101500', '31/02/2026 101500'],
    ['1234567890123', '1234567890123'],
    ['1.234.56', '1.234.56'],
    ['+12.5.5', '+12.5.5'],
    ['12345678.123456.1', '***'],
  ])('%s', (cell, shown) => expect(inTotal(cell)).toBe(shown));

  it('of a column of words keeps no digit', () => {
    const shown = (value: string) => shownInMessage({ column: 'satisfaction', reason: 'unknown_word', value });
    expect([shown('12 rue basse'), shown('75011'), shown('7,5')]).toEqual(['*** *** ***', '***', '***,***']);
  });

  it('of a customer column or with an address is masked whole', () => {
    expect(inTotal('ann@example.com 12')).toBe('***');
    expect(shownInMessage({ column: 'Customer e-mail', reason: 'not_a_number', value: '12' })).toBe('***');
  });

  const shifted = {
    'orders.csv': table(
      'order_id,ordered_at,gross_sales,email',
      '1,2026-11-02,10,a@example.com',
      '2,2026-11-02,Zaphod Beeblebrox,b@example.com',
    ),
  };

  it.each(['report orders.csv', 'report orders.csv --lang fr', 'inspect orders.csv', 'normalize orders.csv --out out'])(
    'of a shifted row: %s',
    async (line) => {
      const { out, err } = await kpi(line, shifted);
      expect(out + err).toMatch(/2/);
      expect(out + err).not.toMatch(/Zaphod|Beeblebrox|example\.com/);
    },
  );
});

describe('a status in a message', () => {
  const list = (...statuses: string[]): string =>
    table('order_id,ordered_at,gross_sales,status', ...statuses.map((status, i) => `${i + 1},2026-11-02,1,${status}`));
  const report = 'report orders.csv --timezone Europe/Paris --currency EUR --last 1 --kpi orders';
  const said = async (file: string, more = ''): Promise<string> => {
    const { out, err } = await kpi(`${report} ${more}`, { 'orders.csv': file });
    return (out + err).replace(/\s+/g, ' ');
  };

  it('of a shifted row is counted and masked, beside those that are statuses', async () => {
    const file = list(
      'paid',
      'parked',
      'Waiting for parts',
      'Zaphod Beeblebrox',
      'Trillian',
      '0612345678',
      '12 rue basse',
    );
    expect(await said(file)).toContain(
      'count: "Waiting for parts" (1), "parked" (1), 4 others, masked (4 orders); to say which count, write in kpi.yaml, with those of the masked ones that count and without the words that do not: valid_status: [paid, refunded, Waiting for parts, parked]',
    );
    expect(await said(file, '--lang fr')).toContain('4 autres, masqués (4 commandes)');
    for (const line of ['', '--format json', '--format html', '--lang fr'])
      expect(await said(file, line)).not.toMatch(/Zaphod|Trillian|0612345678|rue basse/);
  });

  it('that many orders share is one, however it is written', async () => {
    const file = list(
      'paid',
      'Wysłane',
      'Wysłane',
      'Wysłane',
      'Klaar Voor Afhalen',
      'Klaar Voor Afhalen',
      'paid',
    ).concat('8,2026-11-02,1,Klaar Voor Afhalen\n');
    expect(await said(file)).toContain('"Klaar Voor Afhalen" (3), "Wysłane" (3); to say which count');
  });

  it('is none where the column is one of names', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `Zaphod ${String.fromCharCode(65 + i)}eeble`);
    expect(await said(list(...names, names[0]!, names[0]!))).toContain(
      'of no known meaning count: 12 words, masked (14 orders); see the option valid_status',
    );
  });

  it('does so where it does not count, too', async () => {
    const files = { 'orders.csv': list('Zaphod Beeblebrox', 'parked', 'paid'), 'kpi.yaml': 'valid_status: [paid]\n' };
    const { err } = await kpi(report, files);
    expect(err).toContain('1 of 3 orders is "parked", 1 other, masked (1 order); see the option valid_status');
    expect(err).not.toContain('Zaphod');
  });
});
