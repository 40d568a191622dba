import { describe, expect, it } from 'vitest';
import { shownInMessage } from '../../src/cli/rejects.ts';
import { kpi, table } from './kit.ts';

/*
 * A row that lacks a cell has the customer's name where its amount should be. What cannot be read is told with its record and
 * column; of its text only what names nobody goes to a terminal or a log.
 */

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
  ])('%s', (cell, shown) => expect(shownInMessage('total', cell)).toBe(shown));

  it('of a customer column or with an address is masked whole', () => {
    expect(shownInMessage('total', 'ann@example.com 12')).toBe('***');
    expect(shownInMessage('Customer e-mail', '12')).toBe('***');
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
