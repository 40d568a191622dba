import { describe, expect, it } from 'vitest';
import { folderWith, kpi, table, told } from './kit.ts';

/*
 * Own lists call their columns as people speak: `E-mail du client`, `Remise HT`, `Date de 1ère réponse`. Advice that leaves such a
 * column out gives a file without its discounts, its customers or its replies; carts without the time of their order are all
 * abandoned.
 */

const ask = 'report . --timezone Europe/Paris --as-of 2026-11-16 --from 2026-11-02 --to 2026-11-15 --period all';

/** The values of a list, read as the program says to write. */
async function followed(name: string, content: string, kpis: string, currency = ' --currency EUR') {
  const { code, err } = await kpi(ask + currency, folderWith({ [name]: content }));
  expect([code, err]).toMatchObject([2, expect.stringContaining('write into kpi.yaml')]);
  const lines = err.split('\n').filter((line) => /^ {4}/.test(line));
  const text = lines.map((line) => line.slice(4)).join('\n');
  const { row } = await told(`${ask}${currency} --kpi ${kpis}`, { [name]: content, 'kpi.yaml': `${text}\n` });
  return { values: row().values, text };
}

describe('orders', () => {
  it.each([
    [
      'ventes.csv',
      table(
        'Numéro de commande;Commandé le;E-mail du client;Montant des articles HT;Remise HT;Frais de livraison HT;TVA;Total TTC;Pays de livraison;État',
        'A1;02/11/2026 10:00;a@example.com;100,00;10,00;5,00;19,00;114,00;France;Payée',
        'A2;13/11/2026 10:00;b@example.com;50,00;0,00;5,00;11,00;66,00;France;Payée',
      ),
    ],
    [
      'bestellungen.csv',
      table(
        'Bestell-Nr.;Bestellt am;Kundennummer;Warenwert netto;Rabatt netto;Versandkosten netto;MwSt.;Gesamtbetrag brutto;Land;Status',
        'A1;02.11.2026 10:00;77;100,00;10,00;5,00;19,00;114,00;DE;bezahlt',
        'A2;13.11.2026 10:00;78;50,00;0,00;5,00;11,00;66,00;DE;bezahlt',
      ),
    ],
    [
      'sales.csv',
      table(
        'Order No.,Placed on,Buyer email,Items subtotal (excl. VAT),Discount (excl. VAT),Delivery (excl. VAT),VAT,Grand total,Ship-to country,Order state',
        'A1,2026-11-02 10:00,a@example.com,100.00,10.00,5.00,19.00,114.00,FR,Paid',
        'A2,2026-11-13 10:00,b@example.com,50.00,0.00,5.00,11.00,66.00,FR,Paid',
      ),
    ],
  ])('have their discounts, shipping, tax, customers and country (%s)', async (name, content) => {
    const kpis = 'gross_sales,discounts,net_sales,shipping_charged,taxes,total_sales,customers';
    const { values, text } = await followed(name, content, kpis);
    // 100 - 10 + 50; 5 + 5; 19 + 11; 114 + 66.
    expect(values).toEqual({
      gross_sales: 150,
      discounts: 10,
      net_sales: 140,
      shipping_charged: 10,
      taxes: 30,
      total_sales: 180,
      customers: 2,
    });
    expect(text).toMatch(/^\s+country: /m);
  });

  it.each([
    [
      'bestellungen.csv',
      table(
        'Bestellnummer;Datum;Kunde;Nettobetrag;Versand;USt;Bruttobetrag;Status',
        '1;02.11.2026;A;100,00;5,00;19,95;124,95;bezahlt',
        '2;13.11.2026;B;50,00;0,00;9,50;59,50;bezahlt',
      ),
    ],
    [
      'rechnungen.csv',
      table(
        'Rechnungsnummer;Rechnungsdatum;Kundennr.;Warenwert;Porto;MwSt;Rechnungsbetrag',
        'R1;02.11.2026;A;100,00;5,00;19,95;124,95',
        'R2;13.11.2026;B;50,00;0,00;9,50;59,50',
      ),
    ],
  ])('in German have their amounts (%s)', async (name, content) => {
    const { values } = await followed(name, content, 'net_sales,shipping_charged,taxes,total_sales,customers');
    expect(values).toEqual({ net_sales: 150, shipping_charged: 5, taxes: 29.45, total_sales: 184.45, customers: 2 });
  });

  it('do not take amounts with tax for amounts without', async () => {
    const content = table(
      'Commande;Commandé le;Acheteur;Montant des articles TTC;Remise TTC;Total HT;Total TTC',
      'A1;02/11/2026 10:00;a;120,00;12,00;90,00;108,00',
      'A2;13/11/2026 10:00;b;60,00;0,00;50,00;60,00',
    );
    const { values, text } = await followed('ventes.csv', content, 'net_sales,customers');
    expect(values).toEqual({ net_sales: 140, customers: 2 });
    expect(text).not.toContain('Remise TTC');
  });

  it('do not take a total that holds the shipping for the items', async () => {
    const content = table(
      'Commande;Commandé le;Client;Total de la commande HT;Frais de port HT;TVA;Net à payer',
      'A1;02/11/2026 10:00;a;105,00;5,00;21,00;126,00',
      'A2;13/11/2026 10:00;b;50,00;0,00;10,00;60,00',
    );
    const { values } = await followed('ventes.csv', content, 'net_sales,shipping_charged,taxes,total_sales');
    expect(values).toEqual({ net_sales: 150, shipping_charged: 5, taxes: 31, total_sales: 186 });
  });

  it('may be rows of items, whose cost is no ad spend', async () => {
    const content = table(
      "Commande;Date de commande;Client;Référence article;Désignation;Qté;PU HT;Coût d'achat unitaire",
      'A1;02/11/2026;a;R1;Table;1;100,00;40,00',
      'A1;02/11/2026;a;R2;Chaise;2;10,00;4,00',
      'A2;13/11/2026;b;R2;Chaise;1;10,00;4,00',
    );
    const { values } = await followed('lignes.csv', content, 'orders,units_sold,gross_sales,gross_margin');
    // 100 + 20 + 10; less 40 + 8 + 4.
    expect(values).toEqual({ orders: 2, units_sold: 4, gross_sales: 130, gross_margin: 78 });
  });
});

describe('other lists', () => {
  it('of refunds have their items, shipping and tax', async () => {
    const content = table(
      'N° remboursement;N° de commande;Remboursé le;Montant articles remboursé;Frais de port remboursés;TVA remboursée',
      'R1;A1;10/11/2026;20,00;0,00;4,00',
      'R2;A2;14/11/2026;10,00;5,00;3,00',
    );
    const { values, text } = await followed('remboursements.csv', content, 'returns');
    expect(values).toEqual({ returns: 30 });
    expect(text).toMatch(/shipping_amount: "Frais de port remboursés"\n +tax_amount: "TVA remboursée"/);
  });

  it('of carts have the time of their order', async () => {
    const content = table(
      'Id panier;Créé le;E-mail;Valeur du panier;Finalisé le',
      '1;02/11/2026 10:00;a@example.com;50,00;02/11/2026 10:10',
      '2;13/11/2026 10:00;b@example.com;30,00;',
    );
    const { values } = await followed('paniers.csv', content, 'checkout_abandonment_rate');
    expect(values).toEqual({ checkout_abandonment_rate: 0.5 });
  });

  it.each([
    [
      'demandes.csv',
      table(
        'N° demande;Ouverte le;Canal de contact;Adresse e-mail;Date de 1ère réponse;Date de clôture;Nb de réouvertures;Note de satisfaction (1-5);État',
        '1;02/11/2026 09:00;E-mail;a@example.com;02/11/2026 10:00;02/11/2026 11:00;0;5;Clôturée',
        '2;13/11/2026 09:00;Chat;b@example.com;13/11/2026 09:10;;1;;Ouverte',
      ),
    ],
    [
      'cases.csv',
      table(
        'Case number,Date opened,Origin,Contact email,First response date,Date closed,Reopens,CSAT (1-5),Case status',
        '1,2026-11-02 09:00,Email,a@example.com,2026-11-02 10:00,2026-11-02 11:00,0,5,Closed',
        '2,2026-11-13 09:00,Chat,b@example.com,2026-11-13 09:10,,1,,Open',
      ),
    ],
  ])('of requests have their replies, solves and scores (%s)', async (name, content) => {
    const kpis = 'tickets_created,tickets_solved,first_reply_time,resolution_time,csat_average,contact_frequency';
    const { values, text } = await followed(name, content, kpis, '');
    // 3,600 s and 600 s; 7,200 s.
    expect(values).toMatchObject({
      tickets_created: 2,
      tickets_solved: 1,
      first_reply_time: 2100,
      resolution_time: 7200,
      csat_average: 5,
    });
    for (const field of ['contact_channel', 'requester_key', 'reopens', 'status']) expect(text).toContain(`${field}: `);
  });

  it('of leads have the day on which they became customers', async () => {
    const content = table(
      'Id prospect;Créé le;Canal;E-mail;Converti le',
      '1;02/11/2026;SEO;a@example.com;05/11/2026',
      '2;13/11/2026;Ads;b@example.com;',
    );
    const { values, text } = await followed('prospects.csv', content, 'leads', '');
    expect(values).toEqual({ leads: 2 });
    expect(text).toContain('converted_at: "Converti le"');
  });

  it('of answers to a recommendation are NPS with numbers, and nothing with yes or no', async () => {
    const question = (name: string, ...answers: string[]) =>
      table(`Timestamp,${name}`, ...answers.map((answer, at) => `2026-11-0${at + 2},${answer}`));
    const labelled = question(
      'How likely are you to recommend us?',
      '10 - Extremely likely',
      '0 - Not at all likely',
      '9',
    );
    const { values } = await followed('s.csv', labelled, 'nps,csat', '');
    // Two promoters and a detractor of three.
    expect(values).toEqual({ nps: 33.3333333333, csat: null });
    const words = question('Would you recommend us?', 'Yes', 'No');
    const { code, err } = await kpi(ask, folderWith({ 's.csv': words }));
    expect([code, err]).toMatchObject([2, expect.stringContaining('no column contains score')]);
  });

  it.each([
    [
      'pub.csv',
      table(
        'Jour;Régie;Nom de campagne;Dépenses (EUR);Affichages;Clics;Achats;CA généré',
        '02/11/2026;Google Ads;Brand;10,00;1000;20;1;50,00',
        '13/11/2026;Google Ads;Brand;12,00;1100;25;2;80,00',
      ),
    ],
    [
      'ads.csv',
      table(
        'Reporting date,Ad network,Campaign name,Amount spent EUR,Impr.,Clicks,Purchases,Purchase value',
        '2026-11-02,Google Ads,Brand,10.00,1000,20,1,50.00',
        '2026-11-13,Google Ads,Brand,12.00,1100,25,2,80.00',
      ),
    ],
  ])('of ads have their conversions and what these brought in (%s)', async (name, content) => {
    const { values, text } = await followed(name, content, 'ad_spend,clicks,conversions,conversion_value');
    expect(values).toEqual({ ad_spend: 22, clicks: 45, conversions: 3, conversion_value: 130 });
    expect(text).toMatch(/campaign: "(Nom de campagne|Campaign name)"/);
  });
});
