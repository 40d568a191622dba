import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { ShopEvent } from '../core/events.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import { Problem } from '../core/problem.ts';
import { zoneOf } from '../core/zone.ts';
import { type ConfigValues, configSchema } from './config-schema.ts';
import { currencyCode } from './currency-code.ts';
import { documentOf, type Path } from './document.ts';
import { shopEvents } from './event-schema.ts';
import { problemOf } from './issues.ts';
import { located } from './located.ts';
import { kpiOptions } from './option-schema.ts';
import { constantRates } from './read-rates.ts';
import { unreadable } from './unreadable.ts';

/** A configuration that has the right form. */
export interface Config {
  /** As shown in messages. */
  readonly file: string;
  /** What the paths in it are relative to. */
  readonly folder: string;
  readonly values: ConfigValues;
  /** Its options for the meaning of KPIs, over the defaults. */
  readonly options: KpiOptions;
  /** Moving events, by which days and weeks are compared with the year before. */
  readonly events: readonly ShopEvent[];
  /** `kpi.yaml:12`, the place of a value, for what only a command can check. */
  where(path: Path, key?: string): string;
}

/** Reads and checks a configuration file. Slow to load (zod, yaml): import it only if there is a file. */
export async function loadConfig(path: string, shown: string = basename(path)): Promise<Config> {
  const document = documentOf(await textOf(path, shown), shown);
  const result = configSchema.safeParse(document.value, { reportInput: true });
  if (!result.success) throw problemOf(result.error.issues, document, shown);
  const config: Config = {
    file: shown,
    folder: dirname(path),
    values: result.data,
    options: kpiOptions(result.data),
    events: shopEvents(result.data.events),
    where: (at, key) => `${shown}:${document.lineOf(at, key)}`,
  };
  checkNames(config);
  return config;
}

async function textOf(path: string, shown: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(shown, error);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const says = { en: `${shown} is not UTF-8 text`, fr: `${shown} n'est pas un texte en UTF-8` };
    throw new Problem('bad_yaml', says, [{ en: 'save it as UTF-8', fr: 'enregistrez-le en UTF-8' }]);
  }
}

/** Names of time zones and currencies: known ones, whose lists no schema can hold. */
function checkNames({ values, where }: Config): void {
  const check = (place: Path, { timezone, currency }: Names): void => {
    if (timezone !== undefined) located(where([...place, 'timezone']), () => zoneOf(timezone));
    if (currency !== undefined) located(where([...place, 'currency']), () => currencyCode(currency));
  };
  check([], values);
  for (const [row, source] of (values.sources ?? []).entries()) check(['sources', row], source);
  for (const [row, cost] of (values.costs ?? []).entries()) check(['costs', row], cost);
  if (typeof values.rates !== 'object') return;
  for (const [code, rate] of Object.entries(values.rates)) {
    located(where(['rates'], code), () => constantRates({ [code]: rate }));
  }
}

interface Names {
  readonly timezone?: string | undefined;
  readonly currency?: string | undefined;
}
