/** From this length on V8 makes a substring by keeping the whole text alive that it is cut from. */
const sharedFrom = 13;

/** A text that keeps no other alive. Cells are cut from the text of a large block: whoever keeps one keeps it so. */
export const kept = (text: string): string =>
  text.length < sharedFrom ? text : Buffer.from(text, 'utf16le').toString('utf16le');
