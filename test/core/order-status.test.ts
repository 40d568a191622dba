import { describe, expect, it } from 'vitest';
import { isPartRefund, type OrderStatus, statusOf } from '../../src/core/order-status.ts';

/** Words as tools and people write them, with their capitals and accents. */
const written: Readonly<Record<OrderStatus, string>> = {
  paid: `
    Paid, Authorized, Authorised, Captured, Settled, Succeeded, partially_paid, partially_refunded, Partially returned,
    Payment accepted, Remote payment accepted, Payment received, Payment complete, wc-processing, Processing in progress,
    In progress, wc-on-hold, Holded, complete, COMPLETED, Fulfilled, Partially fulfilled, Shipped, Partially shipped,
    Dispatched, Delivered, Picked up, Ready for pickup, Ready to ship, On backorder (paid),
    Payé, Payée, Paiement accepté, Paiement à distance accepté, Paiement reçu, Autorisé, Autorisée, Partiellement payé,
    Partiellement payée, Partiellement remboursé, Partiellement remboursée, Remboursement partiel, En cours,
    En cours de traitement, En cours de préparation, En préparation, Préparation en cours, Traitement en cours, Terminée,
    Terminé, Traitée, Expédié, Expédiée, Livré, Livrée, En attente de réapprovisionnement (payé),
    Bezahlt, Teilweise bezahlt, Teilweise erstattet, Autorisiert, Zahlung eingegangen, Zahlung erhalten, In Bearbeitung,
    In Vorbereitung, In Wartestellung, Abgeschlossen, Fertiggestellt, Versandt, Versendet, Geliefert, Zugestellt,
    Pagado, Pagada, Pago aceptado, Parcialmente pagado, Parcialmente reembolsado, Procesando, En proceso,
    Preparación en curso, Preparación en proceso, Completado, Completada, Enviado, Enviada, Entregado, Entregada,
    Autorizado, En espera,
    Pagato, Pagata, Pagamento accettato, Parzialmente pagato, Parzialmente rimborsato, Autorizzato, In lavorazione,
    Preparazione in corso, Completato, Completata, Spedito, Spedita, Consegnato, Consegnata`,
  refunded: `
    refunded, Fully refunded, Returned, Remboursé, Remboursée, Retourné, Retournée, Erstattet, Rückerstattet,
    Zurückerstattet, Retourniert, Reembolsado, Reembolsada, Devuelto, Devuelta, Rimborsato, Rimborsata, Reso`,
  pending: `
    pending, Pending payment, Payment pending, payment_review, Awaiting payment, Waiting for payment, Unpaid, Not paid,
    On backorder (not paid), Awaiting Cash On Delivery validation, En attente, Attente paiement, Impayé, Impayée,
    Non payé, Non payée, Paiement en attente, En attente de réapprovisionnement (non payé), Ausstehend,
    Zahlung ausstehend, Unbezahlt, Nicht bezahlt, Zahlung offen, Pendiente, Pendiente de pago, Pago pendiente, Sin pagar,
    No pagado, In attesa, In sospeso, Da pagare, Non pagato, Pagamento in sospeso,
    En attente de paiement par chèque, En attente du paiement par chèque, En attente de virement bancaire,
    En attente du virement bancaire, Awaiting check payment, Awaiting cheque payment, Awaiting bank wire payment,
    Awaiting PayPal payment, Warten auf Zahlungseingang Scheck, En espera de pago por cheque,
    En espera del pago por cheque, In attesa di pagamento con assegno, In attesa del pagamento con bonifico`,
  cancelled: `
    cancelled, ORDER_CANCELED, voided, Void, expired, Annulé, Annulée, Expiré, Expirée, Storniert, Annulliert,
    Abgebrochen, Abgelaufen, Cancelado, Cancelada, Anulado, Anulada, Caducado, Annullato, Annullata, Scaduto`,
  failed: `
    failed, Payment failed, Payment error, Declined, Échoué, Échouée, Échec, Erreur de paiement, Refusé, Refusée,
    Paiement refusé, Fehlgeschlagen, Zahlungsfehler, Fehler bei der Bezahlung, Abgelehnt, Fallido, Fallida,
    Error en pago, Error de pago, Error en el pago, Rechazado, Fallito, Fallita, Errore di pagamento, Rifiutato`,
  draft: 'draft, auto-draft, wc-checkout-draft, Brouillon, Entwurf, Borrador, Bozza',
  deleted: `
    deleted, trash, Trashed, Supprimé, Supprimée, Corbeille, Gelöscht, Papierkorb, Eliminado, Papelera, Eliminato,
    Cestino`,
  test: 'test, Test order',
};

describe('the status of an order', () => {
  it.each(Object.entries(written))('%s, in five languages', (meaning, list) => {
    for (const word of list.trim().split(/,\s+/)) expect([word, statusOf(word)]).toEqual([word, meaning]);
  });

  it.each([
    ['wc-completed', 'paid'],
    ['ORDER_CANCELLED', 'cancelled'],
    ['Order status: paid', 'paid'],
    ['commande annulée', 'cancelled'],
    ['Bestellung storniert', 'cancelled'],
    ['pedido enviado', 'paid'],
    ['ordine spedito', 'paid'],
  ])('is known with what databases put before it: %s', (word, meaning) => {
    expect(statusOf(word)).toBe(meaning);
  });

  it.each(['', 'wc', 'order', 'gone fishing', 'paid by somebody', 'not cancelled', 'unwc paid', 'orderly paid'])(
    'is not known by %j',
    (word) => expect(statusOf(word)).toBe(null),
  );
});

describe('a part that was given back', () => {
  it.each([
    'Partially refunded',
    'wc-partially-refunded',
    'Partiellement remboursée',
    'Remboursée partiellement',
    'Remboursé en partie',
    'Remboursement partiel',
    'teilweise zurückerstattet',
    'Reembolsado parcialmente',
    'parzialmente rimborsata',
    'Gedeeltelijk terugbetaald',
  ])('%s: the order is paid', (word) => {
    expect([statusOf(word), isPartRefund(word)]).toEqual(['paid', true]);
  });

  it.each(['Refunded', 'Remboursée', 'Partiellement payée', 'Partially shipped', 'Partiel', 'paid'])(
    '%s says nothing of it',
    (word) => expect(isPartRefund(word)).toBe(false),
  );
});

describe('Dutch statuses', () => {
  it.each([
    ['Afgerond', 'paid'],
    ['In behandeling', 'paid'],
    ['In de wacht', 'paid'],
    ['Terugbetaald', 'refunded'],
    ['Geannuleerd', 'cancelled'],
    ['Mislukt', 'failed'],
    ['Wachtend op betaling', 'pending'],
  ])('%s is %s', (word, meaning) => expect(statusOf(word)).toBe(meaning));
});
