import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cell, type SheetOf, serialOf, workbookOf } from '../support/workbook.ts';
import { folderWith, kpi, told } from './kit.ts';

/*
 * Workbooks whose sheets are recognised by an entry of `sources` only: the message, and kpi init, have the entries of all of
 * them, also where other sheets are read.
 */

const at = (iso: string): Cell => ({ v: serialOf(iso), format: 22 });
const tickets = (name: string, id: number, iso: string): SheetOf => ({
  name,
  rows: [
    ['Ticket-Nr.', 'Betreff', 'Status', 'Erstellt am', 'Bearbeiter'],
    [id, 'a', 'Offen', at(iso), 'L'],
  ],
});
const notes: SheetOf = {
  name: 'Notes',
  rows: [
    ['What', 'Who'],
    ['Call', 'Ann'],
  ],
};
const orders: SheetOf = {
  name: 'Bestellungen',
  rows: [
    ['order_id', 'ordered_at', 'gross_sales'],
    ['A1', at('2026-11-02 10:00'), 10.5],
  ],
};
const all = '--all --period all --compare none --timezone Europe/Paris --currency EUR';

describe('sheets of no known format', () => {
  it('are mapped by the lines of the message', async () => {
    const book = workbookOf({
      sheets: [tickets('Oktober', 1, '2026-10-31 10:00'), tickets('Été #1', 2, '2026-11-01 10:00'), notes],
    });
    const folder = folderWith({ 'f.xlsx': book });
    const { code, err } = await kpi('report f.xlsx --timezone Europe/Paris', folder);
    expect(code).toBe(2);
    const lines = err.split('\n');
    const entry = lines.slice(lines.findIndex((line) => line.trim() === 'sources:'));
    writeFileSync(join(folder, 'kpi.yaml'), entry.map((line) => `${line.slice(4)}\n`).join(''));
    const report = await told(`report ${all} --kpi tickets_created`, folder);
    expect(report.row().values).toEqual({ tickets_created: 2 });
  });

  it.each([
    ['beside sheets that are read', [orders, tickets('Été #1', 2, '2026-11-01 10:00')], '.'],
    ['in a workbook that is named beside a file', [tickets('Été #1', 2, '2026-11-01 10:00'), notes], 'f.xlsx o.csv'],
  ])('are commented out by init, %s', async (_where, sheets, paths) => {
    const folder = folderWith({
      'f.xlsx': workbookOf({ sheets }),
      'o.csv': 'order_id,ordered_at,gross_sales\nB1,2026-11-03,20.00\n',
    });
    expect((await kpi(`init ${paths} --timezone Europe/Paris`, folder)).code).toBe(0);
    const path = join(folder, 'kpi.yaml');
    const written = readFileSync(path, 'utf8');
    const before = await told(`report ${all} --kpi orders,tickets_created`, folder);
    expect(before.row().values.orders).toBe(paths === '.' ? 2 : 1);
    // The # without a blank after it is removed from the lines of the entry.
    writeFileSync(path, written.replace(/^ {2}#(?=- path| {2}\S| {4}\S)/gm, '  '));
    const report = await told(`report ${all} --kpi orders,tickets_created`, folder);
    expect(report.row().values).toEqual({ orders: paths === '.' ? 2 : 1, tickets_created: 1 });
  });
});

it('a report as a workbook that a spreadsheet has saved again is no export of visits', async () => {
  const report: SheetOf = {
    name: 'Traffic',
    rows: [
      ['Period', 'From', 'To', 'Sessions', 'Traffic share by channel', 'Pages per session', 'Bounce rate'],
      ['2026-W44', at('2026-10-26 00:00'), at('2026-11-01 00:00'), 580, 1, 3.4, 0.39],
    ],
  };
  const folder = folderWith({ 'r.xlsx': workbookOf({ sheets: [report] }), 'o.xlsx': workbookOf({ sheets: [orders] }) });
  const found = await told(`report . ${all} --kpi orders,sessions`, folder);
  expect(found.row().values).toEqual({ orders: 1, sessions: null });
  expect((await kpi('report r.xlsx --timezone Europe/Paris', folder)).err).toContain('a report that kpi wrote');
});
