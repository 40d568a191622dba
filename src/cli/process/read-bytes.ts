import { promises as files } from 'node:fs';
import { pipeBytes } from '../../readers/pipe.ts';

/** The bytes of a small file that is no export: rates, a saved report. It may be a pipe, as of `<(curl …)`, but no device, which never ends. */
export async function readBytes(path: string): Promise<Buffer> {
  const found = await files.stat(path);
  if (found.isFIFO()) {
    const chunks: Buffer[] = [];
    for await (const chunk of pipeBytes(path, path)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  if (found.isCharacterDevice() || found.isBlockDevice() || found.isSocket())
    throw Object.assign(new Error('a device'), { code: 'ENODEV' });
  return files.readFile(path);
}
