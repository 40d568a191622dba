import type { Text } from '../core/text.ts';
import type { Read } from '../engine/state/read.ts';
import { usesOf } from '../kpis/evaluate.ts';
import type { Window } from '../kpis/formula.ts';
import type { Kpi } from '../kpis/kpi.ts';
import type { Measure } from '../measures/measure.ts';
import type { Figure, FileQuality, ReportKpi, RowHead } from './figure-model.ts';
import type { ReportSettings } from './figure-settings.ts';
import { basisOf, kpiOf, workOut } from './frame.ts';
import { rowHeadOf } from './heads.ts';
import { needsOf } from './needs.ts';
import { figureOf, operandOf, plain } from './operands.ts';
import { filesOf } from './quality.ts';

/** A measure that a formula reads, over the period or over windows beside it. */
export interface ExplainedOperand {
  /** `customers`, `customers@last_year`, `customers@a&b` for what both windows hold. */
  readonly id: string;
  readonly unit: Measure['unit'];
  readonly doc: Text;
}

/** A KPI with the operands of every period, from which the printed value can be recalculated. */
export interface Explanation {
  readonly kpi: ReportKpi;
  readonly operands: readonly ExplainedOperand[];
  readonly rows: readonly (RowHead & { readonly operands: readonly Figure[]; readonly value: Figure })[];
  /** The files that the operands come from. */
  readonly files: readonly FileQuality[];
  readonly currency: string | null;
  /** What it reads that no file has, and where that is found. */
  readonly needs: Text | null;
}

interface Use {
  readonly id: string;
  readonly measure: Measure;
  readonly windows: readonly (Window | undefined)[];
}

/** The operands of a formula, each once. */
export function operandsOf(kpi: Kpi, options: ReportSettings['options']): Use[] {
  const uses = new Map<string, Use>();
  for (const { measure, windows } of usesOf(kpi.formula, options)) {
    const names = windows.flatMap((window) => window?.name ?? []);
    const id = names.length === 0 ? measure.id : `${measure.id}@${names.join('&')}`;
    if (!uses.has(id)) uses.set(id, { id, measure, windows });
  }
  return [...uses.values()];
}

/** Shows how one KPI is calculated. */
export async function explanationOf(read: Read, settings: ReportSettings, kpi: Kpi): Promise<Explanation> {
  const worked = await workOut(read, { ...settings, kpis: [kpi.id] }, [kpi]);
  const { figures, slots, groups } = worked;
  const uses = operandsOf(kpi, settings.options);
  const kinds = new Set(uses.map(({ measure }) => measure.over));
  return {
    kpi: kpiOf(kpi, basisOf(read, settings)),
    operands: uses.map(({ id, measure }) => ({ id, unit: measure.unit, doc: measure.doc })),
    rows: slots.flatMap((slot) =>
      [...groups, 0].map((group) => {
        const cell = figures.cell(slot, group, new Set());
        const operand = ({ measure, windows: [first, second] }: Use) =>
          second === undefined || first === undefined
            ? cell.measure(measure, first)
            : cell.both(measure, first, second);
        return {
          ...rowHeadOf(read, settings, slot, group),
          operands: uses.map((use) => plain(operand(use))),
          value: figureOf(kpi, operandOf(figures, kpi, slot, group), figures),
        };
      }),
    ),
    files: filesOf(read).filter((file) => file.kinds.some((kind) => kinds.has(kind))),
    currency: settings.currency,
    needs: needsOf(kpi, worked.figures),
  };
}
