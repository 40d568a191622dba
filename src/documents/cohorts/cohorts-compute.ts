import { type AgeGrain, dayOfAge } from '../../core/age.ts';
import { DAY_HOURS, dayOfHour } from '../../core/civil.ts';
import { type AgeMetric, ageMetrics } from '../../core/cohort-limits.ts';
import * as exact from '../../core/fraction.ts';
import type { Kind, NullReason } from '../../core/kinds.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import type { CohortAge, CohortFacts, Read } from '../../engine/state/read.ts';
import { coverageOf, type SourceCover } from '../../figures/coverage.ts';
import { coversAll } from '../../figures/days.ts';
import { Figures } from '../../figures/figure-cells.ts';
import type { Figure } from '../../figures/figure-model.ts';
import { type ReportSettings, todayOf } from '../../figures/figure-settings.ts';
import { basisOf, groupOrder } from '../../figures/frame.ts';
import { headOf, rowHeadOf } from '../../figures/heads.ts';
import { operandOf, plain } from '../../figures/operands.ts';
import { type CostCoverage, costCoverageOf, marginOf, paidBack } from '../../figures/payback.ts';
import { chooseSlots, type Slot } from '../../figures/periods.ts';
import { warningsOf } from '../../figures/warnings.ts';
import cac from '../../kpis/cac.ts';
import { markBit, nothing, type Operand, usesOf } from '../../kpis/evaluate.ts';
import netSales from '../../kpis/net-sales.ts';
import newCustomers from '../../kpis/new-customers.ts';
import type { Measure } from '../../measures/measure.ts';
import type { CohortReport, CohortRow } from './cohorts-model.ts';

/** The settings of a table of cohorts. */
export type CohortSettings = ReportSettings & { readonly grain: AgeGrain };

/** Cohorts shown by default. */
const USUAL = 12;

/** The kinds of files that cohorts are made of: only these give warnings if they end early. */
const restsOn: ReadonlySet<Kind> = new Set<Kind>(['order', 'refund', 'spend', 'cost']);

/** What all the cells of a table depend on. */
interface Ground {
  readonly read: Read;
  readonly settings: CohortSettings;
  readonly figures: Figures;
  readonly orderCovers: readonly SourceCover[];
}

type AgeRow = CohortRow['ages'][number];

/** The KPIs that say who is new, what they cost, and whether refunds are known. */
const asked = [newCustomers, cac, netSales];

/** What is asked of the engine besides the cohorts themselves. */
export const cohortMeasures = (options: KpiOptions): Measure[] =>
  asked.flatMap(({ formula }) => usesOf(formula, options).map(({ measure }) => measure));

/** How much of a table is calculated: the newest cohorts only, all groups together only. */
export interface CohortLimits {
  readonly most?: number;
  readonly inTotal?: boolean;
}

/** Calculates the table of cohorts from what an engine has read. */
export async function cohortsOf(
  read: Read,
  settings: CohortSettings,
  { most = Number.POSITIVE_INFINITY, inTotal = false }: CohortLimits = {},
): Promise<CohortReport> {
  const covers = coverageOf(read, settings.options, todayOf(settings));
  const orderCovers = covers.filter(({ kind, first }) => kind === 'order' && Number.isFinite(first));
  const { slots, all } = cohortSlots(settings, orderCovers, most);
  const figures = new Figures(read, covers, settings);
  for (const { formula } of asked)
    for (const { measure, windows } of usesOf(formula, settings.options)) figures.want(measure, windows, slots);
  await figures.ask();
  const facts = read.cohortTable(
    slots.map(({ span }) => span),
    settings.grain,
  );
  const ground: Ground = { read, settings, figures, orderCovers };
  const ages = Math.max(
    0,
    ...slots.map((slot) => (customersOf(ground, slot, 0, 0).value === null ? 0 : agesPassed(ground, slot))),
  );
  const groups = (inTotal ? [] : groupOrder(read)).filter((group) =>
    facts.some((cells) => (cells[group]?.customers ?? 0) > 0),
  );
  const cohorts = slots.flatMap((slot, at) =>
    [...groups, 0].map((group) => rowOf(ground, slot, group, facts[at]![group]!, ages)),
  );
  const totals = facts.map((cells) => cells[0]!);
  return {
    ...headOf(settings, all),
    grain: settings.grain,
    cacBasis: basisOf(read, settings).cac!,
    paybackUnit: settings.grain === 'month' ? 'months' : 'count',
    ages,
    orders: totals.reduce((sum, { orders }) => sum + orders, 0),
    unidentified: totals.reduce((sum, { unidentified }) => sum + unidentified, 0),
    cohorts,
    warnings: warningsOf(
      read,
      settings,
      covers.filter(({ kind }) => restsOn.has(kind)),
      spanSlot(slots),
      cohorts.map(({ figures: { customers } }) => ({ figures: [customers] })),
    ),
  };
}

/** The cohorts asked for, else the last 12 that the orders reach. */
function cohortSlots(settings: CohortSettings, covers: readonly SourceCover[], most: number) {
  const { from, to, last, all: whole } = settings;
  const isAsked = from !== null || to !== null || last !== null || whole;
  const { periods } = chooseSlots(isAsked ? settings : { ...settings, all: true }, covers);
  const slots = periods.slice(-Math.min(most, isAsked ? periods.length : USUAL));
  const [head, tail] = [slots[0], slots.at(-1)];
  return { slots, all: head === undefined || tail === undefined ? null : { from: head.span.from, to: tail.span.to } };
}

/** The span of all cohorts, in the form that report warnings take. */
function spanSlot(slots: readonly Slot[]): Slot | null {
  const [head, tail] = [slots[0], slots.at(-1)];
  if (head === undefined || tail === undefined) return null;
  return {
    ...tail,
    span: { from: head.span.from, to: tail.span.to },
    elapsed: { from: head.elapsed.from, to: Math.max(head.elapsed.from, tail.elapsed.to) },
  };
}

/** The first day after an age is over for every customer of a cohort, including those of its last day. */
const endOfAge = ({ settings: { grain } }: Ground, { span }: Slot, age: number): number =>
  dayOfAge(Math.ceil(span.to / DAY_HOURS), age + 1, grain);

/** Whether an age is over for all, and all of it in the files. */
function hasPassed(ground: Ground, slot: Slot, age: number): boolean {
  const { orderCovers, settings } = ground;
  const end = endOfAge(ground, slot, age);
  return orderCovers.some(({ to }) => end <= to) && end * DAY_HOURS <= settings.zone.hour(settings.asOf);
}

function agesPassed(ground: Ground, slot: Slot): number {
  let ages = 0;
  while (hasPassed(ground, slot, ages)) ages += 1;
  return ages;
}

/** How many customers are new, if the files can show it: by the rules of the measure `new_customers`. */
function customersOf({ figures, orderCovers }: Ground, slot: Slot, group: number, customers: number): Operand {
  // A field of the shop may say who is new; what they did later is not known without keys.
  if (!orderCovers.some(({ fields }) => fields.has('customer_key'))) return nothing('missing_kind');
  const operand = operandOf(figures, newCustomers, slot, group);
  return operand.value === null ? operand : { value: exact.ofText(String(customers)), marks: operand.marks };
}

function rowOf(ground: Ground, slot: Slot, group: number, facts: CohortFacts, ages: number): CohortRow {
  const { read, settings, figures } = ground;
  const customers = customersOf(ground, slot, group, facts.customers);
  const cost = operandOf(figures, cac, slot, group);
  const told = (count: number): Operand => (customers.reason === 'not_covered' ? customers : counted(count));
  const { period, ...head } = rowHeadOf(read, settings, slot, group);
  return {
    cohort: period,
    ...head,
    figures: {
      customers: plain(customers),
      cac: plain(cost),
      payback: plain(paybackOf(ground, slot, customers, cost, facts)),
      orders: plain(told(facts.orders)),
      unidentified_orders: plain(told(facts.unidentified)),
    },
    ages: ageRows(ground, slot, group, customers, facts, ages),
  };
}

const counted = (count: number): Operand => ({ value: exact.ofText(String(count)), marks: 0 });

/** Whether the files have any cost of goods. */
const tellsCosts = ({ orderCovers }: Ground): boolean => orderCovers.some(({ fields }) => fields.has('goods_cost'));

/** The payback by the rule of the KPI `cac_payback`, in periods of the cohort's own length. */
function paybackOf(ground: Ground, slot: Slot, customers: Operand, cost: Operand, facts: CohortFacts): Operand {
  if (!tellsCosts(ground) || customers.reason === 'missing_kind') return nothing('missing_kind');
  if (cost.value === null) return cost;
  const paid = paidBack(cost.value, { ...facts, cumulative: cumulated(facts.ages) }, ground.settings.options);
  if (paid.value === null) return paid;
  // Before the age is over, later orders and refunds may still change it.
  const age = Number(paid.value.n / paid.value.d) - 1;
  const open = hasPassed(ground, slot, age) ? 0 : markBit('provisional');
  return { ...paid, marks: paid.marks | cost.marks | open };
}

function cumulated(ages: readonly CohortAge[]): { sales: bigint; cost: bigint }[] {
  let [sales, cost] = [0n, 0n];
  return ages.map((age) => {
    sales += age.sales;
    cost += age.cost;
    return { sales, cost };
  });
}

const unknown = (reason: NullReason): AgeRow =>
  Object.fromEntries(ageMetrics.map((metric) => [metric, { value: null, reason, marks: [] }])) as unknown as AgeRow;

const immature = unknown('insufficient_history');

const noAge: CohortAge = { customers: 0, orders: 0, sales: 0n, cost: 0n, approx: false };

function ageRows(
  ground: Ground,
  slot: Slot,
  group: number,
  customers: Operand,
  facts: CohortFacts,
  ages: number,
): readonly AgeRow[] {
  if (customers.value === null) {
    const row = unknown(customers.reason ?? 'no_observations');
    return Array.from({ length: ages }, () => row);
  }
  const per = customers.value;
  const sold = operandOf(ground.figures, netSales, slot, group);
  const leftOut = sold.marks & (markBit('no_refunds') | markBit('no_discounts'));
  const coverage = tellsCosts(ground) ? costCoverageOf(facts, ground.settings.options) : null;
  let [orders, sales, cost, approx] = [0, 0n, 0n, false];
  return Array.from({ length: ages }, (_, age): AgeRow => {
    const own = facts.ages[age] ?? noAge;
    orders += own.orders;
    sales += own.sales;
    cost += own.cost;
    approx ||= own.approx;
    if (!hasPassed(ground, slot, age)) return immature;
    const end = endOfAge(ground, slot, age);
    const begin = dayOfHour(slot.span.from);
    const isCut = ground.orderCovers.some(({ ranges, from }) => !coversAll(ranges, Math.max(begin, from), end));
    const cut = isCut ? markBit('incomplete') : 0;
    const money = cut | leftOut | (approx ? markBit('approx') : 0);
    const each = (value: exact.Fraction, marks: number): Operand =>
      per.n === 0n ? nothing('zero_denominator') : { value: exact.divide(value, per), marks };
    const figures: Record<AgeMetric, Operand> = {
      active_customers: { ...counted(own.customers), marks: cut },
      retention: each(exact.ofText(String(own.customers)), cut),
      orders: { ...counted(own.orders), marks: cut },
      orders_per_customer: each(exact.ofText(String(orders)), cut),
      revenue_per_customer: sold.reason === 'missing_kind' ? sold : each(exact.ofMicro(sales), money),
      margin_per_customer: marginCell({ sales, cost }, coverage, (margin, marks) => each(margin, money | marks)),
    };
    return Object.fromEntries(ageMetrics.map((metric) => [metric, plain(figures[metric])])) as Record<
      AgeMetric,
      Figure
    >;
  });
}

function marginCell(
  brought: { readonly sales: bigint; readonly cost: bigint },
  coverage: CostCoverage | null,
  each: (margin: exact.Fraction, marks: number) => Operand,
): Operand {
  if (coverage === null) return nothing('missing_kind');
  return each(marginOf(brought, coverage), coverage.whole ? 0 : markBit('approx'));
}
