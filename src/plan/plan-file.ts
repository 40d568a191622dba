import { type Day, dayOfHour } from '../core/civil.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import { isPartRefund } from '../core/order-status.ts';
import { Problem } from '../core/problem.ts';
import { sameInAll, type Text } from '../core/text.ts';
import type { Zone } from '../core/zone.ts';
import type { DayRange } from '../fields/date-range.ts';
import { REFUSED } from '../fields/field.ts';
import type { CsvShape } from '../readers/csv.ts';
import { detectDelimiter, headRecords } from '../readers/csv.ts';
import { type Head, headBytes, isEndOfLine, readHead } from '../readers/decode.ts';
import { type Input, type Limits, named, sizeText } from '../readers/input.ts';
import { detectJson, headArrays, headJson, type JsonShape, jsonShapes } from '../readers/json.ts';
import { neverClosed } from '../readers/json-faults.ts';
import { approxNote } from '../records/field-types.ts';
import { recordFields } from '../records/index.ts';
import { col, type Source, titleOf } from '../sources/source.ts';
import { amountsOfRows } from './amounts-of-rows.ts';
import { withCarried } from './carried.ts';
import { Columns } from './column-cells.ts';
import { readNumber } from './compile.ts';
import { guessNote, withConventions } from './conventions.ts';
import { currencyOfCells } from './currency-signs.ts';
import { derivable, derivedColumns, derivedRows } from './derived.ts';
import { isDescribed } from './descriptions.ts';
import { dropRates, fitting, rateNotes } from './fitting.ts';
import { withGiven } from './given.ts';
import {
  below,
  firstBelow,
  type Glances,
  glancesOf,
  type HeadRecords,
  headRows,
  keptRows,
  knownRecords,
  type Records,
  type Rows,
  rowsBelow,
  splitHead,
} from './head-records.ts';
import { Header } from './header.ts';
import { JoinedParts } from './join-json.ts';
import { cellsOf, columnsOfRecords, plainColumns } from './json-cells.ts';
import { amountsBesideLines } from './lines-and-amounts.ts';
import { asSpans, spansNote } from './month-tables.ts';
import { isOwnJson, notRead, ownReport, refuseUnread } from './not-read.ts';
import { refuseOpenQuestion } from './open-questions.ts';
import { partTotals } from './part-totals.ts';
import type { FilePlan, Resolved, ResolvedFields, TablePlan } from './plan.ts';
import { plainLine, statedPeriod } from './preamble.ts';
import { refuseUnproven } from './proof.ts';
import { propertyOf } from './property.ts';
import { placeAt, type Recognised, recognise, type SourceEntry } from './recognise.ts';
import { columnsOf, mapColumns, positionsOf, resolve, resolveFields } from './resolve-fields.ts';
import { daysOf } from './sibling-days.ts';
import { bestFit } from './signature.ts';
import { withSigns } from './signs.ts';
import { asStarts } from './start-dates.ts';
import { statusNotes } from './status-column.ts';
import { mayIncludeTax, taxesOf } from './tax-basis.ts';
import { areDated } from './time-spans.ts';
import { recordCells, totalsPlan } from './total-rows.ts';
import { twoColumns } from './two-columns.ts';
import { withJoinedHeader } from './two-row-header.ts';
import { writtenOffsets } from './written-offsets.ts';
import { yamlText } from './yaml-text.ts';
import { yearNotes } from './yearless.ts';

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

/** The records of this many bytes are kept from planning to reading. */
const smallFile = 256 * 1024;

const exportAgain: Text = { en: 'Export it again.', fr: 'Exportez le fichier à nouveau.' };

/** Decides what a file is and how it is read. A file of no known format is the Problem `not_recognised`. */
export async function planFile(input: Input, entry: SourceEntry, planning: Planning): Promise<FilePlan> {
  if (input.sheet?.isOwn === true) throw notRead(input.path, ...ownReport);
  if (input.sheet?.hidden !== true) return planInput(input, entry, planning);
  await planInput(input, entry, planning).catch((error: unknown) => {
    if (!(error instanceof Problem) || nothingInIt.has(error.code)) throw error;
  });
  throw hiddenSheet(input.path);
}

/** A hidden sheet with one of these hides nothing. */
const nothingInIt: ReadonlySet<string> = new Set(['not_recognised', 'empty_file', 'not_read']);

const hiddenSheet = (path: string): Problem =>
  new Problem(
    'hidden_sheet',
    { en: `${path} is a hidden sheet, not read`, fr: `${path} est une feuille masquée, non lue` },
    [
      {
        en: 'Unhide it in the workbook to have it read, or delete it.',
        fr: "Affichez-la dans le classeur pour qu'elle soit lue, ou supprimez-la.",
      },
    ],
    { file: path },
  );

async function planInput(input: Input, entry: SourceEntry, planning: Planning): Promise<FilePlan> {
  const head = await readHead(input, planning.byHeads);
  return planHead(input, head, entry, planning).finally(() => head.release?.());
}

async function planHead(input: Input, head: Head, entry: SourceEntry, planning: Planning): Promise<FilePlan> {
  if (isBlankText(head.text)) {
    const name = named(input.path);
    throw new Problem('empty_file', { en: `${name.en} is empty`, fr: `${name.fr} est vide` }, [exportAgain], {
      file: input.path,
    });
  }
  const json = input.sheet === undefined ? detectJson(head) : null;
  if (json !== null && isOwnJson(head.text)) throw notRead(input.path, ...ownReport);
  const planned = await (json === null ? planCsv : planJson)(input, head, entry, planning);
  return {
    input,
    path: input.path,
    encoding: head.encoding,
    byHead: head.byHead ?? false,
    isEnded: isEndOfLine(head.text),
    zone: entry.timezone ?? null,
    currency: entry.currency ?? null,
    store: entry.store ?? planned.source.store ?? null,
    account: entry.account ?? null,
    preferred: entry.prefer ?? false,
    written: planning.written?.(input.path) ?? input.path,
    warnings: head.encodingWarning === undefined ? [] : [head.encodingWarning],
    ...uncomputedWarning(input.path, input.sheet?.uncomputed?.count ?? 0),
    ...planned,
  };
}

/** Formulas without a value read as empty cells: totals and prices may be among them. */
const uncomputedWarning = (path: string, count: number): { uncomputed?: Text } =>
  count === 0
    ? {}
    : {
        uncomputed: {
          en: `${path}: ${count} ${count === 1 ? 'formula has' : 'formulas have'} no stored value and ${count === 1 ? 'counts as an empty cell' : 'count as empty cells'}: open the workbook in a spreadsheet and save it`,
          fr: `${path}\u00a0: ${count} formule${count === 1 ? '' : 's'} sans valeur enregistrée, ${count === 1 ? 'lue comme une cellule vide' : 'lues comme des cellules vides'}\u00a0: ouvrez le classeur dans un tableur et enregistrez-le`,
        },
      };

/** `#`, with which the lines between tables begin. */
const hash = 0x23;

/** Nearly all texts have a visible ASCII character early on. */
const isBlankText = (text: Buffer): boolean =>
  !text.some((byte) => byte > 0x20 && byte < 0x7f) && text.toString('utf8').trim() === '';

type Planned = Pick<FilePlan, 'shape' | 'source' | 'tables' | 'records' | 'property'>;

const entryPeriod = (entry: SourceEntry): DayRange | null =>
  entry.from === undefined || entry.to === undefined ? null : { from: entry.from, to: entry.to };

async function planCsv(input: Input, head: Head, entry: SourceEntry, planning: Planning): Promise<Planned> {
  const shape: CsvShape = { delimiter: input.sheet === undefined ? detectDelimiter(head.text) : ',' };
  const { limits } = planning;
  const small = head.complete && head.text.length <= smallFile;
  const whole = (): Records => headRecords(head, shape, headRows, limits);
  // Consecutive tables are looked for in all of the head.
  const records = withJoinedHeader(
    small || head.text[0] === hash ? knownRecords(whole()) : splitHead(head, shape, limits),
    planning.sources,
  );
  const found = recognise(input.path, records, planning.sources, entry);
  refuseUnread(input.path, records, found, entry);
  if (found === null) throw await unknown(input, shape, records, entry, planning);
  prove(input.path, found, records, entry, planning);
  const tables =
    found.source.layout === 'blocks'
      ? blocksOf(records.all([]) === records.first ? records.first : whole(), found.source).flatMap(
          (block) => tableOf(input, shape, block, found.source, entry, planning) ?? [],
        )
      : sourcesOf(found.source).flatMap(
          (source) => tableOf(input, shape, tableBlock(records, found.at), source, entry, planning) ?? [],
        );
  if (tables.length === 0 && isBelowAnother(records, found)) throw notRead(input.path, titleOf(found.source), pivoted);
  if (tables.length === 0) throw undated(input.path, found.source);
  const kept = small && records.first.length < headRows ? records.first : null;
  const property = propertyOf(found.source, records.first);
  const planned: Planned = { shape: { form: 'csv', ...shape }, source: found.source, tables, records: kept };
  return property === undefined ? planned : { ...planned, property };
}

/** Whether a header of a file of several tables is the second line of one: the first has the values of a dimension. */
function isBelowAnother({ first }: HeadRecords, { source, at }: Recognised): boolean {
  const before = at === 0 ? [] : first[at - 1]!;
  return source.layout === 'blocks' && !isOneCell(before) && !(before[0] ?? '').startsWith('#');
}

const pivoted: Text = {
  en: 'the names of its columns are in two lines, since a dimension is in the columns; move it to the rows and export it again',
  fr: 'les noms de ses colonnes sont sur deux lignes, car une dimension est en colonnes\u00a0; placez-la en lignes et exportez-le à nouveau',
};

/** A source, and the records of another kind that some of its rows are. */
function sourcesOf({ also, ...source }: Source): readonly Source[] {
  if (also === undefined) return [source];
  const { line: _, skip: __, ...own } = source;
  return [source, { ...own, ...also }];
}

/** A header with its rows, and the period stated above it. */
interface Block {
  readonly at: number;
  readonly header: readonly string[];
  /** Whether the header continues in the next record. */
  readonly subtitles: boolean;
  readonly rows: Rows;
  /** Those with so many cells at least, at a glance. */
  readonly glances?: ((least: number) => Glances) | undefined;
  /** Whether they are made of known records. */
  readonly areKnown: boolean;
  readonly period: DayRange | null;
  /** The lines above it. */
  readonly above: readonly string[];
}

const isOneCell = (cells: readonly string[]): boolean => cells.slice(1).every((cell) => cell.trim() === '');
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const tableBlock = (records: HeadRecords, at: number): Block => {
  const above = records.first.slice(0, at).map(plainLine);
  return {
    at,
    header: records.first[at] ?? [],
    subtitles: records.joined === at,
    rows: rowsBelow(records, at),
    glances: records.glances && ((least) => records.glances!(firstBelow(records, at), least)),
    areKnown: records.areKnown,
    period: statedPeriod(above),
    above,
  };
};

/** The tables of a file that separates them by blank lines and lines with `#`: those whose header fits the source. */
function blocksOf(records: Records, source: Source): Block[] {
  const blocks: Block[] = [];
  let period: DayRange | null = null;
  let notes: string[] = [];
  let current: { at: number; header: readonly string[]; rows: (readonly string[])[]; above: string[] } | null = null;
  const close = () => {
    if (current !== null && fits(source, records, current.at)) {
      const { rows } = current;
      blocks.push({ ...current, subtitles: false, rows: () => rows, areKnown: true, period });
    }
    current = null;
  };
  for (const [at, cells] of records.entries()) {
    if (isBlank(cells)) {
      close();
      continue;
    }
    if ((cells[0] ?? '').startsWith('#')) {
      close();
      notes.push(plainLine(cells));
      continue;
    }
    if (current !== null) {
      current.rows.push(cells);
      continue;
    }
    // A line of one cell right above a wider one is the title of a table.
    if (isOneCell(cells) && !isOneCell(records[at + 1] ?? [])) {
      notes.push(plainLine(cells));
      continue;
    }
    period = statedPeriod(notes, period);
    current = { at, header: cells, rows: [], above: notes };
    notes = [];
  }
  close();
  return blocks;
}

/** Lines above apply to every table of the file. */
const fits = (source: Source, records: Records, at: number): boolean =>
  bestFit(source, placeAt(knownRecords(records), at)).missing.length === 0;

/**
 * The plan of one table; null if it lacks a field that a record of its kind must have. A row that describes the columns
 * proves nothing.
 */
function tableOf(
  input: Input,
  shape: CsvShape,
  block: Block,
  source: Source,
  entry: SourceEntry,
  planning: Planning,
): TablePlan | null {
  const table = tableOfRows(input, shape, block, source, entry, planning);
  if (table?.described !== true) return table;
  const rows: Rows = (columns) => below(block.rows(columns), 0);
  const undescribed = { ...block, rows, glances: undefined };
  const own = tableOfRows(input, shape, undescribed, source, entry, planning);
  return own && { ...own, described: true };
}

function tableOfRows(
  input: Input,
  shape: CsvShape,
  block: Block,
  source: Source,
  entry: SourceEntry,
  planning: Planning,
): TablePlan | null {
  const own = new Header(block.header);
  const derive = derivable(source.derive, own);
  const derived = derivedColumns(derive, own);
  const width = own.names.length;
  const least = leastCells(source, own);
  const carried = (source.carried ?? []).flatMap((name) => own.find(name) ?? []);
  const ownRows: Rows = (columns, passing) => withCarried(ofWidth(block.rows(columns, passing), least, width), carried);
  const header = derived.length === 0 ? own : new Header([...own.names, ...derive.map(({ name }) => name)]);
  const allRows = derived.length === 0 ? ownRows : derivedRows(ownRows, width, derived);
  const rows = block.areKnown ? keptRows(allRows) : allRows;
  const isOwn = (column: number): boolean => column < width && !carried.includes(column);
  const glances = block.glances && glancesOf(block.glances(least), isOwn, rows);
  const period = block.period ?? entryPeriod(entry);
  const written = planning.written?.(input.path) ?? input.path;
  const cells = new Columns(rows);
  const years = {
    path: input.path,
    written,
    from: entry.from ?? null,
    to: entry.to ?? null,
    today: planning.today ?? dayOfHour(planning.zone.hour(Date.now())),
  };
  const around = { header, rows, period, above: block.above, years, ...fitting(source, header, cells, entry) };
  const fields = settleFields(resolveFields(source, around), source, header, planning);
  const rates = dropRates(fields, source, header, cells, entry);
  for (const [name, { required }] of recordFields(source.kind)) if (required && fields[name] === undefined) return null;
  const line: Record<string, Resolved> = {};
  for (const [name, from] of Object.entries(source.line ?? {})) {
    const resolved = resolve(from, around);
    if (resolved !== null) line[name] = resolved;
  }
  const { maps: readable, guessed: decimals } = withConventions([fields, line, resolvedSum(source, around)], {
    path: input.path,
    source: source.id,
    isTool: source.tool !== 'generic',
    header: header.names,
    rows,
    glances,
    delimiter: shape.delimiter,
    format: source.decimal,
    decimal: entry.decimal,
    dateOrder: entry.date_order,
    above: source.tool === 'generic' ? [] : block.above,
    period,
    typed: input.sheet !== undefined,
  });
  const { stated, of } = readable[2] ?? {};
  const zones = { report: planning.zone, source: planning.zone, utc: planning.utc };
  const [conventional = {}, settledLine = {}] = withSigns(
    [
      { kind: source.kind, fields: readable[0] ?? {} },
      { kind: 'order_line', fields: readable[1] ?? {} },
    ],
    rows,
    glances,
    zones,
  );
  const { fields: settled, guessed } =
    source.tool === 'generic' || source.intervals
      ? asSpans(conventional, { kind: source.kind, header, rows, zones, period })
      : { fields: source.startDates ? asStarts(conventional, rows, period, zones) : conventional, guessed: null };
  if (!hasDate(settled) || !areDated(input.path, settled, rows, zones)) return null;
  const facetDays = source.facets ? daysOf(settled, rows, zones) : null;
  const money = currencyOfCells({ path: input.path, written }, source, [settled, settledLine], rows, entry.currency);
  const skip = (source.skip ?? []).flatMap(({ of, words, reason, list, except }) => {
    const resolved = resolve(of, around);
    return resolved === null ? [] : [{ of: resolved, words, reason, list: list ?? false, except: except ?? false }];
  });
  const totals = totalsPlan(source, header, settled, rows);
  const said = source.tool === 'generic' ? `kind: ${source.kind}` : `format: ${source.id}`;
  const offsets = writtenOffsets(settled, rows);
  return {
    at: block.at,
    subtitles: block.subtitles,
    header: header.names,
    derived,
    carried,
    least,
    kind: source.kind,
    fields: money.field === null ? settled : { ...settled, currency: money.field },
    line: settledLine.quantity === undefined ? null : settledLine,
    skip: [...skip, ...partTotals(totals, header.names, rows)],
    described: source.layout === 'table' && isDescribed([settled, settledLine], rows, header.names.length, zones),
    statedSum: stated === undefined || of === undefined ? null : { stated, of },
    totals,
    records: recordCells(source, settled),
    approx: approxFields(source, header, settled, entry, rows),
    ...(offsets.length === 0 ? {} : { offsets }),
    ...(period === null && facetDays !== null ? { facetDays } : {}),
    ...(source.kind === 'order' && saysPartRefunds(settled, rows) ? { partRefunds: true } : {}),
    taxes: taxesOf(source, settled, settledLine, rows, zones),
    period,
    sign: money.sign,
    notes: [
      ...(source.lacks ?? [])
        .filter(({ of }) => header.find(of) === undefined)
        .map(({ code, says }) => ({
          code,
          message: { en: `${input.path}: ${says.en}`, fr: `${input.path}\u00a0: ${says.fr}` },
          strict: false,
        })),
      ...(source.lacks === undefined ? statusNotes(input.path, source, header) : []),
      ...(decimals === null ? [] : [guessNote(input.path, written, decimals)]),
      ...(guessed === null ? [] : [spansNote(input.path, written, said, guessed, entry.columns)]),
      ...rateNotes(input.path, rates),
      ...twoColumns({ path: input.path, written, source, header, cells, fields: settled, entry }),
      ...yearNotes(settled.date, input.path, written),
      ...(source.tool === 'generic' && source.lines === 'repeat' ? amountsOfRows(input.path, around, zones) : []),
      ...amountsBesideLines({
        file: { path: input.path, written },
        source,
        around,
        fields: settled,
        line: settledLine,
        entry,
        zones,
      }),
    ],
  };
}

/** Whether statuses say that parts of orders were given back, of which no column has the amount. */
function saysPartRefunds(
  { status, refunded_total: refunded }: Readonly<Record<string, Resolved>>,
  rows: Rows,
): boolean {
  if (status === undefined || refunded !== undefined) return false;
  const columns = positionsOf(status);
  const words = new Set<string>();
  for (const row of rows(columns)) for (const at of columns) words.add(row[at] ?? '');
  return [...words].some(isPartRefund);
}

/** Refuses a hand-made file that does not prove to be what its columns are called. */
function prove(
  path: string,
  { source, at }: Recognised,
  records: HeadRecords,
  entry: SourceEntry,
  planning: Planning,
): void {
  const place = placeAt(records, at);
  refuseUnproven(path, source, place, new Columns(place.rows), entry, planning.sources);
  refuseOpenQuestion(path, planning.written?.(path) ?? path, source, place, entry);
}

/** Why no format fits a file, and what would make it readable; loaded only for such a file. */
async function unknown(
  input: Input,
  shape: CsvShape,
  records: HeadRecords,
  entry: SourceEntry,
  planning: Planning,
): Promise<Problem> {
  const { unrecognised } = await import('./unrecognised.ts');
  const works = (advised: SourceEntry): boolean => isReadable(input, shape, records, advised, planning);
  const written = planning.written?.(input.path) ?? input.path;
  return unrecognised(input.path, records, planning.sources, entry, works, written);
}

/** Whether nearly all rows of the head can be read by an entry: advice is tried before it is given. */
function isReadable(
  input: Input,
  shape: CsvShape,
  records: HeadRecords,
  entry: SourceEntry,
  planning: Planning,
): boolean {
  try {
    const found = recognise(input.path, records, planning.sources, entry);
    if (found === null) return false;
    const table = tableOf(input, shape, tableBlock(records, found.at), found.source, entry, planning);
    if (table === null) return false;
    const zones = { report: planning.zone, source: planning.zone, utc: planning.utc };
    const fields = [...Object.values(table.fields), ...Object.values(table.line ?? {})];
    const isText = (from: Resolved): boolean =>
      columnsOf(from).some(({ as }) => as.type === 'text' || as.type === 'key');
    const reads = fields.filter((from) => !isText(from)).map((from) => readNumber(from, zones));
    let [rows, faults] = [0, 0];
    for (const cells of ofWidth(below(records.first, found.at), table.header.length)) {
      rows += 1;
      if (reads.some((read) => read(cells) === REFUSED)) faults += 1;
    }
    return rows > 0 && faults <= 0.05 * rows;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** The records with this many cells at least; shorter ones than the table are filled up with blank cells. */
function* ofWidth(records: Iterable<readonly string[]>, least: number, width = least): Generator<readonly string[]> {
  for (const record of records)
    if (record.length >= width) yield record;
    else if (record.length >= least) yield Array.from({ length: width }, (_, at) => record[at] ?? '');
}

/** The columns of a stated sum, if a table has both. */
function resolvedSum({ statedSum }: Source, around: Parameters<typeof resolve>[1]): Record<string, Resolved> {
  if (statedSum === undefined) return {};
  const [stated, of] = [statedSum.stated, statedSum.of].map((name) => resolve(col(name, 'money'), around));
  return stated && of ? { stated, of } : {};
}

function leastCells(source: Source, header: Header): number {
  if (source.short === true) return 0;
  const last = source.mayEnd === undefined ? undefined : header.find(source.mayEnd);
  return last === undefined ? header.names.length : last + 1;
}

const hasDate = (fields: ResolvedFields): boolean =>
  ['ordered_at', 'started_at', 'date', 'created_at', 'answered_at', 'refunded_at'].some(
    (name) => fields[name] !== undefined,
  ) ||
  (fields.date_from !== undefined && fields.date_to !== undefined) ||
  (fields.quantity !== undefined && fields.order_id !== undefined);

/** Options and the rules for hand-made files, added to the source. */
function settleFields(
  fields: Record<string, Resolved>,
  source: Source,
  header: Header,
  planning: Planning,
): Record<string, Resolved> {
  if (source.kind === 'spend' && planning.options.click_basis === 'link' && fields.link_clicks !== undefined) {
    fields.clicks = source.tool === 'generic' ? linkClicksFirst(fields) : fields.link_clicks;
  }
  if (source.tool !== 'generic' || source.kind !== 'order') return fields;
  const gross = fields.gross_sales;
  // Of a gross amount, one after discounts and a total, only the first in the file is used.
  if (gross?.op === 'first') fields.gross_sales = gross.of[0]!;
  const from = fields.gross_sales;
  const isNet =
    from?.op === 'column' &&
    header.find(['net_sales', 'net sales', 'net', 'ventes_nettes', 'montant_net']) === from.index;
  const { discounts, shipping, taxes, total } = fields;
  const isTotal = from?.op === 'column' && total?.op === 'column' && from.index === total.index;
  if (from === undefined || !(isNet || isTotal)) return fields;
  // The items of a paid total are what is left without shipping and tax.
  const rest = isTotal ? [shipping, taxes].filter((one) => one !== undefined) : [];
  const items: Resolved = rest.length === 0 ? from : { op: 'minus', of: [from, ...rest] };
  const blankIsNone = (column: Resolved) =>
    mapColumns(column, (one) => ({ ...one, as: { ...one.as, blank: 0 } }) as Resolved);
  fields.gross_sales = discounts === undefined ? items : { op: 'plus', of: [items, blankIsNone(discounts)] };
  return fields;
}

const isSame = (a: Resolved, b: Resolved | undefined): boolean =>
  a.op === 'column' && b?.op === 'column' && a.index === b.index;

/** Hand-made tables mix tools with and without link clicks: a row without them uses its clicks. */
function linkClicksFirst({ clicks, link_clicks: link }: ResolvedFields): Resolved {
  if (clicks === undefined || link?.op !== 'column') return link!;
  const { blank: _, ...as } = link.as;
  return { op: 'first', of: [{ ...link, as }, clicks] };
}

/** Whether one of these columns has something in the head. */
function areFilled(names: readonly string[], header: Header, rows: Rows): boolean {
  const places = names.flatMap((name) => header.find(name) ?? []);
  if (places.length === 0) return false;
  for (const row of rows(places)) if (places.some((at) => (row[at] ?? '').trim() !== '')) return true;
  return false;
}

/** Fields whose values are not quite what they are called. */
function approxFields(
  source: Source,
  header: Header,
  fields: ResolvedFields,
  { columns }: SourceEntry,
  rows: Rows,
): string[] {
  const lacking = Object.entries(source.approxWithout ?? {}).filter(([, names]) => !areFilled(names, header, rows));
  const approx = [...(source.approx ?? []), ...lacking.map(([name]) => name)].filter(
    (name) => fields[name] !== undefined,
  );
  if (mayIncludeTax(source, fields, columns?.gross_sales !== undefined)) approx.push('gross_sales');
  // What is given back of an amount is as good as the amount.
  if (approx.includes('gross_sales')) approx.push('item_amount');
  // Without messages, one plus one for each reopening is used.
  if (source.kind === 'ticket' && fields.customer_messages === undefined && fields.reopens !== undefined)
    approx.push('customer_messages');
  // Mail programs open messages by themselves; the position of a row is a mean, rounded.
  const rough = source.kind === 'email' ? 'opens' : 'position';
  if ((source.kind === 'email' || source.kind === 'search') && fields[rough] !== undefined) approx.push(rough);
  // Without bounces, all that was sent counts as delivered.
  if (source.kind === 'email' && fields.delivered !== undefined && isSame(fields.delivered, fields.recipients))
    approx.push('delivered');
  if (source.tool === 'generic') {
    const noted = (from: Resolved) => columnsOf(from).some(({ name }) => name.trim().endsWith(approxNote));
    for (const [name, from] of Object.entries(fields)) if (noted(from)) approx.push(name);
  }
  if (source.tool === 'generic' && source.kind === 'order') {
    const gross = fields.gross_sales;
    const said = columns?.gross_sales;
    const names = ['gross_sales', 'gross sales', ...(recordFields('order').get('gross_sales')?.names ?? [])];
    const own = header.find(said ?? names);
    const [first] = gross?.op === 'plus' ? gross.of : [gross];
    // A total minus shipping and tax; a net amount plus its discounts is gross sales.
    const isLeft =
      first?.op === 'minus' || (gross?.op === 'plus' && first !== undefined && isSame(first, fields.total));
    const isOther = gross?.op === 'column' && gross.index !== own && source.lines === undefined;
    if (isLeft || isOther) approx.push('gross_sales', 'item_amount');
  }
  return [...new Set(approx)];
}

/** A table has no dates, and nothing says its period. */
export class NoDates extends Problem {
  constructor(
    path: string,
    readonly source: Source,
    text: Text,
    advice: readonly Text[],
  ) {
    super('no_dates', text, advice, { file: path });
  }
}

function undated(path: string, source: Source): Problem {
  const title = titleOf(source);
  if (source.undated !== undefined) return notRead(path, title, source.undated);
  // What is known of one day has no first day.
  const isSnapshot = source.fields.date?.op === 'preamble';
  return new NoDates(
    path,
    source,
    {
      en: `${path} ("${title.en}") has neither a date column nor a period above its table`,
      fr: `${path} («\u00a0${title.fr}\u00a0») n'a ni colonne de dates ni période au-dessus de son tableau`,
    },
    [
      isSnapshot
        ? {
            en: 'Say the day that it was exported in kpi.yaml:',
            fr: "Indiquez le jour de l'export dans kpi.yaml\u00a0:",
          }
        : {
            en: 'Export it by day, or say its period in kpi.yaml:',
            fr: 'Exportez-le par jour, ou indiquez sa période dans kpi.yaml\u00a0:',
          },
      sameInAll('  sources:'),
      sameInAll(`    - path: ${yamlText(path)}`),
      ...(isSnapshot ? [] : [sameInAll('      from: 2026-03-01')]),
      sameInAll('      to: 2026-03-31'),
    ],
  );
}

function noRecords(path: string, head: Head): Problem {
  if (head.complete)
    return new Problem(
      'not_recognised',
      { en: `${path} holds no records`, fr: `${path} ne contient aucun enregistrement` },
      [exportAgain],
      { file: path },
    );
  const size = sizeText(headBytes);
  return new Problem(
    'record_too_long',
    {
      en: `${path}: its first record is longer than ${size.en}`,
      fr: `${path}\u00a0: son premier enregistrement dépasse ${size.fr}`,
    },
    [neverClosed],
    { file: path },
  );
}

/** The records of a JSON file, and the tool that writes such. */
interface JsonRecords {
  readonly json: JsonShape;
  readonly records: readonly Record<string, unknown>[];
  readonly names: readonly string[];
  readonly tool: Source | undefined;
}

/** Of the arrays that a file may have its records in, the one that a tool's export is known by; else the longest. */
function jsonRecords(input: Input, head: Head, { sources, limits }: Planning): JsonRecords {
  const read = (json: JsonShape): JsonRecords => {
    const own = headJson(head, json, headRows).filter(
      (record): record is Record<string, unknown> =>
        typeof record === 'object' && record !== null && !Array.isArray(record),
    );
    const place = { header: new Header(columnsOfRecords(own)), above: [], rows: () => [] };
    const tool = sources.find((source) => source.form === 'json' && bestFit(source, place).missing.length === 0);
    const join = json.form === 'object' ? tool?.json?.join : undefined;
    const parts = join === undefined ? null : new JoinedParts(join);
    if (parts !== null) for (const part of headArrays(head, join!.arrays)) parts.add(part);
    const records = parts === null ? own : own.map((record) => parts.to(record));
    return { json, records, names: columnsOfRecords(records), tool };
  };
  const found = jsonShapes(head, detectJson(head)!).map(read);
  const known = found.filter(({ tool }) => tool !== undefined);
  // The records that others are joined to come before these.
  const best = known.find(({ tool }) => tool?.json?.join !== undefined) ?? known[0] ?? found[0]!;
  if (best.records.length === 0) throw noRecords(input.path, head);
  if (best.names.length > limits.maxColumns) throw tooManyNames(input.path, best.names.length, limits.maxColumns);
  return best;
}

const tooManyNames = (path: string, count: number, most: number): Problem =>
  new Problem(
    'too_many_columns',
    {
      en: `${path}: its records have ${count} different names, more than ${most}`,
      fr: `${path}\u00a0: ses enregistrements ont ${count} noms différents, au-delà de la limite de ${most}`,
    },
    [
      {
        en: 'Export records that all have the same names.',
        fr: 'Exportez des enregistrements qui ont tous les mêmes noms.',
      },
    ],
    { file: path },
  );

/** The columns of a tool's records: those of keys that no record has are not there. */
function columnsOfTool({ json }: Source, names: readonly string[]): readonly string[] {
  const absent = new Set(
    Object.entries(json?.only ?? {}).flatMap(([keys, columns]) =>
      keys.split(' ').some((key) => names.includes(key)) ? [] : columns,
    ),
  );
  return (json?.columns ?? []).map((name) => (absent.has(name) ? `without ${name}` : name));
}

async function planJson(input: Input, head: Head, entry: SourceEntry, planning: Planning): Promise<Planned> {
  const { json, records, names, tool } = jsonRecords(input, head, planning);
  const keys = tool === undefined ? plainColumns(names, records) : names;
  const header = tool?.json === undefined ? keys : columnsOfTool(tool, names);
  const seen = new Map<string, string>();
  const rows = records
    .slice(0, Math.ceil(5_000_000 / Math.max(1000, keys.length)))
    .flatMap((record) => tool?.json?.rows(record, seen) ?? [cellsOf(record, keys)]);
  const all = knownRecords([header as string[], ...rows]);
  const found =
    tool === undefined
      ? recognise(input.path, all, planning.sources, entry)
      : { source: withGiven(input.path, tool, entry), at: 0 };
  if (found === null) throw await unknown(input, { delimiter: ',' }, all, entry, planning);
  prove(input.path, found, all, entry, planning);
  const table = tableOf(
    input,
    { delimiter: ',' },
    tableBlock(all, 0),
    { ...found.source, decimal: '.' },
    entry,
    planning,
  );
  if (table === null) throw undated(input.path, found.source);
  return {
    shape: { form: 'json', json },
    source: found.source,
    tables: [{ ...table, at: -1, described: false }],
    records: null,
  };
}
