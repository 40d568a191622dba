import type { KpiOptions } from './kpi-options.ts';
import { namesIn } from './names-in.ts';

/**
 * What the status of an order means. Tools, their databases and people write it in many ways: `paid`, `wc-processing`,
 * `ORDER_CANCELLED`, `Paiement accepté`. Words are compared without case, accents, signs and the prefixes of databases.
 */
export type OrderStatus = 'paid' | 'refunded' | 'pending' | 'cancelled' | 'failed' | 'draft' | 'deleted' | 'test';

/** Words for a meaning in English, French, German, Spanish, Italian and Dutch, without accents. */
const words: Readonly<Record<OrderStatus, readonly string[]>> = {
  paid: namesIn`
    paid | authorized | authorised | captured | settled | succeeded
    partially paid | payment accepted | remote payment accepted
    payment received | payment complete | processing | processing in progress | in progress | on hold
    holded | complete | completed | fulfilled | partially fulfilled | shipped | partially shipped
    dispatched | delivered | picked up | ready for pickup | ready to ship | on backorder paid
    paye | payee | paiement accepte | paiement a distance accepte | paiement recu | autorise | autorisee
    partiellement paye | partiellement payee
    en cours | en cours de traitement | en cours de preparation | en preparation
    preparation en cours | traitement en cours | terminee | termine | traitee | expedie | expediee
    livre | livree | en attente de reapprovisionnement paye
    bezahlt | teilweise bezahlt | autorisiert | zahlung eingegangen | zahlung erhalten
    in bearbeitung | in vorbereitung | in wartestellung | abgeschlossen | fertiggestellt | versandt
    versendet | geliefert | zugestellt
    pagado | pagada | pago aceptado | parcialmente pagado | procesando
    en proceso | preparacion en curso | preparacion en proceso | completado | completada | enviado
    enviada | entregado | entregada | autorizado | en espera
    pagato | pagata | pagamento accettato | parzialmente pagato | autorizzato
    in lavorazione | preparazione in corso | completato | completata | spedito | spedita | consegnato
    consegnata
    betaald | in behandeling | in de wacht | afgerond | voltooid | verzonden | geleverd | bezorgd
  `,
  refunded: namesIn`
    refunded | fully refunded | returned | rembourse | remboursee | retourne | retournee
    erstattet | ruckerstattet | zuruckerstattet | retourniert | reembolsado | reembolsada | devuelto
    devuelta | rimborsato | rimborsata | reso | terugbetaald | geretourneerd
  `,
  pending: namesIn`
    pending | pending payment | payment pending | payment review | awaiting payment | waiting for payment
    unpaid | not paid | on backorder not paid | awaiting cash on delivery validation
    en attente | attente paiement | impaye | impayee | non paye | non payee | paiement en attente
    en attente de reapprovisionnement non paye
    ausstehend | zahlung ausstehend | unbezahlt | nicht bezahlt | zahlung offen
    pendiente | pendiente de pago | pago pendiente | sin pagar | no pagado
    in attesa | in sospeso | da pagare | non pagato | pagamento in sospeso
    wachtend op betaling | wacht op betaling | onbetaald | niet betaald
  `,
  cancelled: namesIn`
    cancelled | canceled | voided | void | expired | annule | annulee | expire | expiree
    storniert | annulliert | abgebrochen | abgelaufen | cancelado | cancelada | anulado | anulada
    caducado | annullato | annullata | scaduto | geannuleerd | verlopen
  `,
  failed: namesIn`
    failed | payment failed | payment error | declined | rejected | denied | rejete | rejetee | echoue | echouee
    echec | erreur de paiement
    refuse | refusee | paiement refuse | fehlgeschlagen | zahlungsfehler | fehler bei der bezahlung
    abgelehnt | fallido | fallida | error en pago | error de pago | error en el pago | rechazado
    fallito | fallita | errore di pagamento | rifiutato | mislukt | geweigerd
  `,
  draft: namesIn`
    draft | auto draft | checkout draft | brouillon | entwurf | borrador | bozza
    quote | quotation | quote sent | quotation sent | estimate | devis | devis envoye | angebot
    angebot gesendet | kostenvoranschlag | presupuesto | cotizacion | preventivo | offerte
    proforma | pro forma | proforma invoice | pro forma invoice | facture proforma | proforma rechnung
  `,
  deleted: namesIn`
    deleted | trash | trashed | supprime | supprimee | corbeille | geloscht | papierkorb | eliminado | papelera
    eliminato | cestino
  `,
  test: ['test', 'test order'],
};

/** Beginnings of longer words, such as `En attente de paiement par chèque`. */
const beginnings: readonly (readonly [start: string, meaning: OrderStatus])[] = [
  ['en attente de paiement', 'pending'],
  ['en attente du paiement', 'pending'],
  ['en attente de virement', 'pending'],
  ['en attente du virement', 'pending'],
  ['awaiting check payment', 'pending'],
  ['awaiting cheque payment', 'pending'],
  ['awaiting bank wire', 'pending'],
  ['awaiting paypal payment', 'pending'],
  ['warten auf zahlung', 'pending'],
  ['en espera de pago', 'pending'],
  ['en espera del pago', 'pending'],
  ['in attesa di pagamento', 'pending'],
  ['in attesa del pagamento', 'pending'],
];

const meanings = new Map<string, OrderStatus>(
  (Object.entries(words) as [OrderStatus, readonly string[]][]).flatMap(([meaning, all]) =>
    all.map((word): [string, OrderStatus] => [word, meaning]),
  ),
);

/** The words of a meaning, without accents. */
export const wordsFor = (meaning: OrderStatus): readonly string[] => words[meaning];

/** What databases put before a status: `wc-completed`, `ORDER_CANCELLED`. */
const prefix = /^(?:wc|order status|order|commande|bestellung|pedido|ordine) (?=.)/;

const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const inPart = 'partially|in part|partiellement|en partie|teilweise|parcialmente|parzialmente|gedeeltelijk';
const givenBack =
  'refunded|returned|remboursee?|retournee?|(?:ruck|zuruck)?erstattet|reembolsad[oa]|devuelt[oa]|rimborsat[oa]|terugbetaald';
const partRefund = new RegExp(
  `^(?:(?:${inPart}) (?:${givenBack})|(?:${givenBack}) (?:${inPart})|partial refund|remboursement partiel)$`,
);

/** The meaning of a status word; null if it is not known. */
export function statusOf(word: string): OrderStatus | null {
  const asWritten = meanings.get(word.toLowerCase());
  if (asWritten !== undefined) return asWritten;
  const text = plain(word);
  const bare = text.replace(prefix, '');
  const known = meanings.get(text) ?? meanings.get(bare);
  if (known === undefined && partRefund.test(bare)) return 'paid';
  return known ?? beginnings.find(([start]) => bare.startsWith(start))?.[1] ?? null;
}

/** Whether a status says that a part of the order was given back: the order counts as paid. */
export const isPartRefund = (word: string): boolean => partRefund.test(plain(word).replace(prefix, ''));

/** Statuses with which an order does not count unless the option `valid_status` says so. */
export const invalidStatuses: ReadonlySet<string> = new Set(['pending', 'cancelled', 'failed']);
/** Statuses of which every order has one, if the meaning of its word is known. */
export const orderStatuses: ReadonlySet<string> = new Set(['paid', 'refunded', ...invalidStatuses]);

/** Whether an order with a status counts; words of the option with a known meaning stand for that meaning, too. */
export function statusCounts(status: string, { valid_status: wanted }: KpiOptions): boolean {
  if (wanted === null) return !invalidStatuses.has(status);
  return wanted.some((word) => (statusOf(word) ?? word.toLowerCase()) === (statusOf(status) ?? status.toLowerCase()));
}
