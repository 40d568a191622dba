import { divide, type Fraction, ofText } from '../../../src/core/fraction.ts';
import type { Mark, NullReason } from '../../../src/core/kinds.ts';
import type { Report, ReportRow } from '../../../src/documents/report/report-model.ts';
import type { Figure, FileQuality, ReportKpi } from '../../../src/figures/figure-model.ts';

/** A measured decimal. */
export const exact = (text: string): Fraction => ofText(text);
export const over = (n: string, d: string): Fraction => divide(ofText(n), ofText(d));

export const figure = (value: string | Fraction, ...marks: Mark[]): Figure => ({
  value: typeof value === 'string' ? exact(value) : value,
  marks,
});
export const code = (value: string): Figure => ({ value, marks: [] });
export const missing = (reason: NullReason): Figure => ({ value: null, reason, marks: [] });

export const kpi = (id: string, rest: Partial<ReportKpi> = {}): ReportKpi => ({
  id,
  label: { en: id, fr: `${id} (fr)` },
  unit: 'money',
  direction: 'up',
  group: 'sales',
  ...rest,
});

export const row = (figures: readonly Figure[], rest: Partial<ReportRow> = {}): ReportRow => ({
  period: '2026-W45',
  from: '2026-11-02',
  to: '2026-11-08',
  partial: false,
  dimensions: {},
  compare: {},
  figures,
  ...rest,
});

export const file = (path: string, rest: Partial<FileQuality> = {}): FileQuality => ({
  path,
  format: 'shopify-orders',
  kinds: ['order'],
  read: 57,
  accepted: 57,
  skipped: 0,
  superseded: 0,
  rejected: 0,
  counts: {},
  first: '2026-01-01',
  last: '2026-11-21',
  ...rest,
});

export const report = (rest: Partial<Report> = {}): Report => ({
  asOf: '2026-11-22T00:00:00+01:00',
  timezone: 'Europe/Paris',
  currency: 'EUR',
  grain: 'week',
  from: '2026-11-02',
  to: '2026-11-15',
  dimensions: [],
  basis: {},
  kpis: [],
  rows: [],
  files: [],
  warnings: [],
  ...rest,
});
