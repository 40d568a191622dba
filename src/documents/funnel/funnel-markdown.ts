import { Figures, type Tongue } from '../../page/figure-text.ts';
import { accountOf } from '../../page/files.ts';
import { literal } from '../../page/markdown-text.ts';
import { Notes } from '../../page/notes.ts';
import { words } from '../../page/page-words.ts';
import { warningText } from '../../page/warning-lines.ts';
import { tableOf } from '../report/report-markdown.ts';
import type { Funnel } from './funnel-model.ts';
import { FunnelSections, funnelNotes, funnelTitle } from './funnel-sections.ts';

const list = (items: readonly string[]): string[] =>
  items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];

/** The funnel for pull requests, wikis and chats: the tables of the terminal without their bars. */
export function renderFunnelMarkdown(funnel: Funnel, tongue: Tongue): string {
  const text = words[tongue.lang];
  const figures = new Figures(funnel.currency, tongue);
  const notes = new Notes();
  const { name, basis } = funnelTitle(funnel, tongue);
  const sections = funnel.steps.length === 0 ? [] : new FunnelSections(funnel, tongue, figures, notes).all();
  const tables = sections.flatMap(({ heading, grid, losses }) => [
    ...(heading === '' ? [] : [`### ${literal(heading)}`]),
    tableOf(grid).join('\n'),
    ...list(losses.map((line) => `**${literal(line.label)}**${text.colon}${literal(line.text)}`)),
  ]);
  const titled = (title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`**${title}**`, ...list(items)];
  const parts = [
    `## ${literal(name)}`,
    literal(basis),
    ...(tables.length === 0 ? [text.noPeriod] : tables),
    ...funnelNotes(funnel, tongue).map(literal),
    ...list(notes.entries(text).map(([symbol, meaning]) => `${literal(symbol)}\u00a0 ${literal(meaning)}`)),
    ...titled(
      text.lists.warnings,
      funnel.warnings.map(
        (warning) => `**${literal(warning.code)}**${text.colon}${literal(warningText(warning, tongue.lang))}`,
      ),
    ),
    ...titled(
      text.lists.files,
      funnel.files.map((file) => literal(`${file.format} · ${file.path} · ${accountOf(file, text, figures)}`)),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}
