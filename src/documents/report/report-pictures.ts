import { periodComparisons } from '../../core/choices.ts';
import { type Day, parseDay } from '../../core/civil.ts';
import type { Kind } from '../../core/kinds.ts';
import { visible } from '../../core/visible.ts';
import type { Read } from '../../engine/state/read.ts';
import type { ReportSettings } from '../../figures/figure-settings.ts';
import { measuresOf } from '../../kpis/asked-measures.ts';
import { kpis } from '../../kpis/index.ts';
import type { Measure } from '../../measures/measure.ts';
import { cut } from '../../page/text-width.ts';
import type { CheckSettings } from '../checks/checks-compute.ts';
import type { CheckReport } from '../checks/checks-model.ts';
import { cohortMeasures, cohortsOf } from '../cohorts/cohorts-compute.ts';
import type { CohortReport } from '../cohorts/cohorts-model.ts';
import type { Selection } from '../define-document.ts';
import { funnelOf } from '../funnel/funnel-compute.ts';
import type { Funnel } from '../funnel/funnel-model.ts';
import { funnelMeasures } from '../funnel/funnel-quantities.ts';
import { screenCandidates, screenOf } from './first-screen.ts';
import { reportOf } from './report-compute.ts';
import type { Pictures, Report, ReportRow } from './report-model.ts';

/** Cohorts shown with a report: a year of months. */
const COHORTS = 12;

/** Columns of the name of a shop: it is in titles and subjects. */
const NAME = 60;

/** Periods of the charts of a page that was asked for fewer: a quarter of weeks, a year of months. */
const HISTORY = 13;

/** A selection of KPIs excludes others: a picture is shown if nothing was selected, or all of its group. */
const isWanted = ({ kpis, groups }: Pick<Selection, 'kpis' | 'groups'>, group: 'traffic' | 'customers'): boolean =>
  kpis === null && (groups === null || groups.includes(group));

/** What the pictures ask for besides the KPIs. */
export const pictureMeasures = (settings: Selection): Measure[] => [
  ...(isWanted(settings, 'traffic') ? funnelMeasures(settings) : []),
  ...(isWanted(settings, 'customers') ? cohortMeasures(settings.options) : []),
];

/** Calculates the pictures of a report: the funnel of the period at its top, and the newest cohorts of all customers. */
export async function picturesOf(read: Read, settings: ReportSettings, report: Report): Promise<Pictures> {
  const funnel = isWanted(settings, 'traffic') ? await funnelBeside(read, settings, report) : null;
  const cohorts = isWanted(settings, 'customers') ? await cohortsBeside(read, settings) : null;
  return {
    ...(funnel === null ? {} : { funnel }),
    ...(cohorts === null ? {} : { cohorts }),
    warnings: funnel?.warnings.filter(({ code }) => code === 'inconsistent_counts') ?? [],
  };
}

/** The period of a funnel in a report: the one at its top. An hour is too little for one: then the last of its days. */
function periodBeside({ grain }: ReportSettings, { period, from, to }: ReportRow) {
  const dayOf = (text: string): Day | null => parseDay(text.slice(0, 10));
  if (grain === 'hour') return { grain: 'day', from: dayOf(to), to: dayOf(to) } as const;
  return { grain: period === 'all' ? 'all' : grain, from: dayOf(from), to: dayOf(to) } as const;
}

async function funnelBeside(read: Read, settings: ReportSettings, report: Report): Promise<Funnel | null> {
  const totals = report.rows.filter(({ dimensions }) => Object.keys(dimensions).length === 0);
  const periods = totals.filter(({ period }) => period !== 'all');
  const row = periods.findLast(({ partial }) => !partial) ?? periods.at(-1) ?? totals.at(-1);
  if (row === undefined) return null;
  const compare = periodComparisons.filter((name) => settings.compare.includes(name));
  const asked = { ...settings, ...periodBeside(settings, row), compare, last: null, all: false };
  const funnel = await funnelOf(read, asked);
  const isTold = funnel.steps.some((step) => step === 'product_views' || step === 'carts' || step === 'checkouts');
  const visits = funnel.rows.at(-1)?.steps.find(({ step }) => step === 'visits')?.figures.count;
  return isTold && visits?.value != null ? funnel : null;
}

async function cohortsBeside(read: Read, settings: ReportSettings): Promise<CohortReport | null> {
  const { to } = settings;
  const asked = { ...settings, grain: 'month', by: [], from: null, to, last: null, all: true, compare: [] } as const;
  const cohorts = await cohortsOf(read, asked, { most: COHORTS, inTotal: true });
  const isTold = cohorts.cohorts.some(({ figures: { customers } }) => {
    const { value } = customers;
    return value !== null && typeof value !== 'string' && value.n > 0n;
  });
  return isTold && cohorts.ages > 0 ? cohorts : null;
}

/** The checks that a page shows, and what they compare with. */
export type Checked = Pick<CheckSettings, 'checks' | 'baselines'> & {
  /** The KPIs that they look at. */
  readonly ids: readonly string[];
};

/** What a report with its pictures is asked for. */
export type PicturedSettings = ReportSettings &
  Pick<Selection, 'screen'> & {
    readonly comparesUnasked: boolean;
    /** Of the shop. */
    readonly name: string | null;
    /** Of the configuration, for a page. */
    readonly checked: Checked;
  };

/** Outputs that are a first screen whatever is asked for. */
const digests: ReadonlySet<string> = new Set(['text', 'eml', 'slack']);

/** Whether all that is printed is a first screen. */
const isScreenOnly = ({ screen }: Pick<Selection, 'screen'>, formats: ReadonlySet<string>): boolean =>
  [...formats].every((format) => digests.has(format) || (format === 'table' && screen?.table === true));

export const picturedMeasures = (
  settings: Selection & { readonly checked?: Checked },
  formats: ReadonlySet<string>,
  kinds: ReadonlySet<Kind>,
): Measure[] => {
  if (!isScreenOnly(settings, formats)) {
    const { checked } = settings;
    const ofChecks = checked === undefined ? [] : measuresOf({ ...settings, kpis: checked.ids });
    return [...measuresOf(settings), ...(formats.has('html') ? [...pictureMeasures(settings), ...ofChecks] : [])];
  }
  const ids = screenCandidates(settings, kinds).map(({ id }) => id);
  return measuresOf({ ...settings, kpis: ids });
};

/** A report, with the pictures of a page if it is printed as one: other outputs do not pay for them. */
export async function picturedReport(
  read: Read,
  settings: PicturedSettings,
  formats: ReadonlySet<string>,
): Promise<Report> {
  const { screen = { paths: '', table: false }, name } = settings;
  // A page says what moved, too.
  const hasDigest = [...formats].some((format) => digests.has(format) || format === 'html');
  const hasTable = screen.table && formats.has('table');
  const named = name === null ? {} : { name: cut(visible(name), NAME) };
  const screenBy = async (inGroups: boolean) => ({
    ...(await screenOf(read, settings, screen.paths, inGroups)),
    ...named,
  });
  const inGroups = settings.by.length > 0;
  const digest = hasDigest || (hasTable && !inGroups) ? await screenBy(false) : null;
  const first = hasTable ? (inGroups ? await screenBy(true) : digest) : null;
  const screens = { ...(first === null ? {} : { first }), ...(digest === null ? {} : { digest }) };
  const one = first ?? digest;
  if (one !== null && isScreenOnly(settings, formats)) return { ...one, ...screens };
  const report: Report = {
    ...(await reportOf(read, settings, kpis)),
    comparesUnasked: settings.comparesUnasked,
    ...named,
    ...screens,
  };
  if (!formats.has('html')) return report;
  const pictures = await picturesOf(read, settings, report);
  const isShort = settings.last !== null && settings.last < HISTORY;
  const history = isShort ? { history: await reportOf(read, { ...settings, last: HISTORY }, kpis) } : {};
  const checked = settings.checked.checks.length === 0 ? {} : { checks: await checksBeside(read, settings) };
  return { ...report, pictures: { ...pictures, ...history, ...checked } };
}

/** The checks of the configuration have periods of their own. */
async function checksBeside(read: Read, { checked, ...settings }: PicturedSettings): Promise<CheckReport> {
  const { checkReportOf } = await import('../checks/checks-compute.ts');
  const periods = { from: null, to: null, last: null, all: false, compare: [] } as const;
  return await checkReportOf(read, { ...settings, ...periods, ...checked });
}
