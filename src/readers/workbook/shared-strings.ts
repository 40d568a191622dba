import { bomb, moreThan } from '../unpack.ts';
import { readXml, type XmlHandler } from './xml.ts';

/** Characters of all texts of a workbook, which are kept in memory. */
const maxCharacters = 256 * 1024 ** 2;
const tooMany = { en: '256 million characters', fr: '256 millions de caractères' };

/** Characters that XML cannot hold: `_x000D_` is a carriage return. */
const escaped = /_x([0-9a-f]{4})_/gi;

/** The text of a cell as it was before it was written as XML. */
export const cellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Collects the text inside an element: its runs joined, without the phonetic ones, which say how it is read aloud. */
export class Runs {
  #text = '';
  #isInside = false;
  #phonetic = 0;

  /** The text so far; begins again. */
  take(): string {
    const text = cellText(this.#text);
    this.#text = '';
    return text;
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    else if (name === 't') this.#isInside = this.#phonetic === 0;
  }

  text(text: string): void {
    if (this.#isInside) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 't') this.#isInside = false;
  }
}

/** The texts that cells refer to by their numbers. */
export async function sharedStrings(chunks: AsyncIterable<Buffer>, path: string): Promise<string[]> {
  const strings: string[] = [];
  const runs = new Runs();
  let characters = 0;
  const handler: XmlHandler = {
    open: (name) => runs.open(name),
    text: (text) => runs.text(text),
    close(name) {
      if (name !== 'si') return runs.close(name);
      const text = runs.take();
      strings.push(text);
      // Each text takes some memory beside its characters.
      characters += text.length + 16;
      if (characters > maxCharacters) throw bomb(path, moreThan(tooMany));
    },
  };
  await readXml(chunks, path, handler);
  return strings;
}
