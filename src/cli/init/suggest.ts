import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { configNames } from '../../config/find.ts';
import { dayOfHour, dayText } from '../../core/civil.ts';
import { Problem } from '../../core/problem.ts';
import { withBases } from '../../documents/checks/history.ts';
import { fileWarnings } from '../../figures/warnings.ts';
import { kpis as catalog } from '../../kpis/index.ts';
import { seen } from '../files/seen.ts';
import { filledIn, type Parts } from '../options/output-names.ts';
import { contradict, type RunOptions } from '../options/parse.ts';
import { configOf } from '../options/run-inputs.ts';
import type { Io } from '../process/io.ts';
import { exit } from '../run/failure.ts';
import { writeOutputs } from '../run/outputs.ts';
import { readAllBy, reportSettings, settingsFor } from '../run/reading.ts';
import { allWarnings, tellWarnings } from '../run/run-warnings.ts';
import { checksLines } from './checks-text.ts';
import { candidatesOf, type Proposal, proposalOf } from './proposal.ts';

/** `kpi check --suggest`: checks that the files would have passed, as YAML to be reviewed; nothing is checked. */
export async function suggest(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  refuseOptions(options);
  const outs = options.out ?? ['-'];
  for (const out of outs) refuseConfig(out, io.cwd);
  const config = await configOf(options, io);
  const settings = await settingsFor(options, io, config);
  const { from = null, to = null, last = null, all = false } = options;
  const kpi = options.kpi === undefined ? null : settings.kpis;
  const asked = withBases(candidatesOf(kpi), catalog, settings.options).map(({ id }) => id);
  // Periods and dimensions of reports are not those of checks.
  const own = { ...settings, by: [], kpis: asked, groups: null, from, to, last, all };
  const reading = await readAllBy(args, own, io);
  const proposal = await proposalOf(reading.read, reportSettings(reading, []), kpi);
  const usualGrain = config?.values.report?.period ?? 'week';
  const lines = checksLines(proposal, { currency: reading.currency, usualGrain, lang: settings.lang });
  const text = `${lines.join('\n')}\n`;
  const outputs = outs.map((out) => ({ path: out === '-' ? null : out, content: text }));
  await writeOutputs(outputs, (name) => filledIn(name, partsOf(proposal)), io);
  await tellWarnings(allWarnings(reading, fileWarnings(reading.read)), settings, io);
  return exit.done;
}

function partsOf({ periods }: Proposal): Parts {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return { period: null, from: null, to: null };
  return { period: last.name, from: dayText(dayOfHour(first.from)), to: dayText(dayOfHour(last.to - 1)) };
}

/** Options for the results of checks. */
function refuseOptions({ checkFormat, exitZero, errorOnWarning }: RunOptions): void {
  const given = [
    ...(checkFormat === undefined ? [] : ['--format']),
    ...(exitZero === true ? ['--exit-zero'] : []),
    ...(errorOnWarning === true ? ['--error-on-warning'] : []),
  ];
  if (given[0] === undefined) return;
  throw new Problem('contradiction', contradict('--suggest', given[0]), [
    {
      en: '--suggest evaluates no checks: it prints some as YAML',
      fr: "--suggest n'évalue aucun contrôle\u00a0: il en affiche en YAML",
    },
  ]);
}

/** The output is only a part of a configuration: it must not replace a whole one. */
function refuseConfig(out: string, cwd: string): void {
  const isConfig = configNames.some((name) => name === basename(out));
  if (!isConfig || seen(out, () => statSync(resolve(cwd, out))) === null) return;
  const says = {
    en: `${out} is a configuration, of which the checks are only a part`,
    fr: `${out} est une configuration, dont les contrôles ne sont qu'une partie`,
  };
  throw new Problem('config_exists', says, [
    {
      en: 'name another file, and copy from it what you want to keep',
      fr: 'indiquez un autre fichier, et copiez-en ce que vous voulez garder',
    },
  ]);
}
