import type { Day } from '../core/civil.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import type { Zone } from '../core/zone.ts';
import type { Limits } from '../readers/input.ts';
import type { Source } from '../sources/source.ts';
import type { FilePlan } from './plan.ts';

/** What planning needs besides the file. */
export interface Planning {
  readonly sources: readonly Source[];
  readonly options: KpiOptions;
  readonly zone: Zone;
  readonly utc: Zone;
  /** The day of the run, for dates without a year; left out: today. */
  readonly today?: Day;
  readonly limits: Limits;
  /** A path as the configuration writes it; left out: as it is. */
  readonly written?: (path: string) => string;
  /** Whether the encoding of long files is detected from their heads alone. */
  readonly byHeads?: boolean;
}

/** What the form of a file decides of its plan. */
export type Planned = Pick<FilePlan, 'shape' | 'source' | 'tables' | 'records' | 'property'>;
