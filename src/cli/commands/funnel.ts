import { periodComparisons } from '../../core/choices.ts';
import { formatsOf } from '../../documents/define-document.ts';
import { funnelDocument } from '../../documents/funnel/index.ts';
import type { RunOptions } from '../options/parse.ts';
import { ownPeriods, type Settings } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { outputsOf } from '../run/outputs.ts';
import { reportSettings, settingsFor } from '../run/reading.ts';
import { runDocument } from '../run/run-document.ts';

/** `kpi funnel`: the conversion funnel per period, and per group with `--by`. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const outputs = outputsOf(options.out, options.funnelFormat ?? 'table', formatsOf(funnelDocument));
  const settings = forFunnel(await settingsFor(options, io), options);
  await runDocument(funnelDocument, { args, settings, outputs, asked: (reading) => reportSettings(reading) }, io);
  return 0;
}

/** One funnel, compared with the period before, unless the command line asks for more. */
function forFunnel(settings: Settings, options: RunOptions): Settings {
  // A season, a mean of days or the funnels of others say nothing about its steps.
  const filed = periodComparisons.filter((name) => settings.compare.includes(name));
  const compare = options.periodCompare ?? (filed.length > 0 ? filed : ['previous']);
  return { ...ownPeriods(settings, options), compare };
}
