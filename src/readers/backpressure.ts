/**
 * The bytes of a stream that are not used up yet. A caller that cannot use them puts them back, and is only called
 * again when they have doubled: otherwise a long record would be scanned over and over.
 */
export class Backlog {
  private blocks: Buffer[] = [];
  private length = 0;
  private wanted: number;
  private readonly most: number;

  /** `first`: bytes wanted at the start; `most`: with more than this the caller is called in any case. */
  constructor(first: number, most: number) {
    this.wanted = first;
    this.most = most;
  }

  /** Adds a block; returns all bytes once they are worth a try, else null. */
  add(block: Buffer): Buffer | null {
    this.blocks.push(block);
    this.length += block.length;
    return this.length >= this.wanted ? this.all() : null;
  }

  /** All bytes waiting, to be followed by `keep`. */
  all(): Buffer {
    return this.blocks.length === 1 ? this.blocks[0]! : Buffer.concat(this.blocks);
  }

  /** Puts back what could not be used of `all()`. */
  keep(rest: Buffer): void {
    this.blocks = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
    this.wanted = Math.min(rest.length * 2, Math.max(this.most, rest.length) + 1);
  }
}
