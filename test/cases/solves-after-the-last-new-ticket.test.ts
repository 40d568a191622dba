import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/* The tickets that were created from 2 to 8 November, exported on the 20th: one of them was solved on the 18th. */

const tickets = table(
  'ticket_id,created_at,solved_at',
  '1,2026-11-02 10:00,2026-11-03 10:00',
  '2,2026-11-05 10:00,2026-11-18 12:00',
  '3,2026-11-08 10:00,',
);
const files = { 't.csv': tickets };
const asked = 'report t.csv --timezone Europe/Paris --compare none --as-of 2026-11-20 --kpi tickets_solved,backlog';

describe('a solve after the last new ticket', () => {
  it.each(['--all --period all', '--all --period day', '--period week'])('is told with %s', async (periods) => {
    const { row, warnings } = await told(`${asked} ${periods}`, files);
    if (periods.endsWith('all')) expect(row().values).toEqual({ tickets_solved: 1, backlog: 2 });
    const late = warnings.filter(({ code }) => code === 'late_solves');
    expect(late.map(({ message }) => message.replace(/after \S+,/, 'after …,'))).toEqual([
      '1 ticket was solved after …, up to 2026-11-18, in none of these periods: the files hold no tickets created later; export those, or ask for these days with --to 2026-11-18',
    ]);
    expect((await kpi(`${asked} ${periods} --lang fr`, files)).err).toContain('1 ticket a été résolu après le');
  });

  it('is counted with the option that the warning names', async () => {
    const { err } = await kpi(`${asked} --all --period all`, files);
    const [option] = /--to \d{4}-\d\d-\d\d/.exec(err)!;
    const { row, codes } = await told(`${asked} --period all ${option}`, files);
    expect(row().values).toEqual({ tickets_solved: 2, backlog: 1 });
    expect(codes).not.toContain('late_solves');
  });

  it('is not told of today and later, nor where new tickets go on, or nobody asks for solves', async () => {
    for (const solved of ['2026-11-20 09:00', '2062-11-18 12:00'])
      expect((await told(`${asked} --all`, { 't.csv': tickets.replace('2026-11-18 12:00', solved) })).codes).toEqual(
        [],
      );
    const { row, codes } = await told(`${asked} --all --period all`, { 't.csv': `${tickets}4,2026-11-19 10:00,\n` });
    expect(row().values).toEqual({ tickets_solved: 2, backlog: 2 });
    expect(codes).toEqual([]);
    const created = asked.replace('tickets_solved,backlog', 'tickets_created');
    expect((await told(`${created} --all`, files)).codes).toEqual([]);
  });
});
