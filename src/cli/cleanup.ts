/**
 * What must not be left behind when a signal or an error ends the run; synchronous, because a signal does not wait. It may
 * answer with what is still at work: the process must not end before that does, or it never would.
 */
type Cleanup = () => void | Promise<void>;

const pending = new Set<Cleanup>();

/** Has a clean-up done at the end of the run, however it ends, until the returned function is called. */
export function atEnd(cleanup: Cleanup): () => void {
  pending.add(cleanup);
  return () => void pending.delete(cleanup);
}

/** Cleans up; what is still at work then. */
export function cleanUp(): readonly Promise<void>[] {
  const working: Promise<void>[] = [];
  for (const cleanup of pending) {
    try {
      const work = cleanup();
      if (work !== undefined) working.push(work);
    } catch {
      // The run is over: the other clean-ups matter more than telling of this one.
    }
  }
  pending.clear();
  return working;
}
