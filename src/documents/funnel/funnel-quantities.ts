import { type FunnelStepName, funnelSteps } from '../../core/funnel-steps.ts';
import type { ReportSettings } from '../../figures/figure-settings.ts';
import type { Asked } from '../../figures/operands.ts';
import averageOrderValue from '../../kpis/average-order-value.ts';
import { usesOf } from '../../kpis/evaluate.ts';
import { either, type Formula, formula, ifKnown, orElse, plus } from '../../kpis/formula.ts';
import returningCustomerRate from '../../kpis/returning-customer-rate.ts';
import returningCustomers from '../../kpis/returning-customers.ts';
import type { Measure } from '../../measures/measure.ts';
import { customers, orders } from '../../measures/order.ts';
import { socialImpressions } from '../../measures/social.ts';
import { impressions } from '../../measures/spend.ts';
import { funnelCarts, funnelCheckouts, funnelProductViews, funnelPurchases, sessions } from '../../measures/visit.ts';

/** What each step counts. If no file has the purchases of visits, they are orders, as in the conversion rate. */
const counts: Readonly<Record<FunnelStepName, Formula>> = {
  impressions: orElse(plus(impressions, ifKnown(socialImpressions)), socialImpressions),
  visits: formula(sessions),
  product_views: formula(funnelProductViews),
  carts: formula(funnelCarts),
  checkouts: formula(funnelCheckouts),
  purchases: either(funnelPurchases, orders),
  repeat: formula(returningCustomers),
};

const quantity = (id: string, of: Formula): Asked => ({ id, formula: of });
export const countOf = Object.fromEntries(funnelSteps.map((step) => [step, quantity(step, counts[step])])) as Readonly<
  Record<FunnelStepName, Asked>
>;
export const customersOf = quantity('customers', formula(customers));
/** All that a funnel is made of. */
export const quantities: readonly Asked[] = [
  ...Object.values(countOf),
  customersOf,
  quantity(returningCustomerRate.id, returningCustomerRate.formula),
  quantity(averageOrderValue.id, averageOrderValue.formula),
];
export const repeatRate = quantities.find(({ id }) => id === returningCustomerRate.id)!;
export const orderValue = quantities.find(({ id }) => id === averageOrderValue.id)!;

/** The measures that a funnel asks for. */
export const funnelMeasures = ({ options }: Pick<ReportSettings, 'options'>): Measure[] =>
  quantities.flatMap(({ formula: of }) => usesOf(of, options).map(({ measure }) => measure));
