/** Formulas that several KPIs share and that are not KPIs themselves. */
import {
  cohortCost,
  cohortCostedLineValue,
  cohortLineValue,
  cohortValue,
  costedLineValue,
  costOfOrders,
  customers,
  lineValue,
} from '../measures/order.ts';
import { cohortCostReturned, cohortReturns, costReturned } from '../measures/refund.ts';
import { followers } from '../measures/social.ts';
import { adSpend, otherMarketingCost } from '../measures/spend.ts';
import {
  ifKnown,
  inBoth,
  lastYear,
  least,
  minus,
  orElse,
  over,
  per,
  plus,
  raised,
  setting,
  toDate,
  untilStart,
  yearBefore,
} from './formula.ts';

/** What the numbers of followers have grown by, of the networks that had one before the period. */
export const followersGrown = minus(inBoth(followers, untilStart, toDate), over(followers, untilStart));

/** Ads and, if a cost file has them, agencies, tools and sales costs. */
export const marketingCost = plus(adSpend, ifKnown(otherMarketingCost));

/** Cost of the goods sold less that of the goods given back, extrapolated to the lines without a unit cost if that is allowed. */
export const cogs = raised(minus(costOfOrders, ifKnown(costReturned)), costedLineValue, lineValue);

/** Net sales of a cohort within `ltv_days` of each first order. */
export const cohortNetSales = minus(cohortValue, ifKnown(cohortReturns, 'no_refunds'));

/** The cost of the goods in those orders. */
export const cohortCogs = raised(
  minus(cohortCost, ifKnown(cohortCostReturned)),
  cohortCostedLineValue,
  cohortLineValue,
);

/** The share of the customers of one year who did not order in the next. */
const yearlyChurn = minus('1', per(inBoth(customers, yearBefore, lastYear), over(customers, yearBefore)));

/** Years that a customer stays: as configured, else 1 / yearly churn, at most `max_lifespan_years`. */
export const lifespanYears = orElse(
  setting('lifespan_years'),
  least(setting('max_lifespan_years'), per('1', yearlyChurn)),
);
