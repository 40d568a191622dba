import { extname } from 'node:path';
import { type CheckFormat, checkFormats, type ReportFormat, reportFormats } from '../core/choices.ts';

/** Where a result goes, and as what. */
export interface Output<F extends string = ReportFormat> {
  /** Null is standard output. */
  readonly path: string | null;
  readonly format: F;
}

/** A file has the format of its ending, or else the one that `--format` names. */
export const outputsOf = (outs: readonly string[] | undefined, format: ReportFormat): Output[] =>
  outputs(outs, format, (ending) => (ending === 'md' ? 'markdown' : reportFormats.find((one) => one === ending)));

/** The same of checks, whose files for JUnit end in .xml. */
export const checkOutputsOf = (outs: readonly string[] | undefined, format: CheckFormat): Output<CheckFormat>[] =>
  outputs(outs, format, (ending) => (ending === 'xml' ? 'junit' : checkFormats.find((one) => one === ending)));

function outputs<F extends string>(
  outs: readonly string[] | undefined,
  format: F,
  byEnding: (ending: string) => F | undefined,
): Output<F>[] {
  if (outs === undefined) return [{ path: null, format }];
  return outs.map((out) => {
    if (out === '-') return { path: null, format };
    return { path: out, format: byEnding(extname(out).slice(1).toLowerCase()) ?? format };
  });
}
