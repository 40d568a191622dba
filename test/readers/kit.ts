import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { expect } from 'vitest';
import { Problem } from '../../src/core/problem.ts';
import type { Input } from '../../src/readers/input.ts';

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
  return { path, size: data.length, open: async () => chunksOf(data, size) };
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
      return error;
    }
  }
  throw new Error('no problem was found');
}

export interface Member {
  readonly name: string;
  readonly data?: Buffer | string;
  /** 8 deflate (default), 0 stored, anything else is a method nobody knows. */
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
}

/** A zip file, written by the book. */
export function zipOf(members: readonly Member[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data = '', method = 8, flags = 0x800, crc } of members) {
    const raw = Buffer.from(data);
    const packed = method === 8 ? zlib.deflateRawSync(raw) : raw;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc ?? zlib.crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(raw.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, place, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
