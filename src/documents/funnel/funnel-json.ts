import type { Comparison } from '../../figures/figure-model.ts';
import { changeMembers, figureMembers, headJson, type JsonObject, jsonText, qualityOf } from '../../page/json-text.ts';
import type { FigureSet, Funnel, FunnelLoss, FunnelRow, Passage } from './funnel-model.ts';
import { funnelWords } from './funnel-words.ts';

const passageOf = (passage: Passage | null | undefined): JsonObject => ({
  from: passage?.from ?? null,
  to: passage?.to ?? null,
});

/** The figures of a set and, if compared, those of other periods; `more` is added to these. */
function setMembers<K extends string>(
  { figures, compare }: FigureSet<K>,
  more: (name: Comparison) => JsonObject = () => ({}),
): JsonObject {
  const names = Object.keys(figures) as K[];
  const comparisons = (['previous', 'year'] as const).flatMap((name) => {
    const comparison = compare[name];
    if (comparison === undefined) return [];
    const changes = names.map((key) => comparison.changes[key]!);
    return [[name, { period: comparison.period, ...more(name), ...changeMembers(names, changes) }] as const];
  });
  return {
    ...figureMembers(
      names,
      names.map((key) => figures[key]!),
    ),
    compare: comparisons.length === 0 ? undefined : Object.fromEntries(comparisons),
  };
}

const lossOf = (loss: FunnelLoss): JsonObject => ({
  ...passageOf(loss.biggest),
  ...setMembers(loss, (name) => passageOf(loss.biggestBefore[name])),
});

const rowOf = (row: FunnelRow): JsonObject => ({
  period: row.period,
  from: row.from,
  to: row.to,
  partial: row.partial,
  dimensions: row.dimensions,
  steps: row.steps.map((step) => ({ step: step.step, ...setMembers(step) })),
  loss: lossOf(row.loss),
});

/** The stable contract: the same bytes for the same funnel; its schema is `schema/funnel.schema.json`. */
export function renderFunnelJson(funnel: Funnel): string {
  const json = jsonText({
    schema: 'kpi-funnel/1',
    ...headJson(funnel),
    counting: funnel.counting,
    steps: funnel.steps.map((id) => ({ id, label: funnelWords.en.steps[id] })),
    rows: funnel.rows.map(rowOf),
    quality: qualityOf(funnel),
  });
  return `${json}\n`;
}
