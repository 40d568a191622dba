/** Codes of a path where nothing is, or of a link that leads to nothing. */
const nothing: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP']);

/** Whether an error of the file system says that nothing is there. */
export const isNothing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && nothing.has(error.code);

/**
 * The result of a question about a path; null if nothing is there. Other errors are thrown: where a disk does not answer,
 * a file that was not found is not a file that does not exist.
 */
export function ifThere<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (isNothing(error)) return null;
    throw error;
  }
}
