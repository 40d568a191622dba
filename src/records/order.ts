import { currencyNames, defineRecord, id, instant, key, money, number, text } from './field-types.ts';

/** An order, with its amounts in one currency; items apart from shipping and tax. */
export const order = defineRecord({
  order_id: id({
    doc: {
      en: 'The number that customers see. Without it each row is an order.',
      fr: 'Le numéro que voient les clients. Sans lui, chaque ligne est une commande.',
    },
    names: ['order', 'order id', 'order number', 'numero_commande', 'n° commande', 'commande', 'id_commande'],
  }),
  ordered_at: instant({
    doc: { en: 'When it was made.', fr: 'Date et heure de la commande.' },
    required: true,
    names: ['created_at', 'order_date', 'date_commande', 'date de commande', 'date'],
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
    names: ['customer', 'customer_email', 'email', 'e-mail', 'customer_id', 'client', 'id_client', 'courriel'],
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
      en: 'What the customer paid: tells whether tax is inside the prices.',
      fr: 'Ce que le client a payé\u00a0: indique si les prix comprennent les taxes.',
    },
    names: ['grand_total', 'order_total', 'total_ttc', 'montant_total'],
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
  device: text({
    doc: { en: 'desktop, mobile, tablet.', fr: 'desktop (ordinateur), mobile, tablet (tablette).' },
    names: ['appareil'],
  }),
  store: text({
    doc: { en: 'The shop, where there are several.', fr: "La boutique, s'il y en a plusieurs." },
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
      en: 'new or returning, where the shop tells it.',
      fr: "new (nouveau) ou returning (existant), si la boutique l'indique.",
    },
    names: ['type_client'],
  }),
  refund_of: text({
    doc: {
      en: 'Of a row of a refund, with an amount below 0: the order that is refunded.',
      fr: 'Pour une ligne de remboursement, dont le montant est inférieur à 0\u00a0: la commande remboursée.',
    },
    role: 'part',
    names: ['parent_id', 'original_order', 'original_order_id', 'commande_origine', 'commande_remboursee'],
  }),
  updated_at: instant({
    doc: {
      en: 'Last change: of two copies the newer wins.',
      fr: "Dernière modification\u00a0: de deux copies, la plus récente l'emporte.",
    },
    role: 'part',
    names: ['modified_at', 'date_modification'],
  }),
});

/** An item of an order: gives units and cost, never sales. */
export const order_line = defineRecord({
  order_id: id({
    doc: { en: 'The order it belongs to.', fr: 'La commande dont la ligne fait partie.' },
    role: 'attribute',
    required: true,
    names: ['order', 'order id', 'order number', 'numero_commande', 'commande', 'id_commande'],
  }),
  sku: text({
    doc: { en: 'Article number.', fr: "Référence de l'article." },
    names: ['reference', 'référence', 'article'],
  }),
  product: text({
    doc: { en: 'Name of the article.', fr: "Nom de l'article." },
    names: ['product_name', 'produit', 'designation'],
  }),
  quantity: number({
    doc: { en: 'Pieces; below 0 is a return.', fr: "Nombre d'articles\u00a0; en dessous de 0, c'est un retour." },
    required: true,
    names: ['qty', 'quantite', 'quantité', 'qte'],
  }),
  unit_price: money({
    doc: {
      en: 'Price of one piece before discounts, without tax.',
      fr: "Prix d'un article avant remises, hors taxes.",
    },
    required: true,
    names: ['price', 'prix', 'prix_unitaire'],
  }),
  unit_cost: money({
    doc: { en: 'What one piece cost to buy or make.', fr: "Ce que coûte un article à l'achat ou à la fabrication." },
    names: ['cost', 'cogs', 'cout', 'coût', 'cout_unitaire', 'coût_unitaire', "prix_d'achat", 'prix_achat'],
  }),
});

/** Money given back, a positive number. */
export const refund = defineRecord({
  refund_id: id({
    doc: { en: 'Without it the other fields are its key.', fr: 'Sans lui, les autres champs servent de clé.' },
    names: ['id_remboursement'],
  }),
  order_id: text({
    doc: { en: 'The order that is refunded.', fr: 'La commande remboursée.' },
    required: true,
    names: ['order', 'numero_commande', 'commande', 'id_commande'],
  }),
  refunded_at: instant({
    doc: { en: 'When the money went back.', fr: 'Date et heure du remboursement.' },
    required: true,
    names: ['created_at', 'date_remboursement', 'date'],
  }),
  item_amount: money({
    doc: { en: 'For items, without tax.', fr: 'Pour les articles, hors taxes.' },
    required: true,
    names: ['amount', 'montant', 'montant_articles'],
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
      en: 'What the pieces taken back had cost; without it the cost of the order is shared out.',
      fr: 'Ce que les articles repris avaient coûté ; sans cela, le coût de la commande est réparti.',
    },
    names: ['cout_retour'],
  }),
  undated: number({
    doc: {
      en: '1 where the day of the refund is not known, and it is booked on that of its order: figures are marked.',
      fr: "1 si le jour du remboursement n'est pas connu\u00a0: il est compté au jour de la commande, et les chiffres sont signalés.",
    },
    names: [],
  }),
  currency: text({ doc: { en: 'ISO 4217 code.', fr: 'Code ISO 4217.' }, names: currencyNames }),
});

/** A checkout begun, completed or not. */
export const checkout = defineRecord({
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
    names: ['email', 'client'],
  }),
  currency: text({ doc: { en: 'ISO 4217 code.', fr: 'Code ISO 4217.' }, names: currencyNames }),
  value: money({ doc: { en: 'Worth of the cart.', fr: 'Valeur du panier.' }, names: ['montant', 'total'] }),
  channel: text({ doc: { en: 'Marketing channel.', fr: 'Canal marketing.' }, names: ['canal'] }),
  completed_at: instant({
    doc: {
      en: 'When it became an order; absent: abandoned.',
      fr: 'Date et heure où il est devenu une commande\u00a0; absent\u00a0: abandonné.',
    },
    role: 'part',
    names: ['date_commande'],
  }),
});
