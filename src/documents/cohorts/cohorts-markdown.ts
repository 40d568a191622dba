import type { Tongue } from '../../page/figure-text.ts';
import { literal } from '../../page/markdown-text.ts';
import { Notes } from '../../page/notes.ts';
import { words } from '../../page/page-words.ts';
import { warningText } from '../../page/warning-lines.ts';
import type { CohortReport } from './cohorts-model.ts';
import { type ShownTable, shownCohorts } from './cohorts-shown.ts';
import { cohortWords } from './cohorts-words.ts';

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A page scrolls: all ages stand in one table. */
function tableOf({ heading, labels, front, ages }: ShownTable, corner: string): string {
  const columns = [...front, ...ages];
  const lines = [
    rowOf([corner, ...columns.map(({ head }) => head)].map(literal)),
    rowOf(['---', ...columns.map(() => '---:')]),
    ...labels.map((label, row) =>
      rowOf([label, ...columns.map(({ cells }) => `${cells[row]!.value}${cells[row]!.marks}`)].map(literal)),
    ),
  ];
  return `### ${literal(heading)}\n\n${lines.join('\n')}`;
}

/** The cohorts for pull requests, wikis and chats: the tables of the terminal. */
export function renderCohortsMarkdown(report: CohortReport, tongue: Tongue): string {
  const [text, own] = [words[tongue.lang], cohortWords[tongue.lang]];
  const notes = new Notes();
  const { title, basis, tables, remarks } = shownCohorts(report, tongue, notes);
  const marks = notes.entries(text).map(([symbol, meaning]) => `${literal(symbol)}\u00a0 ${literal(meaning)}`);
  const items = [...remarks.map(literal), ...marks];
  const warnings = report.warnings.map(
    (warning) => `**${literal(warning.code)}**${text.colon}${literal(warningText(warning, tongue.lang))}`,
  );
  const list = (lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];
  const parts = [
    `## ${literal(title)}`,
    literal(basis),
    ...tables.map((table) => tableOf(table, own.cohort)),
    ...list(items),
    ...(warnings.length === 0 ? [] : [`**${text.lists.warnings}**`, ...list(warnings)]),
  ];
  return `${parts.join('\n\n')}\n`;
}
