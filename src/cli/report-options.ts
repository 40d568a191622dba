import { relative, resolve } from 'node:path';
import type { Config } from '../config/load.ts';
import { located } from '../config/located.ts';
import { parseDay } from '../core/civil.ts';
import { maxRejectsOf } from './max-rejects.ts';
import { type RunOptions, refuseContradictions } from './parse.ts';
import { localeOf, parted } from './words.ts';

const listed = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

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
    strict: report.strict,
    maxRejects: max === undefined ? undefined : maxRejectsOf(String(max)),
    rejects: rejects && relative(cwd, resolve(folder, rejects)),
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
