import { describe, expect, it } from 'vitest';
import { compare, ofText } from '../../src/core/fraction.ts';
import { defaultOptions } from '../../src/core/kpi-options.ts';
import { rangeOf } from '../../src/documents/checks/value-range.ts';
import { benchmarks } from '../../src/kpis/benchmarks.ts';
import { kpis } from '../../src/kpis/index.ts';

/* What others have published is quoted, never worked out: here is only seen that it can be shown beside our figures. */

describe.each(Object.entries(benchmarks))('the benchmark of %s', (id, benchmark) => {
  const kpi = kpis.find((one) => one.id === id);
  const bounds = typeof benchmark.value === 'string' ? [benchmark.value] : benchmark.value;

  it('is of a KPI that is there, and not of money or a code', () => {
    expect(kpi).toBeDefined();
    expect(['money', 'text']).not.toContain(kpi?.unit);
  });

  it('is a value that the KPI can have, a range from low to high', () => {
    const { low, high } = rangeOf(kpi!, defaultOptions);
    for (const bound of bounds) {
      expect(bound).toMatch(/^-?\d+(\.\d+)?$/);
      if (low !== null) expect(compare(ofText(bound), low)).not.toBe(-1);
      if (high !== null) expect(compare(ofText(bound), high)).not.toBe(1);
    }
    expect(bounds.length === 1 || compare(ofText(bounds[0]!), ofText(bounds[1]!)) === -1).toBe(true);
  });

  it('says who published it, when, where, and of whom it is', () => {
    expect(benchmark.publisher).not.toBe('');
    expect(benchmark.year).toBeGreaterThanOrEqual(2010);
    expect(benchmark.year).toBeLessThanOrEqual(2026);
    expect(new URL(benchmark.address).protocol).toBe('https:');
    expect(benchmark.about.en).not.toBe(benchmark.about.fr);
    // A blank before a colon or semicolon of French may not break.
    expect(benchmark.about.fr).not.toMatch(/ [:;?!%]/);
  });
});
