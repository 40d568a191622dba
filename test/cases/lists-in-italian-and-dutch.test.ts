import { expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/* Lists of one's own in Italian and Dutch: what to write is said of them as of others, and followed to the letter it gives the figures. */

const advised = (err: string): string => `${/kpi\.yaml:\n([\s\S]*)/.exec(err)![1]!.replace(/^ {4}/gm, '').trimEnd()}\n`;

it.each([
  [
    'ordini.csv',
    table(
      'Numero ordine;Data ordine;Cliente;Subtotale;Spedizione;IVA;Totale;Stato',
      '1;2026-11-02;a@x.it;40,00;5,00;9,90;54,90;Pagato',
      '2;2026-11-08;b@x.it;60,00;5,00;14,30;79,30;Annullato',
    ),
    { orders: 1, gross_sales: 40, shipping_charged: 5, taxes: 9.9, customers: 1 },
  ],
  [
    'bestellingen.csv',
    table(
      'Bestelnummer;Besteldatum;Klant e-mail;Subtotaal;Verzendkosten;BTW;Totaal;Status',
      '1;2026-11-02;a@x.nl;40,00;5,00;9,45;54,45;Betaald',
      '2;2026-11-08;b@x.nl;60,00;5,00;13,65;78,65;Geannuleerd',
    ),
    { orders: 1, gross_sales: 40, shipping_charged: 5, taxes: 9.45, customers: 1 },
  ],
  [
    'rimborsi.csv',
    table('Numero ordine;Data rimborso;Importo rimborsato', '1;2026-11-02;4,00', '2;2026-11-08;6,50'),
    { returns: 10.5 },
  ],
  [
    'richieste.csv',
    table(
      'Richiesta ID;Data creazione;Prima risposta;Data chiusura;Stato;Soddisfazione',
      '1;2026-11-02 10:00;2026-11-02 10:30;2026-11-02 12:00;Chiuso;5',
      '2;2026-11-08 10:00;2026-11-08 11:30;;Aperto;2',
    ),
    { tickets_created: 2, tickets_solved: 1, first_reply_time: 3600, csat: 0.5, backlog: 1 },
  ],
] as const)('%s', async (name, list, right) => {
  const ask = `report ${name} ${lastWeek} --compare none --kpi ${Object.keys(right).join()}`;
  const { code, err } = await kpi(ask, { [name]: list });
  expect(code).toBe(2);
  const { row } = await told(ask, { [name]: list, 'kpi.yaml': advised(err) });
  expect(row().values).toEqual(right);
});

it('a time of first reply in hours and minutes is offered, a bare number is not: it may be minutes', async () => {
  const tickets = (first: string, second: string) =>
    table(
      'Ticket,Opened,Closed,First response,Rating',
      `T1,2026-11-02 10:00,2026-11-02 12:00,${first},5`,
      `T2,2026-11-08 10:00,2026-11-08 12:00,${second},3`,
    );
  const ask = `report t.csv ${lastWeek} --compare none --kpi first_reply_time,csat`;
  const { err } = await kpi(ask, { 't.csv': tickets('00:30:00', '01:30:00') });
  const { row } = await told(ask, { 't.csv': tickets('00:30:00', '01:30:00'), 'kpi.yaml': advised(err) });
  expect(row().values).toEqual({ first_reply_time: 3600, csat: 0.5 });
  expect((await kpi(ask, { 't.csv': tickets('30', '90') })).err).not.toContain('first_reply');
});

it.each([
  [
    'Order Reference,Creation Date,Customer,Salesperson,Company,Status',
    'S1,2026-11-02 09:00:04,Ana,Leo,My,Sales Order',
    'Odoo',
  ],
  [
    'ID;Référence;Nouveau client;Livraison;Client;Paiement;État;Date',
    '1;XKB;1;France;A. Doe;Carte;Livré;2026-11-02',
    'PrestaShop',
  ],
])('a list of a tool without its amounts (%s) is to be exported again', async (header, row, tool) => {
  const { code, err } = await kpi(`report x.csv ${lastWeek} --kpi orders`, { 'x.csv': table(header, row) });
  expect(code).toBe(2);
  expect(err).toContain(`looks like "${tool}`);
  expect(err).toMatch(/without "(Total|Untaxed Amount)"/);
  // As a list of one's own it lacks the amount, too.
  expect(err).not.toContain('kind: order');
});
