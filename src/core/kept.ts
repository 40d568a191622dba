/** From this length on, a V8 substring keeps the whole text alive that it was cut from. */
const sharedFrom = 13;

/**
 * A text that keeps no other alive. Cells are cut from the text of a large block: anyone who keeps one copies it with
 * this.
 */
export const kept = (text: string): string =>
  text.length < sharedFrom ? text : Buffer.from(text, 'utf16le').toString('utf16le');
