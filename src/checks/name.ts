import type { Check } from './check.ts';

type Nameless = Omit<Check, 'name'>;

/** Names by what is checked, `cac <= 60 by channel`; one that is taken gets a number: ` (2)`. */
export function nameOf(check: Nameless, taken: ReadonlySet<string>): string {
  const name = words(check);
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}

function words({ kpi, vs, must, should, by, only, period, last }: Nameless): string {
  const groups = by.filter((dimension) => !only.has(dimension));
  const values = [...only].map(([dimension, names]) => `${dimension}=${names.join('|')}`);
  return [
    kpi.id,
    ...(vs === null ? [] : ['vs', vs.kind === 'report' ? vs.path : vs.kind]),
    (must ?? should)?.text,
    ...(groups.length === 0 ? [] : ['by', groups.join(', ')]),
    ...(values.length === 0 ? [] : ['for', values.join(', ')]),
    ...(period === null ? [] : [period === 'all' ? 'over all' : `per ${period}`]),
    ...(last === null ? [] : [`last ${last}`]),
  ].join(' ');
}
