import type { Language } from '../../core/choices.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { Input } from '../../readers/input.ts';
import type { Io } from './io.ts';

/** Shorter work needs no progress line. */
const quietMs = 1_000;
const everyMs = 200;
const megabyte = 1e6;

const words: Readonly<Record<Language, (read: number, all: number, seconds: number) => string>> = {
  en: (read, all, seconds) => `reading ${read} of ${all} MB, ${seconds} s left`,
  fr: (read, all, seconds) => `lecture de ${read} sur ${all} Mo, encore ${seconds} s`,
};

/** Progress of reading files, on a terminal: `reading 120 of 548 MB, 8 s left`. */
export class Progress {
  #read = 0;
  #shownAt = Number.NEGATIVE_INFINITY;
  readonly #begun: number;

  constructor(
    private readonly io: Pick<Io, 'err' | 'now' | 'stderrIsTerminal'>,
    private readonly total: number,
    private readonly quiet: boolean,
    private readonly lang: Language = 'en',
  ) {
    this.#begun = io.now();
  }

  add(bytes: number): void {
    this.#read = Math.min(this.#read + bytes, this.total);
    if (this.quiet || !this.io.stderrIsTerminal || this.#read === 0) return;
    const now = this.io.now();
    const passed = now - this.#begun;
    if (passed < quietMs || now - this.#shownAt < everyMs) return;
    this.#shownAt = now;
    const left = Math.ceil((passed * (this.total / this.#read - 1)) / 1000);
    const [read, all] = [this.#read, this.total].map((size) => Math.round(size / megabyte));
    void this.io.err(`\r\u001b[K${words[this.lang](read!, all!, left)}`);
  }

  /** Removes the line. */
  end(): void {
    if (this.#shownAt > Number.NEGATIVE_INFINITY) void this.io.err('\r\u001b[K');
  }
}

/** Bytes of files that are still to be read: small ones were read whole for their plan. */
export const bytesToRead = (files: readonly FilePlan[]): number =>
  files.reduce((sum, { input, records }) => sum + (records === null ? (input.size ?? 0) : 0), 0);

/** An input that reports the bytes read. Packed bytes count as the unpacked ones, up to its size. */
export const metered = (input: Input, progress: Progress): Input => ({
  ...input,
  open: async () => {
    const chunks = await input.open();
    let left = input.size ?? 0;
    return (async function* () {
      for await (const chunk of chunks) {
        const bytes = Math.min(left, chunk.length);
        left -= bytes;
        progress.add(bytes);
        yield chunk;
      }
      progress.add(left);
    })();
  },
});
