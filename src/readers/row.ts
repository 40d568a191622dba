/** A record of a file as its scanner sees it: where its cells lie among the bytes. The same object is filled for each record. */
export class Row {
  bytes: Buffer = Buffer.alloc(0);
  /** How many cells it has. */
  width = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** 1 for a quoted cell with doubled quotes in it: its bytes are not yet its text. */
  doubled = new Uint8Array(64);
  /** Whether any cell is. */
  hasDoubled = false;

  constructor(readonly delimiter: number) {}

  isEmpty(at: number): boolean {
    return at >= this.width || this.starts[at]! >= this.ends[at]!;
  }

  text(at: number): string {
    if (at >= this.width) return '';
    const text = this.bytes.toString('utf8', this.starts[at]!, this.ends[at]!);
    return this.hasDoubled && this.doubled[at] === 1 ? text.replaceAll('""', '"') : text;
  }

  cells(): string[] {
    return Array.from({ length: this.width }, (_, at) => this.text(at));
  }

  #room(): void {
    const length = this.starts.length * 2;
    const [starts, ends, doubled] = [new Int32Array(length), new Int32Array(length), new Uint8Array(length)];
    starts.set(this.starts);
    ends.set(this.ends);
    doubled.set(this.doubled);
    [this.starts, this.ends, this.doubled] = [starts, ends, doubled];
  }

  /**
   * Finds the cells of the record at `start`, written strictly as RFC 4180 says, and returns where the next one begins.
   * `odd` for a record that is not, `cut` for one that these bytes do not hold whole. `last`: nothing follows them.
   */
  scan(start: number, length: number, last: boolean): number {
    const { bytes, delimiter } = this;
    // Nearly all bytes of cells are above all that end one.
    const most = delimiter > quote ? delimiter : quote;
    let { starts, ends } = this;
    let width = 0;
    let at = start;
    if (this.hasDoubled) {
      this.doubled.fill(0);
      this.hasDoubled = false;
    }
    for (;;) {
      if (width === starts.length) {
        this.#room();
        ({ starts, ends } = this);
      }
      if (at < length && bytes[at] === quote) {
        const from = at + 1;
        let end = from;
        for (; end < length; end++) {
          if (bytes[end] !== quote) continue;
          if (bytes[end + 1] !== quote) break;
          this.doubled[width] = 1;
          this.hasDoubled = true;
          end++;
        }
        if (end >= length || (end + 1 >= length && !last)) return last && end >= length ? odd : cut;
        starts[width] = from;
        ends[width] = end;
        at = end + 1;
        const next = bytes[at];
        if (at < length && next !== delimiter && next !== 10 && next !== 13) return odd;
      } else {
        starts[width] = at;
        for (; at < length; at++) {
          const byte = bytes[at]!;
          if (byte > most) continue;
          if (byte === delimiter || byte === 10 || byte === 13) break;
          if (byte === quote) return odd;
        }
        ends[width] = at;
      }
      width++;
      if (at >= length) {
        if (!last) return cut;
        this.width = width;
        return length;
      }
      const byte = bytes[at]!;
      at++;
      if (byte === delimiter) continue;
      if (byte === 13) {
        // It may be half of a CRLF.
        if (at === length && !last) return cut;
        if (bytes[at] === 10 && at < length) at++;
      }
      this.width = width;
      return at;
    }
  }
}

const quote = 34;

/** What `scan` returns in place of a position. */
export const odd = -1;
export const cut = -2;
