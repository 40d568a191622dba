/**
 * Who buys a gift card has bought nothing yet: its sale is no sale, and it is a means of payment when it is used. Exports have it
 * among the lines, told by words in the name of the product or its sku (option `gift_cards`).
 */
export const giftCardWords: readonly string[] = [
  ...['gift card', 'gift voucher', 'gift certificate'],
  ...['carte cadeau', 'cartes cadeaux', 'chèque cadeau', 'chèques cadeaux', 'bon cadeau', 'bons cadeaux'],
  ...['geschenkkarte', 'geschenkgutschein', 'gutscheinkarte', 'wertgutschein'],
  ...['tarjeta regalo', 'tarjeta de regalo', 'cheque regalo', 'vale regalo'],
  ...['carta regalo', 'buono regalo'],
];

const escaped = (letter: string): string => {
  if (/[\s_-]/.test(letter)) return '[^a-z0-9]{0,2}';
  if (/[a-z0-9]/i.test(letter)) return letter;
  if (letter >= ' ' && letter <= '~') return `\\${letter}`;
  // An accented letter may be written without its accent, or as two characters.
  const base = letter.normalize('NFKD').replace(/[^a-z]/gi, '');
  return `(?:${base === '' ? '' : `${base[0]}?`}[^ -~]{0,2})`;
};

/**
 * The words as a regular expression for texts in lower or upper case, in the syntax that JavaScript and DuckDB share; null where
 * there are none.
 */
export function giftCardPattern(words: readonly string[]): string | null {
  const all = words.map((word) => [...word.trim()].map(escaped).join('')).filter((word) => word !== '');
  return all.length === 0 ? null : `(?:^|[^a-z0-9])(?:${all.join('|')})`;
}

/** What is sold for gift cards is none. */
const besides = /cards?[^a-z0-9]{1,3}(?:holder|sleeve|envelope|box|tin|stand|display|wallet)/i;

/** Whether a line sells a gift card, by the texts that it is told by. */
export function giftCardTest(words: readonly string[]): (texts: readonly (string | null | undefined)[]) => boolean {
  const pattern = giftCardPattern(words);
  if (pattern === null) return () => false;
  const wanted = new RegExp(pattern, 'i');
  return (texts) => texts.some((text) => text && wanted.test(text) && !besides.test(text));
}
