import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/cli/process/progress.ts';

/** What a terminal is told when so many bytes are read at these times. */
function told(reads: readonly (readonly [at: number, bytes: number])[], around = {}): string[] {
  const lines: string[] = [];
  let now = 0;
  const io = {
    err: (text: string) => void lines.push(text),
    now: () => now,
    stderrIsTerminal: true,
    ...around,
  };
  const progress = new Progress(io, 100e6, 'quiet' in around);
  for (const [at, bytes] of reads) {
    now = at;
    progress.add(bytes);
  }
  progress.end();
  return lines;
}

describe('progress', () => {
  it('is told after a second, and at most five times a second', () =>
    expect(
      told([
        [500, 10e6],
        [1000, 10e6],
        [1100, 1e6],
        [1300, 9e6],
      ]),
    ).toEqual(['\r\u001b[Kreading 20 of 100 MB, 4 s left', '\r\u001b[Kreading 30 of 100 MB, 4 s left', '\r\u001b[K']));

  it('never passes the whole', () => expect(told([[2000, 500e6]])[0]).toContain('reading 100 of 100 MB, 0 s left'));

  it('is not told of short work', () => expect(told([[900, 50e6]])).toEqual([]));

  it('is only for terminals, and not under --quiet', () => {
    expect(told([[5000, 50e6]], { stderrIsTerminal: false })).toEqual([]);
    expect(told([[5000, 50e6]], { quiet: true })).toEqual([]);
  });
});
