import { type Comparable, changeSince } from '../core/change.ts';
import { DAY_HOURS } from '../core/civil.ts';
import * as exact from '../core/fraction.ts';
import type { Kind, NullReason } from '../core/kinds.ts';
import { codeOf } from '../kpis/bands.ts';
import { evaluate, markBit, markNames, nothing, type Operand, uncovered } from '../kpis/evaluate.ts';
import type { Kpi } from '../kpis/kpi.ts';
import type { Figures } from './figure-cells.ts';
import type { Figure } from './figure-model.ts';
import type { Place } from './place.ts';

/** What can be calculated for a place: a KPI, or something like one. */
export type Asked = Pick<Kpi, 'id' | 'formula' | 'sample' | 'settles'> & Partial<Pick<Kpi, 'group'>>;

/** A KPI in a cell, with its own marks beside those of its measures. */
export function operandOf(figures: Figures, kpi: Asked, place: Place, group: number): Operand {
  // Needed for its row, as the base of the next one, and to see whether the files supply it.
  return figures.once(place, `${group}|${kpi.id}`, () => workedOperand(figures, kpi, place, group));
}

function workedOperand(figures: Figures, kpi: Asked, place: Place, group: number): Operand {
  const used = new Set<Kind>();
  const cell = figures.cell(place, group, used);
  const operand = evaluate(kpi.formula, cell);
  // Group by group, kinds can only be mixed if each of them has the groups.
  if (group > 0 && used.size > 1 && [...used].some((kind) => !figures.suppliers.tellsAll(kind)))
    return nothing('missing_kind');
  if (operand.value === null) return operand;
  let bits = operand.marks;
  const { options, asOf, zone } = figures.settings;
  if (kpi.sample !== undefined) {
    const answers = cell.measure(kpi.sample);
    if (answers.value !== null && exact.compare(answers.value, exact.ofText(String(options.min_answers))) < 0)
      bits |= markBit('low_sample');
  }
  if (kpi.settles !== undefined && place.elapsed.to + options[kpi.settles] * DAY_HOURS > zone.hour(asOf))
    bits |= markBit('provisional');
  return { ...operand, marks: bits };
}

export function figureOf(kpi: Kpi, operand: Operand, { settings }: Figures): Figure {
  if (operand.value === null) return plain(operand);
  const value = kpi.bands === undefined ? operand.value : codeOf(kpi.bands, operand.value, settings.options);
  return { value, marks: markNames(operand.marks) };
}

export const plain = (operand: Operand): Figure =>
  operand.value === null
    ? { value: null, reason: operand.reason ?? 'no_observations', marks: [] }
    : { value: operand.value, marks: markNames(operand.marks) };

export const noChange = { absolute: nothing('no_observations'), relative: nothing('no_observations') };

/** The change since a base: it carries the base's marks. */
export function changeOf(current: Operand, base: Operand): { absolute: Operand; relative: Operand } {
  const { absolute, relative } = changeSince(comparable(base), comparable(current));
  const operand = (changed: exact.Fraction | NullReason): Operand =>
    typeof changed === 'string' ? nothing(changed) : { value: changed, marks: base.marks };
  return { absolute: operand(absolute), relative: operand(relative) };
}

const isIncomplete = markBit('incomplete') | uncovered;
const comparable = ({ value, reason, marks }: Operand): Comparable => ({
  value,
  reason,
  isIncomplete: (marks & isIncomplete) !== 0,
});
