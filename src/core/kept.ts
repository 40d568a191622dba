/** From this length on, a V8 substring keeps the whole text alive that it was cut from. */
const sharedFrom = 13;

/** A text that keeps no other alive. Cells are cut from the text of a large block: anyone who keeps one copies it with this. */
export const kept = (text: string): string =>
  text.length < sharedFrom ? text : Buffer.from(text, 'utf16le').toString('utf16le');

/** So many different texts are remembered with what they mean; columns of words have few. */
const mostRemembered = 1_000;

/** The same function of texts, which looks at each of the first different ones once. */
export function remembered<V>(find: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as V;
    // What it means may be a part of it.
    const own = kept(text);
    const found = find(own);
    if (known.size < mostRemembered) known.set(own, found);
    return found;
  };
}
