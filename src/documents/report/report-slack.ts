import type { Tongue } from '../../page/figure-text.ts';
import { jsonText } from '../../page/json-text.ts';
import { warningText } from '../../page/quality-lines.ts';
import { cut, padEnd, padStart, widthOf } from '../../page/text-width.ts';
import type { Report } from './report-model.ts';
import { type ScreenLine, type ScreenPart, screenTexts } from './screen-texts.ts';
import { screenWords } from './screen-words.ts';

/* Limits of Slack: https://docs.slack.dev/reference/block-kit/blocks */
const HEADER = 150;
const SECTION = 3000;
/** Columns of labels: a telephone shows some 40 in all. */
const LABEL = 20;
const WARNINGS = 3;

/** The body of a Slack message: what an incoming webhook and `chat.postMessage` take. */
export function renderSlack(given: Report, tongue: Tongue): string {
  const { screen, ...report } = given.digest ?? given;
  if (screen === undefined) return '';
  const texts = screenTexts(report, screen, tongue);
  const say = screenWords[tongue.lang];
  const more = given.warnings.length - WARNINGS;
  const table = texts.lines === null ? escaped(texts.noLines) : fenced(texts.lines);
  const below = [
    texts.facts.join(' · '),
    ...texts.notes,
    `${say.data}: ${texts.data.join(' · ')}`,
    ...given.warnings.slice(0, WARNINGS).map((one) => `! ${warningText(one, tongue.lang)}`),
    ...(more > 0 ? [`! ${say.moreWarnings(more)}`] : []),
  ];
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: cut(texts.title, HEADER), emoji: false } },
    ...[table, ...partsOf([texts.moved, texts.running])].map((text) => ({
      type: 'section',
      text: { type: 'mrkdwn', text: within(text) },
    })),
    // Names of files may have signs that would format the text.
    { type: 'context', elements: [{ type: 'plain_text', text: within(below.join('\n')), emoji: false }] },
  ];
  const text = [texts.title, texts.headline].filter((one) => one !== '').map(escaped);
  return `${jsonText({ text: text.join(' · '), mrkdwn: false, blocks })}\n`;
}

/** Figures below each other, in letters of one width. */
function fenced(lines: readonly ScreenLine[]): string {
  const label = Math.min(LABEL, Math.max(...lines.map((line) => widthOf(line.label))));
  const value = Math.max(...lines.map((line) => widthOf(line.value)));
  const change = Math.max(...lines.map(({ changes }) => widthOf(changes[0] ?? '')));
  const rows = lines.map(({ label: name, value: figure, changes, arrow, reason }) => {
    const rest = reason ?? `${padStart(changes[0] ?? '', change)} ${arrow}`;
    return `${padEnd(cut(name, label), label)} ${padStart(figure, value)} ${rest}`.trimEnd();
  });
  const shown: string[] = [];
  let room = SECTION - 10;
  for (const row of rows.map((one) => escaped(one).replaceAll('`', "'"))) {
    room -= row.length + 1;
    shown.push(room < 0 ? '…' : row);
    if (room < 0) break;
  }
  return `\`\`\`\n${shown.join('\n')}\n\`\`\``;
}

const partsOf = (parts: readonly (ScreenPart | null)[]): string[] =>
  parts.flatMap((part) =>
    part === null
      ? []
      : [
          [`*${escaped(part.title)}*${part.beside ? ` ${escaped(part.beside)}` : ''}`, ...part.lines.map(escaped)].join(
            '\n',
          ),
        ],
  );

/** The three characters that mean something in every text of Slack. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const within = (text: string): string => (text.length > SECTION ? `${text.slice(0, SECTION - 1)}…` : text);
