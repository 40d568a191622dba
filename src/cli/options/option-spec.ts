import type { Text } from '../../core/text.ts';

/** What a word is chosen from: a list, or one too long to load for the help. */
export type Words = readonly string[] | 'kpis' | 'zones';

/** An option as it is declared: for the parser, the help, the manual and the completion of shells. */
export interface OptionSpec {
  /** `--period <length>`; a word in angle brackets takes a value, `<file>` and `<folder>` a path. */
  readonly flags: string;
  readonly doc: Text;
  readonly heading: Text;
  /** What its value is chosen from; several separated by commas if it may be given several times. */
  readonly words?: Words;
  /** May be given several times. */
  readonly many?: true;
  /** Accepted, but not shown: it only undoes the configuration. */
  readonly hidden?: true;
}

/** Options below one heading of the help. */
export const below = <K extends string>(
  heading: Text,
  specs: Readonly<Record<K, Omit<OptionSpec, 'heading'>>>,
): Readonly<Record<K, OptionSpec>> =>
  Object.fromEntries(
    Object.entries<Omit<OptionSpec, 'heading'>>(specs).map(([name, spec]) => [name, { heading, ...spec }]),
  ) as Record<K, OptionSpec>;

export const listed = (words: readonly string[]): string => words.join(', ');
