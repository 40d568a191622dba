import { Backlog } from './backpressure.ts';
import type { Limits } from './input.ts';
import { JsonFaults } from './json-faults.ts';
import { type JsonForm, type State, stepAt } from './json-grammar.ts';
import { type Extent, extentAt, isSpace, stringEnd, TooDeep } from './json-scan.ts';

/** Takes the extent of one element; `key` is the member whose array it is in, with those around it: `data.orders`. */
export type OnExtent = (bytes: Buffer, start: number, extent: Extent, key: string | undefined) => Verdict;

/** What became of an element: a record, nothing of interest, or a record after which no more are wanted. */
export type Verdict = 'record' | 'other' | 'stop';

const newline = 10;
const cr = 13;

/**
 * Walks over the bytes of a JSON file as they come and finds its records, without parsing them: that is left to
 * JSON.parse, one record at a time. Written here because the streaming parsers (stream-json, @streamparser/json) build
 * every value token by token in JavaScript and turn numbers into doubles, which loses digits.
 */
export class JsonWalker {
  readonly faults: JsonFaults;
  stopped = false;
  /** The first member of an object that is an array without elements. */
  emptyArray: string | undefined;
  private state: State;
  private key: string | undefined;
  /** The members whose objects are open. */
  private readonly around: string[] = [];
  /** Whether a line ended since the last value. */
  private lineEnded = true;
  private readonly form: JsonForm;
  private readonly limits: Limits;
  private readonly onExtent: OnExtent;
  private readonly backlog: Backlog;

  /** `enters`: whether the object of a member, named with those around it, may hold the array. */
  constructor(
    form: JsonForm,
    path: string,
    limits: Limits,
    onExtent: OnExtent,
    private readonly enters: (member: string) => boolean = () => false,
  ) {
    this.form = form;
    this.faults = new JsonFaults(path);
    this.limits = limits;
    this.onExtent = onExtent;
    this.state = form === 'lines' ? 'line' : 'start';
    this.backlog = new Backlog(4, limits.maxRecordBytes);
  }

  /** Takes the next bytes; false if no more are wanted. */
  write(block: Buffer): boolean {
    const bytes = this.backlog.add(block);
    if (bytes !== null) this.run(bytes);
    return !this.stopped;
  }

  /** Checks that the file ends at a valid place. */
  end(): void {
    // The line end completes a number at the very end.
    if (!this.stopped) this.run(Buffer.concat([this.backlog.all(), Buffer.of(newline)]));
    if (this.stopped || this.state === 'done' || (this.state === 'line' && this.backlog.all().length === 0)) return;
    throw this.faults.cutShort();
  }

  private run(bytes: Buffer): void {
    let at = 0;
    while (!this.stopped) {
      at = this.skipSpace(bytes, at);
      if (at >= bytes.length) break;
      const next = this.take(bytes, at);
      if (next < 0) break;
      at = next;
    }
    const rest = bytes.subarray(at);
    if (!this.stopped) this.checkLength(rest.length);
    this.backlog.keep(rest);
  }

  private skipSpace(bytes: Buffer, from: number): number {
    let at = from;
    for (; isSpace(bytes[at]); at++) if (bytes[at] === newline || bytes[at] === cr) this.lineEnded = true;
    // A byte order mark counts as space.
    return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf && this.faults.count === 0
      ? at + 3
      : at;
  }

  /** Takes what is at `at`; returns where the next may begin, -1 if it is not complete yet. */
  private take(bytes: Buffer, at: number): number {
    const enters = this.state === 'member' && this.enters(this.member ?? '');
    const step = stepAt(this.state, bytes[at]!, this.form, { depth: this.around.length, enters });
    if (step === null) throw this.state === 'done' ? this.faults.glued() : this.faults.invalid();
    if (this.state === 'line' && !this.lineEnded) throw this.faults.glued();
    let end = at + 1;
    if (step.take === 'key') end = this.takeKey(bytes, at);
    else if (step.take === 'enter') this.around.push(this.key ?? '');
    else if (step.take === 'leave') this.around.pop();
    else if (step.take !== 'sign') end = this.takeValue(bytes, at, step.take === 'element');
    else if (this.state === 'first') this.emptyArray ??= this.member;
    if (end >= 0) this.state = step.next;
    return end;
  }

  /** The last member that was read, with those around it. */
  private get member(): string | undefined {
    return this.around.length === 0 || this.key === undefined ? this.key : [...this.around, this.key].join('.');
  }

  private takeKey(bytes: Buffer, at: number): number {
    const end = stringEnd(bytes, at);
    if (end < 0) return end;
    try {
      this.key = String(JSON.parse(bytes.toString('utf8', at, end)));
    } catch {
      throw this.faults.invalid();
    }
    return end;
  }

  private takeValue(bytes: Buffer, at: number, isElement: boolean): number {
    const extent = this.extent(bytes, at);
    if (extent === null) return -1;
    this.checkLength(extent.end - at);
    this.lineEnded = false;
    if (isElement) {
      const verdict = this.onExtent(bytes, at, extent, this.member);
      if (verdict !== 'other') this.faults.count++;
      this.stopped = verdict === 'stop';
    }
    return extent.end;
  }

  private extent(bytes: Buffer, at: number): Extent | null {
    try {
      return extentAt(bytes, at);
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      throw this.faults.tooDeep();
    }
  }

  private checkLength(bytes: number): void {
    if (bytes > this.limits.maxRecordBytes) throw this.faults.tooLong(this.limits.maxRecordBytes);
  }
}
