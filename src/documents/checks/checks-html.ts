import { foreign, html } from '../../page/escape.ts';
import type { Tongue } from '../../page/figure-text.ts';
import { Facts, verdicts } from './checks-facts.ts';
import type { CheckReport, CheckResult, Verdict } from './checks-model.ts';
import { checkWords } from './checks-words.ts';

/** Visible without colours, too. */
const signs: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '✗', skip: '–' };
/** Classes of the page for what is welcome and what is not. */
const tones: Readonly<Record<Verdict, string>> = { pass: 'ok', warn: 'wa', fail: 'no', skip: 'w' };

/** The checks of the configuration in a report: those that failed first. */
export function checksInReport(report: CheckReport, tongue: Tongue): string {
  const facts = new Facts(report, tongue);
  const own = checkWords[tongue.lang];
  const ordered = verdicts.flatMap((verdict) => report.results.filter((result) => result.verdict === verdict));
  const lines = ordered.map((result: CheckResult): string => {
    const { label, value, compared, notes } = facts.of(result);
    const figure = compared === '' ? value : `${value} (${compared})`;
    const more = notes.length === 0 ? '' : ` <small>${notes.map((note) => foreign(note)).join(' · ')}</small>`;
    const verdict = `<b class=${tones[result.verdict]}>${signs[result.verdict]} ${html(own.verdicts[result.verdict])}</b>`;
    return `<li>${verdict} ${foreign(label, 200)} <span>${html(figure)}</span>${more}</li>`;
  });
  return `<h3>${html(own.title)} <small>${html(facts.summary(report))}</small></h3><ul class=ck>${lines.join('')}</ul>`;
}
