import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defaultSizes, writeAll } from '../../bench/generate.ts';
import { zipOf } from '../readers/zip-kit.ts';
import { root } from '../support/run.ts';
import { workbookOf } from '../support/workbook.ts';
import type { Situation } from './faults.ts';

const asOf = ['--timezone', 'Europe/Paris', '--as-of', '2026-11-22'];

/** Files from before, which a run replaces. */
const before = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `the ${name} before`]));
const outs = (...names: readonly string[]) => names.flatMap((name) => ['--out', name]);

const generic = join(root, 'fixtures/generic-shop');
const textOf = (name: string): string => readFileSync(join(generic, name), 'utf8');

/** A small shop: orders, visits and ads. */
function shopIn(folder: string): string {
  mkdirSync(folder);
  for (const name of ['orders_export.csv', 'ga4_traffic.csv', 'meta_ads.csv'])
    copyFileSync(join(root, 'fixtures/shop', name), join(folder, name));
  return folder;
}

/** Some files of a shop as archives and as a workbook; others as they are. */
function packed(folder: string): string {
  mkdirSync(folder);
  const member = (name: string) => ({ name, data: textOf(`shop/${name}`) });
  writeFileSync(join(folder, 'orders.zip'), zipOf(['orders.csv', 'order_lines.csv'].map(member)));
  writeFileSync(join(folder, 'visits.csv.gz'), gzipSync(textOf('shop/visits.csv')));
  const rows = textOf('shop/spend.csv').trim().split('\n');
  const cells = rows.map((row) => row.split(','));
  writeFileSync(join(folder, 'spend.xlsx'), workbookOf({ sheets: [{ name: 'spend', rows: cells }] }));
  for (const name of ['refunds.csv', 'leads.csv']) writeFileSync(join(folder, name), textOf(`shop/${name}`));
  return folder;
}

/** Files that are read by columns, in worker threads. */
function long(folder: string): string {
  writeAll(folder, { ...defaultSizes, visits: 40_000, orders: 7_000, spend: 100, tickets: 100 });
  // What was changed just now is not kept: it could change again and look the same.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2100);
  return folder;
}

/** Sessions that the duckdb engine takes. */
function sessions(folder: string): string {
  writeAll(folder, { ...defaultSizes, visits: 6_000, orders: 300, spend: 100, tickets: 0 });
  return folder;
}

const checks = `timezone: Europe/Paris
sources: [{ path: "exports/*.csv" }]
checks:
  - { kpi: net_sales, must: ">= 100" }
  - { kpi: conversion_rate, must: ">= 0.4%", should: ">= 2%" }
`;

/** `place` names a folder for what runs read. */
export function situationsIn(place: (name: string) => string): readonly Situation[] {
  const shop = { link: shopIn(place('shop')) };
  long(place('long'));
  const kept = {
    args: ['report', 'exports', ...asOf],
    files: { exports: { link: place('long') } },
    writes: [],
    cache: place('kept'),
    keeps: true,
  };
  return [
    {
      name: 'kpi report --out, in many formats',
      args: ['report', 'exports', ...asOf, ...outs('r.json', 'r.csv', 'r.md', 'r.html', 'r.txt', 'new/folder/r.xlsx')],
      files: { exports: shop, ...before('r.json', 'r.csv', 'r.md') },
      writes: ['r.json', 'r.csv', 'r.md', 'r.html', 'r.txt', 'new/folder/r.xlsx'],
    },
    {
      name: 'kpi report of archives, with rates and rejects',
      args: ['report', 'exports', '--as-of', '2026-11-22', ...outs('r.json'), '--rejects', 'rejects.csv'],
      files: {
        exports: { link: packed(place('packed')) },
        'kpi.yaml': textOf('kpi.yaml'),
        'rates.csv': textOf('rates.csv'),
        ...before('r.json', 'rejects.csv'),
      },
      writes: ['r.json', 'rejects.csv'],
    },
    {
      name: 'kpi check',
      args: ['check', '--as-of', '2026-11-22', '--out', '-', ...outs('c.xml', 'c.json')],
      files: { exports: shop, 'kpi.yaml': checks, ...before('c.xml') },
      writes: ['c.xml', 'c.json'],
    },
    {
      name: 'kpi normalize',
      args: ['normalize', 'exports', '--timezone', 'Europe/Paris', '--out', '.'],
      files: { exports: shop, ...before('order.csv', 'visit.csv') },
      writes: ['order.csv', 'order_line.csv', 'refund.csv', 'spend.csv', 'visit.csv'],
    },
    {
      name: 'kpi normalize --format parquet',
      args: ['normalize', 'exports/orders_export.csv', ...asOf.slice(0, 2), '--format', 'parquet', '--out', 'records'],
      files: { exports: shop },
      writes: ['records/order.parquet', 'records/order_line.parquet', 'records/refund.parquet'],
    },
    {
      name: 'kpi init',
      once: true,
      args: ['init', 'exports', ...asOf],
      files: { exports: shop },
      writes: ['kpi.yaml'],
    },
    {
      name: 'kpi report --engine duckdb',
      args: ['report', 'exports', ...asOf, '--engine', 'duckdb', ...outs('r.json')],
      files: { exports: { link: sessions(place('sessions')) }, ...before('r.json') },
      writes: ['r.json'],
    },
    {
      name: 'kpi report of long files',
      slow: true,
      args: ['report', 'exports', ...asOf, ...outs('r.json')],
      files: { exports: { link: place('long') }, ...before('r.json') },
      writes: ['r.json'],
    },
    { ...kept, name: 'kpi report with an empty cache', slow: true, cache: place('nothing'), keeps: false },
    { ...kept, name: 'kpi report with an answer in the cache' },
    {
      ...kept,
      name: 'kpi report --out with columns in the cache',
      args: [...kept.args, ...outs('r.json')],
      writes: ['r.json'],
    },
  ];
}
