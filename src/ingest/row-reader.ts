import type { Hash } from '../core/hash.ts';
import type { Kind } from '../core/kinds.ts';
import { personOf } from '../core/person.ts';
import { signIn } from '../fields/affix.ts';
import { currencyCell } from '../fields/currency.ts';
import { REFUSED } from '../fields/field.ts';
import { blame, columnName } from '../plan/blamed-column.ts';
import { type Cells, type ReadNumber, type ReadText, readNumber, readText, type Zones } from '../plan/compile.ts';
import type { Resolved, ResolvedFields, SaidCurrency } from '../plan/plan.ts';
import { columnsOf } from '../plan/resolve-fields.ts';
import { recordFields } from '../records/index.ts';
import { namesPerson } from '../records/person-fields.ts';
import { typeOfField } from '../records/told.ts';

/** What is wrong with a row: a column, a reason code and the cell. */
export interface Fault {
  readonly column: string;
  readonly reason: string;
  readonly value: string;
}

interface NumberField {
  readonly name: string;
  readonly from: Resolved;
  readonly read: ReadNumber;
  readonly required: boolean;
}

interface TextField {
  readonly name: string;
  readonly from: Resolved;
  readonly read: ReadText;
  readonly required: boolean;
}

const isText = (type: string | undefined): boolean => type === 'text' || type === 'key';

/**
 * Reads the fields of one record kind from the rows of one table. The values of the last row read are in `numbers` and
 * `texts`, at the places that `numberAt` and `textAt` return: no object is made per row.
 */
export class RowReader {
  readonly numbers: Float64Array;
  readonly texts: (string | null)[];
  readonly numberFields: readonly NumberField[];
  readonly textFields: readonly TextField[];
  readonly #requiredNumbers: readonly number[];
  readonly #requiredTexts: readonly number[];
  readonly #zones: Zones;
  readonly #currencyAt: number;
  /** Cells of amounts: a sign or code in them must not contradict the stated currency. */
  readonly #amounts: readonly { readonly index: number; readonly name: string }[];
  readonly #said: ReadText | null;
  readonly #otherwise: string | null;
  /** Places of the texts that identify people. */
  readonly #people: readonly number[];
  #lastCurrency = '';
  #lastCode: string | null = null;

  /**
   * `said`: where the currency of the amounts is stated, in a column or for all rows. `seed`: people are read as the
   * texts of `core/person.ts`; null: as they are identified in the file.
   */
  constructor(
    kind: Kind,
    fields: ResolvedFields,
    zones: Zones,
    readonly said: SaidCurrency = { from: null, otherwise: null },
    private readonly seed: Hash | null = null,
  ) {
    const metas = recordFields(kind);
    const numbers: NumberField[] = [];
    const texts: TextField[] = [];
    for (const [name, from] of Object.entries(fields)) {
      const meta = metas.get(name);
      const required = meta?.required ?? false;
      if (isText(typeOfField(kind, name))) texts.push({ name, from, read: readText(from), required });
      else numbers.push({ name, from, read: readNumber(from, zones), required });
    }
    this.numberFields = numbers;
    this.textFields = texts;
    this.numbers = new Float64Array(numbers.length);
    this.texts = new Array<string | null>(texts.length).fill(null);
    this.#requiredNumbers = numbers.flatMap(({ required }, at) => (required ? [at] : []));
    this.#requiredTexts = texts.flatMap(({ required }, at) => (required ? [at] : []));
    this.#zones = zones;
    this.#amounts = numbers
      .flatMap(({ from }) => columnsOf(from))
      .flatMap(({ as, index, name }) => (as.type === 'money' ? [{ index, name }] : []));
    this.#said = said.from === null ? null : readText(said.from);
    this.#otherwise = said.otherwise;
    this.#currencyAt = texts.findIndex(({ name }) => name === 'currency');
    this.#people = seed === null ? [] : texts.flatMap(({ name }, at) => (namesPerson(name) ? [at] : []));
  }

  /** Whether people are hashes. */
  get hidesPeople(): boolean {
    return this.seed !== null;
  }

  /** The place of a field in `numbers`, or -1. */
  numberAt(name: string): number {
    return this.numberFields.findIndex((field) => field.name === name);
  }

  /** The place of a field in `texts`, or -1. */
  textAt(name: string): number {
    return this.textFields.findIndex((field) => field.name === name);
  }

  /** The name of a field in the file; its own name if it has no column. */
  columnOf(name: string): string {
    const field = [...this.numberFields, ...this.textFields].find((one) => one.name === name);
    return (field === undefined ? null : columnName(field.from)) ?? name;
  }

  /** Reads every field of a row; false if one cannot be read. */
  read(cells: Cells): boolean {
    const { numbers, numberFields } = this;
    let fine = true;
    for (let i = 0; i < numberFields.length; i += 1) {
      const value = numberFields[i]!.read(cells);
      if (value === REFUSED) fine = false;
      numbers[i] = value;
    }
    if (this.#otherCurrency(cells) !== null) fine = false;
    return this.readTexts(cells) && fine;
  }

  /** Reads only the texts of a row; false if its currency is invalid. */
  readTexts(cells: Cells): boolean {
    const { texts, textFields } = this;
    for (let i = 0; i < textFields.length; i += 1) texts[i] = textFields[i]!.read(cells);
    for (const at of this.#people) {
      const text = texts[at]!;
      if (text !== null) texts[at] = personOf(text, this.seed!);
    }
    const money = this.#currencyAt === -1 ? null : (texts[this.#currencyAt] ?? null);
    if (money === null) return true;
    const code = this.#codeOf(money);
    texts[this.#currencyAt] = code;
    return code !== null;
  }

  /** The first required field that is blank in the last row read. */
  missing(): Fault | null {
    for (const at of this.#requiredNumbers) {
      const { from, name } = this.numberFields[at]!;
      if (Number.isNaN(this.numbers[at]!)) return this.#missing(from, name);
    }
    for (const at of this.#requiredTexts) {
      const { from, name } = this.textFields[at]!;
      if (this.texts[at] === null) return this.#missing(from, name);
    }
    return null;
  }

  /** The first amount with a sign or code of another currency than the stated one. */
  #otherCurrency(cells: Cells): Fault | null {
    for (const { index, name } of this.#amounts) {
      const value = cells[index] ?? '';
      const found = signIn(value);
      if (found === null) continue;
      const said = currencyCell(this.#said?.(cells) ?? '') ?? this.#otherwise;
      if (said !== null && !found.codes.includes(said)) return { column: name, reason: 'other_currency', value };
    }
    return null;
  }

  /** A column of currencies mostly repeats the same value. */
  #codeOf(text: string): string | null {
    if (text !== this.#lastCurrency) [this.#lastCurrency, this.#lastCode] = [text, currencyCell(text)];
    return this.#lastCode;
  }

  /** What cannot be read in a row that `read` refused. */
  fault(cells: Cells): Fault {
    for (const field of this.numberFields) {
      const found = field.read(cells) === REFUSED ? blame(field.from, cells, this.#zones) : null;
      if (found !== null) return found;
    }
    const other = this.#otherCurrency(cells);
    if (other !== null) return other;
    const currency = this.textFields[this.#currencyAt];
    const value = currency?.read(cells) ?? null;
    if (currency !== undefined && value !== null && currencyCell(value) === null)
      return { column: columnName(currency.from) ?? currency.name, reason: 'unknown_currency', value };
    return { column: '', reason: 'not_readable', value: '' };
  }

  #missing(from: Resolved, name: string): Fault {
    return { column: columnName(from) ?? name, reason: 'missing_value', value: '' };
  }
}
