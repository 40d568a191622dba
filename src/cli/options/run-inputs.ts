import { isAbsolute, relative, resolve } from 'node:path';
import { currencyCode } from '../../config/currency-code.ts';
import { findConfig } from '../../config/find.ts';
import type { Config } from '../../config/load-config.ts';
import { located } from '../../config/located.ts';
import { didYouMean } from '../../core/nearest.ts';
import { Problem } from '../../core/problem.ts';
import type { Rates } from '../../core/rates.ts';
import { after, type Text } from '../../core/text.ts';
import { seeKpiList } from '../../documents/checks/config-faults.ts';
import { idsOf, type KpiNames } from '../../kpis/names.ts';
import type { Io } from '../process/io.ts';
import { parted } from './option-values.ts';
import type { RunOptions } from './parse.ts';

/** Names that only the catalogs hold. */
export interface Known {
  readonly kpis: KpiNames;
  /** Ids of file formats; left out, they are not checked. */
  readonly formats?: () => readonly string[];
}

/** The configuration of a run; null if there is none; then neither zod nor yaml is loaded. */
export async function configOf(options: RunOptions, io: Io): Promise<Config | null> {
  const path = findConfig(io.cwd, options.config);
  if (path === null) return null;
  const { loadConfig } = await import('../../config/load-config.ts');
  return loadConfig(path, shownFrom(io.cwd, path));
}

/** Relative if that is not longer. */
const shownFrom = (cwd: string, path: string): string => {
  const short = relative(cwd, path);
  return isAbsolute(short) || short.length > path.length ? path : short;
};

/** Said of an id that is no KPI's. */
const noKpi = (id: string): Text => ({ en: `there is no KPI "${id}"`, fr: `le KPI «\u00a0${id}\u00a0» n'existe pas` });

/** The Problem of a name that is no KPI's. */
export const unknownKpi = (name: string, names: KpiNames, option?: string): Problem =>
  new Problem('unknown_kpi', option === undefined ? noKpi(name) : after(option, noKpi(name)), [
    ...didYouMean(names.near(name)),
    seeKpiList,
  ]);

/** The ids of the KPIs that are asked for by name, on the command line and in the configuration: they must be there. */
export function askedKpis(
  options: RunOptions,
  config: Config | null,
  { kpis }: Known,
): { readonly option: readonly string[] | null; readonly filed: readonly string[] | null } {
  const idsIn = (names: readonly string[], option: string): readonly string[] =>
    idsOf(names, kpis, (name) => {
      throw unknownKpi(name, kpis, option);
    });
  const said = config?.values.report?.kpi;
  return {
    option: options.kpi === undefined ? null : idsIn(options.kpi, '--kpi'),
    filed:
      config === null || said === undefined
        ? null
        : located(config.where(['report', 'kpi']), () => idsIn(parted([said].flat()), 'report.kpi')),
  };
}

export const currencyOf = (given: string | undefined): string | null =>
  given === undefined ? null : currencyCode(given);

/** The file that the rates are in, if any. */
export function ratesFileOf(option: string | undefined, config: Config | null, cwd: string): string | null {
  if (option !== undefined) return resolve(cwd, option);
  const filed = config?.values.rates;
  return typeof filed === 'string' ? resolve(config?.folder ?? cwd, filed) : null;
}

/** The rates of the command line, else of the configuration; null without any. */
export async function ratesOf(option: string | undefined, config: Config | null, cwd: string): Promise<Rates | null> {
  const filed = config?.values.rates;
  if (option === undefined && filed === undefined) return null;
  const { constantRates, readRates } = await import('../../config/read-rates.ts');
  const { readBytes } = await import('../process/read-bytes.ts');
  if (option !== undefined) return readRates(resolve(cwd, option), option, readBytes);
  if (typeof filed === 'object') return constantRates(filed);
  const path = resolve(config?.folder ?? cwd, filed ?? '');
  return readRates(path, shownFrom(cwd, path), readBytes);
}
