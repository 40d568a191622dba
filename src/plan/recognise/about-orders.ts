import { Problem } from '../../core/problem.ts';
import { quoted, sameInAll, type Text } from '../../core/text.ts';
import type { Header } from '../head/header.ts';
import { plainName } from '../head/plain-name.ts';
import { shownName } from '../head/shown-columns.ts';
import { yamlText } from '../yaml-text.ts';
import { fieldNames } from './generic.ts';

/** How databases name the number of what another row is about. */
const pointsToOrder = /^(order ?id|id (commande|order|pedido|ordine)|(commande|bestell|pedido|ordine) ?id)$/;
/** What only orders have: a payment has a customer and a status, too. */
const ofOrders = ['discounts', 'shipping', 'taxes', 'total'] as const;

/** Names of files of what is done to orders; one that names orders, too, says nothing. */
const ofRefunds =
  /refund|rembours|(?<![a-z])(?:returns?|retours?|avoirs?)(?![a-z])|credit.?(note|memo)|erstattung|gutschrift|retouren|reembolso|devoluci|abono|rimbors|terugbetaling/;
const ofPayments = /(?<![a-z])(?:payments?|paiements?|reglements?|pagos?)(?![a-z])|zahlung|pagament|betaling/;
const ofSales = /order|commande|bestell|auftr|pedido|ordin[ei]|sales?(?![a-z])|vente|verkauf|umsatz|venta/;

/**
 * What is wrong with a list of orders that is rather one of refunds, payments or parcels: its rows have a number of their own beside
 * that of an order, or the name of its file says so. Read as orders they would be added to the sales. Null if nothing shows it.
 */
export function aboutOrders(path: string, header: Header): Problem | null {
  const columns = ['order_id', 'ordered_at', 'gross_sales'].map((field) => header.find(fieldNames('order', field)));
  const [order] = columns;
  const own = header.find(['id']);
  const file = plainName(path.split(/[\\/]/).at(-1) ?? '');
  const isNamed = !ofSales.test(file) && (ofRefunds.test(file) || ofPayments.test(file));
  const isNumbered = own !== undefined && order !== undefined && pointsToOrder.test(plainName(header.names[order]!));
  if (order === undefined || !(isNamed || isNumbered)) return null;
  if (ofOrders.some((field) => header.find(fieldNames('order', field)) !== undefined)) return null;
  const names = columns.map((index) => (index === undefined ? null : header.names[index]!));
  const [id, date, amount] = names.map((name) => JSON.stringify(name));
  return new Problem(
    'not_recognised',
    isNumbered ? numbered(path, header.names[own]!, header.names[order]!) : named(path),
    [
      {
        en: 'If they are refunds, write into kpi.yaml:',
        fr: 'Si ce sont des remboursements, écrivez dans kpi.yaml\u00a0:',
      },
      sameInAll('  sources:'),
      sameInAll(`    - path: ${yamlText(path)}`),
      sameInAll('      kind: refund'),
      ...(names.includes(null)
        ? []
        : [sameInAll(`      columns: { order_id: ${id}, refunded_at: ${date}, item_amount: ${amount} }`)]),
      {
        en: 'If they are payments or parcels, leave the file out: the orders say what was sold.',
        fr: 'Si ce sont des paiements ou des colis, retirez le fichier\u00a0: les commandes disent ce qui a été vendu.',
      },
    ],
    { file: path },
  );
}

/** Where the file is passed over, the message is all that is said of it. */
const which: Text = {
  en: '`kind: refund` or `kind: order` in its entry of `sources` says which',
  fr: '`kind: refund` ou `kind: order` dans son entrée de `sources` le précise',
};

function numbered(path: string, own: string, order: string): Text {
  const [id, of] = [quoted(shownName(own)), quoted(shownName(order))];
  return {
    en: `${path}: its rows have a number of their own (${id.en}) beside that of an order (${of.en}): they may be refunds, payments or parcels of orders; ${which.en}`,
    fr: `${path}\u00a0: ses lignes ont leur propre numéro (${id.fr}) à côté de celui d'une commande (${of.fr})\u00a0: ce sont peut-être des remboursements, des paiements ou des colis de commandes\u00a0; ${which.fr}`,
  };
}

const named = (path: string): Text => ({
  en: `${path}: by its name it is no list of orders, and nothing in its columns shows that it is one; ${which.en}`,
  fr: `${path}\u00a0: d'après son nom, ce n'est pas une liste de commandes, et aucune de ses colonnes ne montre que c'en est une\u00a0; ${which.fr}`,
});
