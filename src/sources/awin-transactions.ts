import { namesIn } from '../core/names-in.ts';
import { col, constant, type Derived, defineSource, sum } from './source.ts';

/** What the status of a transaction means: the code that Awin writes, its name, and that name in other languages. */
const statuses = {
  counts: namesIn`
    0 | pending | en attente | offen | ausstehend | pendiente | in attesa | in behandeling | 1 | approved
    confirmed | approuvé | approuvée | validé | validée | confirmé | confirmée | bestätigt | genehmigt | freigegeben
    aprobado | aprobada | confirmado | confirmada | approvato | approvata | confermato | confermata | goedgekeurd
  `,
  ended: namesIn`
    2 | declined | refusé | refusée | rejeté | rejetée | decliné | declinée | abgelehnt | storniert | rechazado
    rechazada | rifiutato | rifiutata | afgewezen | deleted | supprimé | supprimée | gelöscht | eliminado
    eliminada | eliminato | eliminata | verwijderd
  `,
};

/** A word without accents and blanks, in lower case. */
const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();

/** A blank status says nothing against a transaction. */
const counts = new Set(['', ...statuses.counts].map(plain));
const ended = new Set(statuses.ended.map(plain));

/**
 * Of a declined or deleted transaction nothing is left: it is kept with 0, to replace what an earlier export said of it. In one of
 * an unknown status, be it a number, words take the place of the figure, so that its row is rejected and named.
 */
const ofStatus = (status: string, figure: string): string => {
  const word = plain(status);
  return ended.has(word) ? '0' : counts.has(word) ? figure : `status ${status}`;
};
const unlessEnded = (column: string): Derived => ({
  name: `${column}, not declined`,
  from: ['commission_status', column],
  text: (status = '', amount = '') => ofStatus(status, amount),
});

const amounts = ['commission', 'network_fee', 'service_partner_advertiser_cost', 'sale_amount'];
const amount = (column: string, more = {}) => col(unlessEnded(column).name, 'money', more);

export default defineSource({
  id: 'awin-transactions',
  title: 'Awin: Transactions report, CSV',
  titleFr: 'Awin\u00a0: rapport des transactions, CSV',
  tool: 'Awin',
  doc: 'The commissions of affiliates, sale by sale: a cost of acquisition, with the fee of the network. Those that are pending or approved count; declined and deleted ones cost 0, and one of any other status is rejected. Transactions change for weeks: of several exports the newest counts, by `id`. `sale_amount` is what affiliates claim; one below 0 takes back a part of it and is no conversion. The channel is Affiliates. No column gives the currency.',
  signature: { all: ['commission_status', 'sale_amount', 'commission'] },
  decimal: '.',
  facets: true,
  kind: 'spend',
  derive: [
    ...amounts.map(unlessEnded),
    {
      name: 'conversions, not declined',
      from: ['commission_status', 'sale_amount'],
      // A sale below 0 takes back an earlier one: it is no sale.
      text: (status = '', sale = '') => ofStatus(status, /^\s*[-(]/.test(sale) ? '0' : '1'),
    },
  ],
  fields: {
    date: col('date', 'day'),
    transaction_id: col('id'),
    platform: constant('Awin'),
    campaign: col('site_name'),
    channel: constant('Affiliates'),
    country: col('country_by_ip'),
    cost: sum(
      amount('commission'),
      amount('network_fee', { blank: 0 }),
      amount('service_partner_advertiser_cost', { blank: 0 }),
    ),
    commission: amount('commission'),
    conversions: col('conversions, not declined', 'number'),
    conversion_value: amount('sale_amount'),
  },
});
