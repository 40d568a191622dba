import { BrokenInvariant } from './invariant.ts';
import { kept } from './kept.ts';

/** Why a row is not counted: stable codes, in reports and in `--rejects` files. */
export interface Reject {
  /** 1-based, header and blank lines not counted. */
  readonly record: number;
  readonly column: string;
  readonly reason: string;
  readonly value: string;
}

/** What became of the rows of one file: read = accepted + rejected + skipped + superseded. */
export class RowAccount {
  read = 0;
  /** Counted from the records that remain in the end, never as a difference. */
  accepted = 0;
  rejected = 0;
  skipped = 0;
  superseded = 0;
  readonly rejects: Reject[] = [];
  readonly skippedBy = new Map<string, number>();
  readonly counts = new Map<string, number>();
  /** The first row left out because it is a sentence in one cell, though nothing else marks it as a note; null for none. */
  noteAt: number | null = null;

  skip(reason: string, rows = 1): void {
    this.skipped += rows;
    this.skippedBy.set(reason, (this.skippedBy.get(reason) ?? 0) + rows);
  }

  /** A record of several lines is one row, however many of its lines are faulty. */
  reject(reject: Reject): void {
    const last = this.rejects[this.rejects.length - 1];
    if (last?.record === reject.record) return;
    this.rejected += 1;
    this.rejects.push({ ...reject, value: kept(reject.value) });
  }

  /** The last row read is incomplete: the file ends in it. */
  cutOff(): void {
    const last = this.rejects.at(-1);
    if (last?.record === this.read && last.reason === 'too_few_cells')
      this.rejects[this.rejects.length - 1] = { ...last, reason: 'cut_off' };
  }

  count(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  /** Throws if a row is lost or counted twice: no figure of such a run can be trusted. */
  prove(path: string): void {
    const { read, accepted, rejected, skipped, superseded } = this;
    const named = [...this.skippedBy.values()].reduce((sum, rows) => sum + rows, 0);
    if (read === accepted + rejected + skipped + superseded && skipped === named && rejected === this.rejects.length)
      return;
    throw new BrokenInvariant(
      `rows of ${path} do not add up: ${read} read, ${accepted} accepted, ${rejected} rejected, ${skipped} skipped, ${superseded} superseded; ${this.rejects.length} rejected and ${named} skipped with their reason`,
    );
  }
}
