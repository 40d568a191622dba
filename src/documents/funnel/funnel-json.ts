import type { Comparison } from '../../figures/figure-model.ts';
import {
  array,
  changeMembers,
  figureMembers,
  member,
  object,
  qualityOf,
  text,
  textOrNull,
} from '../../page/json-text.ts';
import type { FigureSet, Funnel, FunnelLoss, FunnelRow, FunnelStep, Passage } from './funnel-model.ts';
import { funnelWords } from './funnel-words.ts';

const passageOf = (passage: Passage | null): string[] => [
  member('from', textOrNull(passage?.from ?? null)),
  member('to', textOrNull(passage?.to ?? null)),
];

/** The figures of a set and, if compared, those of other periods; `more` is added to these. */
function setMembers<K extends string>(
  { figures, compare }: FigureSet<K>,
  level: number,
  more: (name: Comparison) => readonly string[] = () => [],
): string[] {
  const names = Object.keys(figures) as K[];
  const keys = names.map(text);
  const comparisons = (['previous', 'year'] as const).flatMap((name) => {
    const comparison = compare[name];
    if (comparison === undefined) return [];
    const changes = names.map((key) => comparison.changes[key]!);
    const parts = [
      member('period', text(comparison.period)),
      ...more(name),
      ...changeMembers(keys, changes, level + 2),
    ];
    return [member(name, object(parts, level + 1))];
  });
  return [
    ...figureMembers(
      keys,
      names.map((key) => figures[key]!),
      level,
    ),
    ...(comparisons.length === 0 ? [] : [member('compare', object(comparisons, level))]),
  ];
}

const stepOf = (step: FunnelStep): string => object([member('step', text(step.step)), ...setMembers(step, 5)], 4);

const lossOf = (loss: FunnelLoss): string =>
  object(
    [...passageOf(loss.biggest), ...setMembers(loss, 4, (name) => passageOf(loss.biggestBefore[name] ?? null))],
    3,
  );

function rowOf(row: FunnelRow): string {
  const named = Object.entries(row.dimensions).map(([dimension, name]) => member(dimension, text(name)));
  const parts = [
    member('period', text(row.period)),
    member('from', text(row.from)),
    member('to', text(row.to)),
    member('partial', String(row.partial)),
    member('dimensions', object(named, 3)),
    member('steps', array(row.steps.map(stepOf), 3)),
    member('loss', lossOf(row.loss)),
  ];
  return object(parts, 2);
}

/** The stable contract: the same bytes for the same funnel; its schema is `schema/funnel.schema.json`. */
export function renderFunnelJson(funnel: Funnel): string {
  const steps = funnel.steps.map((step) =>
    object([member('id', text(step)), member('label', text(funnelWords.en.steps[step]))], 2),
  );
  const parts = [
    member('schema', text('kpi-funnel/1')),
    member('as_of', text(funnel.asOf)),
    member('timezone', text(funnel.timezone)),
    member('currency', textOrNull(funnel.currency)),
    member('period', text(funnel.grain)),
    member('from', textOrNull(funnel.from)),
    member('to', textOrNull(funnel.to)),
    member('dimensions', array(funnel.dimensions.map(text), 1)),
    member('counting', textOrNull(funnel.counting)),
    member('steps', array(steps, 1)),
    member('rows', array(funnel.rows.map(rowOf), 1)),
    qualityOf(funnel),
  ];
  return `${object(parts, 0)}\n`;
}
