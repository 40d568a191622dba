import { toDecimal } from '../core/fraction.ts';
import type { Unit } from '../core/kinds.ts';
import type { Funnel, FunnelRow, LossFigure, StepFigure } from '../report/funnel-model.ts';
import type { Figure } from '../report/model.ts';
import { csvText } from './csv-text.ts';

export const stepUnits: Readonly<Record<StepFigure, Unit>> = {
  count: 'count',
  base: 'count',
  rate: 'ratio',
  rate_of_visits: 'ratio',
  loss: 'count',
};
export const lossUnits: Readonly<Record<LossFigure, Unit>> = {
  share: 'ratio',
  lost_carts: 'count',
  lost_value: 'money',
};

const cells = (figure: Figure): string[] => {
  const { value, reason = '' } = figure;
  return value === null ? ['', reason] : [typeof value === 'string' ? value : toDecimal(value), ''];
};

/** The figures of a row: those of steps with their step, the biggest loss with the step that it leads to. */
function figuresOf({ steps, loss }: FunnelRow): string[][] {
  const ofSteps = steps.flatMap(({ step, figures }) =>
    Object.entries(figures).map(([name, figure]) => [step, name, stepUnits[name as StepFigure], ...cells(figure)]),
  );
  const places = { share: loss.biggest?.to ?? '', lost_carts: 'carts', lost_value: 'carts' };
  const names = { share: 'biggest_loss', lost_carts: 'lost_carts', lost_value: 'lost_value' };
  const ofLoss = Object.entries(loss.figures).map(([key, figure]) => {
    const name = key as LossFigure;
    return [places[name], names[name], lossUnits[name], ...cells(figure)];
  });
  return [...ofSteps, ...ofLoss];
}

/** The funnel in long form, one figure a line, with the exact decimals of its JSON; an empty value is null. */
export function renderFunnelCsv({ dimensions, rows }: Funnel): string {
  const head = ['period', 'from', 'to', 'partial', ...dimensions, 'step', 'figure', 'unit', 'value', 'null_reason'];
  const lines = rows.flatMap((row) => {
    const names = dimensions.map((dimension) => row.dimensions[dimension] ?? '');
    const place = [row.period, row.from, row.to, String(row.partial), ...names];
    return figuresOf(row).map((figure) => [...place, ...figure]);
  });
  return csvText([head, ...lines]);
}
