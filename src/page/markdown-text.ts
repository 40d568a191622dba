import { visible } from '../core/visible.ts';

/**
 * Text that Markdown shows as it is. Every character that begins something in Markdown, HTML, mathematics or links is
 * written as a reference: those stand for the character and never for its meaning. Underscores within words and colons
 * before a space begin nothing. Mentions (`@name`), references (`#1`) and emoji (`:name:`) are looked for in the finished
 * page as well: a space without width parts these from what follows.
 */
export const literal = (text: string): string =>
  visible(text).replace(
    /(@|#(?=\d)|:(?=[^\d\s]))|[\\`*~[\]<>&|!#$^]|:(?=\S)|(?<![a-z\d])_|_(?![a-z\d])|(?<=www)\./gi,
    (character, joined) => `&#${character.charCodeAt(0)};${joined === undefined ? '' : '&#8203;'}`,
  );
