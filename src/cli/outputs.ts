import { extname } from 'node:path';
import { type Format, formats } from '../core/choices.ts';

/** Where a result goes, and as what. */
export interface Output {
  /** Null is standard output. */
  readonly path: string | null;
  readonly format: Format;
}

/** A file has the format of its ending, or else the one that `--format` names. */
export function outputsOf(outs: readonly string[] | undefined, format: Format): Output[] {
  if (outs === undefined) return [{ path: null, format }];
  return outs.map((out) => (out === '-' ? { path: null, format } : { path: out, format: byEnding(out) ?? format }));
}

const byEnding = (path: string): Format | undefined => {
  const ending = extname(path).slice(1).toLowerCase();
  return formats.find((format) => format === ending);
};
