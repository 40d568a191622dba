import { describe, expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

/*
 * The first column of an unknown file has its days, and below them the word of a total or a line of copyright. It is the column of
 * days all the same: with `from` and `to` in its place, what each day cost would be spread over all of them.
 */

const head = '"Zeitpunkt","Kampagnenname","Impressionen","Klicks","Ausgaben"';
const rows = ['"2026-11-02","Marke","1.234","7","12,34"', '"2026-11-08","Marke","1.000","5","10,00"'];
const ask = '--timezone Europe/Paris --currency EUR --last 2 --period day --compare none --kpi ad_spend';

describe('a line below the days of an unknown file', () => {
  for (const [what, below] of [
    ['the copyright of its tool', '"©2026 Werbekonto GmbH. Alle Rechte vorbehalten. "'],
    ['a total', '"Gesamt","","2.234","12","22,34"'],
  ] as const)
    it(`leaves the advice the column of days: ${what}`, async () => {
      const files = { 'ads.csv': table(head, ...rows, below) };
      const { err, code } = await kpi(`report ads.csv ${ask}`, files);
      expect(code).toBe(2);
      expect(err).toContain('date: "Zeitpunkt"');
      expect(err).not.toContain('from: ');
      const lines = err.slice(err.indexOf('sources:')).replace(/^ {4}/gm, '');
      const { row } = await told(`report ${ask}`, { ...files, 'kpi.yaml': lines });
      expect(row('2026-11-07').values).toEqual({ ad_spend: 0 });
      expect(row('2026-11-08').values).toEqual({ ad_spend: 10 });
    });
});
