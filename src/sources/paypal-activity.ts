import { col, constant, defineSource, minus } from './source.ts';
import { momentText } from './zone-names.ts';

const date = ['Date', 'Datum'];
const time = ['Time', 'Heure', 'Uhrzeit'];
const zone = ['TimeZone', 'Time zone', 'Fuseau horaire', 'Zeitzone'];
const type = ['Type', 'Typ', 'Description', 'Beschreibung'];
const status = ['Status', 'État'];
const gross = ['Gross', 'Amount', 'Avant commission', 'Montant', 'Brutto', 'Betrag'];
const fee = ['Fee', 'Fees', 'Commission', 'Gebühr', 'Entgelt'];
const impact = ['Balance Impact', 'Impact sur le solde', 'Auswirkung auf Guthaben'];

/** What gives a payment back; a fee for it does not. */
const refunds =
  /payment refund|payment reversal|^refund$|chargeback(?! fee)|^remboursement|rückzahlung|erstattung|rückbuchung (?:von|einer) zahlung|reembolso|rimborso/i;
/** What moves money, or announces that it will move, and is no payment of a customer. */
const never =
  /authori[sz]ation|autorisation|autorisierung|autorizzazione|autorización|\bhold\b|blocage|einbehaltung|conversion|umrechnung|conversión|withdraw|retrait|virement|abbuchung|auszahlung|deposit|dépôt|approvisionnement|gutschrift|einzahlung|debit card|carte de débit|cash ?back|buyer credit|recovery|reversal|annulation|rückbuchung|\bfees?\b|frais|gebühr|invoice sent|facture envoyée|rechnung gesendet|cart item|money request|mass pay|transfer\b/i;
const payment = /payment|paiement|zahlung|pago|pagamento|betaling|płatność/i;
const done =
  /^(?:completed|terminé|effectué|abgeschlossen|completad[oa]|completat[oa]|voltooid|cleared|(?:partially )?refunded)$/i;
const memo = /^m[ée]mo$/i;

/** What a row is: a sale, a refund, or why it is neither. */
function rowKind(type: string, status: string, gross: string, impact: string): string {
  const [word, state, amount] = [type.trim(), status.trim(), gross.trim()];
  if (memo.test(impact.trim())) return 'memo';
  if (state !== '' && !done.test(state)) return 'not_completed';
  const isOut = /^[-\u2212(]/.test(amount);
  if (refunds.test(word)) return isOut ? 'refund' : 'own_purchase';
  if (never.test(word) || !payment.test(word)) return 'not_a_sale';
  return isOut ? 'own_purchase' : 'sale';
}

const kindFrom = [type, status, gross, impact];
type KindCells = [type: string, status: string, gross: string, impact: string];
/** The cell of a sale; in a refund it belongs to the sale. */
const ofSale = (cell: string, ...row: KindCells): string => (rowKind(...row) === 'sale' ? cell : '');

const turned = (text: string): string => {
  const cell = text.trim();
  if (!/[1-9]/.test(cell)) return cell;
  return /^[-\u2212]/.test(cell) ? cell.slice(1) : `-${cell}`;
};

/** Dots are written day first. */
const dayFirst = (date: string): string =>
  date
    .trim()
    .replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, day, month, year) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    );

export default defineSource({
  id: 'paypal-activity',
  title: 'PayPal: Activity, Download',
  titleFr: 'PayPal\u00a0: Activité, Télécharger',
  tool: 'PayPal',
  doc: 'The ledger of an account, of which only completed payments from customers are sales: amounts out, authorisations, holds, conversions, withdrawals and memos are skipped. The amount is taken for that of the items, less shipping and sales tax where their columns are filled. Refunds name their payment. The zone of the times is in a column; the order of day and month is that of the account. Beside an export of orders of the same store only the fees are read.',
  signature: [
    { all: ['Type', 'Status', 'Currency', ['TimeZone', 'Time zone'], ['Gross', 'Balance'], ['Gross', 'Amount']] },
    {
      all: ['Type', 'État', 'Devise', 'Fuseau horaire', ['Avant commission', 'Solde'], ['Avant commission', 'Montant']],
    },
    { all: ['Typ', 'Status', 'Währung', 'Zeitzone', ['Brutto', 'Guthaben'], ['Brutto', 'Betrag']] },
    // The statement of a month.
    { all: ['Description', 'Currency', ['TimeZone', 'Time zone'], 'Gross', 'Balance', 'Transaction ID'] },
    { all: ['Description', 'Devise', 'Fuseau horaire', 'Avant commission', 'Solde', 'Numéro de transaction'] },
    { all: ['Beschreibung', 'Währung', 'Zeitzone', 'Brutto', 'Guthaben', 'Transaktionscode'] },
  ],
  payments: true,
  refunds: true,
  kind: 'order',
  derive: [
    { name: 'kind of row', from: kindFrom, text: rowKind },
    {
      name: 'Date, Time',
      from: [date, time, zone],
      text: (day, clock, name) => momentText(dayFirst(day), clock, name),
    },
    {
      name: 'customer',
      from: [
        ['From Email Address', "De l'adresse email", 'Absender E-Mail-Adresse'],
        ['To Email Address', "À l'adresse email", 'Empfänger E-Mail-Adresse'],
        ...kindFrom,
      ],
      text: (from, to, ...row) => (rowKind(...(row as KindCells)) === 'refund' ? to : from),
    },
    {
      name: 'shipping of sale',
      from: [
        ['Shipping and Handling Amount', 'Versand- und Bearbeitungsgebühr', 'Frais de port et de traitement'],
        ...kindFrom,
      ],
      text: (cell, ...row) => ofSale(cell, ...(row as KindCells)),
    },
    {
      name: 'tax of sale',
      from: [['Sales Tax', 'VAT', 'TVA', 'Umsatzsteuer'], ...kindFrom],
      text: (cell, ...row) => ofSale(cell, ...(row as KindCells)),
    },
    { name: 'fee paid', from: [fee], text: turned },
  ],
  skip: [
    { of: col('kind of row'), words: ['memo'], reason: 'memo' },
    { of: col('kind of row'), words: ['not_completed'], reason: 'not_completed' },
    { of: col('kind of row'), words: ['own_purchase'], reason: 'own_purchase' },
    { of: col('kind of row'), words: ['not_a_sale'], reason: 'not_a_sale' },
  ],
  fields: {
    order_id: col(['Transaction ID', 'Numéro de transaction', 'Transaktionscode']),
    refund_of: col(['Reference Txn ID', 'Numéro de la transaction de référence', 'Zugehöriger Transaktionscode']),
    ordered_at: col('Date, Time', 'instant'),
    currency: col(['Currency', 'Devise', 'Währung']),
    customer_key: col('customer', 'key'),
    gross_sales: minus(col(gross, 'money'), col('shipping of sale', 'money'), col('tax of sale', 'money')),
    shipping: col('shipping of sale', 'money', { blank: 0 }),
    taxes: col('tax of sale', 'money', { blank: 0 }),
    fee: col('fee paid', 'money'),
    payment_method: constant('PayPal'),
    country: col(['Country Code', "Code du pays de l'acheteur pour cette transaction", 'Ländervorwahl']),
  },
  approx: ['gross_sales', 'item_amount'],
});
