import { describe, expect, it } from 'vitest';
import { report } from '../support/ask.ts';

/*
 * What nobody asks for is neither kept nor derived: a figure that is asked for alone must be the one of the whole report.
 */
describe.each([
  'fixtures/shop --timezone Europe/Paris --as-of 2026-11-22 --period month --by channel --compare previous',
  'fixtures/generic-shop --timezone Europe/Paris --as-of 2026-11-22 --period month --all --rates fixtures/generic-shop/rates.csv --currency EUR',
])('%s', async (line) => {
  const whole = await report(line);
  const ids = Object.keys({ ...whole.rows[0]!.values, ...whole.rows[0]!.nulls });

  it('has KPIs', () => {
    expect(ids.length).toBeGreaterThan(50);
  });

  it.each(ids)('%s alone', async (id) => {
    const alone = await report(`${line} --kpi ${id}`);
    const of = ({ rows }: typeof whole) =>
      rows.map(({ period, dimensions, values, nulls }) => ({
        period,
        dimensions,
        value: values[id],
        because: nulls?.[id],
      }));
    const groups = new Set(alone.rows.map(({ dimensions }) => JSON.stringify(dimensions)));
    expect(of(alone)).toEqual(of(whole).filter(({ dimensions }) => groups.has(JSON.stringify(dimensions))));
  });
});
