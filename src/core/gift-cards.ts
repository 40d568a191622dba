import { namesIn } from './names-in.ts';
/**
 * Buying a gift card is not yet a purchase: its sale is no sale, and it is a means of payment when it is used. Exports
 * have it among the lines, recognised by words in the product name or sku (option `gift_cards`).
 */
export const giftCardWords: readonly string[] = namesIn`
  gift card | gift voucher | gift certificate
  carte cadeau | cartes cadeaux | chèque cadeau | chèques cadeaux | bon cadeau | bons cadeaux
  geschenkkarte | geschenkgutschein | gutscheinkarte | wertgutschein
  tarjeta regalo | tarjeta de regalo | cheque regalo | vale regalo
  carta regalo | buono regalo
`;

const escaped = (letter: string): string => {
  if (/[\s_-]/.test(letter)) return '[^a-z0-9]{0,2}';
  if (/[a-z0-9]/i.test(letter)) return letter;
  if (letter >= ' ' && letter <= '~') return `\\${letter}`;
  // An accented letter may be written without its accent, or as two characters.
  const base = letter.normalize('NFKD').replace(/[^a-z]/gi, '');
  return `(?:${base === '' ? '' : `${base[0]}?`}[^ -~]{0,2})`;
};

/** The longest part of a word that every text with it has: letters and figures without accents. */
const longestPart = (word: string): string =>
  (word.match(/[a-z0-9]+/gi) ?? [''])
    .reduce((longest, part) => (part.length > longest.length ? part : longest))
    .toLowerCase();

/** An accessory for gift cards is not a gift card. */
const besides = /cards?[^a-z0-9]{1,3}(?:holder|sleeve|envelope|box|tin|stand|display|wallet)/i;

/** Whether a line sells a gift card, by its name and sku. */
export function giftCardTest(words: readonly string[]): (texts: readonly (string | null | undefined)[]) => boolean {
  const all = words.map((word) => [...word.trim()].map(escaped).join('')).filter((word) => word !== '');
  if (all.length === 0) return () => false;
  const wanted = new RegExp(`(?:^|[^a-z0-9])(?:${all.join('|')})`, 'i');
  // Nearly all texts have none of these, and are not searched for whole words.
  const parts = [...new Set(words.map(longestPart))];
  const mayBe = (text: string): boolean => {
    const lower = text.toLowerCase();
    return parts.some((part) => lower.includes(part));
  };
  return (texts) => texts.some((text) => text && mayBe(text) && wanted.test(text) && !besides.test(text));
}
