import { col, constant, type Derived, defineSource, sum } from './source.ts';

/** Of a declined transaction nothing is left: it is kept with 0, to replace what an earlier export said of it. */
const unlessDeclined = (column: string): Derived => ({
  name: `${column}, not declined`,
  from: ['commission_status', column],
  text: (status = '', amount = '') => (isDeclined(status) ? '0' : amount),
});
const isDeclined = (status: string): boolean => /^\s*(2|declined)\s*$/i.test(status);

const amounts = ['commission', 'network_fee', 'service_partner_advertiser_cost', 'sale_amount'];
const amount = (column: string, more = {}) => col(unlessDeclined(column).name, 'money', more);

export default defineSource({
  id: 'awin-transactions',
  title: 'Awin: Transactions report, CSV',
  titleFr: 'Awin\u00a0: rapport des transactions, CSV',
  tool: 'Awin',
  doc: 'The commissions of affiliates, sale by sale: a cost of acquisition, with the fee of the network. Those that are pending or approved count; declined ones cost 0. Transactions change for weeks: of several exports the newest counts, by `id`. `sale_amount` is what affiliates claim. The channel is Affiliates. No column gives the currency.',
  form: 'csv',
  signature: { all: ['commission_status', 'sale_amount', 'commission'] },
  layout: 'table',
  decimal: '.',
  facets: true,
  kind: 'spend',
  derive: [
    ...amounts.map(unlessDeclined),
    {
      name: 'conversions, not declined',
      from: ['commission_status'],
      text: (status = '') => (isDeclined(status) ? '0' : '1'),
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
