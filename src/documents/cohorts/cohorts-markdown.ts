import { literal } from '../../page/escape.ts';
import type { Tongue } from '../../page/figure-text.ts';
import { Notes } from '../../page/footnotes.ts';
import { list, markdownOf, noteItems, rowOf, ruleOf, warningList } from '../../page/markdown.ts';
import type { CohortReport } from './cohorts-model.ts';
import { type ShownTable, shownCohorts } from './cohorts-shown.ts';
import { cohortWords } from './cohorts-words.ts';

/** A page scrolls: all ages are in one table. */
function tableOf({ heading, labels, front, ages }: ShownTable, corner: string): string {
  const columns = [...front, ...ages];
  const lines = [
    rowOf([corner, ...columns.map(({ head }) => head)].map(literal)),
    ruleOf(columns.length),
    ...labels.map((label, row) =>
      rowOf([label, ...columns.map(({ cells }) => `${cells[row]!.value}${cells[row]!.marks}`)].map(literal)),
    ),
  ];
  return `### ${literal(heading)}\n\n${lines.join('\n')}`;
}

/** The cohorts for pull requests, wikis and chats: the tables of the terminal. */
export function renderCohortsMarkdown(report: CohortReport, tongue: Tongue): string {
  const own = cohortWords[tongue.lang];
  const notes = new Notes();
  const { title, basis, tables, remarks } = shownCohorts(report, tongue, notes);
  return markdownOf([
    `## ${literal(title)}`,
    literal(basis),
    ...tables.map((table) => tableOf(table, own.cohort)),
    ...list([...remarks.map(literal), ...noteItems(notes, tongue)]),
    ...warningList(report.warnings, tongue),
  ]);
}
