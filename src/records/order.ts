import { defineRecord, id, instant, key, money, number, text } from './field-types.ts';

/** An order, with its amounts in one currency; items apart from shipping and tax. */
export const order = defineRecord({
  order_id: id({
    doc: 'The number that customers see. Without it each row is an order.',
    names: ['order', 'order id', 'order number', 'numero_commande', 'n° commande', 'commande', 'id_commande'],
  }),
  ordered_at: instant({
    doc: 'When it was made.',
    required: true,
    names: ['created_at', 'order_date', 'date_commande', 'date de commande', 'date'],
  }),
  status: text({ doc: 'paid when absent.', role: 'part', names: ['order_status', 'statut', 'etat', 'état'] }),
  currency: text({ doc: 'ISO 4217 code of its amounts.', names: ['devise', 'currency_code'] }),
  customer_key: key({
    doc: 'E-mail, customer id or phone.',
    names: ['customer', 'customer_email', 'email', 'e-mail', 'customer_id', 'client', 'id_client', 'courriel'],
  }),
  gross_sales: money({
    doc: 'Price of the items before discounts; never with tax.',
    names: ['gross', 'amount', 'subtotal', 'montant', 'ventes_brutes', 'montant_brut'],
  }),
  discounts: money({ doc: 'A positive number.', names: ['discount', 'remise', 'remises'] }),
  shipping: money({ doc: 'Charged for delivery.', names: ['frais_de_port', 'livraison', 'port'] }),
  taxes: money({ doc: 'Tax on items and shipping.', names: ['tax', 'vat', 'tva', 'taxe'] }),
  total: money({
    doc: 'What the customer paid: tells whether tax is inside the prices.',
    names: ['grand_total', 'order_total', 'total_ttc', 'montant_total'],
  }),
  channel: text({ doc: 'Marketing channel.', names: ['canal'] }),
  source: text({ doc: 'utm_source.', names: ['utm_source'] }),
  medium: text({ doc: 'utm_medium.', names: ['utm_medium', 'support'] }),
  campaign: text({ doc: 'utm_campaign.', names: ['utm_campaign', 'campagne'] }),
  country: text({ doc: 'ISO 3166 code or name.', names: ['pays', 'country_code'] }),
  device: text({ doc: 'desktop, mobile, tablet.', names: ['appareil'] }),
  store: text({ doc: 'The shop, where there are several.', names: ['shop', 'boutique', 'magasin'] }),
  sales_channel: text({
    doc: "The shop's own word: web, pos, …; not the marketing channel.",
    names: ['canal_de_vente'],
  }),
  customer_type: text({ doc: 'new or returning, where the shop tells it.', names: ['type_client'] }),
  updated_at: instant({
    doc: 'Last change: of two copies the newer wins.',
    role: 'part',
    names: ['modified_at', 'date_modification'],
  }),
});

/** An item of an order: gives units and cost, never sales. */
export const order_line = defineRecord({
  order_id: id({
    doc: 'The order it belongs to.',
    role: 'attribute',
    required: true,
    names: ['order', 'order id', 'order number', 'numero_commande', 'commande', 'id_commande'],
  }),
  sku: text({ doc: 'Article number.', names: ['reference', 'référence', 'article'] }),
  product: text({ doc: 'Name of the article.', names: ['product_name', 'produit', 'designation'] }),
  quantity: number({
    doc: 'Pieces; below 0 is a return.',
    required: true,
    names: ['qty', 'quantite', 'quantité', 'qte'],
  }),
  unit_price: money({
    doc: 'Price of one piece before discounts, without tax.',
    required: true,
    names: ['price', 'prix', 'prix_unitaire'],
  }),
  unit_cost: money({
    doc: 'What one piece cost to buy or make.',
    names: ['cost', 'cogs', 'cout', 'coût', 'cout_unitaire', 'coût_unitaire', "prix_d'achat", 'prix_achat'],
  }),
});

/** Money given back, a positive number. */
export const refund = defineRecord({
  refund_id: id({ doc: 'Without it the other fields are its key.', names: ['id_remboursement'] }),
  order_id: text({
    doc: 'The order that is refunded.',
    required: true,
    names: ['order', 'numero_commande', 'commande', 'id_commande'],
  }),
  refunded_at: instant({
    doc: 'When the money went back.',
    required: true,
    names: ['created_at', 'date_remboursement', 'date'],
  }),
  item_amount: money({
    doc: 'For items, without tax.',
    required: true,
    names: ['amount', 'montant', 'montant_articles'],
  }),
  shipping_amount: money({ doc: 'For shipping.', names: ['montant_port'] }),
  tax_amount: money({ doc: 'Tax given back.', names: ['montant_tva', 'montant_taxe'] }),
  quantity: number({ doc: 'Pieces taken back: their cost is given back too.', names: ['qty', 'quantite', 'quantité'] }),
  currency: text({ doc: 'ISO 4217 code.', names: ['devise'] }),
});

/** A checkout begun, completed or not. */
export const checkout = defineRecord({
  checkout_id: id({ doc: 'Number of the checkout.', required: true, names: ['id_panier', 'cart_id'] }),
  created_at: instant({ doc: 'When it began.', required: true, names: ['date_creation', 'date'] }),
  customer_key: key({ doc: 'E-mail, customer id or phone.', names: ['email', 'client'] }),
  currency: text({ doc: 'ISO 4217 code.', names: ['devise'] }),
  value: money({ doc: 'Worth of the cart.', names: ['montant', 'total'] }),
  channel: text({ doc: 'Marketing channel.', names: ['canal'] }),
  completed_at: instant({ doc: 'When it became an order; absent: abandoned.', role: 'part', names: ['date_commande'] }),
});
