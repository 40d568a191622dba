import type { Kind } from '../core/kinds.ts';
import { recordFields } from '../records/index.ts';
import { col, type From, first, type Signature, type Source } from '../sources/source.ts';

/** Statuses as people write them in sheets of their own, English and French. */
const statusWords: Readonly<Record<string, string>> = {
  paid: 'paid',
  payé: 'paid',
  payée: 'paid',
  paye: 'paid',
  payee: 'paid',
  processing: 'paid',
  'en cours': 'paid',
  'on hold': 'paid',
  'on-hold': 'paid',
  complete: 'paid',
  completed: 'paid',
  terminé: 'paid',
  terminée: 'paid',
  shipped: 'paid',
  expédié: 'paid',
  expédiée: 'paid',
  delivered: 'paid',
  livré: 'paid',
  livrée: 'paid',
  authorized: 'paid',
  partially_paid: 'paid',
  'partially paid': 'paid',
  partially_refunded: 'paid',
  'partially refunded': 'paid',
  refunded: 'refunded',
  remboursé: 'refunded',
  remboursée: 'refunded',
  returned: 'refunded',
  retourné: 'refunded',
  retournée: 'refunded',
  pending: 'pending',
  'en attente': 'pending',
  'pending payment': 'pending',
  unpaid: 'pending',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  annulé: 'cancelled',
  annulée: 'cancelled',
  voided: 'cancelled',
  expired: 'cancelled',
  failed: 'failed',
  échoué: 'failed',
  échouée: 'failed',
  declined: 'failed',
};

const orderSkips = [
  { words: ['test'], reason: 'test_order' },
  { words: ['draft', 'brouillon', 'checkout-draft'], reason: 'draft' },
  { words: ['deleted', 'trash', 'supprimé', 'supprimée'], reason: 'deleted' },
];
const ticketSkips = [
  { words: ['deleted', 'supprimé'], reason: 'deleted' },
  { words: ['spam'], reason: 'spam' },
  { words: ['merged', 'fusionné'], reason: 'merged' },
];

/** Names of amounts that are left when discounts are off: not quite gross sales. */
const netNames = ['net_sales', 'net sales', 'net', 'ventes_nettes', 'montant_net'];

const namesOf = (kind: Kind, field: string): string[] => {
  const meta = recordFields(kind).get(field);
  return [
    field,
    field.replaceAll('_', ' '),
    ...(meta?.names ?? []).flatMap((name) => [name, name.replaceAll('_', ' ')]),
  ];
};

/** What a file of a kind must have so that it is one; each line is a way. */
const needed: Readonly<Record<Kind, readonly (readonly (string | readonly string[])[])[]>> = {
  order: [
    ['ordered_at', ['gross_sales', 'total', ...netNames]],
    ['order_id', 'ordered_at', 'quantity', 'unit_price'],
  ],
  order_line: [['order_id', 'quantity', 'unit_price']],
  refund: [['order_id', 'refunded_at', 'item_amount']],
  checkout: [['checkout_id', 'created_at']],
  visit: [
    [
      ['started_at', 'date'],
      ['sessions', 'visit_id', 'visitor_id', 'pageviews', 'visitors'],
    ],
    ['date_from', 'date_to', ['sessions', 'pageviews', 'visitors']],
  ],
  spend: [
    ['date', 'cost'],
    ['date_from', 'date_to', 'cost'],
  ],
  ticket: [['ticket_id', 'created_at']],
  survey: [['answered_at', 'type', 'score']],
  social: [['date', 'network', ['posts', 'impressions', 'reach', 'engagements', 'followers']]],
  lead: [['lead_id', 'created_at']],
  cost: [
    ['date', 'category', 'amount'],
    ['date_from', 'date_to', 'category', 'amount'],
  ],
};

/** A file of no known tool whose headers are the names of a kind's fields, or synonyms of them. */
export function genericSource(kind: Kind, columns: Readonly<Record<string, string>> = {}): Source {
  const fields: Record<string, From> = {};
  const names = (field: string): string[] => (columns[field] === undefined ? namesOf(kind, field) : [columns[field]]);
  for (const [field, { type }] of recordFields(kind)) {
    // A count that an ad's row leaves blank is 0.
    const blank = kind === 'spend' && type === 'count' ? { blank: 0 } : {};
    fields[field] = col(names(field), type, blank);
  }
  if (kind === 'order') {
    fields.status = col(names('status'), 'text', { words: statusWords });
    fields.gross_sales = first(
      col(names('gross_sales'), 'money'),
      col(netNames, 'money'),
      col(names('total'), 'money'),
    );
  }
  if (kind === 'order_line' || kind === 'order') {
    for (const field of ['quantity', 'unit_price', 'unit_cost']) {
      if (kind === 'order_line') fields[field] = col(names(field), field === 'quantity' ? 'number' : 'money');
    }
  }
  const skipWords = kind === 'order' ? orderSkips : kind === 'ticket' ? ticketSkips : [];
  return {
    id: `generic-${kind.replace('_', '-')}s`,
    title: `Generic ${kind.replace('_', ' ')} file`,
    tool: 'generic',
    doc: 'Headers are the canonical field names or their synonyms.',
    form: 'csv',
    signature: signatureOf(kind, columns),
    layout: 'table',
    kind,
    fields,
    skip: skipWords.map((rule) => ({ of: col(names('status')), ...rule })),
  };
}

function signatureOf(kind: Kind, columns: Readonly<Record<string, string>>): Signature[] {
  const choice = (one: string | readonly string[]): string[] =>
    (typeof one === 'string' ? [one] : one).flatMap((field) =>
      columns[field] === undefined
        ? field === 'quantity' || field === 'unit_price'
          ? namesOf('order_line', field)
          : namesOf(kind, field)
        : [columns[field]],
    );
  return needed[kind].map((all) => ({ all: all.map(choice) }));
}

/** Orders whose rows are their lines: no order amount, but a quantity and a price on every row. */
export function lineOrderSource(columns: Readonly<Record<string, string>> = {}): Source {
  const order = genericSource('order', columns);
  const line = genericSource('order_line', columns);
  const {
    gross_sales: _gross,
    total: _total,
    discounts: _discounts,
    shipping: _shipping,
    taxes: _taxes,
    ...fields
  } = order.fields;
  return {
    ...order,
    id: 'generic-order-lines-as-orders',
    title: 'Generic file of orders by line item',
    signature: signatureOf('order', columns)[1]!,
    lines: 'repeat',
    fields,
    line: line.fields,
  };
}
