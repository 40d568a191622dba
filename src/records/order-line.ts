import { id, money, number, text } from './field-types.ts';
import { defineRecord } from './record.ts';

/** An item of an order: gives units and cost, never sales. */
export const order_line = defineRecord({
  words: {
    one: { en: 'order line', fr: 'lignes de commande' },
    export: { en: "an export of the shop's orders with their lines", fr: 'un export des commandes avec leurs lignes' },
  },
  booked: 'instant',
  measured: ['line_value', 'quantity'],
  signs: { unit_cost: 'refused' },
  ways: [['order_id', 'quantity', 'unit_price']],
  derived: [],
  fields: {
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
  },
});
