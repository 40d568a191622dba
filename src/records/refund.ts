import { namesIn } from '../core/names-in.ts';
import { currencyNames, id, instant, money, number, text } from './field-types.ts';
import { orderNumbers } from './order.ts';
import { defineRecord } from './record.ts';

/** Money given back, a positive number. */
export const refund = defineRecord({
  words: {
    one: { en: 'refund', fr: 'remboursements' },
    export: { en: "an export of the shop's refunds", fr: 'un export des remboursements de la boutique' },
  },
  booked: 'instant',
  at: ['refunded_at'],
  id: 'refund_id',
  // A refund belongs to one order.
  whose: 'order_id',
  amount: 'item_amount',
  signs: { item_amount: 'refused', shipping_amount: 'refused', tax_amount: 'refused', quantity: 'refused' },
  ways: [['order_id', 'refunded_at', 'item_amount']],
  derived: ['customer_first_at', 'customer_key', 'first_order_gap', 'valid'],
  fields: {
    refund_id: id({
      doc: { en: 'Without it the other fields are its key.', fr: 'Sans lui, les autres champs servent de clé.' },
      names: namesIn`
        id_remboursement | refund number | refund no | return_id | return number | rma | rma number | rma id
        credit note | credit_note_id | credit note number | credit memo | credit memo number | n° avoir
        n° d'avoir | numero_avoir | numéro avoir | numéro d'avoir | n° de remboursement | n° retour
        n° de retour | numéro de retour | gutschriftnummer | gutschriftsnummer | gutschrift-nr | retourennummer
        retouren-nr | retournummer | rma-nummer | rma-nr | n° rma | nota de crédito | número de devolución
        nota di credito | creditnota | creditnotanummer
      `,
    }),
    order_id: text({
      doc: { en: 'The order that is refunded.', fr: 'La commande remboursée.' },
      required: true,
      names: orderNumbers,
    }),
    refunded_at: instant({
      doc: { en: 'When the money went back.', fr: 'Date et heure du remboursement.' },
      required: true,
      names: namesIn`
        refund_date | refunded_on | date_refunded | date_remboursement | date de remboursement
        date du remboursement | remboursé le | remboursée le | erstattungsdatum | erstattet am
        fecha de reembolso | data rimborso | return_date | date_retour | date de retour | date du retour
        created_at | date
      `,
    }),
    item_amount: money({
      doc: { en: 'For items, without tax.', fr: 'Pour les articles, hors taxes.' },
      required: true,
      names: namesIn`
        refund_amount | refunded_amount | amount_refunded | montant_remboursé | montant_rembourse
        montant_remboursement | montant du remboursement | erstattungsbetrag | importe reembolsado | amount
        montant | montant_articles
      `,
    }),
    shipping_amount: money({ doc: { en: 'For shipping.', fr: 'Pour les frais de port.' }, names: ['montant_port'] }),
    tax_amount: money({
      doc: { en: 'Tax given back.', fr: 'Taxes remboursées.' },
      names: ['montant_tva', 'montant_taxe'],
    }),
    quantity: number({
      doc: {
        en: 'Pieces taken back: their cost is given back too.',
        fr: "Nombre d'articles repris\u00a0: leur coût est restitué aussi.",
      },
      names: ['qty', 'quantite', 'quantité'],
    }),
    goods_cost: money({
      doc: {
        en: 'What the returned pieces cost; without it, their share of the cost of the order is used.',
        fr: 'Ce que les articles repris avaient coûté ; sans cela, le coût de la commande est réparti.',
      },
      names: ['cout_retour'],
    }),
    undated: number({
      doc: {
        en: '1 if the day of the refund is not known and it is booked on that of its order: figures are marked.',
        fr: "1 si le jour du remboursement n'est pas connu\u00a0: il est compté au jour de la commande, et les chiffres sont signalés.",
      },
      names: [],
    }),
    currency: text({ doc: { en: 'ISO 4217 code.', fr: 'Code ISO 4217.' }, names: currencyNames }),
  },
});
