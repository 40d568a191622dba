import { symbolOf, visible } from '../core/visible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of our own for an element or a quoted attribute. */
export const html = (text: string): string => text.replace(/[&<>"']/g, (found) => entities[found] ?? found);

/** At most `most` characters of a text, with `…` if it is cut; never half of a surrogate pair. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * Text from data: every character visible, none executed, none read as markup. It can be as long as a file, which a
 * page must not be.
 */
export const foreign = (text: string, most = 1000): string => html(visible(shortened(text, most)));

const IN_CELL = 60;

/**
 * A name from data, isolated from the text around it, in either writing direction. CSS cuts it to the available width;
 * the full name is in the title only.
 */
export function named(name: string): string {
  const title = name.length > 18 ? ` title="${foreign(name)}"` : '';
  return `<bdi${title}>${foreign(name, IN_CELL)}</bdi>`;
}

/** Prose of our own with program words between backticks. */
export const prose = (text: string): string => html(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** Characters that XML 1.0 cannot hold, not even as a reference: most controls, half characters, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;
const escaped = (text: string): string =>
  text.replace(forbidden, symbolOf).replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** Text between tags; a parser would turn a bare carriage return into a line feed. */
export const xmlText = (text: string): string => escaped(text).replaceAll('\r', reference);

/** ` name="value"`; a parser would turn bare tabs and line breaks into spaces. */
export const xmlAttribute = (name: string, value: string): string =>
  ` ${name}="${escaped(value).replace(/[\t\n\r]/g, reference)}"`;

/**
 * Text that Markdown shows as it is. Every character that begins something in Markdown, HTML, mathematics or links is
 * written as a reference: those mean the character and never its markup. Underscores within words and colons before a
 * space begin nothing. Mentions (`@name`), references (`#1`) and emoji (`:name:`) are looked for in the finished page
 * as well: a zero-width space separates these from what follows.
 */
export const literal = (text: string): string =>
  visible(text).replace(
    /(@|#(?=\d)|:(?=[^\d\s]))|[\\`*~[\]<>&|!#$^]|:(?=\S)|(?<![a-z\d])_|_(?![a-z\d])|(?<=www)\./gi,
    (character, joined) => `&#${character.charCodeAt(0)};${joined === undefined ? '' : '&#8203;'}`,
  );
