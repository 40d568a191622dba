import { cohortsDocument } from '../../documents/cohorts/index.ts';
import { formatsOf } from '../../documents/define-document.ts';
import type { Io } from '../io.ts';
import { outputsOf } from '../outputs.ts';
import type { RunOptions } from '../parse.ts';
import { type Reading, reportSettings, settingsFor } from '../reading.ts';
import { runDocument } from '../run-document.ts';
import { ownPeriods } from '../settings.ts';

/** `kpi cohorts`: customers by the period of their first order, and what they did by age. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const outputs = outputsOf(options.out, options.cohortsFormat ?? 'table', formatsOf(cohortsDocument));
  const settings = { ...ownPeriods(await settingsFor(options, io), options), compare: [] };
  const grain = options.cohortPeriod ?? 'month';
  const asked = (reading: Reading) => ({ ...reportSettings(reading), grain });
  await runDocument(cohortsDocument, { args, settings, outputs, asked }, io);
  return 0;
}
