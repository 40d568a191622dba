import { describe, expect, it } from 'vitest';
import { table, values } from './kit.ts';

/*
 * Deleted, merged and spam tickets are none, in whatever words and gender the help desk calls them. A word that is not
 * understood leaves them in the backlog for good.
 */

const line = 'report . --timezone Europe/Paris --period all --all --kpi tickets_created,backlog';

/** One solved ticket, one that waits, and one of each of these. */
const tickets = (...states: string[]): string =>
  table(
    'ticket_id,created_at,status,solved_at,email',
    '1,2026-11-03 10:00,Résolu,2026-11-03 12:00,a@example.com',
    '2,2026-11-03 10:00,Répondu,,b@example.com',
    ...states.map((state, at) => `${at + 3},2026-11-03 10:00,${state},,c${at}@example.com`),
  );

describe('a ticket that its status calls deleted, merged or spam', () => {
  it.each([
    ['French', ['Fusionnée', 'Supprimée', 'Indésirable', 'Doublon', 'Corbeille', 'Courrier indésirable', 'Pourriel']],
    ['French without accents', ['Fusionnee', 'Supprimee', 'INDESIRABLE', 'Supprimé(e)']],
    ['German', ['Gelöscht', 'Zusammengeführt', 'Papierkorb', 'Duplikat']],
    ['English', ['Trash', 'Duplicate', 'Junk', 'Merged', 'Deleted', 'Spam']],
    ['Spanish', ['Eliminado', 'Fusionada', 'Papelera', 'Duplicado', 'No deseado']],
    ['Italian', ['Eliminato', 'Cestino', 'Duplicato']],
    ['Dutch', ['Verwijderd', 'Prullenbak', 'Samengevoegd', 'Duplicaat', 'Ongewenst']],
  ])('is no ticket in %s', async (_, states) => {
    // The solved one and the one that is answered, which still waits.
    expect(await values(line, { 't.csv': tickets(...states) })).toEqual({ tickets_created: 2, backlog: 1 });
  });

  it('is none in the export of a help desk either', async () => {
    const file = table(
      'Ticket ID,Subject,Status,Created time,Resolved time,Initial response time,Agent interactions',
      '1,a,Open,2026-11-03 10:00:00,,,0',
      '2,b,Supprimée,2026-11-03 10:00:00,,,0',
      '3,c,Zusammengeführt,2026-11-03 10:00:00,,,0',
    );
    expect(await values(line, { 't.csv': file })).toEqual({ tickets_created: 1, backlog: 1 });
  });
});

describe('a ticket that is settled by its status alone', () => {
  it.each(['Annulé', 'Annulée', 'Annulé(e)', 'Cancelled', 'Storniert', 'Opgelost', 'Geannuleerd'])(
    'was created, and does not wait: %s',
    async (state) => {
      // Two and this one; only the answered one waits.
      expect(await values(line, { 't.csv': tickets(state) })).toEqual({ tickets_created: 3, backlog: 1 });
    },
  );
});
