import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitHead } from '../../src/plan/head-records.ts';
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
      expect(split.first).toEqual(whole.slice(0, 1000));
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
