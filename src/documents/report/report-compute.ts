import type { Span } from '../../core/calendar.ts';
import { isSeasonal } from '../../core/season.ts';
import type { Read } from '../../engine/state/read.ts';
import { operandsIn } from '../../figures/comparing.ts';
import type { Figures } from '../../figures/figure-cells.ts';
import type { Change, Comparison } from '../../figures/figure-model.ts';
import type { ReportSettings } from '../../figures/figure-settings.ts';
import { basisOf, boundText, type Glance, kpiOf, type Worked, workOut } from '../../figures/frame.ts';
import { headOf, rowHeadOf } from '../../figures/heads.ts';
import { needsOf } from '../../figures/needs.ts';
import { changeOf, figureOf, noChange, operandOf, plain } from '../../figures/operands.ts';
import type { Slot } from '../../figures/periods.ts';
import type { Place } from '../../figures/place.ts';
import { filesOf } from '../../figures/quality.ts';
import { dayMean } from '../../figures/recent.ts';
import { warningsOf } from '../../figures/warnings.ts';
import { benchmarks } from '../../kpis/benchmarks.ts';
import { nothing, type Operand } from '../../kpis/evaluate.ts';
import { twinOf } from '../../kpis/headline-candidates.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import type { Compared, Report, ReportRow, Seasonal } from './report-model.ts';
import { Seasons } from './seasons.ts';

/** Calculates a report from what an engine has read. */
export async function reportOf(
  read: Read,
  settings: ReportSettings,
  catalog: readonly Kpi[],
  glance?: Glance,
): Promise<Report> {
  const worked = await workOut(read, settings, catalog, true, glance);
  const { figures, covers, all, slots, kpis: asked, groups } = worked;
  const supplied = (kpi: Kpi) => slots.length === 0 || slots.some((slot) => isSupplied(figures, kpi, slot));
  const shown = settings.kpis === null ? asked.filter(supplied) : asked;
  const beside = besideOf(worked);
  const rows = slots.flatMap((slot) => [...groups, 0].map((group) => row(worked, beside, shown, slot, group)));
  const published = settings.compare.includes('benchmark')
    ? { benchmarks: Object.fromEntries(shown.flatMap(({ id }) => (benchmarks[id] ? [[id, benchmarks[id]]] : []))) }
    : {};
  const basis = basisOf(read, settings);
  return {
    ...headOf(settings, all?.span ?? null),
    basis,
    ...(settings.kpis === null ? { kpisUnasked: true } : {}),
    kpis: shown.map((kpi) => {
      const needs = needsOf(kpi, figures);
      const twin = twinOf(kpi, settings.options);
      return {
        ...kpiOf(kpi, basis),
        ...(needs === null ? {} : { needs }),
        ...(twin === null ? {} : { twinOf: twin.id }),
      };
    }),
    rows,
    ...published,
    files: filesOf(read),
    warnings: warningsOf(read, settings, covers, all, rows),
  };
}

/** Whether the files can supply a KPI at all: then it is shown by default. */
function isSupplied(figures: Figures, kpi: Kpi, slot: Slot): boolean {
  const operand = operandOf(figures, kpi, slot, 0);
  return operand.value !== null || operand.reason !== 'missing_kind';
}

function row(
  { figures, bases, vanished }: Worked,
  beside: ReturnType<typeof besideOf>,
  kpis: readonly Kpi[],
  slot: Slot,
  group: number,
): ReportRow {
  const { settings, read } = figures;
  const operands = kpis.map((kpi) => operandOf(figures, kpi, slot, group));
  const compare: Partial<Record<Comparison, Compared>> = {};
  for (const { comparison, name, pairOf, event } of bases.get(slot) ?? []) {
    const changes = kpis.map((kpi, index): Change => {
      const at = (place: Place) => operandOf(figures, kpi, place, group);
      const pair = pairOf([kpi]);
      const [base, current] = operandsIn(figures, kpi, pair, at, operands[index]!);
      // A code (`healthy`) has no difference.
      const changed = kpi.bands === undefined ? changeOf(current, base) : noChange;
      return {
        base: figureOf(kpi, base, figures),
        absolute: plain(changed.absolute),
        relative: plain(changed.relative),
        ...(pair === null || pair.now === slot ? {} : { part: partOf(kpi, pair.now.span, current, figures) }),
      };
    });
    compare[comparison] = { period: name, ...(event === undefined ? {} : { event }), changes };
  }
  return {
    ...rowHeadOf(read, settings, slot, group),
    figures: kpis.map((kpi, index) => figureOf(kpi, operands[index]!, figures)),
    compare,
    ...(vanished.has(group) ? { vanished: true } : {}),
    ...beside(kpis, slot, group),
  };
}

const partOf = (kpi: Kpi, { from, to }: Span, operand: Operand, figures: Figures): NonNullable<Change['part']> => ({
  from: boundText(from, figures.settings),
  to: boundText(to - 1, figures.settings),
  figure: figureOf(kpi, operand, figures),
});

/** What a row has besides its figures: the seasonal value, and the mean of the last 28 days. */
function besideOf({ figures, history, recent }: Worked) {
  const operandAt = (kpi: Kpi, place: Place, group: number) => operandOf(figures, kpi, place, group);
  const { grain, rules } = figures.settings;
  const seasons = isSeasonal(grain) && history.length > 0 ? new Seasons(history, grain, rules, operandAt) : null;
  const isAsked = isSeasonal(grain) && figures.settings.compare.includes('season');
  const tooShort = plain(nothing('insufficient_history'));
  return (kpis: readonly Kpi[], slot: Slot, group: number): Pick<ReportRow, 'season' | 'mean28d'> => {
    const days = recent.get(slot);
    const season = (kpi: Kpi): Seasonal => {
      const { index, adjusted } = seasons?.of(kpi, slot, group) ?? { index: null, adjusted: null };
      return { index: index ? plain(index) : tooShort, adjusted: adjusted ? plain(adjusted) : tooShort };
    };
    return {
      ...(isAsked && slot.grain !== 'all' ? { season: kpis.map(season) } : {}),
      ...(days ? { mean28d: kpis.map((kpi) => plain(dayMean(kpi, operandAt(kpi, days, group)))) } : {}),
    };
  };
}
