import type { DocumentType, Selection, Warned } from '../../documents/define-document.ts';
import type { ReportSettings } from '../../figures/figure-settings.ts';
import type { Printing } from '../../page/terminal.ts';
import { filledIn, hasParts, noPeriods } from '../options/output-names.ts';
import type { Settings } from '../options/settings.ts';
import { refuseStrict } from '../options/strictness.ts';
import type { Io } from '../process/io.ts';
import { type Output, type OutputContent, writeOutputs } from './outputs.ts';
import { type Reading, readAllBy } from './reading.ts';
import { allWarnings, tellWarnings } from './run-warnings.ts';

/** How a command prints its document. */
interface Run<D, S, F extends string> {
  readonly args: readonly string[];
  /** The settings for reading the files. */
  readonly settings: Settings & Pick<Selection, 'screen'>;
  readonly outputs: readonly Output<F>[];
  /** The settings for calculating the document, once the files are read. */
  readonly asked: (reading: Reading) => S;
  /** What is done beside each output. */
  readonly beside?: (format: F, document: D) => Promise<void>;
}

/** Reads the files, calculates a document and writes it in all formats asked for; returns the document. */
export async function runDocument<D extends Warned, S extends ReportSettings, F extends string>(
  type: DocumentType<D, S, F>,
  { args, settings, outputs, asked, beside }: Run<D, S, F>,
  io: Io,
): Promise<D> {
  const { measures, compute } = await type.work();
  const formats = new Set<string>(outputs.map(({ format }) => format));
  const reading = await readAllBy(args, settings, io, (kinds) => measures(settings, formats, kinds));
  const made = await compute(reading.read, asked(reading), formats);
  const document: D = { ...made, warnings: allWarnings(reading, made.warnings) };
  refuseStrict(document.warnings, settings);
  const { lang, locale, quiet } = settings;
  const printing: Printing = { lang, locale, quiet, width: io.width, paint: settings.paint.out };
  const nameOf = (path: string): string => {
    if (!hasParts(path)) return path;
    const parts = type.nameParts(document);
    if ('en' in parts) throw noPeriods(path, parts);
    return filledIn(path, parts);
  };
  const contents: OutputContent[] = [];
  for (const { path, format } of outputs) {
    const print = await type.outputs[format]();
    contents.push({ path, content: await print(document, printing) });
  }
  await writeOutputs(contents, nameOf, io);
  for (const { format } of outputs) await beside?.(format, document);
  await tellWarnings(document.warnings, settings, io);
  return document;
}
