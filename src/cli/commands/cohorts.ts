import { cohortsDocument } from '../../documents/cohorts/index.ts';
import { formatsOf } from '../../documents/define-document.ts';
import type { RunOptions } from '../options/parse.ts';
import { ownPeriods } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { outputsOf } from '../run/outputs.ts';
import { type Reading, reportSettings, settingsFor } from '../run/reading.ts';
import { runDocument } from '../run/run-document.ts';

/** `kpi cohorts`: customers by the period of their first order, and what they did by age. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const outputs = outputsOf(options.out, options.cohortsFormat ?? 'table', formatsOf(cohortsDocument));
  const settings = { ...ownPeriods(await settingsFor(options, io), options), compare: [] };
  const grain = options.cohortPeriod ?? 'month';
  const asked = (reading: Reading) => ({ ...reportSettings(reading), grain });
  await runDocument(cohortsDocument, { args, settings, outputs, asked }, io);
  return 0;
}
