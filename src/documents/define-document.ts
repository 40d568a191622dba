import type { Kind } from '../core/kinds.ts';
import type { Text } from '../core/text.ts';
import type { Read } from '../engine/state/read.ts';
import type { Warning } from '../figures/figure-model.ts';
import type { ReportSettings } from '../figures/figure-settings.ts';
import type { Measure } from '../measures/measure.ts';
import type { Printing } from '../page/terminal.ts';

/** What every document has. */
export interface Warned {
  readonly warnings: readonly Warning[];
}

/** The values of `{period}`, `{from}` and `{to}` in a file name. */
export interface NameParts {
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

/** What a document is written as: text, or the bytes of a file that no terminal shows. */
export type Written = string | Uint8Array;

/** Writes a document in one format. */
type Print<D> = (document: D, printing: Printing) => Written | Promise<Written>;

/** What decides which measures a document asks for. */
export type Selection = Pick<ReportSettings, 'kpis' | 'groups' | 'options'> & {
  readonly screen?: ScreenSetting | undefined;
};

/** What a first screen is made of besides the files. */
export interface ScreenSetting {
  /** The files as they were named, to be typed again. */
  readonly paths: string;
  /** Whether the table is a first screen too: it is if nothing special is asked for. */
  readonly table: boolean;
}

/** How a document is calculated. `formats` are those that it is printed in: content of one format is calculated only for it. */
interface Work<D, S> {
  /** What is asked of the engine, if the files have records of these kinds. */
  readonly measures: (
    settings: Selection,
    formats: ReadonlySet<string>,
    kinds: ReadonlySet<Kind>,
  ) => readonly Measure[];
  readonly compute: (read: Read, settings: S, formats: ReadonlySet<string>) => Promise<D>;
}

/**
 * What a command prints about a shop. A declaration is plain data and cheap to load, since the help names its formats;
 * the calculation and each output are in separate files, loaded on use.
 */
export interface DocumentType<D extends Warned, S extends ReportSettings, F extends string> {
  readonly id: string;
  readonly work: () => Promise<Work<D, S>>;
  /** Or why there is no period to name a file after. */
  readonly nameParts: (document: D) => NameParts | Text;
  /** By format, as `--format` and file extensions name it. */
  readonly outputs: Readonly<Record<F, () => Promise<Print<D>>>>;
}

export const defineDocument = <D extends Warned, S extends ReportSettings, const F extends string>(
  document: DocumentType<D, S, F>,
): DocumentType<D, S, F> => document;

/** The formats of a document, in the order of the help. */
export const formatsOf = <D extends Warned, S extends ReportSettings, F extends string>({
  outputs,
}: DocumentType<D, S, F>): readonly F[] => Object.keys(outputs) as F[];
