import { dayOfHour } from '../../core/civil.ts';
import { isPartRefund } from '../../core/order-status.ts';
import type { DayRange } from '../../fields/date-range.ts';
import type { CsvShape } from '../../readers/csv.ts';
import type { Input } from '../../readers/input.ts';
import { recordFields } from '../../records/index.ts';
import { col, type Source } from '../../sources/source.ts';
import { columnsToMap } from '../advice/columns-to-map.ts';
import { listNotes } from '../advice/nested-lists.ts';
import { guessNote, withConventions } from '../conventions/conventions.ts';
import { currencyOfCells } from '../conventions/currency-signs.ts';
import { withSigns } from '../conventions/signs.ts';
import { taxesOf } from '../conventions/tax-basis.ts';
import { writtenOffsets } from '../conventions/written-offsets.ts';
import { asSpans, spansNote } from '../dates/month-tables.ts';
import { daysOf } from '../dates/sibling-days.ts';
import { asStarts } from '../dates/start-dates.ts';
import { areDated } from '../dates/time-spans.ts';
import { amountsOfRows } from '../fields/amounts-of-rows.ts';
import { approxFields } from '../fields/approx-fields.ts';
import { categoryNotes } from '../fields/category-notes.ts';
import { derivable, derivedColumns, derivedRows } from '../fields/derived.ts';
import { dropRates, fitting, rateNotes } from '../fields/fitting.ts';
import { amountsBesideLines } from '../fields/lines-and-amounts.ts';
import { withOwnId } from '../fields/own-id.ts';
import { paidDateNotes } from '../fields/paid-dates.ts';
import { settleFields } from '../fields/settle-fields.ts';
import { statusNotes } from '../fields/status-column.ts';
import { twoColumns } from '../fields/two-columns.ts';
import { withCarried } from '../head/carried.ts';
import { Columns } from '../head/column-cells.ts';
import { below, glancesOf, keptRows, type Rows } from '../head/head-records.ts';
import { Header } from '../head/header.ts';
import type { Resolved, ResolvedFields, TablePlan } from '../plan.ts';
import type { Planning } from '../planning.ts';
import type { SourceEntry } from '../recognise/recognise.ts';
import type { Block } from '../recognise/table-blocks.ts';
import { positionsOf, resolve, resolveFields } from '../resolve-fields.ts';
import { isDescribed } from '../rows/descriptions.ts';
import { partTotals } from '../rows/part-totals.ts';
import { repeatedRows } from '../rows/repeated-rows.ts';
import { recordCells, totalsPlan } from '../rows/total-rows.ts';
import { yearNotes } from '../yearless.ts';

const entryPeriod = (entry: SourceEntry): DayRange | null =>
  entry.from === undefined || entry.to === undefined ? null : { from: entry.from, to: entry.to };

/**
 * The plan of one table; null if it lacks a field that a record of its kind must have. A row that describes the columns
 * proves nothing.
 */
export function planTable(
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
  const fields = withOwnId(
    settleFields(resolveFields(source, around), source, header, planning),
    source,
    header,
    cells,
  );
  const rates = dropRates(fields, source, header, cells, entry);
  for (const [name, { required }] of recordFields(source.kind)) if (required && fields[name] === undefined) return null;
  const line: Record<string, Resolved> = {};
  for (const [name, from] of Object.entries(source.line ?? {})) {
    const resolved = resolve(from, around);
    if (resolved !== null) line[name] = resolved;
  }
  const {
    maps: readable,
    guessed: decimals,
    masked,
  } = withConventions([fields, line, resolvedSum(source, around)], {
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
  const read = { path: input.path, written, source, header, cells, fields: settled, entry };
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
    skip: [...skip, ...partTotals(totals, header.names, rows, block)],
    described: source.layout === 'table' && isDescribed([settled, settledLine], rows, header.names.length, zones),
    statedSum: stated === undefined || of === undefined ? null : { stated, of },
    totals,
    records: recordCells(source, settled),
    approx: approxFields(source, header, settled, entry, rows, masked),
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
      ...twoColumns(read),
      ...columnsToMap(read),
      ...(source.kind === 'order' ? paidDateNotes(input.path, settled.status, cells) : []),
      ...(source.kind === 'cost' ? categoryNotes(input.path, settled, rows) : []),
      ...yearNotes(settled.date, input.path, written),
      ...listNotes(input.path, source, header.names),
      ...repeatedRows(input.path, source, settled, width, { rows, isCut: block.isCut }),
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

/** The records with this many cells at least; shorter ones than the table are filled up with blank cells. */
export function* ofWidth(
  records: Iterable<readonly string[]>,
  least: number,
  width = least,
): Generator<readonly string[]> {
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
