import { builtInFormat, formatOf, type NumberFormat } from './number-format.ts';
import { readXml } from './xml.ts';

/** The number format of each cell style, in the order of the file. */
export async function cellStyles(chunks: AsyncIterable<Buffer>, path: string): Promise<NumberFormat[]> {
  const custom = new Map<number, NumberFormat>();
  const ids: number[] = [];
  let isInside = false;
  await readXml(chunks, path, {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'numFmt') custom.set(Number(numFmtId), formatOf(formatCode));
      else if (name === 'cellXfs') isInside = true;
      else if (name === 'xf' && isInside) ids.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isInside = false;
    },
  });
  return ids.map((id) => formatWith(id, custom));
}

/** The first ids are those of Excel itself, whose code in a file is that of a language, with its currency. */
function formatWith(id: number, custom: ReadonlyMap<number, NumberFormat>): NumberFormat {
  const own = custom.get(id);
  if (own === undefined) return builtInFormat(id);
  return id < 164 && own.sign !== '' ? { ...own, sign: '' } : own;
}
