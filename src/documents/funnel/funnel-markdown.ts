import { literal } from '../../page/escape.ts';
import { Figures, type Tongue } from '../../page/figure-text.ts';
import { Notes } from '../../page/footnotes.ts';
import { bold, fileList, gridTable, list, markdownOf, noteItems, warningList } from '../../page/markdown.ts';
import { words } from '../../page/page-words.ts';
import type { Funnel } from './funnel-model.ts';
import { FunnelSections, funnelNotes, funnelTitle } from './funnel-sections.ts';

/** The funnel for pull requests, wikis and chats: the tables of the terminal without their bars. */
export function renderFunnelMarkdown(funnel: Funnel, tongue: Tongue): string {
  const text = words[tongue.lang];
  const figures = new Figures(funnel.currency, tongue);
  const notes = new Notes();
  const { name, basis } = funnelTitle(funnel, tongue);
  const sections = funnel.steps.length === 0 ? [] : new FunnelSections(funnel, tongue, figures, notes).all();
  const tables = sections.flatMap(({ heading, grid, losses }) => [
    ...(heading === '' ? [] : [`### ${literal(heading)}`]),
    gridTable(grid),
    ...list(losses.map((line) => `${bold(literal(line.label))}${text.colon}${literal(line.text)}`)),
  ]);
  return markdownOf([
    `## ${literal(name)}`,
    literal(basis),
    ...(tables.length === 0 ? [text.noPeriod] : tables),
    ...funnelNotes(funnel, tongue).map(literal),
    ...list(noteItems(notes, tongue)),
    ...warningList(funnel.warnings, tongue),
    ...fileList(funnel.files, figures, tongue),
  ]);
}
