import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, folderWith, kpi, type Row, table, told } from './kit.ts';

/*
 * A file that is of no known format: the lines that are printed are written into kpi.yaml as they are, and the figures must be right.
 */

/** The lines of an entry of `sources` that a message prints, at the margin. */
const entryIn = (message: string): string => {
  const lines = message.split('\n');
  const from = lines.findIndex((line) => line.trim() === 'sources:');
  expect(from, message).toBeGreaterThan(-1);
  const entry = lines.slice(from).filter((line) => line.startsWith('    '));
  return entry.map((line) => `${line.slice(4)}\n`).join('');
};

/** The message for a file, and the figures once its advice is followed. */
async function followed(
  name: string,
  content: string,
  kpis: string,
  change: (entry: string) => string = (entry) => entry,
): Promise<{ message: string; entry: string; row: Row; report: Awaited<ReturnType<typeof told>> }> {
  const folder = folderWith({ [name]: content });
  const { code, err } = await kpi(`report ${name} --timezone Europe/Paris`, folder);
  expect(code).toBe(2);
  const entry = change(entryIn(err));
  writeFileSync(join(folder, 'kpi.yaml'), `timezone: Europe/Paris\ncurrency: EUR\n${entry}`);
  const report = await told(`report --last 1 --compare none --kpi ${kpis}`, folder);
  return { message: err, entry, row: report.row(), report };
}

const messageFor = async (files: Files): Promise<string> => {
  const [name] = Object.keys(files);
  const { code, out, err } = await kpi(`report ${name} --timezone Europe/Paris --currency EUR`, files);
  expect(code, out).toBe(2);
  return err;
};

describe('advice that is followed', () => {
  it('of orders in German: each column is named', async () => {
    const { row, entry } = await followed(
      'auftraege.csv',
      table(
        'Auftragsnummer;Bestelldatum;Kunden-Nr.;Umsatz;Rabatt;Versandkosten',
        'A1;02.11.2026;K1;100,00;10,00;4,90',
        'A2;08.11.2026;K2;50,50;0,00;0,00',
      ),
      'orders,gross_sales,discounts,shipping_charged,average_order_value',
    );
    expect(entry).not.toContain('…');
    // 100 + 50.50; 10 off; (150.50 - 10) / 2 a order.
    expect(row.values).toMatchObject({ orders: 2, gross_sales: 150.5, discounts: 10, average_order_value: 70.25 });
  });

  it('of invoices with a net and a gross amount: the net one is the sales', async () => {
    const { row, entry } = await followed(
      'invoices.csv',
      table(
        'Invoice Number,Invoice Date,Customer,Net,VAT,Gross',
        'I1,2026-11-02,Acme,100,20,120',
        'I2,2026-11-08,Beta,50,10,60',
      ),
      'orders,gross_sales,taxes,total_sales',
    );
    expect(entry).toContain('gross_sales: "Net"');
    expect(row.values).toMatchObject({ orders: 2, gross_sales: 150, taxes: 30 });
  });

  it.each(['MwSt', 'USt', 'Mehrwertsteuer', 'IVA', 'TVA'])('of orders with their tax, called %s', async (tax) => {
    const { row, entry } = await followed(
      'bestellungen.csv',
      table(
        `Bestellnummer;Bestelldatum;Kunde;Versand;${tax};Gesamt`,
        'B1;02.11.2026;K1;5,00;19,95;124,95',
        'B2;08.11.2026;K2;0,00;3,80;23,80',
      ),
      'gross_sales,taxes,shipping_charged,total_sales',
    );
    expect(entry).toContain(`taxes: "${tax}"`);
    // Items 124.95 - 5 - 19.95 = 100 and 23.80 - 3.80 = 20; never with tax in them.
    expect(row.values).toEqual({ gross_sales: 120, taxes: 23.75, shipping_charged: 5, total_sales: 148.75 });
  });

  it('of orders with a total only: marked, since shipping may be in it', async () => {
    const { row, entry } = await followed(
      'orders.csv',
      table(
        'Invoice number,Invoice date,Buyer email,Total paid',
        '7,2026-11-03,a@example.com,20',
        '8,2026-11-08,b@example.com,30',
      ),
      'orders,gross_sales',
    );
    expect(entry).toContain('total: "Total paid"');
    expect(row.values).toMatchObject({ orders: 2, gross_sales: 50 });
    expect(row.flags.gross_sales).toContain('approx');
  });

  it('of orders with a price that grows with the pieces, in the currency of its name', async () => {
    const { message, row } = await followed(
      'shop.csv',
      table(
        'order_id,created_at,user_id,items_purchased,price_eur,cogs_eur',
        '1,2026-11-02 09:00:00,5,1,20,8',
        '2,2026-11-08 09:00:00,6,3,60,24',
      ),
      'orders,gross_sales,returns',
    );
    expect(message).toContain('currency: EUR');
    expect(message).not.toContain('refund');
    expect(row.values).toMatchObject({ orders: 2, gross_sales: 80 });
  });

  it('of tickets: all times that are there, not only what is needed', async () => {
    const { row } = await followed(
      'desk.csv',
      table(
        'Case Number,Subject,State,Opened at,Closed at,First response at,Labels',
        '5,Where,Closed,2026-11-03 08:00,2026-11-03 18:00,2026-11-03 09:00,late',
        '6,Broken,Closed,2026-11-08 08:00,2026-11-08 12:00,2026-11-08 11:00,broken',
      ),
      'tickets_created,tickets_solved,first_reply_time',
    );
    // Replies after 1 h and 3 h.
    expect(row.values).toMatchObject({ tickets_created: 2, tickets_solved: 2, first_reply_time: 7200 });
  });

  it('of ads in Spanish', async () => {
    const { row } = await followed(
      'anuncios.csv',
      table('Fecha;Campaña;Gasto;Impresiones;Clics', '2026-11-02;A;12,50;1000;20', '2026-11-08;A;7,50;500;10'),
      'ad_spend,clicks,impressions',
    );
    expect(row.values).toMatchObject({ ad_spend: 20, clicks: 30, impressions: 1500 });
  });

  it('of ads without dates: their first and last day are asked for', async () => {
    const { message, row } = await followed(
      'devices.csv',
      table('Device,Spend,Impressions,Clicks', 'Computers,4.10,40,4', 'Phones,30.00,300,60'),
      'ad_spend',
      (entry) => entry.replace('from: YYYY-MM-DD', 'from: 2026-11-02').replace('to: YYYY-MM-DD', 'to: 2026-11-08'),
    );
    expect(message).not.toContain('date: ');
    expect(row.values.ad_spend).toBe(34.1);
  });

  it('of ads whose days have any name: they are not spread over a period', async () => {
    const { row, entry } = await followed(
      'ausgaben.csv',
      table(
        'Stichtag;Kampagne;Ausgaben netto;Klicks',
        '26.10.2026;Marke;12,34;7',
        '02.11.2026;Marke;2,00;3',
        '08.11.2026;Marke;3,00;4',
      ),
      'ad_spend,clicks',
    );
    expect(entry).toContain('date: "Stichtag"');
    // The week of 2 November: 2 + 3, 3 + 4.
    expect(row.values).toEqual({ ad_spend: 5, clicks: 7 });
  });

  it('of campaigns with the day on which each began: that is not the day of its figures', async () => {
    const { message, row } = await followed(
      'kampagnen.csv',
      table('Kampagne;Laufzeitbeginn;Ausgaben netto', 'Marke;13.09.2026;30,00', 'Sale;02.11.2026;5,00'),
      'ad_spend',
      (entry) => entry.replace('from: YYYY-MM-DD', 'from: 2026-11-02').replace('to: YYYY-MM-DD', 'to: 2026-11-08'),
    );
    expect(message).not.toContain('date: ');
    expect(row.values.ad_spend).toBe(35);
  });

  it('of visits in German, whose dates can be read in two ways: the order is asked for', async () => {
    const { message, row } = await followed(
      'besuche.csv',
      table('Datum;Quelle;Sitzungen;Nutzer', '02/11/2026;google;40;30', '08/11/2026;google;60;50'),
      'sessions',
    );
    expect(message).toContain('date_order: dmy   # or mdy');
    expect(row.values.sessions).toBe(100);
  });

  it('of refunds', async () => {
    const folder = {
      'orders.csv': table('order_id,ordered_at,gross_sales', '1,2026-11-02,100', '2,2026-11-08,100'),
    };
    const { err } = await kpi('report erstattungen.csv --timezone Europe/Paris', {
      'erstattungen.csv': table('Bestellnummer,Datum der Erstattung,Erstattungsbetrag', '1,2026-11-05,12.50'),
    });
    const report = await told('report --last 1 --compare none --kpi returns,net_sales', {
      ...folder,
      'erstattungen.csv': table('Bestellnummer,Datum der Erstattung,Erstattungsbetrag', '1,2026-11-05,12.50'),
      'kpi.yaml': `timezone: Europe/Paris\ncurrency: EUR\n${entryIn(err)}  - path: orders.csv\n`,
    });
    expect(report.row().values).toMatchObject({ returns: 12.5, net_sales: 187.5 });
  });

  it('of expenses in French', async () => {
    const { report } = await followed(
      'depenses.csv',
      table(
        'Jour;Poste;Montant EUR;Fournisseur',
        '2026-11-02;marketing_other;40,00;X',
        '2026-11-08;marketing_other;2,50;Y',
      ),
      'gross_margin',
    );
    expect(report.files[0]).toMatchObject({
      format: 'generic-costs',
      accepted: 2,
      first: '2026-11-02',
      last: '2026-11-08',
    });
  });
});

describe('no advice is given where none is right', () => {
  it('for a summary of sales by product: no order can be counted in it', async () => {
    const summary = table(
      'Day,Product title,Items sold,Gross sales,Returns,Orders',
      '2026-11-02,Tee,3,60,0,2',
      '2026-11-08,Cap,1,20,-20,1',
    );
    const message = await messageFor({ 'by-product.csv': summary });
    expect(message).toContain('no order can be counted in its rows');
    expect(message).not.toContain('sources:');
    // Nor by an entry that says that they are orders.
    const forced = await kpi('report --kpi orders', {
      'by-product.csv': summary,
      'kpi.yaml':
        'timezone: Europe/Paris\ncurrency: EUR\nsources: [{ path: by-product.csv, kind: order, columns: { ordered_at: Day } }]\n',
    });
    expect(forced.code).toBe(2);
    expect(forced.err).toContain('no order can be counted in its rows');
  });

  it('for ads with two columns of days, either of which may be that of the figures', async () => {
    const message = await messageFor({
      'a.csv': table(
        'Kampagne,Erstellt,Geändert,Ausgaben netto',
        'Marke,2026-11-02,2026-11-03,12.34',
        'Marke,2026-11-08,2026-11-08,2.00',
      ),
    });
    expect(message).toContain('it does not show on which days its figures are: Erstellt, Geändert');
    expect(message).not.toContain('sources:');
  });

  it('for two columns of costs, of which one would be left out', async () => {
    const message = await messageFor({
      'marketing.csv': table('Date,Radio spend,Web spend', '2026-11-02,30,40', '2026-11-08,10,20'),
    });
    expect(message).toContain('ad spend');
    expect(message).toContain('several columns could be its cost (Radio spend, Web spend)');
    expect(message).not.toContain('sources:');
  });

  it('for a price beside a number of pieces that it does not grow with: it may be that of one', async () => {
    const message = await messageFor({
      'lines.csv': table('order_id,created_at,items_bought,item_price_usd', '1,2026-11-02,1,20', '2,2026-11-08,3,20'),
    });
    expect(message).not.toContain('gross_sales: "item_price_usd"');
  });

  it('for different amounts under one order number: they are those of items', async () => {
    const message = await messageFor({
      'lines.csv': table(
        'Row,Order ID,Order Date,Revenue',
        '1,F1,2026-11-02,100',
        '2,F1,2026-11-02,20',
        '3,F2,2026-11-08,5',
      ),
    });
    expect(message).toContain('orders');
    expect(message).toContain('no column contains unit_price');
    expect(message).not.toContain('sources:');
  });
});

describe('advice of what is the same in every row', () => {
  it('of an NPS survey in UTC', async () => {
    const { row, entry } = await followed(
      'answers.csv',
      table(
        '#,How likely are you to recommend us?,Why?,Submit Date (UTC)',
        'a,10,x,2026-11-03 10:00:00',
        'b,9,x,2026-11-04 10:00:00',
        'c,3,x,2026-11-08 10:00:00',
        // After midnight in Paris: a day of the week after.
        'd,0,x,2026-11-08 23:30:00',
      ),
      'nps',
    );
    expect(entry).toContain('set: { type: nps }');
    expect(entry).toContain('timezone: UTC');
    // Two promoters and one detractor of 3: 33.33 points.
    expect(row.values.nps).toBeCloseTo(33.3333, 3);
  });

  it('of reviews', async () => {
    const { row, entry } = await followed(
      'reviews.csv',
      table(
        'Review Id,Review Created,Review Title,Review Stars',
        '1,2026-11-03,x,5',
        '2,2026-11-04,x,4',
        '3,2026-11-08,x,1',
      ),
      'csat',
    );
    expect(entry).toContain('set: { type: csat }');
    // 2 of 3 are happy.
    expect(row.values.csat).toBeCloseTo(0.6667, 3);
  });

  it('of videos, by the words that only one network has; subscribers that came are no followers', async () => {
    const { report, entry } = await followed(
      'videos.csv',
      table(
        'Id,Video title,Video publish time,Watch time (hours),Subscribers,Impressions',
        'v1,A,2026-11-02,3,12,900',
        'v2,B,2026-11-08,1,-3,400',
      ),
      'sessions',
    );
    expect(entry).toContain('set: { network: youtube }');
    expect(entry).not.toContain('followers');
    expect(report.files[0]).toMatchObject({ format: 'generic-socials', accepted: 2 });
  });
});

describe('a list made by hand with a few names of a tool', () => {
  const sales = table(
    'Sale Date,Item Name,Price,Quantity,Order ID,Buyer',
    '11/02/2026,Tee,20,2,1,ana',
    '10/30/2026,Cap,15,1,2,leo',
  );
  const asked =
    'report . --timezone Europe/Paris --currency EUR --all --period all --compare none --kpi orders,gross_sales';

  it('is no export of it, and what it is can be said', async () => {
    const { code, err } = await kpi(asked, { 'sales.csv': sales });
    expect(code).toBe(2);
    expect(err).toContain('`kind: order` in its entry of `sources` says so');
    const { row } = await told(asked, {
      'sales.csv': sales,
      'kpi.yaml': 'sources: [{ path: sales.csv, kind: order }]\n',
    });
    // 2 × 20 and 15.
    expect(row().values).toEqual({ orders: 2, gross_sales: 55 });
  });

  it.each(['Sale Date', 'Purchase Date'])('is read where %s is the only name that it shares', async (date) => {
    const { row } = await told(asked, {
      'sales.csv': table(
        `Order No,${date},Customer,Quantity,Unit Price`,
        '1,2026-11-02,ana,2,20',
        '2,2026-11-08,leo,1,15',
      ),
    });
    expect(row().values).toEqual({ orders: 2, gross_sales: 55 });
  });
});

describe('a list whose columns say what they hold in more words', () => {
  it.each([
    ['How likely are you to recommend us?', 'Email'],
    ['Recommanderiez-vous notre boutique ?', 'Client'],
  ])('of answers to a question: %s', async (question, who) => {
    const { row, entry } = await followed(
      'nps.csv',
      table(`Date,${who},${question}`, '2026-11-02,a@x.fr,10', '2026-11-03,b@x.fr,9', '2026-11-08,c@x.fr,3'),
      'nps',
    );
    expect(entry).toContain('type: nps');
    // (2 − 1) / 3
    expect(row.values.nps).toBeCloseTo(33.33, 1);
  });

  it.each(['Prix unitaire HT', 'Prix HT', 'Prix unitaire hors taxes'])('of orders by line: %s', async (price) => {
    const { row } = await followed(
      'lines.csv',
      table(`Commande;Date;Produit;Quantité;${price}`, '1;2026-11-02;Tee;2;10,00', '2;2026-11-08;Cap;1;5,00'),
      'orders,gross_sales',
    );
    expect(row.values).toEqual({ orders: 2, gross_sales: 25 });
    expect(row.flags.gross_sales).toBeUndefined();
  });

  it.each(['Prix unitaire TTC', 'Unit price incl. VAT'])(
    'of orders by line is not taken for one before tax: %s',
    async (price) => {
      const message = await messageFor({
        'lines.csv': table(
          `Commande;Date;Produit;Quantité;${price}`,
          '1;2026-11-02;Tee;2;12,00',
          '2;2026-11-08;Cap;1;6,00',
        ),
      });
      expect(message).not.toContain('unit_price:');
    },
  );
});
