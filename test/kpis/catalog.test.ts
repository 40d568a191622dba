import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ofText, toDecimal } from '../../src/core/fraction.ts';
import type { NullReason } from '../../src/core/kinds.ts';
import { defaultOptions } from '../../src/core/kpi-options.ts';
import { allOf, catalogs, listingOf } from '../../src/dev/gen.ts';
import { codeOf } from '../../src/kpis/bands.ts';
import { type Cell, evaluate, markNames, nothing, type Operand, usesOf } from '../../src/kpis/evaluate.ts';
import type { Window } from '../../src/kpis/formula.ts';
import { kpis } from '../../src/kpis/index.ts';
import { type Example, groups, type Kpi } from '../../src/kpis/kpi.ts';
import * as declared from '../../src/measures/index.ts';
import { measures } from '../../src/measures/measure.ts';

const cases = kpis.flatMap((kpi) =>
  kpi.examples.map((example, i): [string, Kpi, Example] => [`${kpi.id} ${i + 1}`, kpi, example]),
);
const optionsOf = (example: Example) => ({ ...defaultOptions, ...example.options });

/** A cell that holds an example's operands and notes which are read. */
function cellOf(example: Example, read: Set<string>, scope = ''): Cell {
  const operand = (name: string): Operand => {
    const text = example.given[scope + name];
    if (text === undefined) throw new Error(`the example does not give ${scope}${name}`);
    read.add(scope + name);
    if (text === null) return nothing('missing_kind');
    return /^[a-z_]+$/.test(text) ? nothing(text as NullReason) : { value: ofText(text), marks: 0 };
  };
  return {
    options: optionsOf(example),
    measure: ({ id }, window) => operand(window ? `${id}@${window.name}` : id),
    both: ({ id }, first, second) => operand(`${id}@${first.name}&${second.name}`),
    total: () => cellOf(example, read, 'total.'),
    payback: () => operand('payback'),
  };
}

describe('worked examples', () => {
  it.each(cases)('%s', (_, kpi, example) => {
    const read = new Set<string>();
    const { value, reason } = evaluate(kpi.formula, cellOf(example, read));
    const shown = (v: NonNullable<typeof value>) =>
      kpi.bands ? codeOf(kpi.bands, v, optionsOf(example)) : toDecimal(v);
    expect([value && shown(value), reason]).toEqual([example.gives ?? null, example.because]);
    expect([...read].sort()).toEqual(Object.keys(example.given).sort());
  });

  it.each(cases)('%s reads only what usesOf foretells', (_, kpi, example) => {
    const foretold = new Set(['payback']);
    for (const { measure, windows } of usesOf(kpi.formula, optionsOf(example))) {
      const names = windows.flatMap((window?: Window) => (window ? [window.name] : []));
      foretold.add(names.length ? `${measure.id}@${names.join('&')}` : measure.id);
    }
    const read = Object.keys(example.given).map((name) => name.replace('total.', ''));
    expect(read.filter((name) => !foretold.has(name))).toEqual([]);
  });
});

describe('marks', () => {
  const marksOf = (id: string, example: Example) => {
    const kpi = kpis.find((one) => one.id === id)!;
    return markNames(evaluate(kpi.formula, cellOf(example, new Set())).marks);
  };

  it('say that refunds are not known', () => {
    const given = { gross_sales: '10', discounts: '0', returns: null };
    expect(marksOf('net_sales', { given, gives: '10' })).toEqual(['no_refunds']);
    expect(marksOf('net_sales', { given: { ...given, returns: '0' }, gives: '10' })).toEqual([]);
  });

  it('say that orders stand for purchases, and for the checkouts that a list leaves out', () => {
    const given = {
      purchase_sessions: null,
      sessions: '9',
      checkout_sessions: null,
      lost_checkouts: null,
      begun_checkouts: null,
      abandoned_checkouts: '1',
      orders: '3',
    };
    expect(marksOf('conversion_rate', { given, gives: '0.333333333333' })).toEqual(['approx']);
    expect(marksOf('checkout_abandonment_rate', { given, gives: '0.25' })).toEqual(['approx']);
    const told = { ...given, lost_checkouts: '1', begun_checkouts: '5' };
    expect(marksOf('checkout_abandonment_rate', { given: told, gives: '0.2' })).toEqual([]);
  });
});

/* Unit and direction of every KPI stand a second time in test/golden/list: whoever changes one sees it there. */
describe('the catalog', () => {
  it('has a file per KPI, named as its id', () => {
    const { folder, declares } = catalogs[0]!;
    const files = [...listingOf(folder)].filter(([, text]) => text.includes(declares));
    const wrong = files.filter(
      ([name, text]) => !text.includes(`  id: '${name.replace(/\.ts$/, '').replaceAll('-', '_')}',`),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
    expect(files).toHaveLength(kpis.length);
  });

  it('has labels in both languages, each once', () => {
    for (const language of ['en', 'fr'] as const) {
      const labels = kpis.map(({ label }) => label[language]);
      expect(labels.filter((label) => label.trim() !== label || label === '')).toEqual([]);
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  });

  it('stands in the order of groups and ranks, no rank twice', () => {
    const places = kpis.map(({ group, rank }) => groups.indexOf(group) * 100_000 + rank);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  });

  it('measures only what is registered', () => {
    const registered = new Set<unknown>(Object.values(declared));
    for (const kpi of kpis) {
      for (const { measure } of usesOf(kpi.formula, defaultOptions)) {
        expect(registered, kpi.id).toContain(measure);
        expect(measures.get(measure.id), kpi.id).toBe(measure);
      }
      if (kpi.sample) expect(registered, kpi.id).toContain(kpi.sample);
    }
  });

  it('explains every KPI and works it out by hand: once with a value, once without', () => {
    for (const { id, doc, source, examples } of kpis) {
      expect(doc.en, id).toMatch(/^[A-Z].*\.$/s);
      expect(source ?? 'https://', id).toMatch(/^https?:\/\//);
      expect(examples.length, id).toBeGreaterThan(1);
      expect(examples.filter(({ gives }) => gives === undefined).length, id).toBeGreaterThan(0);
      expect(examples.filter(({ gives }) => gives !== undefined).length, id).toBeGreaterThan(0);
    }
  });

  it('names only KPIs and options that exist', () => {
    const words = new Set([...kpis.map(({ id }) => id), ...Object.keys(defaultOptions)]);
    const marks = [
      'no_refunds',
      'no_discounts',
      'low_sample',
      'short_history',
      'not_reached',
      'inconsistent_counts',
      'under_investing',
    ];
    for (const { id, doc, nulls } of kpis) {
      const named = `${doc.en} ${nulls?.en ?? ''}`.match(/[a-z0-9]+(_[a-z0-9]+)+/g) ?? [];
      expect(
        named.filter((word) => !words.has(word) && !marks.includes(word)),
        id,
      ).toEqual([]);
    }
  });
});

describe('the generated indexes', () => {
  it.each(catalogs.map((catalog) => [catalog.folder, catalog] as const))('%s/all.ts is fresh', (folder, catalog) => {
    const text = allOf(listingOf(folder), catalog);
    const path = `${folder}/all.ts`;
    const written = existsSync(path) ? readFileSync(path, 'utf8') : '';
    expect(written === text, `${path} is stale: run npm run gen`).toBe(true);
  });

  it('take what declares and leave helpers', () => {
    const catalog = { folder: 'src/tools', declares: 'export default defineTool(' };
    const listing = new Map([
      ['tool.ts', 'export const defineTool = 1;'],
      ['zip-file.ts', 'export default defineTool({});'],
      ['zip.ts', 'export default defineTool({});'],
    ]);
    expect(allOf(listing, catalog)).toBe(
      [
        '// Written by `npm run gen`.',
        "export { default as zip } from './zip.ts';",
        "export { default as zipFile } from './zip-file.ts';",
        '',
      ].join('\n'),
    );
    expect(allOf(new Map(), catalog)).toBe('');
  });
});
