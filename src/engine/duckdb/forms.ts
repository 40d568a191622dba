import type { Collector, Given } from '../../facts/collect.ts';
import { Cursor } from './cursor.ts';
import type { Database } from './database.ts';
import { keyColumn, lineColumn, numberColumn, type Scan, type ScanPlan } from './scan.ts';

/** How the rows of a scanned table come out of the database and get into the reader of their collector. */
export interface Form {
  /** The selected columns, after the row's number. */
  readonly columns: readonly string[];
  /** The joins that they need. */
  readonly joins: string;
  /** Puts the values of the current row where the collector looks for them; returns the first column after them. */
  fill(cursor: Cursor): number;
}

/** A number as the collectors take it: NaN for NULL. */
const asDouble = (value: string): string => `coalesce(CAST(${value} AS DOUBLE), 'nan'::DOUBLE)`;

/** The numbers of lines of orders, as `Form.columns`. */
export const lineColumns = (lines: number): string[] =>
  Array.from({ length: lines }, (_, at) => asDouble(lineColumn(at)));

/** Words by the number of their combination, numbers, and keys as texts. */
export function textForm({ reader }: Collector, plan: ScanPlan, { combos }: Scan): Form {
  const numbers = plan.numbers.length;
  return {
    columns: [
      'combo',
      ...plan.numbers.map((_, at) => asDouble(numberColumn(at))),
      ...plan.keys.map(({ at }) => keyColumn(at)),
    ],
    joins: '',
    fill(cursor) {
      setTexts(reader.texts, combos[cursor.number(1)]!.texts);
      for (let at = 0; at < numbers; at += 1) reader.numbers[at] = cursor.number(at + 2);
      let column = numbers + 2;
      for (const { at } of plan.keys) {
        reader.texts[at] = cursor.text(column);
        column += 1;
      }
      return column;
    },
  };
}

/**
 * For rows that are records of their own: no id is read, and each distinct key comes once, in a separate table; of
 * `unnamed` keys only their number.
 */
export async function givenForm(
  database: Database,
  name: string,
  collector: Collector,
  plan: ScanPlan,
  { combos }: Scan,
): Promise<Form> {
  const { reader } = collector;
  const given: Given = { combo: -1, keys: new Float64Array(reader.texts.length).fill(Number.NaN) };
  const ports = await Promise.all(
    plan.keys
      .flatMap(({ at }) => collector.keyPorts.filter((port) => port.at === at && port.column !== null))
      .map(async ({ at, dictionary }) => {
        const table = `${name}_${keyColumn(at)}`;
        await database.run(
          `CREATE TABLE ${table} AS SELECT DISTINCT ${keyColumn(at)} AS text FROM ${name} WHERE ${keyColumn(at)} IS NOT NULL`,
        );
        const numbers: number[] = [];
        const keys = database.chunks(`SELECT CAST(rowid AS DOUBLE), text FROM ${table} ORDER BY rowid`);
        await new Cursor(keys).each((cursor) => {
          numbers.push(collector.keyNumber(dictionary, cursor.text(1)!));
        });
        return { at, table, first: 0, numbers };
      }),
  );
  /** By number of a combination in the table. */
  const known: (number | undefined)[] = [];
  const numbers = plan.numbers.length;
  return {
    columns: [
      'combo',
      ...plan.numbers.map((_, at) => asDouble(numberColumn(at))),
      ...ports.map(({ table }) => asDouble(`${table}.rowid`)),
    ],
    joins: ports.map(({ at, table }) => ` LEFT JOIN ${table} ON ${table}.text = ${keyColumn(at)}`).join(''),
    fill(cursor) {
      const words = cursor.number(1);
      setTexts(reader.texts, combos[words]!.texts);
      collector.given = null;
      known[words] ??= collector.combo();
      given.combo = known[words];
      for (let at = 0; at < numbers; at += 1) reader.numbers[at] = cursor.number(at + 2);
      let column = numbers + 2;
      for (const port of ports) {
        const place = cursor.number(column);
        given.keys[port.at] = Number.isNaN(place) ? Number.NaN : (port.numbers[place] ?? port.first + place);
        column += 1;
      }
      collector.given = given;
      return column;
    },
  };
}

function setTexts(texts: (string | null)[], of: readonly (string | null)[]): void {
  for (let at = 0; at < of.length; at += 1) texts[at] = of[at]!;
}
