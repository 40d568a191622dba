import { resolve } from 'node:path';
import type { Config } from '../../config/load-config.ts';
import { ofText } from '../../core/fraction.ts';
import type { Dimension } from '../../core/kinds.ts';
import { sameInAll } from '../../core/text.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { kpiNames } from '../../kpis/names.ts';
import { amountOf, notAboveZero, type Subject } from './amount.ts';
import { boundsOf, isFloor } from './bound.ts';
import type { Baseline, Check } from './checks-model.ts';
import { ConfigFaults, kpiNamed, numericKpi } from './config-faults.ts';
import { rateOf } from './denominator.ts';
import { rangeOf } from './value-range.ts';

type Given = NonNullable<Config['values']['checks']>[number];
type Nameless = Omit<Check, 'name'>;

/** What the parts of one check are read with. */
interface Context {
  readonly config: Config;
  readonly catalog: readonly Kpi[];
  readonly faults: ConfigFaults;
  /** Its position in `checks`. */
  readonly row: number;
}

/**
 * The checks of a configuration, in its order. The Problem `bad_config` lists all that is wrong with them: unknown KPIs, bounds that
 * are not understood, hold always or never, or contradict each other, and duplicate checks.
 */
export function checksOf(config: Config, catalog: readonly Kpi[]): readonly Check[] {
  const faults = new ConfigFaults(config);
  const given = config.values.checks ?? [];
  const found = given.map((one, row) => checkOf(one, { config, catalog, faults, row }));
  reportDuplicates(found, faults);
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

/** Null if it is not understood. */
function checkOf(given: Given, context: Context): Nameless | null {
  const { config, catalog, faults, row } = context;
  const kpi = numericKpi(given.kpi, catalog, ['checks', row, 'kpi'], faults);
  const minBase = minBaseOf(given, context);
  if (kpi === null) return null;
  const vs = baselineOf(given.vs, config.folder);
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
    // Values of a dimension are groups of it.
    by: [...new Set([...[given.by ?? []].flat(), ...only.keys()])],
    only,
    vs,
    minBase,
    minAbsChange,
    // A check that can only warn does not fail if the value is missing.
    onNull: given.on_null ?? (given.must === undefined ? 'warn' : 'fail'),
    significant: given.significant ?? false,
    period: given.period ?? null,
    last: given.last ?? null,
  };
}

function baselineOf(vs: string | undefined, folder: string): Baseline | null {
  if (vs === undefined) return null;
  if (vs === 'previous' || vs === 'year' || vs === 'target') return { kind: vs };
  return { kind: 'report', path: vs, file: resolve(folder, vs) };
}

/** Adds a fault if there is no confidence interval for the value of a check. */
function checkSignificant({ vs }: Given, kpi: Kpi, { config, faults, row }: Context): void {
  const path = ['checks', row, 'significant'];
  if (vs !== undefined) {
    const says = {
      en: 'asks how sure one rate is, and vs compares two',
      fr: "porte sur la fiabilité d'un taux, et vs en compare deux",
    };
    faults.add(path, says, {
      en: 'leave one of them out; min_base keeps small groups out',
      fr: "retirez l'un des deux\u00a0; min_base écarte les petits groupes",
    });
  } else if (rateOf(kpi, config.options) === null) {
    const says = {
      en: `needs a rate of counts, and ${kpi.id} is not one`,
      fr: `nécessite un taux entre deux nombres, ce que ${kpi.id} n'est pas`,
    };
    faults.add(path, says, {
      en: 'such as conversion_rate, csat and repeat_purchase_rate; for others, min_base keeps small groups out',
      fr: "c'est le cas de conversion_rate, csat et repeat_purchase_rate\u00a0; pour les autres, min_base écarte les petits groupes",
    });
  }
}

/** Adds a fault if no target is set for the KPI, or none for the groups of the check. */
function checkTargets({ by, where }: Given, { id }: Kpi, { config, catalog, faults, row }: Context): void {
  const names = kpiNames(catalog);
  const own = (config.values.targets ?? []).filter(({ kpi }) => names.idOf(kpi) === id);
  const wanted = dimensionsKey([[by ?? []].flat(), Object.keys(where ?? {})].flat());
  if (own.some((target) => dimensionsKey(Object.keys(target.where ?? {})) === wanted)) return;
  const groups =
    own.length === 0
      ? sameInAll('')
      : wanted === ''
        ? { en: ' for all groups together', fr: ' pour tous les groupes réunis' }
        : { en: ` by ${wanted}`, fr: ` par ${wanted}` };
  const named = wanted === '' ? '' : `, where: { ${wanted.replace(/,|$/g, ': …$&')} }`;
  const says = {
    en: `needs a target of ${id}${groups.en}, and there is none`,
    fr: `nécessite un objectif pour ${id}${groups.fr}, et il n'y en a pas`,
  };
  faults.add(['checks', row, 'vs'], says, {
    en: `add one to targets: { kpi: ${id}, period: …, value: …${named} }`,
    fr: `ajoutez-en un à targets\u00a0: { kpi: ${id}, period: …, value: …${named} }`,
  });
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
    faults.add(
      path,
      { en: 'is no size', fr: "n'est pas une quantité" },
      {
        en: 'a base is measured by a number or an amount, such as orders or ad_spend',
        fr: 'une base se mesure par un nombre ou un montant, comme orders ou ad_spend',
      },
    );
    return [];
  });
}

function minAbsChangeOf(given: Given, kpi: Kpi, subject: Subject, { faults, row }: Context): Check['minAbsChange'] {
  const { min_abs_change } = given;
  if (min_abs_change === undefined) return null;
  const path = ['checks', row, 'min_abs_change'];
  const text = String(min_abs_change);
  if (subject !== 'change') {
    faults.add(path, {
      en: 'needs a change: vs previous, vs year or vs a saved report',
      fr: 'nécessite une évolution\u00a0: vs previous, vs year ou vs un rapport enregistré',
    });
    return null;
  }
  const amount = faults.at(path, () => amountOf(text, kpi.unit, 'change'));
  if (amount === null) return null;
  const advice =
    kpi.unit === 'ratio'
      ? { en: 'write points, such as "0.5pt"', fr: 'écrivez des points, comme "0.5pt"' }
      : { en: `write it in the unit of ${kpi.id}`, fr: `écrivez-le dans l'unité de ${kpi.id}` };
  const relative = { en: `"${text}" is relative`, fr: `«\u00a0${text}\u00a0» est relatif` };
  if (amount.as === 'relative') faults.add(path, relative, advice);
  else if (amount.value.n <= 0n) faults.add(path, notAboveZero(text));
  return { value: amount.value, text };
}

/** A name made from what is checked, `cac <= 60 by channel`; a name in use gets a number: ` (2)`. */
function nameOf({ kpi, vs, must, should, by, only, period, last }: Nameless, taken: ReadonlySet<string>): string {
  const groups = by.filter((dimension) => !only.has(dimension));
  const values = [...only].map(([dimension, names]) => `${dimension}=${names.join('|')}`);
  const text = [
    kpi.id,
    ...(vs === null ? [] : ['vs', vs.kind === 'report' ? vs.path : vs.kind]),
    (must ?? should)?.text,
    ...(groups.length === 0 ? [] : ['by', groups.join(', ')]),
    ...(values.length === 0 ? [] : ['for', values.join(', ')]),
    ...(period === null ? [] : [period === 'all' ? 'over all' : `per ${period}`]),
    ...(last === null ? [] : [`last ${last}`]),
  ].join(' ');
  let name = text;
  for (let number = 2; taken.has(name); number++) name = `${text} (${number})`;
  return name;
}

/** Adds a fault for each name that the configuration gives to a second check. */
function reportNames({ values, where }: Config, faults: ConfigFaults): void {
  const first = new Map<string, number>();
  for (const [row, { name }] of (values.checks ?? []).entries()) {
    if (name === undefined) continue;
    const before = first.get(name);
    if (before === undefined) first.set(name, row);
    else {
      const other = where(['checks', before]);
      faults.add(['checks', row, 'name'], {
        en: `"${name}" is also the name of the check of ${other}`,
        fr: `«\u00a0${name}\u00a0» est aussi le nom du contrôle de ${other}`,
      });
    }
  }
}

/** Adds a fault for each check that bounds the same figures on the same side as an earlier one: one of the bounds is redundant. */
function reportDuplicates(checks: readonly (Nameless | null)[], faults: ConfigFaults): void {
  const first = new Map<string, Nameless>();
  for (const [row, check] of checks.entries()) {
    if (check === null) continue;
    const keys = sidesOf(check);
    const [earlier] = keys.flatMap((key) => first.get(key) ?? []);
    if (earlier !== undefined) {
      const says = {
        en: `bounds the same as the check of ${earlier.where}`,
        fr: `borne ce que borne déjà le contrôle de ${earlier.where}`,
      };
      faults.add(['checks', row], says, {
        en: 'keep one of them: a check may have a must and a should',
        fr: "gardez l'un des deux\u00a0: un contrôle peut avoir must et should",
      });
    }
    for (const key of keys) if (!first.has(key)) first.set(key, check);
  }
}

/** What a check compares, once per bounded side. */
function sidesOf({ kpi, must, should, by, only, minBase, ...check }: Nameless): string[] {
  const { vs, compares, minAbsChange, significant, period, last } = check;
  const groups = [...only].map(([dimension, values]) => [dimension, [...values].sort()]).sort();
  const bases = minBase.map((base) => [base.kpi.id, base.text]).sort();
  const looksAt = [kpi.id, [...by].sort(), groups, vs, compares, bases, minAbsChange?.text, significant, period, last];
  const floors = [must, should].flatMap((bound) => (bound === null ? [] : [isFloor(bound)]));
  return [...new Set(floors)].map((floor) => JSON.stringify([...looksAt, floor]));
}
