import { expect, it } from 'vitest';
import { kpi, table } from './kit.ts';

const files = {
  'o.csv': table(
    'order_id,ordered_at,customer_email,gross_sales,country',
    '1,2026-11-02,a@example.com,100.00,FR',
    '2,2026-11-04,b@example.com,50.00,DE',
    '3,2026-11-08,c@example.com,50.00,DE',
  ),
};
const checked = async (check: string, target: string, lang: string): Promise<string> => {
  const { out } = await kpi(`check --lang ${lang}`, {
    ...files,
    'kpi.yaml': `timezone: Europe/Paris\ncurrency: EUR\nsources: [{ path: o.csv }]\ntargets: [{ ${target} }]\nchecks: [{ ${check}, vs: target, must: ">= 90%" }]\n`,
  });
  return out.replace(/\s+/g, ' ');
};

const none = {
  en: 'nothing to compare with: no target is set for this group or period',
  fr: "rien à quoi comparer : aucun objectif n'est fixé pour ce groupe ou cette période",
};
const otherDays = {
  en: 'nothing to compare with: the target is set for another period, and distinct counts cannot be prorated',
  fr: "rien à quoi comparer : l'objectif est fixé pour une autre période, et un nombre de clients ou de visiteurs distincts ne se répartit pas",
};

// The checked week is 2 to 8 November.
it.each([
  ['of a month before', 'kpi: gross_sales', 'kpi: gross_sales, period: 2026-10, value: 1000', none],
  [
    'of one country',
    'kpi: gross_sales, by: country',
    'kpi: gross_sales, period: 2026-11, value: 1000, where: { country: FR }',
    none,
  ],
  ['of distinct customers in a month', 'kpi: customers', 'kpi: customers, period: 2026-11, value: 30', otherDays],
])('a target %s is no reason to say that the files end early', async (_, check, target, why) => {
  const out = await checked(check, target, 'en');
  expect(out).toContain(why.en);
  expect(out).not.toContain('far enough');
  expect(await checked(check, target, 'fr')).toContain(why.fr);
});

it('has its reason in JSON: what is missing is the target, not the history of the files', async () => {
  const { out } = await kpi('check --format json', {
    ...files,
    'kpi.yaml':
      'timezone: Europe/Paris\ncurrency: EUR\nsources: [{ path: o.csv }]\ntargets: [{ kpi: gross_sales, period: 2026-10, value: 1000 }]\nchecks: [{ kpi: gross_sales, vs: target, must: ">= 90%" }]\n',
  });
  const [result] = (JSON.parse(out) as { results: Record<string, unknown>[] }).results;
  expect(result).toMatchObject({
    value: 200,
    null_reason: 'missing_kind',
    because: 'no_value',
    base: { of: 'target', period: '', value: null, null_reason: 'missing_kind' },
  });
});
