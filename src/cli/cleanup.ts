/** What must not be left behind when a signal or an error ends the run; synchronous, because a signal does not wait. */
type Cleanup = () => void;

const pending = new Set<Cleanup>();

/** Has a clean-up done at the end of the run, however it ends, until the returned function is called. */
export function atEnd(cleanup: Cleanup): () => void {
  pending.add(cleanup);
  return () => void pending.delete(cleanup);
}

export function cleanUp(): void {
  for (const cleanup of pending) {
    try {
      cleanup();
    } catch {
      // The run is over: the other clean-ups matter more than telling of this one.
    }
  }
  pending.clear();
}
