/** Control characters and those that turn the direction of text: they could forge what a terminal shows. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text with such characters as symbols: an escape is `␛`, a change of direction `<U+202E>`. */
export const visible = (text: string): string => text.replace(unseen, symbol);

function symbol(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
