import sax from 'sax';
import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';
import { fetchAgain } from '../failures.ts';

/*
 * sax reads the XML: BlueOak, without dependencies. Told to be strict, it knows no entities but the five of XML, so nothing
 * can be expanded.
 */

/** Attributes by their names without prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done at each place of a document. Names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** This much text without a tag is no cell: a cell has at most 32 767 characters. */
const maxText = 16 * 1024 ** 2;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The Problem of a workbook that is not as it must be. */
export function damagedWorkbook(path: string, why: Text): Problem {
  const says = { en: `${path} is damaged: ${why.en}`, fr: `${path} est endommagé\u00a0: ${why.fr}` };
  return new Problem('damaged', says, [fetchAgain], { file: path });
}

const notXml: Text = { en: 'its XML is not well formed', fr: "son XML n'est pas bien formé" };

/** Reads XML piece by piece; after each piece the caller may hand on what its handler found. */
export async function* xmlPieces(
  chunks: AsyncIterable<Buffer>,
  path: string,
  handler: XmlHandler,
): AsyncGenerator<undefined> {
  let since = 0;
  let elements = 0;
  const options = { xmlns: false, strictEntities: true };
  const parser = sax.parser(true, options);
  parser.onerror = () => {
    throw damagedWorkbook(path, notXml);
  };
  parser.ondoctype = () => {
    throw damagedWorkbook(path, { en: 'it declares a document type', fr: 'il déclare un type de document' });
  };
  parser.onopentag = ({ name, attributes }) => {
    since = 0;
    elements += 1;
    handler.open?.(local(name), attributes as Attributes);
  };
  parser.onclosetag = (name) => {
    since = 0;
    handler.close?.(local(name));
  };
  if (handler.text !== undefined) {
    parser.ontext = (text) => handler.text?.(text);
    parser.oncdata = (text) => handler.text?.(text);
  }
  let decoder: Decoder | null = null;
  const write = (text: string): void => {
    since += text.length;
    parser.write(text);
    if (since > maxText) throw damagedWorkbook(path, notXml);
  };
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    write(decoded(decoder, chunk, path));
    yield;
  }
  write(decoded(decoder ?? decoderFor(Buffer.alloc(0)), null, path));
  parser.close();
  if (elements === 0) throw damagedWorkbook(path, notXml);
}

/** Reads a whole document. */
export async function readXml(chunks: AsyncIterable<Buffer>, path: string, handler: XmlHandler): Promise<void> {
  for await (const _ of xmlPieces(chunks, path, handler));
}

type Decoder = InstanceType<typeof TextDecoder>;

function decoderFor(head: Buffer): Decoder {
  const mark = head.length < 2 ? 0 : head.readUInt16BE(0);
  const name = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(name, { fatal: true });
}

function decoded(decoder: Decoder, chunk: Buffer | null, path: string): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw damagedWorkbook(path, { en: 'its text is not UTF-8', fr: "son texte n'est pas en UTF-8" });
  }
}
