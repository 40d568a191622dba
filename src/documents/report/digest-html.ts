import type { Warning } from '../../figures/figure-model.ts';
import { html } from '../../page/escape.ts';
import type { Tongue } from '../../page/figure-text.ts';
import { warningText } from '../../page/quality-lines.ts';
import { apart, type ScreenLine, type ScreenPart, type ScreenTexts } from './screen-texts.ts';
import { screenWords } from './screen-words.ts';

/** Warnings shown, and their longest. */
const WARNINGS = 3;
const LONGEST = 300;

/*
 * The digest for programs that read mail: of style sheets they know little, so that every element has its own style, and
 * the layout is a table.
 */
const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const text = `${font};font-size:14px;line-height:20px;color:#1f2328`;
const quiet = `${font};font-size:12px;line-height:18px;color:#59636e`;
const cell = 'padding:5px 0 5px 9px;border-bottom:1px solid #e4e7eb;white-space:nowrap';
const tones: Readonly<Record<ScreenLine['tone'], string>> = {
  good: 'color:#116329',
  bad: 'color:#a40e26',
  neutral: 'color:#59636e',
};

/** The first screen as the HTML part of a mail. */
export function digestHtml(texts: ScreenTexts, warnings: readonly Warning[], { lang }: Tongue): string {
  const say = screenWords[lang];
  const { title, facts, lines, noLines, moved, running, notes, data } = texts;
  const more = warnings.length - WARNINGS;
  const shown = warnings.slice(0, WARNINGS).map((one) => `! ${cut(warningText(one, lang))}`);
  const parts = [
    `<h1 style="${font};font-size:20px;line-height:26px;color:#1f2328;margin:0 0 2px">${html(title)}</h1>`,
    paragraph([facts.join(' · ')], quiet),
    lines === null ? paragraph([noLines], text) : figureTable(lines, texts),
    ...[moved, running].map((part) => (part === null ? '' : partHtml(part))),
    paragraph(notes, quiet),
    paragraph(
      [`${say.data}: ${data.join(' · ')}`, ...shown, ...(more > 0 ? [`! ${say.moreWarnings(more)}`] : [])],
      quiet,
    ),
  ];
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)}</title></head>
<body style="margin:0;padding:12px;background:#ffffff">
<div style="max-width:640px">
${parts.filter((part) => part !== '').join('\n')}
</div></body></html>
`;
}

const cut = (message: string): string => (message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message);

const paragraph = (lines: readonly string[], style: string): string =>
  lines.length === 0 ? '' : `<p style="${style};margin:0 0 12px">${lines.map(html).join('<br>')}</p>`;

function figureTable(lines: readonly ScreenLine[], { heads }: ScreenTexts): string {
  const head = (name: string): string =>
    `<th scope="col" align="right" style="${cell};${quiet};font-weight:normal;white-space:normal">${html(name)}</th>`;
  const course = heads.course === '' ? '' : head(heads.course);
  const rows = lines.map((line) => {
    const label = `<th scope="row" align="left" style="${cell};${text};font-weight:normal;padding-left:0;white-space:normal">${html(line.label)}</th>`;
    const value = `<td align="right" style="${cell};${text};font-weight:bold">${html(line.value)}</td>`;
    return `<tr>${label}${value}${restOf(line, heads.changes.length, course !== '')}</tr>`;
  });
  return `<table cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:0 0 16px">
<tr><td style="${cell}"></td>${head(heads.value)}${heads.changes.map(head).join('')}${course}</tr>
${rows.join('\n')}
</table>`;
}

function restOf({ changes, reason, tone, arrow, course }: ScreenLine, most: number, hasCourse: boolean): string {
  const last = hasCourse
    ? `<td align="right" style="${cell};${quiet};font-family:Menlo,Consolas,monospace;font-size:10px">${html(course)}</td>`
    : '';
  if (reason !== undefined)
    return `<td${most > 1 ? ` colspan="${most}"` : ''} style="${cell};${quiet};white-space:normal">${html(reason)}</td>${last}`;
  const cells = Array.from({ length: most }, (_, at) => {
    const shown = [changes[at] ?? '', at === 0 ? arrow : ''].filter((one) => one !== '').join(' ');
    return `<td align="right" style="${cell};${text};${at === 0 ? tones[tone] : tones.neutral}">${html(shown)}</td>`;
  });
  return cells.join('') + last;
}

function partHtml({ title, beside, lines }: ScreenPart): string {
  const head = `<strong>${html(title)}</strong>${beside === undefined ? '' : ` ${html(beside)}`}`;
  return `<p style="${text};margin:0 0 12px">${[head, ...lines.map((line) => html(apart(line)))].join('<br>')}</p>`;
}
