import type { Tongue } from '../../page/figure-text.ts';
import { digestHtml } from './digest-html.ts';
import type { Report } from './report-model.ts';
import { renderText } from './report-screen.ts';
import { screenTexts } from './screen-texts.ts';

/** No line of Base64 begins with `--`. */
const BOUNDARY = '=_kpi';

/**
 * A mail (RFC 5322) with the digest as text and as HTML: everything but whom it is from and to, which the program that
 * sends it is told. Lines end with a line feed, as files that are given to sendmail do.
 */
export function renderEml(given: Report, tongue: Tongue): string {
  const { screen, ...report } = given.digest ?? given;
  if (screen === undefined) return '';
  const texts = screenTexts(report, screen, tongue);
  const subject = [texts.title, texts.headline].filter((text) => text !== '').join(' · ');
  return [
    `Subject: ${encodedWords(subject)}`,
    `Date: ${mailDate(given.asOf)}`,
    // Outlook opens such a file as a draft.
    'X-Unsent: 1',
    `Content-Language: ${tongue.lang}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
    '',
    ...part('text/plain', renderText(given, tongue)),
    ...part('text/html', digestHtml(texts, given.warnings, tongue)),
    `--${BOUNDARY}--`,
    '',
  ].join('\n');
}

const part = (type: string, content: string): string[] => [
  `--${BOUNDARY}`,
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: base64',
  '',
  ...(Buffer.from(content)
    .toString('base64')
    .match(/.{1,76}/g) ?? []),
  '',
];

/** Bytes of a word: 36 are 48 letters of Base64; a line has at most 78, the first one with the name of the header. */
const WORD_BYTES = 36;

/** A text in a header (RFC 2047): as it is in ASCII, else in words of Base64, none of which ends within a character. */
export function encodedWords(text: string): string {
  const plain = text.replace(/[\r\n]+/g, ' ');
  if (/^[\x20-\x7e]*$/.test(plain) && plain.length <= WORD_BYTES) return plain;
  const words: string[] = [];
  let word = '';
  for (const character of plain) {
    if (Buffer.byteLength(word + character) > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join('\n ');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `2026-11-29T23:00:00+01:00` as `Sun, 29 Nov 2026 23:00:00 +0100`. */
export function mailDate(instant: string): string {
  const [, year = '', month = '', day = '', time = '', offset = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)[.\d]*(Z|[+-]\d\d:\d\d)$/.exec(instant) ?? [];
  const weekday = weekdays[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()];
  const zone = offset === 'Z' ? '+0000' : offset.replace(':', '');
  return `${weekday}, ${Number(day)} ${months[Number(month) - 1]} ${year} ${time} ${zone}`;
}
