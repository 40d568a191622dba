/** What a terminal acts upon, or shows in another order or not at all: controls, direction marks, half characters. */
export const hidden = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** A visible stand-in: `␛` for escape, `<U+202E>` where there is no symbol. */
export function symbolOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Text from data as it may be shown on a terminal: on one line, every character visible, none executed. */
export const visible = (text: string): string => (isPlain.test(text) ? text : text.replace(hidden, symbolOf));

const isPlain = /^[ -~]*$/;
