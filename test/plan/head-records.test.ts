import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DecimalEvidence } from '../../src/fields/convention.ts';
import { DateOrderEvidence } from '../../src/fields/date-order.ts';
import { rowsBelow, splitHead } from '../../src/plan/head/head-records.ts';
import { headRecords } from '../../src/readers/csv.ts';
import { defaultLimits } from '../../src/readers/input.ts';

const shape = { delimiter: ',' } as const;
const headOf = (text: string) =>
  ({ text: Buffer.from(text), complete: true, encoding: { name: 'utf-8', bom: false }, path: 'a.csv' }) as const;

it('gives the cells of the columns asked for as a split of everything does, whatever was asked before', () => {
  const cell = fc.constantFrom('', '1', 'é', '12,5', 'say ""hi""', 'two\nlines', ' x ');
  const row = fc.array(cell, { minLength: 1, maxLength: 4 });
  const asked = fc.array(fc.array(fc.nat({ max: 4 }), { maxLength: 3 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), asked, (rows, turns) => {
      // A head of more records than are split whole at once.
      const some = rows.map((cells) => cells.map((one) => `"${one}"`).join(',')).join('\n');
      const head = headOf(`${new Array(Math.ceil(1200 / rows.length)).fill(some).join('\n')}\n`);
      const whole = headRecords(head, shape, 50_000);
      const split = splitHead(head, shape, defaultLimits);
      expect(split.first).toEqual(whole.slice(0, 600));
      for (const columns of turns) {
        const found = [...split.all(columns)];
        expect(found.map((cells) => cells.length)).toEqual(whole.map((cells) => cells.length));
        for (const column of columns)
          expect(found.map((cells) => cells[column])).toEqual(whole.map((cells) => cells[column]));
      }
    }),
    { numRuns: 60 },
  );
});

it('tells of numbers and dates at a glance what their texts tell', () => {
  const number = fc.constantFrom(
    '',
    '7',
    '12',
    '1.50',
    '1,5',
    '1,234',
    '1.234',
    '-3.25',
    '(2.5)',
    '1.234,5',
    '€ 9.5',
    'x',
  );
  const date = fc.constantFrom(
    '2026-03-14',
    '14/03/2026',
    '03/04/2026',
    '2026-03-14T10:00:00Z',
    '04/25/2026',
    '20260314',
  );
  const extra = fc.constantFrom([], [], ['more'], ['two', 'more']);
  const row = fc
    .tuple(number, date, number, extra, fc.boolean())
    .map(([a, when, b, more, isShort]) => (isShort ? [a, when] : [a, when, b, ...more]));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (rows, least) => {
      const some = rows.map((cells) => cells.map((one) => (one.includes(',') ? `"${one}"` : one)).join(',')).join('\n');
      const head = headOf(`a,b,c\n${new Array(Math.ceil(1500 / rows.length)).fill(some).join('\n')}\n`);
      const split = splitHead(head, shape, defaultLimits);
      const told = [new DecimalEvidence(), new DateOrderEvidence(), new DecimalEvidence(true)] as const;
      const read = [new DecimalEvidence(), new DateOrderEvidence(), new DecimalEvidence(true)] as const;
      const below = [false, false, false];
      const seen = split.glances!(1, least)([0, 2], [1], (column, text) => told[column]!.add(text));
      for (const cells of rowsBelow(split, 0)([0, 1, 2]))
        if (cells.length >= least)
          for (const [at, one] of read.entries()) {
            one.add(cells[at] ?? '');
            below[at] ||= /[-(]/.test(cells[at] ?? '');
          }
      for (const at of [0, 2] as const) {
        const { points, commas, hasMinus } = seen.get(at)!;
        told[at].addProofs(points, commas);
        expect([told[at].general, told[at].proven, told[at].open]).toEqual([
          read[at].general,
          read[at].proven,
          read[at].open,
        ]);
        expect(hasMinus).toBe(below[at]);
      }
      expect([told[1].order, told[1].sample]).toEqual([read[1].order, read[1].sample]);
    }),
    { numRuns: 60 },
  );
});
