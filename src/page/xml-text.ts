import { symbolOf } from '../core/visible.ts';

/** Characters that XML 1.0 cannot hold, not even as a reference: most controls, half characters, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const reference = (character: string): string => `&#${character.charCodeAt(0)};`;
const escaped = (text: string): string =>
  text.replace(forbidden, symbolOf).replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** Text between tags; a parser would turn a bare carriage return into a line feed. */
export const xmlText = (text: string): string => escaped(text).replaceAll('\r', reference);

/** ` name="value"`; a parser would turn bare tabs and line breaks into spaces. */
export const xmlAttribute = (name: string, value: string): string =>
  ` ${name}="${escaped(value).replace(/[\t\n\r]/g, reference)}"`;
