import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/* Some tools leave the time of a solve empty, and some keep it when a ticket is opened again: the status says what holds. */

const tickets = (...rows: string[]): string =>
  table('ticket_id,created_at,status,solved_at', ...rows.map((row, i) => `${i + 1},${row}`));
const line = `report t.csv ${lastWeek} --kpi tickets_created,tickets_solved,backlog,resolution_time`;

describe('tickets solved without a time', () => {
  it('are not open, and are said', async () => {
    // Open are 2 and 5 (a status of no known meaning and no solve). Solved with a time: 4, after 3 h.
    const files = {
      't.csv': tickets(
        '2026-11-02 09:00,CLOSED,',
        '2026-11-03 09:00,pending,',
        '2026-11-04 09:00,Resolved (auto),',
        '2026-11-05 09:00,solved,2026-11-05 12:00',
        '2026-11-08 09:00,escalated,',
      ),
    };
    const { row, warnings } = await told(line, files);
    expect(row().values).toEqual({ tickets_created: 5, tickets_solved: 1, backlog: 2, resolution_time: 10800 });
    expect(warnings.map(({ code }) => code)).toEqual(['solved_without_time']);
    expect(warnings[0]!.message).toContain('t.csv: 2 of 5 tickets are solved by their status');
    const strict = await kpi(`${line} --strict`, files);
    expect(strict.code).toBe(2);
  });

  it('are known in five languages', async () => {
    const solved = [
      'Résolu',
      'clôturée',
      'Gelöst',
      'geschlossen',
      'Resuelto',
      'cerrada',
      'Risolto',
      'CHIUSO',
      'Closed - no reply',
    ];
    const open = ['Ouvert', 'en attente', 'Offen', 'Abierto', 'in attesa', 'Unresolved', 'non résolu', ''];
    const rows = [...solved, ...open].map((status, i) => `2026-11-0${2 + (i % 7)} 08:00,${status},`);
    // All of the second list are open.
    const { row } = await told(line, { 't.csv': tickets(...rows) });
    expect(row().values).toMatchObject({ tickets_created: 17, tickets_solved: 0, backlog: 8 });
  });

  it('are open again where the status says so, whatever solve was before', async () => {
    // 1 was solved on the 3rd and waits again; 2 is solved. The solve of 1 remains one of the week.
    const files = {
      't.csv': tickets('2026-11-02 09:00,Reopened,2026-11-03 09:00', '2026-11-08 09:00,closed,2026-11-08 10:00'),
    };
    const { row, warnings } = await told(line, files);
    expect(row().values).toMatchObject({ tickets_solved: 2, backlog: 1 });
    expect(warnings.map(({ code }) => code)).toEqual(['solved_and_open']);
  });

  it('leave the backlog of each channel right', async () => {
    const file = table(
      'ticket_id,created_at,status,solved_at,contact_channel',
      '1,2026-11-02 09:00,closed,,chat',
      '2,2026-11-03 09:00,open,,chat',
      '3,2026-11-08 09:00,open,,email',
    );
    const { row } = await told(`report t.csv ${lastWeek} --by contact_channel --kpi backlog`, { 't.csv': file });
    expect(row('all', { contact_channel: 'chat' }).values).toEqual({ backlog: 1 });
    expect(row().values).toEqual({ backlog: 2 });
  });

  it('say nothing where no file tells times of solves at all', async () => {
    const file = table('ticket_id,created_at,status', '1,2026-11-02 09:00,closed', '2,2026-11-08 09:00,open');
    const { row, warnings } = await told(`report t.csv ${lastWeek} --kpi backlog,tickets_created`, { 't.csv': file });
    expect(row().values).toEqual({ backlog: null, tickets_created: 2 });
    expect(warnings).toEqual([]);
  });

  it('are not to be told from waiting ones by a word of no known meaning, which is said', async () => {
    // Open are 3 and 4, and by their unknown words 1, 2 and 5; 6 is solved, whatever its word means.
    const files = {
      't.csv': tickets(
        '2026-11-02 09:00,abgelegt,',
        '2026-11-03 09:00,abgelegt,',
        '2026-11-04 09:00,En attente du client,',
        '2026-11-05 09:00,,',
        '2026-11-06 09:00,Jane Miller,',
        '2026-11-08 09:00,weggelegt,2026-11-08 10:00',
      ),
    };
    const { row, warnings } = await told(line, files);
    expect(row().values).toMatchObject({ tickets_created: 6, tickets_solved: 1, backlog: 5 });
    expect(warnings.map(({ code }) => code)).toEqual(['unknown_ticket_status']);
    expect(warnings[0]!.message).toBe(
      't.csv: 3 of 6 tickets have no solve and a status of no known meaning: treated as open, in the backlog: "abgelegt" (2), 1 other, masked (1 ticket); where one of these words means that nothing is left to do, write closed in its place',
    );
    const french = await kpi(`${line} --lang fr`, files);
    expect(french.err).toContain(
      "3 sur 6 tickets n'ont pas de résolution et portent un statut inconnu\u00a0: considérés comme ouverts, en attente\u00a0: «\u00a0abgelegt\u00a0» (2), 1 autre, masqué (1 ticket)",
    );
    // Nothing but the backlog depends on it.
    const { codes } = await told(`report t.csv ${lastWeek} --kpi tickets_created,tickets_solved`, files);
    expect(codes).toEqual([]);
    // The advice followed.
    const closed = { 't.csv': files['t.csv'].replaceAll('abgelegt', 'closed') };
    expect((await told(line, closed)).row().values).toMatchObject({ backlog: 3 });
  });

  it('are known in Portuguese, and stages by their first words', async () => {
    const files = {
      't.csv': tickets(
        '2026-11-02 09:00,Resolvido,',
        '2026-11-03 09:00,Fechado,',
        '2026-11-04 09:00,Em andamento,',
        '2026-11-05 09:00,Não resolvido,',
        '2026-11-06 09:00,Angehalten,',
        '2026-11-08 09:00,In Bearbeitung (Lager),',
      ),
    };
    const { row, codes } = await told(line, files);
    expect(row().values).toMatchObject({ backlog: 4 });
    expect(codes).toEqual(['solved_without_time']);
  });
});
