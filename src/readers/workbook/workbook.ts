import type { Input, Limits } from '../input.ts';
import { bomb, moreThan, watched } from '../unpack.ts';
import { cellStyles } from './cell-styles.ts';
import { sharedStrings } from './shared-strings.ts';
import { type BookParts, sheetCsv } from './sheet-csv.ts';
import { type Attributes, damagedWorkbook, readXml } from './xml.ts';

/*
 * Of a workbook only the parts that hold cells are opened: what else is in the archive (macros, links, pictures, pivot
 * tables) is never read, and no formula is computed.
 */

/** The packed workbook. */
export interface Archive {
  readonly path: string;
  /** Bytes on disk. */
  readonly size: number;
  /** Opens a part by its name, in messages shown as `path`; null if there is none. */
  readonly part: (name: string, path: string) => AsyncIterable<Buffer> | null;
  readonly sizeOf: (name: string) => number;
}

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

/** No workbook has more sheets than this. */
const maxSheets = 10_000;

/** The sheets of a workbook, in its order, each read as CSV. `main` is the part that lists them. */
export async function sheetInputs(archive: Archive, main: string, limits: Limits): Promise<Input[]> {
  const { path } = archive;
  if (await isOwn(archive)) {
    const sheet = { book: path, name: '', hidden: false, isOwn: true } as const;
    return [{ path, size: archive.size, disk: null, sheet, open: async () => nothing() }];
  }
  const { sheets, is1904 } = await listOf(archive, main);
  const targets = await targetsOf(archive, main);
  let parts: Promise<BookParts> | null = null;
  const load = async (): Promise<BookParts> => {
    const of = (type: string) => [...targets.values()].find((target) => target.type === type);
    const [strings, styles] = [of('sharedStrings'), of('styles')];
    return {
      is1904,
      strings: strings === undefined ? [] : await sharedStrings(partOf(archive, strings.name), path),
      styles: styles === undefined ? [] : await cellStyles(partOf(archive, styles.name), path),
    };
  };
  const names = new Set<string>();
  return sheets.flatMap(({ name, hidden, id }): Input[] => {
    const target = targets.get(id);
    // A sheet may be a chart.
    if (target !== undefined && target.type !== 'worksheet') return [];
    const own = uniqueIn(names, name);
    const shown = `${path}/${own}`;
    const uncomputed = { count: 0 };
    const csv = async function* () {
      uncomputed.count = 0;
      const cells = partOf(archive, target?.name ?? '', shown);
      parts ??= load();
      yield* watched(sheetCsv(cells, shown, { ...(await parts), uncomputed }), () => archive.size, shown, limits);
    };
    return [
      {
        path: shown,
        size: target === undefined ? null : archive.sizeOf(target.name),
        disk: null,
        sheet: { book: path, name: own, hidden, uncomputed },
        open: async () => csv(),
      },
    ];
  });
}

async function* nothing(): AsyncGenerator<Buffer> {}

/** Whether this program wrote a workbook, and no other has saved it since. */
async function isOwn(archive: Archive): Promise<boolean> {
  const part = archive.part('docProps/app.xml', archive.path);
  if (part === null) return false;
  let isName = false;
  let program = '';
  await readXml(part, archive.path, {
    open: (name) => {
      isName = name === 'Application';
    },
    text: (text) => {
      if (isName && program.length < 100) program += text;
    },
    close: () => {
      isName = false;
    },
  });
  return program === 'kpi';
}

function partOf(archive: Archive, name: string, path = archive.path): AsyncIterable<Buffer> {
  const chunks = archive.part(name, path);
  if (chunks !== null) return chunks;
  throw damagedWorkbook(path, { en: 'a part of it is missing', fr: 'il lui manque une partie' });
}

/** The sheets as the workbook lists them, and its system of dates. */
async function listOf(archive: Archive, main: string): Promise<{ sheets: readonly ListedSheet[]; is1904: boolean }> {
  const sheets: ListedSheet[] = [];
  let is1904 = false;
  await readXml(partOf(archive, main), archive.path, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/i.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const { name: title = '', state = 'visible' } = attributes;
      sheets.push({ name: title, hidden: state !== 'visible', id: idIn(attributes) });
      if (sheets.length > maxSheets) {
        throw bomb(archive.path, moreThan({ en: `${maxSheets} sheets`, fr: `${maxSheets} feuilles` }));
      }
    },
  });
  return { sheets, is1904 };
}

/** The attribute `r:id`, by whatever prefix. */
const idIn = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

interface Target {
  readonly name: string;
  /** `worksheet`, `sharedStrings`, `styles`, … */
  readonly type: string;
}

/** The parts that the list of sheets refers to, by their ids. */
async function targetsOf(archive: Archive, main: string): Promise<ReadonlyMap<string, Target>> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const targets = new Map<string, Target>();
  await readXml(partOf(archive, `${folder}_rels/${main.slice(folder.length)}.rels`), archive.path, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      targets.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), name: placeOf(folder, Target) });
    },
  });
  return targets;
}

/** The name of a part by a reference to it: from the root of the archive, or relative to a folder. */
function placeOf(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split(/[/\\]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The name of a sheet as the last part of a path, not taken by another. */
function uniqueIn(taken: Set<string>, name: string): string {
  const plain = name.replace(/[/\\]/g, '_').trim();
  const own = /^\.*$/.test(plain) ? `${plain}_` : plain;
  let found = own;
  for (let more = 2; taken.has(found.toLowerCase()); more += 1) found = `${own} ${more}`;
  taken.add(found.toLowerCase());
  return found;
}
