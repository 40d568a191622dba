import type { FunnelStepName } from '../../core/funnel-steps.ts';
import type {
  Change,
  Comparison,
  DocumentHead,
  Figure,
  FileQuality,
  RowHead,
  Warning,
} from '../../figures/figure-model.ts';

/** Figures by name, each with those of other periods. */
export interface FigureSet<K extends string> {
  readonly figures: Readonly<Partial<Record<K, Figure>>>;
  readonly compare: Readonly<
    Partial<Record<Comparison, { readonly period: string; readonly changes: Readonly<Partial<Record<K, Change>>> }>>
  >;
}

/**
 * `base` is what `rate` and `loss` are taken from: the step before, of repeat purchases the customers of the period. A first
 * step has none of the three, and a step before the visits no rate of visits.
 */
export type StepFigure = 'count' | 'base' | 'rate' | 'rate_of_visits' | 'loss';
/** The share of a step that is lost before the next; the carts without a purchase, and their value. */
export type LossFigure = 'share' | 'lost_carts' | 'lost_value';

export interface FunnelStep extends FigureSet<StepFigure> {
  readonly step: FunnelStepName;
}

/** Between which two steps of visits most is lost. */
export interface Passage {
  readonly from: FunnelStepName;
  readonly to: FunnelStepName;
}

export interface FunnelLoss extends FigureSet<LossFigure> {
  /** Null where the share is 0 or null. */
  readonly biggest: Passage | null;
  /** The same in the periods compared with; it may be elsewhere. */
  readonly biggestBefore: Readonly<Partial<Record<Comparison, Passage | null>>>;
}

/** The funnel of a period, of one group or of all together. */
export interface FunnelRow extends RowHead {
  readonly steps: readonly FunnelStep[];
  readonly loss: FunnelLoss;
}

/**
 * How the steps of visits are counted: `closed` if rows are sessions, which count in a step only after all earlier
 * steps, `open` if rows are sums, whose steps are independent.
 */
export type Counting = 'closed' | 'open' | 'mixed';

/** The result of `kpi funnel`. */
export interface Funnel extends DocumentHead {
  /** Null if no file has visits. */
  readonly counting: Counting | null;
  /** Those that some file has, in order. */
  readonly steps: readonly FunnelStepName[];
  readonly rows: readonly FunnelRow[];
  readonly files: readonly FileQuality[];
  readonly warnings: readonly Warning[];
}
