/** The result of a function; null if it throws. For file systems, which fail in more ways than matter. */
export function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
