import { statusOf } from '../core/order-status.ts';
import { noWords, yesWords } from '../core/yes-words.ts';
import type { ColumnType } from '../sources/source.ts';
import type { Columns } from './column-cells.ts';
import type { Header } from './header.ts';
import { plainName } from './plain-name.ts';
import type { Resolved } from './plan.ts';

const ofPayment = /\b(payments?|financial|paiements?|reglement|pagos?|pagament[oi]|betaling)\b|zahlung|betaal/;
const status = /\b(status|state|statuts?|etat|estado|stato|zustand)\b|status$/;
/** What is awaited there is the parcel, not the payment; what came back, no money. */
const ofOthers =
  /\b(fulfil\w*|deliver\w*|ship\w*|dispatch\w*|track\w*|livraison|expedition|envio|entrega|spedizione|consegna|stock|refunds?|returns?|retours?|items?|lines?|lignes?|articles?|customers?|clients?|shipment)\b|versand|liefer|verzend|bezorg|kunde/;

const paid = /^(is |order )?(paid|payee?|regle|reglee|bezahlt|pagad[oa]|pagat[oa]|betaald)$/;
const cancelled = /^(is |order )?(cancell?ed|annulee?|storniert|cancelad[oa]|anulad[oa]|annullat[oa]|geannuleerd)$/;

type Words = Readonly<Record<string, string>>;

/** What yes and no mean; an empty word is none. */
const flags = (yes: string, no: string): Words =>
  Object.fromEntries([...yesWords.map((word) => [word, yes]), ['sí', yes], ...noWords.map((word) => [word, no])]);
const [ifPaid, ifCancelled] = [flags('paid', 'pending'), flags('cancelled', '')];

const column = (header: Header, index: number, as: ColumnType, words?: Words): Resolved => ({
  op: 'column',
  index,
  name: header.names[index] ?? '',
  as: words === undefined ? as : { ...as, words },
});

/** The other columns of a list that say which orders count. */
interface Statuses {
  /** Marks of cancelled orders, with yes and no. */
  readonly marks: readonly Resolved[];
  /** Statuses, the likeliest first. */
  readonly found: readonly Resolved[];
}

/** The column of a status with a known name, after the marks of cancelled orders, which are told apart from what was paid. */
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
 * payment, and at least half of its words are statuses; that of the payment comes first, and a mark of cancelled orders before all.
 */
export function unnamedStatus(header: Header, cells: Columns, as: ColumnType): Resolved | null {
  const { marks, found } = statusesIn(header, cells, as);
  const of = [...marks, ...found.slice(0, 1)];
  return of.length < 2 ? (of[0] ?? null) : { op: 'first', of };
}

function statusesIn(header: Header, cells: Columns, as: ColumnType, named = -1): Statuses {
  const marks: Resolved[] = [];
  const found: { readonly rank: number; readonly from: Resolved }[] = [];
  for (const [index, own] of header.names.entries()) {
    if (index === named) continue;
    const name = plainName(own);
    const [saysPaid, saysCancelled] = [paid.test(name), cancelled.test(name)];
    if (ofOthers.test(name) || !(saysPaid || saysCancelled || status.test(name) || ofPayment.test(name))) continue;
    const words = cells.of(index).words;
    if (words.length === 0) continue;
    if (words.every((word) => word in ifPaid)) {
      if (saysPaid) found.push({ rank: 1, from: column(header, index, as, ifPaid) });
      if (saysCancelled) marks.push(column(header, index, as, ifCancelled));
    } else if (2 * words.filter((word) => statusOf(word) !== null).length >= words.length)
      found.push({ rank: ofPayment.test(name) ? 0 : 2, from: column(header, index, as) });
  }
  return { marks, found: found.sort((a, b) => a.rank - b.rank).map(({ from }) => from) };
}
