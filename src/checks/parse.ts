import { resolve } from 'node:path';
import type { Config } from '../config/load.ts';
import { ofText } from '../core/fraction.ts';
import type { Dimension } from '../core/kinds.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { amountOf, type Subject } from './amount.ts';
import { boundsOf } from './bounds.ts';
import type { Against, Check } from './check.ts';
import { Faults } from './faults.ts';
import { kpiNamed, numericKpi } from './known.ts';
import { nameOf } from './name.ts';
import { rangeOf } from './range.ts';
import { rateOf } from './rate.ts';
import { reportNames, reportTwins } from './twins.ts';

type Given = NonNullable<Config['values']['checks']>[number];

/** What one check of a configuration is understood with. */
interface Context {
  readonly config: Config;
  readonly catalog: readonly Kpi[];
  readonly faults: Faults;
  /** Where it stands among the checks. */
  readonly row: number;
}

/**
 * The checks of a configuration, in its order. The Problem `bad_config` says all that is wrong with them: KPIs that are not there,
 * bounds that are not understood, hold always or never, or contradict each other, checks that stand there twice.
 */
export function checksOf(config: Config, catalog: readonly Kpi[]): readonly Check[] {
  const faults = new Faults(config);
  const given = config.values.checks ?? [];
  const found = given.map((one, row) => checkOf(one, { config, catalog, faults, row }));
  reportTwins(found, faults);
  reportNames(config, faults);
  faults.end();
  const taken = new Set(given.flatMap(({ name }) => name ?? []));
  return found.flatMap((check, row) => {
    if (check === null) return [];
    const name = given[row]?.name ?? nameOf(check, taken);
    taken.add(name);
    return [{ name, ...check }];
  });
}

/** Null where it is not understood. */
function checkOf(given: Given, context: Context): Omit<Check, 'name'> | null {
  const { config, catalog, faults, row } = context;
  const kpi = numericKpi(given.kpi, catalog, ['checks', row, 'kpi'], faults);
  const minBase = minBaseOf(given, context);
  if (kpi === null) return null;
  const vs = againstOf(given.vs, config.folder);
  const subject = vs === null ? 'own' : vs.kind === 'target' ? 'attainment' : 'change';
  const range = rangeOf(kpi, config.options);
  const bounds = boundsOf(given, { row, kpi, range, subject }, faults);
  const minAbsChange = minAbsChangeOf(given, kpi, subject, context);
  if (given.significant === true) checkSignificant(given, kpi, context);
  if (given.vs === 'target') checkTargets(given, kpi, context);
  if (bounds === null) return null;
  const only = new Map<Dimension, readonly string[]>();
  for (const [dimension, values] of Object.entries(given.where ?? {})) {
    only.set(dimension as Dimension, [...new Set([values].flat())]);
  }
  return {
    where: config.where(['checks', row]),
    kpi,
    ...bounds,
    // A value of a dimension is a group of it.
    by: [...new Set([...[given.by ?? []].flat(), ...only.keys()])],
    only,
    vs,
    minBase,
    minAbsChange,
    // What can only warn does not fail for want of a value either.
    onNull: given.on_null ?? (given.must === undefined ? 'warn' : 'fail'),
    significant: given.significant ?? false,
    period: given.period ?? null,
    last: given.last ?? null,
  };
}

function againstOf(vs: string | undefined, folder: string): Against | null {
  if (vs === undefined) return null;
  if (vs === 'previous' || vs === 'year' || vs === 'target') return { kind: vs };
  return { kind: 'report', path: vs, file: resolve(folder, vs) };
}

/** Notes where nothing tells how sure the value of a check is. */
function checkSignificant({ vs }: Given, kpi: Kpi, { config, faults, row }: Context): void {
  const path = ['checks', row, 'significant'];
  if (vs !== undefined) {
    const advice = 'leave one of them out; min_base keeps small groups out';
    faults.add(path, 'asks how sure one rate is, and vs compares two', advice);
  } else if (rateOf(kpi, config.options) === null) {
    const advice = 'such are conversion_rate, csat and repeat_purchase_rate; of others min_base keeps small groups out';
    faults.add(path, `needs a rate of counts, and ${kpi.id} is none`, advice);
  }
}

/** Notes where no target is set for the KPI, or none for the groups of the check. */
function checkTargets({ by, where }: Given, { id }: Kpi, { config, faults, row }: Context): void {
  const own = (config.values.targets ?? []).filter(({ kpi }) => kpi === id);
  const wanted = dimensionsKey([[by ?? []].flat(), Object.keys(where ?? {})].flat());
  if (own.some((target) => dimensionsKey(Object.keys(target.where ?? {})) === wanted)) return;
  const groups = own.length === 0 ? '' : wanted === '' ? ' for all groups together' : ` by ${wanted}`;
  const named = wanted === '' ? '' : `, where: { ${wanted.replace(/,|$/g, ': …$&')} }`;
  const advice = `add one to targets: { kpi: ${id}, period: …, value: …${named} }`;
  faults.add(['checks', row, 'vs'], `needs a target of ${id}${groups}, and there is none`, advice);
}

const dimensionsKey = (names: readonly string[]): string => [...new Set(names)].sort().join(', ');

function minBaseOf({ min_base = {} }: Given, { catalog, faults, row }: Context): Check['minBase'] {
  return Object.entries(min_base).flatMap(([id, least]) => {
    const path = ['checks', row, 'min_base', id];
    const kpi = kpiNamed(id, catalog, path, faults);
    if (kpi === null) return [];
    if (kpi.unit === 'count' || kpi.unit === 'money' || kpi.unit === 'decimal') {
      return [{ kpi, least: ofText(String(least)), text: String(least) }];
    }
    faults.add(path, 'is no size', 'a base is measured by a number or an amount, such as orders or ad_spend');
    return [];
  });
}

function minAbsChangeOf(given: Given, kpi: Kpi, subject: Subject, { faults, row }: Context): Check['minAbsChange'] {
  const { min_abs_change } = given;
  if (min_abs_change === undefined) return null;
  const path = ['checks', row, 'min_abs_change'];
  const text = String(min_abs_change);
  if (subject !== 'change') {
    faults.add(path, 'needs a change: vs previous, vs year or vs a saved report');
    return null;
  }
  const amount = faults.at(path, () => amountOf(text, kpi.unit, 'change'));
  if (amount === null) return null;
  const advice = kpi.unit === 'ratio' ? ['write points, such as "0.5pt"'] : [`write it in the unit of ${kpi.id}`];
  if (amount.as === 'relative') faults.add(path, `"${text}" is relative`, ...advice);
  else if (amount.value.n <= 0n) faults.add(path, `"${text}" is not above 0`);
  return { value: amount.value, text };
}
