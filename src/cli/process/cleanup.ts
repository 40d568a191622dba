/**
 * Removes what must not remain when a signal or an error ends the run; synchronous, because a signal does not wait. It
 * may return unfinished work: the process must not end before that does, or it never would.
 */
type Cleanup = () => void | Promise<void>;

const pending = new Set<Cleanup>();

/** Registers a clean-up for the end of the run, however it ends, until the returned function is called. */
export function atEnd(cleanup: Cleanup): () => void {
  pending.add(cleanup);
  return () => void pending.delete(cleanup);
}

/** Cleans up, what was begun last first: a folder is empty once the files in it are gone. Returns unfinished work. */
export function cleanUp(): readonly Promise<void>[] {
  const working: Promise<void>[] = [];
  for (const cleanup of [...pending].reverse()) {
    try {
      const work = cleanup();
      if (work !== undefined) working.push(work);
    } catch {
      // The run is over: the other clean-ups matter more than reporting this one.
    }
  }
  pending.clear();
  return working;
}
