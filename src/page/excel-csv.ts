import { parse } from 'csv-parse/sync';

/** Heads of the columns of figures: in all others a cell is a name, a day or a word. */
const figureHead =
  /^(value|seasonal_index|seasonally_adjusted|mean_28d|benchmark_(low|high))$|_(value|change_abs|change_pct)$/;

const isNumber = (cell: string): boolean => /^-?\d+(\.\d+)?$/.test(cell);
const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A CSV of ours for spreadsheets of countries that write a comma in numbers: there semicolons separate cells. The mark at
 * the start makes Excel read UTF-8.
 */
export function excelCsv(csv: string): string {
  const [head = [], ...rows] = parse(csv) as string[][];
  const figures = head.map((name) => figureHead.test(name));
  const lines = rows.map((row) =>
    row.map((cell, at) => quoted(figures[at] && isNumber(cell) ? cell.replace('.', ',') : cell)).join(';'),
  );
  return `\ufeff${[head.map(quoted).join(';'), ...lines].join('\r\n')}\r\n`;
}
