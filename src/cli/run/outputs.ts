import { extname, resolve } from 'node:path';
import { didYouMean, nearest } from '../../core/nearest.ts';
import { Problem } from '../../core/problem.ts';
import type { Io } from '../process/io.ts';
import { writeTogether } from './write.ts';

/** Where a result goes, and as what. */
export interface Output<F extends string> {
  /** Null is standard output. */
  readonly path: string | null;
  readonly format: F;
}

/** Formats by file extensions other than their own names. */
const others = { md: 'markdown', htm: 'html', xml: 'junit' } as const;

/** Formats that have the extension of another: `--format` chooses them. */
const sharing: Readonly<Record<string, string>> = { 'csv-excel': 'csv', slack: 'json' };

/** The extension of any text: it is not a format. */
const plainText = 'txt';

/** A file has the format of its extension, or without one (and as `.txt`) that of `--format`. */
export function outputsOf<F extends string>(
  outs: readonly string[] | undefined,
  format: F,
  known: readonly F[],
): Output<F>[] {
  if (outs === undefined) return [{ path: null, format }];
  return outs.map((out) => {
    if (out === '-') return { path: null, format };
    const ending = extname(out).slice(1).toLowerCase();
    const named = Object.hasOwn(others, ending) ? others[ending as keyof typeof others] : ending;
    const found = sharing[format] === ending ? format : known.find((one) => one === named && !(one in sharing));
    // `{period}` and the like at the end of a name are not an extension.
    if (found === undefined && /^[a-z0-9]*[a-z][a-z0-9]*$/.test(ending) && ending !== plainText)
      throw noFormat(out, ending, known);
    return { path: out, format: found ?? format };
  });
}

function noFormat(out: string, ending: string, known: readonly string[]): Problem {
  // A table is for terminals: nobody uses `.table` as an extension.
  const own = known.filter((name) => !['table', 'text', 'github'].includes(name) && !(name in sharing));
  const endings = own.map((name) => (name === 'markdown' ? 'md' : name === 'junit' ? 'xml' : name));
  const list = [...endings, plainText].map((name) => `.${name}`).join(', ');
  return new Problem(
    'bad_option',
    {
      en: `--out ${out}: nothing is written as .${ending}; the extensions are ${list}`,
      fr: `--out ${out}\u00a0: rien ne s'écrit en .${ending}\u00a0; les extensions sont ${list}`,
    },
    [
      ...didYouMean(nearest(ending, endings).map((name) => `.${name}`)),
      ...(ending === 'pdf' && endings.includes('html')
        ? [
            {
              en: 'write a page (.html) and print it from the browser',
              fr: 'écrivez une page (.html) et imprimez-la depuis le navigateur',
            },
          ]
        : []),
    ],
  );
}

/** What an output contains. */
export interface OutputContent extends Pick<Output<string>, 'path'> {
  readonly content: string | Uint8Array;
}

/** Writes all files, or leaves those before; then prints what goes to standard output. */
export async function writeOutputs(
  outputs: readonly OutputContent[],
  nameOf: (path: string) => string,
  io: Io,
): Promise<void> {
  const printed = outputs.flatMap(({ path, content }) => (path === null ? [content] : []));
  if (io.stdoutIsTerminal && printed.some((content) => typeof content !== 'string')) throw notForTerminals();
  const files = outputs.flatMap(({ path, content }) => (path === null ? [] : [{ name: nameOf(path), content }]));
  const places = files.map(({ name }) => ({ path: resolve(io.cwd, name), shown: name }));
  await writeTogether(places, (file, at) => file.write(files[at]!.content));
  for (const content of printed) await io.out(content);
}

const notForTerminals = (): Problem =>
  new Problem(
    'bad_option',
    {
      en: '--format xlsx: a workbook cannot be shown on a terminal',
      fr: "--format xlsx\u00a0: un classeur ne peut pas s'afficher dans un terminal",
    },
    [{ en: 'name a file: --out report.xlsx', fr: 'indiquez un fichier\u00a0: --out rapport.xlsx' }],
  );
