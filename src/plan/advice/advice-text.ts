import { sameInAll, type Text } from '../../core/text.ts';
import type { Advice } from './advice.ts';

/** The lines of an entry, as they are to be written; `path` is already written as YAML. */
export function adviceLines(advice: Advice, path: string, value: (text: string) => string): Text[] {
  const { kind, columns, set, asks, needsPeriod, needsDateOrder, currency, utc, otherScores } = advice;
  const constants = [
    ...Object.entries(set).map(([field, text]) => `${field}: ${value(text)}`),
    ...asks.map((field) => `${field}: "…"`),
  ].join(', ');
  const period: Text[] = [
    { en: '      from: YYYY-MM-DD   # the first day it covers', fr: '      from: AAAA-MM-JJ   # son premier jour' },
    { en: '      to: YYYY-MM-DD     # the last', fr: '      to: AAAA-MM-JJ     # le dernier' },
  ];
  const asked = asks.includes('type')
    ? { en: '   # nps or csat, in place of …', fr: '   # nps ou csat, à la place de …' }
    : { en: '   # write it in place of …', fr: '   # à écrire à la place de …' };
  const lines = Object.entries(columns).map(([field, name]) => sameInAll(`        ${field}: ${JSON.stringify(name)}`));
  return [
    sameInAll('  sources:'),
    sameInAll(`    - path: ${path}`),
    sameInAll(`      kind: ${kind}`),
    ...(needsPeriod ? period : []),
    ...(utc ? [sameInAll('      timezone: UTC')] : []),
    ...(needsDateOrder ? [{ en: '      date_order: dmy   # or mdy', fr: '      date_order: dmy   # ou mdy' }] : []),
    ...(currency === null ? [] : [sameInAll(`      currency: ${currency}`)]),
    ...(constants === ''
      ? []
      : [
          {
            en: `      set: { ${constants} }${asks.length > 0 ? asked.en : ''}`,
            fr: `      set: { ${constants} }${asks.length > 0 ? asked.fr : ''}`,
          },
        ]),
    ...(lines.length > 0 ? [sameInAll('      columns:'), ...lines] : []),
    ...otherScores.map((name) => otherScore(JSON.stringify(name))),
  ];
}

/** Each entry reads one question; the answers to another would be called missing. */
const otherScore = (name: string): Text => ({
  en: `        # ${name} is another question and is not read: put it into a file of its own`,
  fr: `        # ${name} est une autre question et n'est pas lue\u00a0: mettez-la dans un fichier à part`,
});
