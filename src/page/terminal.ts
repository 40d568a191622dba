import type { Tongue } from './figure-text.ts';
import { words } from './page-words.ts';
import type { Paint } from './paint.ts';
import { wrap } from './text-width.ts';

/** The target of a document: the language of its readers, and the terminal that shows it. */
export interface Printing extends Tongue {
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
  /** Standard error has nothing that a table could point to. */
  readonly quiet?: boolean;
}

/** What the figures are, and below it what they are based on. */
export const titleLines = (name: string, basis: string, { width, paint }: Printing): string[] => [
  ...wrap(name, width).map((line) => paint.bold(line)),
  ...wrap(basis, width).map((line) => paint.dim(line)),
];

/** How many warnings there are on standard error. */
export const warningCount = (
  { warnings }: { readonly warnings: readonly unknown[] },
  { width, paint, lang, quiet }: Printing,
): string[] =>
  warnings.length === 0 || quiet === true
    ? []
    : wrap(words[lang].warnings(warnings.length), width).map((line) => paint.yellow(line));

/** Parts with an empty line between them; empty ones are left out. */
export const printed = (parts: readonly (readonly string[])[]): string =>
  `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
