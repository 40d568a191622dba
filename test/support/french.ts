import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

/**
 * French missing: files of src, such as `src/kpis/cac.ts`, some of whose texts stand in English for both languages. French readers
 * see the English until somebody translates it, who then takes the line out.
 */
export const frenchMissing: readonly string[] = [];

/** A text of the source, English and French side by side. */
export interface Pair {
  readonly file: string;
  readonly en: string;
  readonly fr: string;
}

const literal = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/.source;
const pair = new RegExp(`\\b(?:en|title):\\s*(${literal}),\\s*(?:fr|titleFr):\\s*(${literal})`, 'g');

/** What is printed: no quotes around it, and characters in place of their codes. */
const printed = (text: string): string =>
  text
    .slice(1, -1)
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(['"`])/g, '$1');

export const pairsIn = (file: string, text: string): Pair[] =>
  [...text.matchAll(pair)].map(([, en = '', fr = '']) => ({ file, en: printed(en), fr: printed(fr) }));

export const pairs: readonly Pair[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .flatMap((file) => pairsIn(file, readFileSync(join(root, file), 'utf8')));

/** The same in both languages, and rightly so. */
const alike = new Set(['', 'null', 'tickets', 'leads', 'Leads', 'Impressions', 'Taxes']);

/** Whether a text stands in English for both languages. */
export const isUntranslated = ({ en, fr }: { readonly en: string; readonly fr: string }): boolean =>
  en === fr && !alike.has(en);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const awaited = pairs
  .filter((one) => isUntranslated(one) && frenchMissing.includes(one.file))
  .map(
    ({ en }) =>
      new RegExp(
        en
          .split(/\$\{[^}]*\}/)
          .map(escaped)
          .join('.*'),
      ),
  );

/** Whether a line that is printed says a text whose French is missing. */
export const awaitsFrench = (line: string): boolean => awaited.some((text) => text.test(line));
