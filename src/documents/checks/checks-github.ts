import { visible } from '../../core/visible.ts';
import { literal } from '../../page/escape.ts';
import { Facts, Sentences, verdicts } from './checks-facts.ts';
import type { CheckReport, CheckResult, Verdict } from './checks-model.ts';
import { checkWords } from './checks-words.ts';

/** GitHub shows this many annotations of a level per step, and drops the rest silently. */
const MOST = 10;

/** Longer titles are refused. */
const LONGEST_TITLE = 255;

/** Above 1 MiB GitHub drops the whole summary of a step; other programs of the step may add to it. */
const MOST_BYTES = 900 * 1024;

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function shortened(title: string): string {
  const characters = [...title];
  return characters.length <= LONGEST_TITLE ? title : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}

/** `kpi.yaml:7`; the file name may contain colons itself. */
function placeOf(where: string): string[] {
  const [, file = where, line] = /^(.*):(\d+)$/s.exec(where) ?? [];
  const path = visible(file).replace(/^(\.\/)+/, '');
  return [...(path === '' ? [] : [`file=${property(path)}`]), ...(line === undefined ? [] : [`line=${line}`])];
}

const levels = { fail: 'error', warn: 'warning' } as const;

/**
 * Workflow commands that GitHub Actions turns into annotations of the configuration file: the first failures and warnings,
 * how many more there are, and the counts as a line of the log.
 */
export function renderGithub(report: CheckReport): string {
  const sentences = new Sentences(report);
  const command = (result: CheckResult, level: string): string => {
    const title = property(shortened(sentences.name(result)));
    return `::${level} ${[...placeOf(result.where), `title=${title}`].join(',')}::${data(sentences.of(result))}`;
  };
  const lines: string[] = [];
  const more: string[] = [];
  for (const verdict of ['fail', 'warn'] as const) {
    const all = report.results.filter((result) => result.verdict === verdict);
    lines.push(...all.slice(0, MOST).map((result) => command(result, levels[verdict])));
    const rest = all.length - MOST;
    if (rest > 0) more.push(`${rest} more ${verdict === 'fail' ? 'failure' : 'warning'}${rest === 1 ? '' : 's'}`);
  }
  if (more.length > 0) lines.push(`::notice title=kpi check::${more.join(' and ')} not shown as annotations`);
  return `${[...lines, sentences.summary(report)].join('\n')}\n`;
}

const signs: Readonly<Record<Verdict, string>> = { fail: '❌', warn: '⚠️', pass: '✅', skip: '⏭️' };

/** A page for `$GITHUB_STEP_SUMMARY`: the counts and a table of all results, or of the worst if all would be too many. */
export function renderGithubSummary(report: CheckReport): string {
  const facts = new Facts(report, { lang: 'en', locale: 'en' });
  const { heads, verdicts: names, title } = checkWords.en;
  const rows = report.results.map((result) => {
    const { label, value, compared, bound, distance, n, notes } = facts.of(result);
    const cells = [label, value, compared, bound, distance, n, [...result.marks, ...notes].join('; ')];
    return `| ${signs[result.verdict]} ${names[result.verdict]} | ${cells.map(literal).join(' | ')} |\n`;
  });
  const { kept, left } = worst(report, rows);
  const head = ['', heads.check, heads.value, heads.compared, heads.bound, heads.distance, 'n', 'Notes'];
  const rules = ['---', '---', '---:', '---:', '---:', '---:', '---:', '---'];
  const table = `| ${head.join(' | ')} |\n| ${rules.join(' | ')} |\n${kept.join('')}`;
  const parts = [
    `## ${title}`,
    `**${facts.summary(report)}** · ${literal(report.timezone)}, as of ${literal(report.asOf)}`,
    ...(rows.length === 0 ? [] : [table.trimEnd()]),
    ...(left === 0 ? [] : [`${left} more results are left out: the page would be too long.`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** As many rows as fit, the worst first; they keep their order. */
function worst({ results }: CheckReport, rows: readonly string[]): { kept: string[]; left: number } {
  const order = verdicts.flatMap((verdict) => results.flatMap((result, i) => (result.verdict === verdict ? [i] : [])));
  const chosen = new Set<number>();
  let bytes = 0;
  for (const i of order) {
    bytes += Buffer.byteLength(rows[i] ?? '');
    if (bytes > MOST_BYTES) break;
    chosen.add(i);
  }
  return { kept: rows.filter((_, i) => chosen.has(i)), left: rows.length - chosen.size };
}
