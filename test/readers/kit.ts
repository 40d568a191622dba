import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Problem } from '../../src/core/problem.ts';
import { inputsAt } from '../../src/readers/bytes.ts';
import { type CsvShape, readCsv } from '../../src/readers/csv.ts';
import type { Head } from '../../src/readers/decode.ts';
import { defaultLimits, type Input } from '../../src/readers/input.ts';
import { type JsonShape, readJson } from '../../src/readers/json.ts';
import { expectInBoth } from '../support/about.ts';

/** Runs `use` with an empty folder that is removed afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kpi-readers-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes one file, hands its path on, removes it. */
export function withFile<T>(name: string, bytes: Buffer | string, use: (path: string) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return use(path);
  });
}

/** An input that lives in memory and arrives in chunks of `size` bytes. */
export function memory(bytes: Buffer | string, size = 65536, path = 'mem.csv'): Input {
  const data = Buffer.from(bytes);
  return { path, size: data.length, disk: null, open: async () => chunksOf(data, size) };
}

export async function* chunksOf(data: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}

export async function all(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

export async function textOf(input: Input): Promise<string> {
  return (await all(await input.open())).toString();
}

/** The Problem that `run` ends with. */
export async function problemOf(run: () => unknown): Promise<Problem> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    if (error instanceof Problem) {
      expect(error.advice.length).toBeGreaterThan(0);
      expectInBoth([error.text, ...error.advice]);
      return error;
    }
  }
  throw new Error('no problem was found');
}

/** All text at a path, by what follows the path in the name of the input. */
export async function readAll(path: string, limits = defaultLimits): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const input of await inputsAt(path, limits)) found[input.path.slice(path.length)] = await textOf(input);
  return found;
}

/** The records of a CSV text that arrives in chunks of `size` bytes. */
export async function csvRecords(
  text: string,
  shape: CsvShape,
  size = 65536,
  limits = defaultLimits,
): Promise<string[][]> {
  const records: string[][] = [];
  await readCsv(chunksOf(Buffer.from(text), size), shape, 'a.csv', limits, (cells) => records.push(cells));
  return records;
}

/** Reads in one piece and in pieces of small sizes: the answer must be the same. */
export async function csvAnyhow(text: string, shape: CsvShape): Promise<string[][]> {
  const whole = await csvRecords(text, shape);
  for (const size of [1, 2, 3, 5, 8, 17]) expect(await csvRecords(text, shape, size)).toEqual(whole);
  return whole;
}

/** The records of a JSON text that arrives in chunks of `size` bytes. */
export async function jsonRecords(
  text: string,
  shape: JsonShape,
  size = 65536,
  limits = defaultLimits,
): Promise<unknown[]> {
  const records: unknown[] = [];
  await readJson(chunksOf(Buffer.from(text), size), shape, 'a.json', limits, (record) => records.push(record));
  return records;
}

/** The head of a text, the whole of it unless told otherwise. */
export function headOf(text: string, complete = true, path = 'a.txt'): Head {
  return { text: Buffer.from(text), complete, encoding: { name: 'utf-8', bom: false }, path };
}
