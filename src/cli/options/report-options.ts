import { isAbsolute, relative, resolve } from 'node:path';
import type { Config } from '../../config/load-config.ts';
import { located } from '../../config/located.ts';
import { parseDay } from '../../core/civil.ts';
import { Problem } from '../../core/problem.ts';
import { maxRejectsOf } from './max-rejects.ts';
import { localeOf, parted } from './option-values.ts';
import { type RunOptions, refuseContradictions } from './parse.ts';

const listed = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

/**
 * An output file named by a configuration: below its own folder. A configuration is found by looking upwards, so it may
 * be anybody's, and must not decide which of the user's files are replaced.
 */
function withinFolder(folder: string, file: string): string {
  const path = resolve(folder, file);
  const way = relative(folder, path);
  if (way !== '' && !isAbsolute(way) && way.split(/[/\\]/)[0] !== '..') return path;
  throw new Problem(
    'bad_config',
    {
      en: `report.rejects leads out of the folder of the configuration: ${file}`,
      fr: `report.rejects mène hors du dossier de la configuration\u00a0: ${file}`,
    },
    [
      {
        en: 'name a file below that folder, or give --rejects on the command line',
        fr: 'indiquez un fichier de ce dossier, ou donnez --rejects sur la ligne de commande',
      },
    ],
  );
}

/** The defaults of options that a configuration gives, as the command line would give them. */
export function reportOptions({ values, folder, where }: Config, cwd: string): RunOptions {
  const { report = {} } = values;
  const day = (text: string | undefined) => (text === undefined ? undefined : (parseDay(text) ?? undefined));
  const { locale, rejects, max_rejects: max } = report;
  const said = {
    period: report.period,
    from: day(report.from),
    to: day(report.to),
    last: report.last,
    all: report.all,
    includePartial: report.include_partial,
    compare: report.compare && listed(report.compare),
    by: report.by && listed(report.by),
    kpi: report.kpi && parted(listed(report.kpi)),
    group: report.group && listed(report.group),
    reportFormat: report.format,
    engine: report.engine,
    cache: report.cache,
    strict: report.strict,
    maxRejects: max === undefined ? undefined : maxRejectsOf(String(max)),
    rejects: rejects && located(where(['report', 'rejects']), () => relative(cwd, withinFolder(folder, rejects))),
    lang: report.lang,
    locale: locale && located(where(['report', 'locale']), () => localeOf('locale', locale)),
  };
  const options: RunOptions = Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined && value !== null),
  );
  const names = { maxRejects: 'max_rejects' } as Readonly<Record<string, string>>;
  located(where(['report']), () => refuseContradictions(options, (key) => `report.${names[key] ?? key}`));
  return options;
}
