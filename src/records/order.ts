import { namesIn } from '../core/names-in.ts';
import { currencyNames, id, instant, key, money, text, updatedAt } from './field-types.ts';
import { defineRecord } from './record.ts';

/** Names of amounts after discounts: not quite gross sales. */
export const netNames = namesIn`
  net_sales | net sales | net | ventes_nettes | ventes nettes | montant_net | montant net | nettoumsatz
  nettobetrag | ventas netas | vendite nette
`;

/** Names of totals without tax: what lies between them and the total is the tax. */
export const untaxedTotals = namesIn`
  total_ht | total ht | total h.t. | total (ht) | total hors taxes | total hors taxe | montant_ht | montant ht
  montant total ht | montant hors taxes | total_excl_tax | total excl. tax | total (excl. tax) | total excl tax
  total excl. vat | total (excl. vat) | total excl vat | total ex vat | total ex tax | total without tax
  total excluding tax | total excluding vat | total_net | total net | net total | net_total | gesamt netto
  gesamtbetrag netto | summe netto | nettosumme | total sin iva | base imponible | totale imponibile | imponibile
`;

/** How lists call the number of an order. */
export const orderNumbers = namesIn`
  order | order id | order number | order # | order no | numero_commande | n° commande | n° de commande
  numéro de commande | commande | id_commande | bestellnummer | auftragsnummer | número de pedido
`;

/** An order, with its amounts in one currency; items apart from shipping and tax. */
export const order = defineRecord({
  words: {
    one: { en: 'order', fr: 'commandes' },
    export: { en: "an export of the shop's orders", fr: 'un export des commandes de la boutique' },
  },
  booked: 'instant',
  at: ['ordered_at'],
  id: 'order_id',
  whose: 'customer_key',
  amount: 'gross_sales',
  // Some tools write deductions below 0; a discount that is returned with the items is correct.
  signs: { discounts: 'judged', refunded_total: 'refused' },
  untold: ['discounts', 'shipping', 'taxes', 'customer_key'],
  ways: [
    ['ordered_at', ['gross_sales', 'total', ...netNames]],
    ['order_id', 'ordered_at', 'quantity', 'unit_price'],
  ],
  derived: namesIn`
    costed_line_value | customer_first_at | first_order_gap | goods_cost | has_refund | is_first | line_value
    next_order_gap | previous_order_gap | units | valid
  `,
  fields: {
    order_id: id({
      doc: {
        en: 'The number that customers see. Without it each row is an order.',
        fr: 'Le numéro que voient les clients. Sans lui, chaque ligne est une commande.',
      },
      names: orderNumbers,
    }),
    ordered_at: instant({
      doc: { en: 'When it was made.', fr: 'Date et heure de la commande.' },
      required: true,
      names: ['created_at', 'order_date', 'sale_date', 'purchase_date', 'date_commande', 'date de commande', 'date'],
    }),
    status: text({
      doc: { en: 'paid when absent.', fr: 'paid si absent.' },
      role: 'part',
      names: ['order_status', 'statut', 'etat', 'état'],
    }),
    currency: text({
      doc: { en: 'ISO 4217 code of its amounts.', fr: 'Code ISO 4217 de ses montants.' },
      names: currencyNames,
    }),
    customer_key: key({
      doc: { en: 'E-mail, customer id or phone.', fr: 'E-mail, identifiant client ou téléphone.' },
      names: namesIn`
        customer | customer_email | email | e-mail | customer_id | user_id | client | id_client | courriel
      `,
    }),
    gross_sales: money({
      doc: {
        en: 'Price of the items before discounts; never with tax.',
        fr: 'Prix des articles avant remises\u00a0; toujours hors taxes.',
      },
      names: ['gross', 'amount', 'subtotal', 'montant', 'ventes_brutes', 'montant_brut'],
    }),
    discounts: money({
      doc: { en: 'A positive number.', fr: 'En valeur positive.' },
      names: ['discount', 'remise', 'remises'],
    }),
    shipping: money({
      doc: { en: 'Charged for delivery.', fr: 'Montant facturé pour la livraison.' },
      names: ['frais_de_port', 'livraison', 'port'],
    }),
    taxes: money({
      doc: { en: 'Tax on items and shipping.', fr: 'Taxes sur les articles et la livraison.' },
      names: ['tax', 'vat', 'tva', 'taxe'],
    }),
    total: money({
      doc: {
        en: 'What the customer paid: shows whether prices include tax.',
        fr: 'Ce que le client a payé\u00a0: indique si les prix comprennent les taxes.',
      },
      names: ['grand_total', 'order_total', 'total_ttc', 'montant_ttc', 'montant_total'],
    }),
    refunded_total: money({
      doc: {
        en: 'Given back of the total, with tax and shipping; booked on the day of the order.',
        fr: 'Montant remboursé sur le total, taxes et frais de port compris\u00a0; compté au jour de la commande.',
      },
      names: namesIn`
        refunded | refunded_amount | amount_refunded | refund_total | total_refunded | refunds | returns
        refund_amount | montant_remboursement | montant du remboursement | erstattungsbetrag
        remboursement | remboursements | montant_remboursé | montant_rembourse | remboursé
      `,
    }),
    channel: text({ doc: { en: 'Marketing channel.', fr: 'Canal marketing.' }, names: ['canal'] }),
    source: text({ doc: { en: 'utm_source.', fr: 'La source (utm_source).' }, names: ['utm_source'] }),
    medium: text({ doc: { en: 'utm_medium.', fr: 'Le support (utm_medium).' }, names: ['utm_medium', 'support'] }),
    campaign: text({
      doc: { en: 'utm_campaign.', fr: 'La campagne (utm_campaign).' },
      names: ['utm_campaign', 'campagne'],
    }),
    country: text({
      doc: { en: 'ISO 3166 code or name.', fr: 'Code ISO 3166 ou nom du pays.' },
      names: ['pays', 'country_code'],
    }),
    region: text({
      doc: { en: 'State, province or region of the customer.', fr: 'État, province ou région du client.' },
      names: namesIn`
        state | province | shipping_state | shipping_province | shipping_region | billing_state | billing_province
        billing_region | région | etat_livraison | region_livraison
      `,
    }),
    device: text({
      doc: { en: 'desktop, mobile, tablet.', fr: 'desktop (ordinateur), mobile, tablet (tablette).' },
      names: ['appareil'],
    }),
    store: text({
      doc: { en: 'The shop, if there are several.', fr: "La boutique, s'il y en a plusieurs." },
      names: ['shop', 'boutique', 'magasin'],
    }),
    sales_channel: text({
      doc: {
        en: "The shop's own word: web, pos, …; not the marketing channel.",
        fr: "Le mot de la boutique elle-même\u00a0: web, pos, …\u00a0; ce n'est pas le canal marketing.",
      },
      names: ['canal_de_vente'],
    }),
    customer_type: text({
      doc: {
        en: 'new or returning, if the shop reports it.',
        fr: "new (nouveau) ou returning (existant), si la boutique l'indique.",
      },
      names: ['type_client'],
    }),
    payment_method: text({
      doc: {
        en: 'How it was paid, as the shop writes it; a list such as `Gift Card + Shopify Payments` is one value.',
        fr: "Moyen de paiement, tel que la boutique l'écrit\u00a0; une liste comme `Gift Card + Shopify Payments` est une seule valeur.",
      },
      names: namesIn`
        payment | payment_type | payment_gateway | gateway | mode_de_paiement | moyen_de_paiement
        methode_de_paiement | méthode_de_paiement | paiement | mode_paiement | moyen_paiement
      `,
    }),
    discount_code: text({
      doc: {
        en: 'Code of a discount; several are separated by `,` or ` + `.',
        fr: 'Code de remise\u00a0; plusieurs codes sont séparés par `,` ou ` + `.',
      },
      names: namesIn`
        discount_codes | coupon | coupons | coupon_code | coupon_codes | promo_code | promotion_code | voucher
        voucher_code | code_promo | codes_promo | code_remise | code_de_remise | code_promotion | code_promotionnel
        bon_de_reduction | code_reduction | code_de_réduction
      `,
    }),
    refund_of: text({
      doc: {
        en: 'In a refund row, with an amount below 0: the order that is refunded.',
        fr: 'Pour une ligne de remboursement, dont le montant est inférieur à 0\u00a0: la commande remboursée.',
      },
      role: 'part',
      names: ['parent_id', 'original_order', 'original_order_id', 'commande_origine', 'commande_remboursee'],
    }),
    updated_at: updatedAt('modified_at'),
  },
});
