import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* E-mails added up by month have no day of sending: booked on the first of the month, the other weeks would have sent none. */

const asOf = '--timezone Europe/Paris --currency EUR --as-of 2026-11-16 --compare none';
const kpis = '--kpi emails_delivered,email_click_rate';

describe('e-mails by month', () => {
  it.each([
    ['month,campaign', '2026-09,All', '2026-10,All'],
    ['Mois,Campagne', 'septembre 2026,Toutes', 'octobre 2026,Toutes'],
    ['date', '2026-09-01', '2026-10-01'],
  ])('are spread over its days (%s)', async (head, september, october) => {
    const file = table(`${head},delivered,clicks`, `${september},3000,300`, `${october},3100,620`);
    const months = await told(`report . ${asOf} --period month --all ${kpis}`, { 'e.csv': file });
    expect(months.row('2026-09').values).toEqual({ emails_delivered: 3000, email_click_rate: 0.1 });
    expect(months.row('2026-10').values).toEqual({ emails_delivered: 3100, email_click_rate: 0.2 });
    // 12 to 18 October: 7 of 31 days.
    const weeks = await told(`report . ${asOf} --from 2026-10-12 --to 2026-10-18 ${kpis}`, { 'e.csv': file });
    expect(weeks.row()).toMatchObject({ values: { emails_delivered: 700, email_click_rate: 0.2 } });
    expect(weeks.row().flags.emails_delivered).toEqual(['approx']);
    expect(weeks.codes.includes('rows_as_spans')).toBe(head === 'date');
  });

  it('are campaigns of one day where they have a name, or the configuration says so', async () => {
    const named = table('date,campaign,delivered', '2026-09-01,Autumn,3000', '2026-10-01,Winter,3100');
    const ask = `report . ${asOf} --from 2026-09-28 --to 2026-10-04 --kpi emails_delivered`;
    const { row, codes } = await told(ask, { 'e.csv': named });
    expect(row().values.emails_delivered).toBe(3100);
    expect(codes).not.toContain('rows_as_spans');
    const said = await told(ask.replace('report .', 'report --config kpi.yaml'), {
      'e.csv': table('date,delivered', '2026-09-01,3000', '2026-10-01,3100'),
      'kpi.yaml': 'sources: [{ path: e.csv, kind: email, columns: { date_from: "date", date_to: "date" } }]\n',
    });
    expect(said.row().values.emails_delivered).toBe(3100);
    expect(said.codes).not.toContain('rows_as_spans');
  });
});
