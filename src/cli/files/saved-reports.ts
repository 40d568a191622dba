import { relative } from 'node:path';
import { Problem } from '../../core/problem.ts';
import { after } from '../../core/text.ts';
import type { Check } from '../../documents/checks/checks-model.ts';
import { otherDefinition } from '../../documents/checks/other-definition.ts';
import { type SavedReport, savedReportOf } from '../../documents/checks/saved-report.ts';
import type { Settings } from '../options/settings.ts';
import { typed } from '../options/typed-words.ts';
import { readBytes } from '../process/read-bytes.ts';

/**
 * The saved reports that checks compare with: they must exist, and hold the KPIs for periods of the same length, with the
 * same definitions.
 */
export async function savedReports(
  checks: readonly Check[],
  settings: Pick<Settings, 'grain' | 'zone' | 'rules' | 'options'>,
  run: Run,
): Promise<ReadonlyMap<string, SavedReport>> {
  const saved = new Map<string, SavedReport>();
  for (const check of checks) {
    const { vs, kpi, period, where } = check;
    if (vs?.kind !== 'report') continue;
    const command = commandFor(check, checks, settings.grain, run);
    const report =
      saved.get(vs.path) ?? savedReportOf(await textOf(vs.file, vs.path, where, command), vs.path, command);
    saved.set(vs.path, report);
    if (!report.kpis.has(kpi.id))
      throw new Problem(
        'bad_report',
        after(where, { en: `${vs.path} has no ${kpi.id}`, fr: `${vs.path} ne contient pas ${kpi.id}` }),
        [{ en: `Write it again: ${command}`, fr: `Écrivez-le à nouveau\u00a0: ${command}` }],
      );
    const grain = period ?? settings.grain;
    if (report.grain !== grain)
      throw new Problem(
        'bad_report',
        after(where, {
          en: `${vs.path} is a report by ${report.grain}, the check is by ${grain}`,
          fr: `${vs.path} est un rapport à période ${report.grain}, le contrôle est à période ${grain}`,
        }),
        [
          {
            en: `Set period: ${report.grain} in the check, or write the report with --period ${grain}`,
            fr: `Indiquez period: ${report.grain} dans le contrôle, ou écrivez le rapport avec --period ${grain}`,
          },
        ],
      );
    const other = otherDefinition(report, vs.path, kpi, settings);
    if (other !== null) throw new Problem('bad_report', after(where, other.says), [other.advice]);
  }
  return saved;
}

/** What the saved reports of the run must be written with. */
interface Run {
  readonly args: readonly string[];
  readonly config?: string | undefined;
  readonly cwd: string;
}

/** The command that writes what a check is compared with: all KPIs that are, in its periods and by its dimensions. */
function commandFor({ vs, by, period }: Check, checks: readonly Check[], usual: string, run: Run): string {
  const file = vs?.kind === 'report' ? vs.file : '';
  const own = checks.filter((check) => check.vs?.kind === 'report' && check.vs.file === file);
  return typed([
    ...['kpi', 'report', ...run.args],
    ...(run.config === undefined ? [] : ['--config', run.config]),
    ...['--kpi', [...new Set(own.map(({ kpi }) => kpi.id))].join(',')],
    ...(period === null || period === usual ? [] : ['--period', period]),
    ...by.flatMap((dimension) => ['--by', dimension]),
    ...['--out', relative(run.cwd, file)],
  ]);
}

async function textOf(file: string, path: string, where: string, command: string): Promise<string> {
  try {
    return (await readBytes(file)).toString('utf8');
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const says = { en: `${path} cannot be read (${code})`, fr: `${path} ne peut pas être lu (${code})` };
    throw new Problem('unreadable', after(where, says), [
      { en: `Write it: ${command}`, fr: `Écrivez-le\u00a0: ${command}` },
    ]);
  }
}

/** Amounts are compared only with amounts of the same currency. */
export function refuseOtherMoney(
  checks: readonly Check[],
  saved: ReadonlyMap<string, SavedReport>,
  currency: string | null,
): void {
  for (const { vs, kpi, where } of checks) {
    if (vs?.kind !== 'report' || kpi.unit !== 'money') continue;
    const other = saved.get(vs.path)!.currency;
    if (other !== currency)
      throw new Problem(
        'bad_report',
        after(where, {
          en: `${vs.path} is in ${other}, the files are in ${currency}`,
          fr: `${vs.path} est en ${other}, les fichiers sont en ${currency}`,
        }),
      );
  }
}
