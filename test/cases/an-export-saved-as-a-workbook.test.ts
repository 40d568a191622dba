import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { root } from '../support/run.ts';
import { cellOf, workbookOf } from '../support/workbook.ts';
import { type Told, told } from './kit.ts';

/*
 * An export that a spreadsheet has saved as .xlsx gives the figures and the row account of its CSV: dates are serial
 * numbers there, percentages fractions, and a row ends with its last filled cell.
 */

const files = [
  'meta-ads/daily',
  'meta-ads/monthly',
  'meta-ads/no-data',
  'shopify-orders/plain',
  'shopify-orders/excel-resave',
  'shopify-orders/old-47-columns',
  'shopify-abandoned-checkouts/plain',
  'ga4-report/acquisition',
  'ga4-report/resaved',
  'ga4-report/several-tables',
  'google-ads/campaign-report',
  'zendesk-tickets/plain',
  'generic/order-lines',
  'generic/tickets',
  'generic/surveys',
  'generic/spend',
  'generic/visits-sessions',
];

/** The rows of a CSV file, whatever their lengths. */
function rowsOf(path: string): string[][] {
  const bytes = readFileSync(join(root, 'fixtures/sources', `${path}.csv`));
  const text = new TextDecoder(path.includes('resave') && path.startsWith('shopify') ? 'windows-1252' : 'utf-8').decode(
    bytes,
  );
  return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, relax_quotes: true });
}

const asked = '--timezone Europe/Paris --as-of 2027-01-01 --period month --compare none --max-rejects 100%';

const withoutNames = ({ rows, files }: Told) => ({
  rows,
  files: files.map(({ path, bytes, size, sha256, ...account }) => account),
});

describe('an export saved as a workbook', () => {
  it.each(files)('%s gives the figures of its CSV', async (path) => {
    const csv = readFileSync(join(root, 'fixtures/sources', `${path}.csv`));
    const rows = rowsOf(path).map((cells) => cells.map(cellOf));
    const book = workbookOf({ sheets: [{ name: 'Sheet1', rows }] });
    const currency = /monthly|old-47|shopify.*\/plain/.test(path) ? 'USD' : 'EUR';
    const line = (name: string) => `report ${name} --currency ${currency} ${asked}`;
    const expected = await told(line('a.csv'), { 'a.csv': csv });
    const found = await told(line('a.xlsx'), { 'a.xlsx': book });
    expect(withoutNames(found)).toEqual(withoutNames(expected));
    expect(found.files[0]?.path).toBe('a.xlsx/Sheet1');
    expect(found.codes).toEqual(expected.codes);
  });
});
