import { Problem } from '../core/problem.ts';
import type { Head } from './decode.ts';
import { defaultLimits, type Limits } from './input.ts';
import type { JsonFaults } from './json-faults.ts';
import type { JsonForm } from './json-grammar.ts';
import { parseExact } from './json-record.ts';
import { type Extent, extentAt, skipSpace, TooDeep } from './json-scan.ts';
import { JsonWalker, type OnExtent } from './json-walk.ts';

/** How the records of a JSON file are written; `key` names the array in an object: `orders`, `data.orders.edges`. */
export interface JsonShape {
  readonly form: JsonForm;
  readonly key?: string;
}

/** Takes one record; exactly `false` means that enough was read. */
type OnJson = (record: Record<string, unknown>) => unknown;

/**
 * Pushes every record of the file, its numbers as text. Records have the ordinary prototype: look up keys that come
 * from a file or a configuration with `Object.hasOwn`.
 */
export async function readJson(
  chunks: AsyncIterable<Buffer>,
  shape: JsonShape,
  path: string,
  limits: Limits,
  onRecord: OnJson,
): Promise<void> {
  const walker = recordWalker(shape, path, limits, onRecord);
  for await (const chunk of chunks) if (!walker.write(chunk)) return;
  walker.end();
}

/** The first records of a file; one that is cut by the end of the head is left out. */
export function headJson(head: Head, shape: JsonShape, max: number): unknown[] {
  const records: unknown[] = [];
  const walker = recordWalker(shape, head.path ?? 'the file', defaultLimits, (record) => {
    if (records.length < max) records.push(record);
    return records.length < max;
  });
  if (walker.write(head.text) && head.complete) walker.end();
  return records;
}

function recordWalker(shape: JsonShape, path: string, limits: Limits, onRecord: OnJson): JsonWalker {
  const walker = new JsonWalker(
    shape.form,
    path,
    limits,
    (bytes, start, extent, key) => {
      if (shape.form === 'object' && key !== shape.key) return 'other';
      for (const record of recordsOf(recordAt(bytes, start, extent, walker.faults)))
        if (onRecord(record) === false) return 'stop';
      return 'record';
    },
    (member) => shape.key?.startsWith(`${member}.`) === true,
  );
  return walker;
}

/** What the answer of an API holds beside its records. */
const pageMembers = new Set(['_embedded', '_links', 'page']);

/** The records of a page of a HAL API, which are in an array of its `_embedded`; any other object is a record itself. */
function recordsOf(value: Record<string, unknown>): readonly Record<string, unknown>[] {
  if (!Object.hasOwn(value, '_embedded') || !Object.keys(value).every((key) => pageMembers.has(key))) return [value];
  const { _embedded: embedded } = value;
  if (!isRecord(embedded)) return [value];
  return Object.values(embedded).flatMap((list) => (Array.isArray(list) ? list.filter(isRecord) : []));
}

/** Pushes the objects of some arrays of the outer object, with the name of their array. */
export async function readArrays(
  chunks: AsyncIterable<Buffer>,
  names: readonly string[],
  path: string,
  limits: Limits,
  take: (record: Record<string, unknown>) => void,
): Promise<void> {
  const walker = arrayWalker(names, path, limits, take);
  for await (const chunk of chunks) walker.write(chunk);
  walker.end();
}

/** The objects of some arrays in the head of a file. */
export function headArrays(head: Head, names: readonly string[]): Record<string, unknown>[] {
  const records: Record<string, unknown>[] = [];
  arrayWalker(names, head.path ?? 'the file', defaultLimits, (record) => records.push(record)).write(head.text);
  return records;
}

function arrayWalker(
  names: readonly string[],
  path: string,
  limits: Limits,
  take: (record: Record<string, unknown>) => void,
): JsonWalker {
  const walker: JsonWalker = new JsonWalker('object', path, limits, (bytes, start, extent, key) => {
    if (bytes[start] === 123 && key !== undefined && names.includes(key))
      take(recordAt(bytes, start, extent, walker.faults));
    return 'other';
  });
  return walker;
}

function recordAt(bytes: Buffer, start: number, extent: Extent, faults: JsonFaults): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseExact(bytes, start, extent);
  } catch (error) {
    if (error instanceof SyntaxError) throw faults.invalid();
    throw error;
  }
  if (isRecord(value)) return value;
  throw faults.notRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A lone object with more plain members than this is a record itself, not the wrapper of an array. */
const wrapperMembers = 5;

/** How the records of a file are written if it is JSON, by its head; null if it is something else. */
export function detectJson(head: Head): JsonShape | null {
  const text = head.text;
  const start = skipSpace(text, 0);
  const next = String.fromCharCode(text[skipSpace(text, start + 1)] ?? 32);
  // `[Report]` may begin a CSV file; an array continues with a value or ends.
  if (text[start] === 91) return /[{["\]\d-]/.test(next) ? { form: 'array' } : null;
  if (text[start] !== 123 || !/["}]/.test(next)) return null;
  const extent = firstExtent(text, start);
  if (
    extent !== null &&
    (skipSpace(text, extent.end) < text.length || plainMembers(text, start, extent) > wrapperMembers)
  ) {
    return { form: 'lines' };
  }
  // A wrapper of wrappers has no values of its own.
  const isWrapped = extent === null || plainMembers(text, start, extent) === 0;
  const outer = arraysOf(text);
  const inner = isWrapped ? arraysOf(text, true) : undefined;
  const key = outer.names[0] ?? inner?.names[0] ?? outer.empty ?? inner?.empty;
  return key === undefined ? { form: 'lines' } : { form: 'object', key };
}

function firstExtent(text: Buffer, start: number): Extent | null {
  try {
    return extentAt(text, start);
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

/** How many members of an object are plain values; 0 if it cannot be read. */
function plainMembers(text: Buffer, start: number, extent: Extent): number {
  try {
    const members = Object.values(parseExact(text, start, extent) ?? {});
    return members.filter((value) => value !== null && typeof value !== 'object').length;
  } catch {
    return 0;
  }
}

/** The array of a saved response is at most this deep: `data.orders.edges`. */
const deepestArray = 3;

/** The shapes that the records of a file may have: an object may have several arrays, here the longest first. */
export function jsonShapes(head: Head, shape: JsonShape): readonly JsonShape[] {
  const { names } = shape.form === 'object' ? arraysOf(head.text, shape.key?.includes('.')) : { names: [] };
  return names.length === 0 ? [shape] : names.map((key) => ({ form: 'object', key }));
}

/** The arrays of the outer object, or of objects in it, that hold objects, the longest first, and the first that is empty. */
function arraysOf(
  text: Buffer,
  nested = false,
): { readonly names: readonly string[]; readonly empty: string | undefined } {
  const counts = new Map<string, number>();
  const count: OnExtent = (bytes, start, _extent, key) => {
    if (key !== undefined && bytes[start] === 123) counts.set(key, (counts.get(key) ?? 0) + 1);
    return 'other';
  };
  const enters = (member: string): boolean =>
    nested && !pageMembers.has(member) && member.split('.').length < deepestArray;
  const walker = new JsonWalker('object', '', defaultLimits, count, enters);
  try {
    walker.write(text);
  } catch (error) {
    // Broken further on: reading it will report that.
    if (!(error instanceof Problem)) throw error;
  }
  return { names: [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name), empty: walker.emptyArray };
}
