import { didYouMean, nearest } from '../../core/nearest.ts';
import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';

/** The values of `{period}`, `{from}` and `{to}` in a file name; null if there are none. */
export interface Parts {
  readonly period: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

const names = ['period', 'from', 'to'] as const;

/** Refuses a name with an unknown part. */
export function checkTemplate(template: string): void {
  for (const [whole, name = ''] of template.matchAll(/\{([^{}]*)\}/g)) {
    if (names.some((known) => known === name)) continue;
    const near = nearest(name, names).map((known) => `{${known}}`);
    const says = {
      en: `--out ${template}: ${whole} is not a known placeholder`,
      fr: `--out ${template}\u00a0: rien ne remplace ${whole}`,
    };
    throw new Problem('bad_option', says, [
      ...didYouMean(near),
      { en: 'known: {period}, {from}, {to}', fr: 'possibles\u00a0: {period}, {from}, {to}' },
    ]);
  }
}

/** Whether a name has parts to be filled in. */
export const hasParts = (template: string): boolean => /\{(period|from|to)\}/.test(template);

/** The Problem of a name with parts for which a result has no value. */
export const noPeriods = (path: string, why: Text): Problem =>
  new Problem(
    'no_periods',
    { en: `${path} cannot be filled in: ${why.en}`, fr: `${path} ne peut pas être complété\u00a0: ${why.fr}` },
    [
      {
        en: 'Name the file without {period}, {from} and {to}.',
        fr: 'Donnez au fichier un nom sans {period}, {from} ni {to}.',
      },
    ],
  );

/** `reports/{period}.json` with its period; without any it is `none`. */
export const filledIn = (template: string, parts: Parts): string =>
  template.replace(/\{(period|from|to)\}/g, (_, name: keyof Parts) => (parts[name] ?? 'none').replace(/[/\\:]/g, '-'));
