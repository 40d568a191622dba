import { relative, resolve } from 'node:path';
import type { Config } from '../../config/load-config.ts';
import { located } from '../../config/located.ts';
import { type Day, parseDay } from '../../core/civil.ts';
import { ofText, roundedQuotient } from '../../core/fraction.ts';
import { didYouMean, nearest } from '../../core/nearest.ts';
import { Problem } from '../../core/problem.ts';
import type { ChannelRule } from '../../plan/channels.ts';
import type { SourceEntry as PlanEntry } from '../../plan/recognise/recognise.ts';
import type { Known } from './run-inputs.ts';
import { checkFields } from './source-fields.ts';
import { checkPaths } from './source-paths.ts';

/** What files need that their bytes do not show. */
export interface SourceEntry extends PlanEntry {
  /** A file, a folder or a glob, relative to the working folder. */
  readonly path: string;
  /** `kpi.yaml:12`, for messages. */
  readonly where: string;
}

/** An expense, by the fields of a cost record. */
export interface CostEntry {
  readonly date: Day | null;
  readonly dateFrom: Day | null;
  readonly dateTo: Day | null;
  readonly category: string;
  /** In millionths. */
  readonly amount: number;
  readonly currency: string | null;
  readonly channel: string | null;
}

export interface ConfigEntries {
  readonly sources: readonly SourceEntry[];
  readonly channels: readonly ChannelRule[];
  readonly costs: readonly CostEntry[];
}

export const noEntries: ConfigEntries = { sources: [], channels: [], costs: [] };

/** The lists of a configuration, in the program's units and names. */
export async function entriesOf(config: Config, cwd: string, known: Known): Promise<ConfigEntries> {
  const { values, folder, where } = config;
  const day = (text: string | undefined): Day | null => (text === undefined ? null : parseDay(text));
  checkFields(config);
  checkPaths(config);
  const sources = (values.sources ?? []).map((entry, row): SourceEntry => {
    const { path, format, from, to, currency, columns = {}, set = {}, ...said } = entry;
    if (format !== undefined) located(where(['sources', row, 'format']), () => checkFormat(format, known));
    return {
      ...said,
      path: relative(cwd, resolve(folder, path)) || '.',
      format,
      from: day(from) ?? undefined,
      to: day(to) ?? undefined,
      currency: currency?.toUpperCase(),
      columns: unlessEmpty(columns),
      set: unlessEmpty(Object.fromEntries(Object.entries(set).map(([field, value]) => [field, String(value)]))),
      where: where(['sources', row]),
    };
  });
  const costs = (values.costs ?? []).map((row): CostEntry => {
    const { n, d } = ofText(String(row.amount));
    return {
      date: day(row.date),
      dateFrom: day(row.date_from),
      dateTo: day(row.date_to),
      category: row.category,
      amount: Number(roundedQuotient(n * 1_000_000n, d)),
      currency: row.currency?.toUpperCase() ?? null,
      channel: row.channel ?? null,
    };
  });
  // Missing keys are omitted: an undefined in a rule would be a pattern.
  const channels = (values.channels ?? []).map((rule) => JSON.parse(JSON.stringify(rule)) as ChannelRule);
  return { sources, channels, costs };
}

const unlessEmpty = (map: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined =>
  Object.keys(map).length === 0 ? undefined : map;

function checkFormat(format: string, { formats }: Known): void {
  const ids = formats?.();
  if (ids === undefined || ids.includes(format)) return;
  const says = { en: `"${format}" is not a format`, fr: `«\u00a0${format}\u00a0» n'est pas un format` };
  throw new Problem('unknown_format', says, didYouMean(nearest(format, ids)));
}
