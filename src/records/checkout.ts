import { namesIn } from '../core/names-in.ts';
import { currencyNames, id, instant, key, money, text } from './field-types.ts';
import { defineRecord } from './record.ts';

/** A checkout that was begun, completed or not. */
export const checkout = defineRecord({
  words: {
    one: { en: 'checkout', fr: 'paiements commencés' },
    export: { en: 'an export of abandoned checkouts (Shopify)', fr: 'un export des paniers abandonnés (Shopify)' },
  },
  booked: 'instant',
  at: ['created_at'],
  id: 'checkout_id',
  whose: 'customer_key',
  amount: 'value',
  untold: ['completed_at'],
  ofTools: true,
  ways: [['checkout_id', 'created_at']],
  derived: ['abandoned', 'tracked'],
  fields: {
    checkout_id: id({
      doc: { en: 'Number of the checkout.', fr: 'Numéro du passage au paiement.' },
      required: true,
      names: ['id_panier', 'cart_id'],
    }),
    created_at: instant({
      doc: { en: 'When it began.', fr: 'Date et heure de son début.' },
      required: true,
      names: ['date_creation', 'date'],
    }),
    customer_key: key({
      doc: { en: 'E-mail, customer id or phone.', fr: 'E-mail, identifiant client ou téléphone.' },
      names: namesIn`
        email | e-mail | customer_email | customer | customer_id | client | email_client | id_client | courriel
      `,
    }),
    currency: text({ doc: { en: 'ISO 4217 code.', fr: 'Code ISO 4217.' }, names: currencyNames }),
    value: money({ doc: { en: 'Value of the cart.', fr: 'Valeur du panier.' }, names: ['montant', 'total'] }),
    channel: text({ doc: { en: 'Marketing channel.', fr: 'Canal marketing.' }, names: ['canal'] }),
    completed_at: instant({
      doc: {
        en: 'When it became an order; absent: abandoned.',
        fr: 'Date et heure où il est devenu une commande\u00a0; absent\u00a0: abandonné.',
      },
      role: 'part',
      names: ['date_commande'],
    }),
  },
});
