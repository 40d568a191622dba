/** What a question gives; null where asking throws. For file systems, which refuse in more ways than matter. */
export function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
