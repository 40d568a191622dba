import { statusOf, wordsFor } from '../../core/order-status.ts';
import { noWords, yesWords } from '../../core/yes-words.ts';
import type { ColumnType } from '../../sources/source.ts';
import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import { plainName } from '../head/plain-name.ts';
import type { Resolved } from '../plan.ts';

const ofPayment = /\b(payments?|financial|paiements?|reglement|pagos?|pagament[oi]|betaling)\b|zahlung|betaal/;
const status = /\b(status|state|statuts?|etat|estado|stato|zustand)\b|status$/;
/** What is awaited there is the parcel, not the payment; what came back, no money. */
const ofOthers =
  /\b(fulfil\w*|deliver\w*|ship\w*|dispatch\w*|track\w*|livraison|expedition|envio|entrega|spedizione|consegna|stock|refunds?|returns?|retours?|items?|lines?|lignes?|articles?|customers?|clients?|shipment)\b|versand|liefer|verzend|bezorg|kunde/;

const paid = /^(is |order )?(paid|payee?|regle|reglee|bezahlt|pagad[oa]|pagat[oa]|betaald)$/;
const cancelled = /^(is |order )?(cancell?ed|annulee?|storniert|cancelad[oa]|anulad[oa]|annullat[oa]|geannuleerd)$/;
const refunded =
  /^(is |order )?(refunded|remboursee?|(zuruck|ruck)?erstattet|reembolsad[oa]|rimborsat[oa]|terugbetaald)$/;
const test =
  /^(is )?(test|testing)( (order|mode))?$|^(commande )?(de )?test$|^test(bestellung|auftrag)$|^(pedido de prueba|ordine di prova)$/;
const draft = /^(is )?(draft|quote|quotation|brouillon|devis|entwurf|angebot|borrador|presupuesto|bozza|preventivo)$/;
/** What kind of document a row is, of which a quotation is no order. */
export const kindOfRow =
  /^((order|document|doc|sales?|transaction|row) )?(type|kind)$|^type (de )?(document|commande|piece|vente)$|^(beleg|dokument(en)?|auftrags)?(art|typ)$|^tipo( ((de|di) )?(documento|pedido|ordine))?$|^nature$/;
const paidDate =
  /^(date )?paid( (at|on|date))?$|^(payment|date of payment|date (de |du )?(paiement|reglement))( date)?$|^(paye|payee|reglee?) le$|^bezahlt am$|^zahlungsdatum$|^(fecha de pago|pagad[oa] el|data (di )?pagamento|betaald op|betaaldatum)$/;

type Words = Readonly<Record<string, string>>;

/** What yes and no mean; an empty word is none. */
const flags = (yes: string, no: string): Words =>
  Object.fromEntries([...yesWords.map((word) => [word, yes]), ['sí', yes], ...noWords.map((word) => [word, no])]);
const ifPaid = flags('paid', 'pending');
/** Of the words for what a row is, those of no order. */
const ofKind: ColumnType = {
  type: 'text',
  words: Object.fromEntries([...wordsFor('draft').map((word) => [word, 'draft']), ['test', 'test']]),
  others: '',
};
/** Columns that mark orders with yes and no. */
const yesNo: readonly { readonly names: RegExp; readonly words: Words }[] = [
  { names: test, words: flags('test', '') },
  { names: draft, words: flags('draft', '') },
  { names: cancelled, words: flags('cancelled', '') },
  { names: refunded, words: flags('refunded', '') },
];
/** Without the date of its payment an order is not paid. */
const ofPaidDate: ColumnType = { type: 'text', words: { '': 'pending' }, others: 'paid' };

const column = (header: Header, index: number, as: ColumnType, words?: Words): Resolved => ({
  op: 'column',
  index,
  name: header.names[index] ?? '',
  as: words === undefined ? as : { ...as, words },
});

/** The other columns of a list that say which orders count. */
interface Statuses {
  /** Marks of tests and quotations, of cancelled orders and of refunded ones, most with yes and no; what they say overrides a status. */
  readonly marks: readonly Resolved[];
  /** Statuses, the likeliest first. */
  readonly found: readonly Resolved[];
}

/** The column of a status with a known name, after marks, perhaps of cancelled orders beside paid ones. */
export function markedStatus(header: Header, cells: Columns, as: ColumnType, named: number): Resolved | null {
  const { marks } = statusesIn(header, cells, as, named);
  return marks.length === 0 ? null : { op: 'first', of: [...marks, column(header, named, as)] };
}

/** A column beside the status with a known name that is another, of the payment perhaps; null if there is none. */
export function otherStatus(header: Header, cells: Columns, as: ColumnType, named: number): Resolved | null {
  return statusesIn(header, cells, as, named).found[0] ?? null;
}

/**
 * The status of orders in a list that has none under a known name: from `Payment status`, `Zahlungsstatus`, or `Paid` with yes and
 * no. Left unread, what was never paid and what was cancelled would be sales. The name of the column speaks of a status or of
 * payment, and at least half of its words are statuses; that of the payment comes first, the date of payment last, and before all
 * a mark of cancelled orders.
 */
export function unnamedStatus(header: Header, cells: Columns, as: ColumnType): Resolved | null {
  const { marks, found } = statusesIn(header, cells, as);
  const of = [...marks, found[0] ?? datedPayment(header, cells)].filter((one) => one !== null);
  return of.length < 2 ? (of[0] ?? null) : { op: 'first', of };
}

/** Whether a status is read from the date of payment. */
export const isPaidDate = (from: Extract<Resolved, { op: 'column' }>): boolean => from.as === ofPaidDate;

/** The date of payment of a list in which it is blank in some orders: these were never paid. */
function datedPayment(header: Header, cells: Columns): Resolved | null {
  const index = header.names.findIndex((name) => paidDate.test(plainName(name)));
  if (index === -1) return null;
  const { filled, dates } = cells.of(index);
  return filled > 0 && dates === filled ? column(header, index, ofPaidDate) : null;
}

function statusesIn(header: Header, cells: Columns, as: ColumnType, named = -1): Statuses {
  const marks: { readonly rank: number; readonly from: Resolved }[] = [];
  const found: typeof marks = [];
  for (const [index, own] of header.names.entries()) {
    if (index === named) continue;
    const name = plainName(own);
    const mark = yesNo.findIndex(({ names }) => names.test(name));
    const saysPaid = paid.test(name);
    const isKind = kindOfRow.test(name);
    if (mark === -1 && !isKind && !saysPaid && (ofOthers.test(name) || !(status.test(name) || ofPayment.test(name))))
      continue;
    const words = cells.of(index).words;
    if (words.length === 0) continue;
    // Of refunds, 1 may as well be an amount or a number of pieces.
    const isAmount = mark !== -1 && yesNo[mark]!.names === refunded && words.every((word) => /^\d+$/.test(word));
    if (isAmount) continue;
    if (isKind) marks.push({ rank: 0, from: column(header, index, ofKind) });
    else if (words.every((word) => word in ifPaid)) {
      if (saysPaid) found.push({ rank: 1, from: column(header, index, as, ifPaid) });
      if (mark !== -1) marks.push({ rank: mark, from: column(header, index, as, yesNo[mark]!.words) });
    } else if (2 * words.filter((word) => statusOf(word) !== null).length >= words.length)
      found.push({ rank: ofPayment.test(name) ? 0 : 2, from: column(header, index, as) });
  }
  const inOrder = (all: typeof marks): Resolved[] => all.sort((a, b) => a.rank - b.rank).map(({ from }) => from);
  return { marks: inOrder(marks), found: inOrder(found) };
}
