import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder of declarations, one per file, of which `all.ts` exports each. */
export interface Catalog {
  readonly folder: string;
  /** What a declaring file contains; any other file is a helper. */
  readonly declares: string;
}

export const catalogs: readonly Catalog[] = [
  { folder: 'src/kpis', declares: 'export default defineKpi(' },
  { folder: 'src/sources', declares: 'export default defineSource(' },
];

/** File names and their text. */
export type Listing = ReadonlyMap<string, string>;

export function listingOf(folder: string): Listing {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'all.ts');
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const stem = (name: string): string => name.replace(/\.ts$/, '');
const byStem = (a: string, b: string): number => (stem(a) < stem(b) ? -1 : 1);

/** `average-order-value.ts` is exported as `averageOrderValue`. */
const variable = (name: string): string => stem(name).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The text of a folder's all.ts; empty if nothing is declared. */
export function allOf(listing: Listing, { declares }: Catalog): string {
  const names = [...listing].flatMap(([name, text]) => (text.includes(declares) ? [name] : [])).sort(byStem);
  if (names.length === 0) return '';
  const lines = names.map((name) => `export { default as ${variable(name)} } from './${name}';`);
  return ['// Written by `npm run gen`.', ...lines, ''].join('\n');
}

/** A file that is written, never edited. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

export const indexes = (): Generated[] =>
  catalogs
    .map((catalog) => ({ path: join(catalog.folder, 'all.ts'), text: allOf(listingOf(catalog.folder), catalog) }))
    .filter(({ text }) => text !== '');

/** The pages of the documentation, whose marked regions are written. */
export const pages = (): string[] => [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
];

interface Schema {
  readonly path: string;
  readonly text: () => string;
}

/** The JSON contract of a document. No declaration names the file: zod would be a third of the bundle. */
async function schemasOf(id: string): Promise<readonly Schema[]> {
  const { schemas } = (await import(`../documents/${id}/${id}-schema.ts`)) as { readonly schemas: readonly Schema[] };
  return schemas;
}

/** Texts written from the registries: loaded late, because they depend on the indexes. */
export async function fromRegistries(): Promise<Generated[]> {
  const { refill, withOutputs } = await import('./docs.ts');
  const { schemas: ofConfig } = await import('../config/json-schema.ts');
  const { documents } = await import('../documents/index.ts');
  const ofDocuments = await Promise.all(Object.values(documents).map(({ id }) => schemasOf(id)));
  const schemas = [...ofConfig, ...ofDocuments.flat()].map(({ path, text }) => ({ path, text: text() }));
  const written: Generated[] = [];
  for (const path of pages())
    written.push({ path, text: await withOutputs(refill(readFileSync(path, 'utf8')), process.cwd()) });
  return [...schemas, ...written];
}

const write = (files: readonly Generated[]): void => {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  write(indexes());
  write(await fromRegistries());
}
