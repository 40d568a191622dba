import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/documents/checks/checks-model.ts';
import { renderCheckTable } from '../../../src/documents/checks/checks-table.ts';
import { noPaint, paintFor } from '../../../src/page/paint.ts';
import type { Printing } from '../../../src/page/terminal.ts';
import { exact, kpi } from '../report/kit.ts';
import { base, bound, checked, hostile, quotient, result, shop } from './results-kit.ts';

const inColour = await paintFor(true);

const table = (shown: CheckReport, options: Partial<Printing> = {}): string =>
  renderCheckTable(shown, { width: 80, paint: noPaint, lang: 'en', locale: 'en', ...options });

/** The lines between the rule and the first empty line. */
const body = (text: string): string[] => {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('─')) + 1;
  return lines.slice(from, lines.indexOf('', from));
};

const mer = kpi('mer', { unit: 'multiple' });
const rate = kpi('rate', { unit: 'ratio' });

describe('the table of checks', () => {
  it('says of every result what was held against what', () => {
    // 6.85 / 41.25 = 16.606… %, that is 6.606… points above 10 %. 1.41 % is 0.09 points below 1.5 %, and 0.75 points
    // below 2.16 %: by 0.25 more than 0.5. 15 234.5 / 15 000 = 101.56… %. 7530 s are 2 h and 5.5 minutes.
    expect(table(shop)).toBe(`Checks · 2026-W47 · 2026-11-16 – 2026-11-22
Europe/Paris · EUR · as of 2026-11-23 06:00

        Check                           Value   Compared      Bound     Distance
────────────────────────────────────────────────────────────────────────────────
✓ pass  mer >= 3.5                      3.71×                >= 3.5       +0.21×
          should be >= 3.6
✗ fail  CAC does not jump · Paid       €48.10*    +16.6%    <= +10%      -6.6 pt
          Search
          n 412 · previous 2026-W46: €41.25
– skip  CAC does not jump ·            €51.00               <= +10%
          (unattributed)
          n 12 · below min_base: new_customers 12 < 30 · previous 2026-W46:
          €50.00
– skip  orders year on year             1,203         +3      >= +5
          below min_abs_change: 3 < 10 · year before 2025-W47: 1,200
✓ pass  conversion_rate >= 1.5%         1.41%               >= 1.5%     -0.09 pt
          n 4,120 · not significant, may be chance · 95% interval 1.09% – 1.82%
! warn  conversion_rate falls by        1.41%   -0.75 pt  >= -0.5pt     -0.25 pt
          a point at most
          n 4,120 · reports/last week.json 2026-W46: 2.16% · must be >= -1pt
✓ pass  net_sales on target        €15,234.50     101.6%    >= 100%      +1.6 pt
          target 2026-10-01..2026-12-31: €15,000.00
✗ fail  first_reply_time <= 2h              –                 <= 2h
          no value: nothing in the period to calculate it from
– skip  first_reply_time against       2 h 06               <= +20%
          the year before
          n 31 · nothing to compare with: the files do not go back far enough ·
          year before 2025-W47: –
! warn  ad cost                       €250.00                < +50%
          no change to compare: its divisor is 0 · previous 2026-W46: €0.00
✗ fail  mer, precisely                  3.50×                >= 3.5  just missed

*   incomplete: a source does not cover the whole period
pt  percentage points

1 warning on standard error
3 failed, 2 warned, 3 passed, 3 skipped
`);
  });

  it('has the notes beside the figures where the terminal is wide', () => {
    const lines = body(table(shop, { width: 140 }));
    expect(lines[1]).toBe(
      '✗ fail  CAC does not jump · Paid Search               €48.10*    +16.6%    <= +10%      -6.6 pt    412  previous 2026-W46: €41.25',
    );
    // Not one name is broken, and only notes go on below.
    expect(lines.filter((line) => /^[✓!✗–] /.test(line))).toHaveLength(shop.results.length);
    for (const line of lines) expect(line).toMatch(/^(?:[✓!✗–] (?:pass|warn|fail|skip) {2}\S| {104}\S)/);
  });

  it('tells in notes what has no column of its own', () => {
    expect(body(table(checked(shop.results.slice(1, 2)), { width: 40 }))).toEqual([
      // 6 + 2 + 20 + 2 + 7 + 2 + 8 are more than 40: no column fits beside the value.
      '✗ fail  CAC does not jump ·      €48.10*',
      '          Paid Search',
      '          Compared +16.6% ·',
      '          Bound <= +10% ·',
      '          Distance -6.6 pt · n 412 ·',
      '          previous 2026-W46: €41.25',
    ]);
  });

  it('speaks French', () => {
    const text = table(shop, { width: 140, lang: 'fr', locale: 'fr' });
    expect(text).toMatch(/^Contrôles · 2026-W47 · /);
    expect(text).toContain('Europe/Paris · EUR · au 2026-11-23 06:00');
    expect(text).toMatch(/^ +Contrôle +Valeur +Comparé +Borne +Écart +n$/m);
    expect(text).toMatch(/^✓ réussi {2}mer >= 3\.5 +3,71× +>= 3\.5 +\+0,21×$/m);
    expect(text).toMatch(/^✗ échec {3}CAC .* 48,10\s€\* +\+16,6\s% +<= \+10% +-6,6 pt +412$/m);
    expect(text).toMatch(/^– ignoré {2}CAC does not jump · \(non attribué\) /m);
    expect(text).toContain('sous min_base : new_customers 12 < 30');
    expect(text).toContain('non significatif, peut être dû au hasard · intervalle à 95 % 1,09 % – 1,82 %');
    expect(text).toContain('reports/last week.json 2026-W46 : 2,16 % · doit être >= -1pt');
    expect(text).toContain('objectif 2026-10-01..2026-12-31 : 15 000,00 €'.replace('15 0', '15\u202f0'));
    expect(text).toContain('pas de valeur : rien dans la période ne permet de le calculer');
    expect(text).toContain('rien à quoi comparer : les fichiers ne remontent pas assez loin');
    expect(text).toContain(
      "pas d'évolution à comparer : le diviseur est égal à 0 · période précédente 2026-W46 : 0,00 €",
    );
    expect(text).toMatch(/^! alerte {2}ad cost /m);
    expect(text).toMatch(/manqué de peu$/m);
    expect(text).toMatch(/\n3 échecs, 2 alertes, 3 réussis, 3 ignorés\n$/);
  });

  it.each([40, 60, 80, 100, 140])('is no wider than %d columns, in either language', (width) => {
    for (const tongue of [{ lang: 'en', locale: 'en' } as const, { lang: 'fr', locale: 'fr' } as const])
      for (const line of table(shop, { width, ...tongue }).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  it.each([40, 80, 140])('cuts no figure at %d columns', (width) => {
    const text = table(shop, { width });
    for (const figure of ['€15,234.50', '€48.10*', '+16.6%', '-6.6 pt', '101.6%', '2 h 06', '€15,000.00', '>= -0.5pt'])
      expect(text).toContain(figure);
    expect(text.replace(/\s+/g, ' ')).toContain('95% interval 1.09% – 1.82%');
  });

  it('colours verdicts, and is the same text without colours', () => {
    const text = table(shop, { paint: inColour });
    expect(text).toContain('\u001b[1m\u001b[31m✗ fail\u001b[39m\u001b[22m');
    expect(text).toContain('\u001b[32m✓ pass\u001b[39m');
    expect(text).toContain('\u001b[33m! warn\u001b[39m');
    expect(text).toContain('\u001b[2m– skip\u001b[22m');
    expect(text).toContain('\u001b[31m3 failed, 2 warned, 3 passed, 3 skipped\u001b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are taken out
    expect(text.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(table(shop));
  });

  it('names the periods where there are several', () => {
    const check = (period: string, verdict: 'pass' | 'fail') =>
      result('mer', { kpi: mer, period, verdict, value: exact('3'), must: bound('>', '1') });
    const text = table(checked([check('2026-W46', 'pass'), check('2026-W47', 'fail'), check('all', 'pass')]));
    expect(text).toMatch(/^Checks\n/);
    expect(body(text)).toEqual([
      '✓ pass  mer · 2026-W46  3.00×    > 1',
      '✗ fail  mer · 2026-W47  3.00×    > 1',
      '✓ pass  mer · Total     3.00×    > 1',
    ]);
    expect(text).toMatch(/\n1 failed, 2 passed\n$/);
  });

  it('joins the names of several dimensions', () => {
    const dimensions = { channel: 'Paid Search', country: 'FR' };
    expect(body(table(checked([result('mer', { kpi: mer, dimensions, value: exact('3') })])))).toEqual([
      '✓ pass  mer · Paid Search · FR  3.00×',
    ]);
  });

  it('says that there is nothing to say', () => {
    expect(table(checked([]))).toBe('Checks\nEurope/Paris · EUR · as of 2026-11-23 06:00\n\nNothing was checked.\n');
    expect(table(checked([]), { lang: 'fr' })).toMatch(/\nRien n'a été contrôlé\.\n$/);
  });

  it.each([
    ['own', 'ratio', '0.012', '-0.003', '-0.30 pt', ''],
    ['absolute', 'ratio', '0.012', '0.003', '+0.30 pt', '+1.20 pt'],
    ['relative', 'ratio', '0.5', '-0.1', '-10.0 pt', '+50.0%'],
    ['relative', 'money', '-0.5', '-0.1', '-10.0 pt', '-50.0%'],
    ['attainment', 'money', '0.5', '-0.5', '-50.0 pt', '50.0%'],
    ['absolute', 'money', '-12.5', '-2.5', '-€2.50', '-€12.50'],
    ['own', 'duration', '7200', '-90', '-1 min 30', ''],
    ['own', 'score', '41', '1', '+1.0', ''],
    ['own', 'months', '7', '-1', '-1 mo', ''],
    ['own', 'count', '0', '0', '±0', ''],
  ] as const)('writes %s of a %s: %s, by %s', (as, unit, compared, distance, far, shown) => {
    const own = { kpi: kpi('x', { unit }), as, compared: exact(compared), distance: exact(distance) };
    const [line] = body(table(checked([result('x', { ...own, value: exact('1'), must: bound('>=', '0', 'B') })])));
    expect(line?.split(' B ')[1]?.trim()).toBe(far);
    expect(line?.split(' B ')[0]?.trimEnd().split(/ {2,}/).slice(3).join('')).toBe(shown);
  });

  it('shows no distance of 0 that is none', () => {
    const far = (distance: string, unit: 'money' | 'duration' = 'money', as: 'own' | 'relative' = 'own') =>
      body(
        table(checked([result('x', { kpi: kpi('x', { unit }), as, value: exact('1'), distance: exact(distance) })])),
      )[0]
        ?.split(/ {2,}/)
        .at(-1);
    expect(far('0.004')).toBe('just held');
    expect(far('-0.004')).toBe('just missed');
    expect(far('-0.005')).toBe('-€0.01');
    expect(far('-0.4', 'duration')).toBe('just missed');
    expect(far('0.0004', 'money', 'relative')).toBe('just held');
    expect(far('0')).toBe('±€0.00');
  });

  it('shows the bound that decided, and the other', () => {
    const both = { kpi: mer, must: bound('>=', '3'), should: bound('>=', '4') };
    const lines = body(
      table(
        checked([
          result('a', { ...both, verdict: 'warn', value: exact('3.5'), distance: exact('-0.5') }),
          result('b', { ...both, verdict: 'pass', value: exact('4.5'), distance: exact('1.5') }),
          result('c', { ...both, verdict: 'fail', value: exact('2.5'), distance: exact('-0.5') }),
          result('d', { ...both, verdict: 'fail', because: 'no_value', reason: 'zero_denominator' }),
        ]),
        { width: 100 },
      ),
    );
    expect(lines).toEqual([
      '! warn  a      3.50×   >= 4    -0.50×  must be >= 3',
      '✓ pass  b      4.50×   >= 3    +1.50×  should be >= 4',
      '✗ fail  c      2.50×   >= 3    -0.50×',
      '✗ fail  d          –   >= 3            no value: its divisor is 0',
    ]);
  });

  it('says why there is no change: of the value, of its base, else of the change', () => {
    const unknown = { kpi: rate, verdict: 'warn', because: 'no_value', as: 'relative', compared: null } as const;
    const lines = body(
      table(
        checked([
          result('a', { ...unknown, reason: 'not_covered', base: base({ value: exact('0.01') }) }),
          result('b', { ...unknown, value: exact('0.01'), base: base({ value: null, reason: 'no_observations' }) }),
          result('c', {
            ...unknown,
            value: exact('0.01'),
            base: base({ of: 'target', value: null }),
            detail: 'no target',
          }),
          result('d', { ...unknown, value: exact('0.01'), base: base({ value: exact('0') }) }),
          result('e', { kpi: rate, because: 'below_min_base', detail: 'orders 1 < 9', reason: 'no_observations' }),
        ]),
        { width: 160 },
      ),
    );
    expect(lines.map((line) => line.split(/ {2,}/).at(-1))).toEqual([
      'no value: the files do not cover the period · previous 2026-W46: 1.00%',
      'nothing to compare with: nothing in the period to calculate it from · previous 2026-W46: –',
      'nothing to compare with: no target · target 2026-W46: –',
      'no change to compare · previous 2026-W46: 0.00%',
      'below min_base: orders 1 < 9 · no value: nothing in the period to calculate it from',
    ]);
  });

  it('wraps long names, between words where it can', () => {
    const name = `${'a check that someone has described at length '.repeat(3)}${'x'.repeat(50)}`;
    const lines = body(table(checked([result(name, { value: exact('1234567.89'), must: bound('<=', '1', '<= 1') })])));
    expect(lines[0]).toMatch(/^✓ pass {2}a check that someone .* €1,234,567\.89 +<= 1$/);
    expect(lines.map((line) => line.slice(8, 56).trim()).join(' ')).toContain('x'.repeat(40));
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });

  it('cuts names without end', () => {
    const lines = body(table(checked([result('endless '.repeat(1_000_000), { value: exact('1') })])));
    expect(lines).toHaveLength(6);
    expect(lines[5]).toMatch(/…$/);
  });

  it('shows hostile names and obeys none', () => {
    const text = table(
      checked([
        result(hostile, {
          where: hostile,
          dimensions: { channel: hostile },
          period: hostile,
          detail: hostile,
          because: 'below_min_base',
          must: bound('>', '1', hostile),
          base: base({ of: hostile, period: hostile }),
          value: quotient('1', '3'),
        }),
      ]),
      { width: 140 },
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]/);
    expect(text).toContain('␛[31mred');
    expect(text.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });

  it('takes names of bases for words only where they are', () => {
    const text = table(checked([result('x', { value: exact('1'), base: base({ of: 'constructor' }) })]));
    expect(text).toContain('constructor 2026-W46: €100.00');
  });
});
