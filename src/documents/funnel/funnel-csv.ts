import type { Unit } from '../../core/kinds.ts';
import type { Comparison } from '../../figures/figure-model.ts';
import {
  changeCells,
  changeHeads,
  comparisonsIn,
  csvText,
  flagsCell,
  reasonCell,
  valueCell,
} from '../../page/csv-text.ts';
import { excelCsv } from '../../page/excel-csv.ts';
import type { FigureSet, Funnel, FunnelRow, LossFigure, StepFigure } from './funnel-model.ts';

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

/** A figure of a set with its marks and its changes. */
function cells<K extends string>({ figures, compare }: FigureSet<K>, name: K, asked: readonly Comparison[]): string[] {
  const figure = figures[name];
  const changes = asked.flatMap((one) => changeCells(compare[one]?.period, compare[one]?.changes[name]));
  return [valueCell(figure), reasonCell([figure]), flagsCell(figure), ...changes];
}

/** The figures of a row: those of steps with their step, the biggest loss with the step that it leads to. */
function figuresOf({ steps, loss }: FunnelRow, asked: readonly Comparison[]): string[][] {
  const ofSteps = steps.flatMap((one) =>
    (Object.keys(one.figures) as StepFigure[]).map((name) => [
      one.step,
      name,
      stepUnits[name],
      ...cells(one, name, asked),
    ]),
  );
  const places = { share: loss.biggest?.to ?? '', lost_carts: 'carts', lost_value: 'carts' };
  const names = { share: 'biggest_loss', lost_carts: 'lost_carts', lost_value: 'lost_value' };
  const ofLoss = (Object.keys(loss.figures) as LossFigure[]).map((name) => [
    places[name],
    names[name],
    lossUnits[name],
    ...cells(loss, name, asked),
  ]);
  return [...ofSteps, ...ofLoss];
}

/** The funnel in long form, one figure per line, with the exact decimals of its JSON; an empty value is null. */
export function renderFunnelCsv({ dimensions, rows }: Funnel): string {
  const asked = comparisonsIn(rows.map(({ loss }) => loss));
  const head = [
    ...['period', 'from', 'to', 'partial', ...dimensions, 'step', 'figure', 'unit', 'value', 'null_reason', 'flags'],
    ...changeHeads(asked),
  ];
  const lines = rows.flatMap((row) => {
    const names = dimensions.map((dimension) => row.dimensions[dimension] ?? '');
    const place = [row.period, row.from, row.to, String(row.partial), ...names];
    return figuresOf(row, asked).map((figure) => [...place, ...figure]);
  });
  return csvText([head, ...lines]);
}

/** The same for spreadsheets with a decimal comma. */
export const renderFunnelExcelCsv = (given: Funnel): string => excelCsv(renderFunnelCsv(given));
