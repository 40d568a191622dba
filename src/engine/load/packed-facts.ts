import { deserialize, serialize } from 'node:v8';
import { RowAccount } from '../../core/accounting.ts';
import type { Dimension, Kind } from '../../core/kinds.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { Column } from '../columns/column.ts';
import { packColumn, unpackColumn } from '../columns/packed-column.ts';
import { areContested } from '../settle/other-tables.ts';
import { Memory, type RunSetting } from '../state/context.ts';
import type { CopyFinding } from '../state/copies.ts';
import type { Words } from '../state/facts.ts';
import type { FileFacts } from '../state/read.ts';
import type { ServiceFindings } from '../state/service-findings.ts';
import type { LeftOut, TableInfo } from '../state/table-info.ts';
import { linesOfOthers } from './lines-of-others.ts';
import { type Loaded, manyWords } from './load-files.ts';

/*
 * The settled records of a run, for other questions about the same files. From them the answer is the same as from the
 * files if nothing that it needs was left out, and if no choice between two tables depends on its dimensions. Nothing is
 * kept that names a person: keys are numbers, and no answer needs their texts. Cells that cannot be read may hold
 * anything, so they are not kept either.
 */

/** Where the records of some files are kept, as named bytes. */
export interface KeptFacts {
  find(): ReadonlyMap<string, Uint8Array<ArrayBuffer>> | null;
  keep(parts: ReadonlyMap<string, ArrayBufferView>): void;
}

/** What records are settled by, which no answer needs if no question names it. */
const settledBy = new Set(['who', 'order_id', 'started_at']);

const nameOf = ([name]: readonly [string, Column]): string => name;

type Setting = Omit<RunSetting, 'filesOfSource'>;
/** With a file as its place among the files of the run. */
type Placed<T extends { readonly file: FilePlan }> = Omit<T, 'file'> & { readonly file: number };
type PlacedOr<T> = T extends { readonly file: FilePlan } ? Placed<T> : T;
type AccountData = Omit<RowAccount, 'skip' | 'reject' | 'cutOff' | 'count' | 'prove'>;
type TableData = Omit<Placed<TableInfo>, 'index' | 'plan' | 'account'> & { readonly plan: number };
type LeftData = Omit<LeftOut, 'table' | 'instead'> & { readonly table: number; readonly instead: number };

interface FactsData {
  readonly kind: Kind;
  readonly rows: number;
  readonly combos: readonly Words[];
  readonly numbers: readonly string[];
  readonly keys: readonly string[];
}

interface Head {
  /** Those asked for; null for any. */
  readonly measures: readonly string[] | null;
  readonly by: readonly Dimension[];
  readonly isContested: boolean;
  readonly files: readonly { readonly account: AccountData; readonly totals: FileFacts['totals'] }[];
  readonly tables: readonly TableData[];
  readonly leftOut: readonly LeftData[];
  readonly findings: Loaded['findings'];
  readonly copies: readonly (Omit<CopyFinding, 'files'> & { readonly files: readonly number[] })[];
  readonly service: { readonly [K in keyof ServiceFindings]: readonly PlacedOr<ServiceFindings[K][number]>[] };
  readonly unconverted: Memory['unconverted'];
  readonly facts: readonly FactsData[];
}

/** The parts of settled records. */
export function packFacts(
  { memory, files, leftOut, findings }: Loaded,
  by: readonly Dimension[],
): ReadonlyMap<string, ArrayBufferView> {
  const parts = new Map<string, ArrayBufferView>();
  const place = (file: FilePlan): number => files.findIndex((one) => one.file === file);
  const placed = <T extends { readonly file: FilePlan }>({ file, ...rest }: T) => ({ ...rest, file: place(file) });
  const { measures } = memory.setting;
  const head: Head = {
    measures: measures?.map(({ id }) => id) ?? null,
    by,
    isContested: areContested(memory),
    files: files.map(({ account, totals }) => ({
      account: { ...account, rejects: account.rejects.map((reject) => ({ ...reject, value: '' })) },
      totals,
    })),
    tables: memory.tables.map(({ index: _, account: _own, plan, ...table }) => ({
      ...placed(table),
      plan: table.file.tables.indexOf(plan),
    })),
    leftOut: leftOut.map(({ table, instead, ...one }) => ({ ...one, table: table.index, instead: instead.index })),
    findings,
    copies: memory.copies.all().map((one) => ({ ...one, files: one.files.map(place) })),
    service: {
      proven: memory.service.proven.map(placed),
      scales: memory.service.scales,
      impossible: memory.service.impossible.map(placed),
      states: memory.service.states.map(placed),
      unknown: memory.service.unknown.map(placed),
    },
    unconverted: memory.unconverted,
    facts: [...memory.facts].map(([kind, { rows, combos, live, table, sourceRows, combo, ...own }]) => {
      const isOfUse = ([name]: readonly [string, Column]): boolean =>
        !settledBy.has(name) || memory.asked.reads(kind, name);
      const [numbers, keys] = [[...own.numbers].filter(isOfUse), [...own.keys].filter(isOfUse)] as const;
      parts.set(`${kind} live`, live.subarray(0, rows));
      const put = (name: string, column: Column): void => void parts.set(`${kind} ${name}`, packColumn(column, rows));
      for (const [name, column] of Object.entries({ table, sourceRows, combo })) put(name, column);
      for (const [name, column] of numbers) put(`number ${name}`, column);
      for (const [name, column] of keys) put(`key ${name}`, column);
      return { kind, rows, combos: combos.all, numbers: numbers.map(nameOf), keys: keys.map(nameOf) };
    }),
  };
  parts.set('head', serialize(head));
  return parts;
}

/** The records of such parts, if the questions of this run may be asked of them; else null. */
export function unpackFacts(
  parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  planned: readonly FilePlan[],
  setting: Setting,
  by: readonly Dimension[],
): Loaded | null {
  const head = deserialize(parts.get('head')!) as Head;
  if (!answers(head, setting, by)) return null;
  const memory = new Memory({ ...setting, filesOfSource: new Map() });
  const files = linesOfOthers(planned).map((file, at): FileFacts => {
    const { account, totals } = head.files[at]!;
    return { file, account: Object.assign(new RowAccount(), account), totals };
  });
  const unplaced = <T extends { readonly file: number }>({ file, ...rest }: T) => ({
    ...rest,
    file: files[file]!.file,
  });
  for (const [index, { plan, ...table }] of head.tables.entries()) {
    const own = unplaced(table);
    memory.tables.push({ ...own, index, plan: own.file.tables[plan]!, account: files[table.file]!.account });
  }
  const tableOf = (index: number): TableInfo => memory.tables[index]!;
  for (const { kind, rows, combos, numbers, keys } of head.facts) {
    const facts = memory.of(kind);
    facts.rows = rows;
    facts.live = parts.get(`${kind} live`)!.slice();
    // There may be more of them than a call may have arguments.
    for (const words of combos) facts.combos.all.push(words);
    const fill = (name: string, column: Column): void => unpackColumn(parts.get(`${kind} ${name}`)!, column);
    fill('table', facts.table);
    fill('sourceRows', facts.sourceRows);
    fill('combo', facts.combo);
    for (const name of numbers) fill(`number ${name}`, facts.whole(name));
    for (const name of keys) fill(`key ${name}`, facts.key(name));
  }
  for (const { files: places, ...one } of head.copies)
    memory.copies.know({ ...one, files: places.map((at) => files[at]!.file) });
  memory.service.proven.push(...head.service.proven.map(unplaced));
  memory.service.scales.push(...head.service.scales);
  memory.service.impossible.push(...head.service.impossible.map(unplaced));
  memory.service.states.push(...head.service.states.map(unplaced));
  memory.service.unknown.push(...head.service.unknown.map(unplaced));
  for (const [code, found] of head.unconverted) memory.unconverted.set(code, found);
  const leftOut = head.leftOut.map(({ table, instead, ...one }) => ({
    ...one,
    table: tableOf(table),
    instead: tableOf(instead),
  }));
  return { memory, files, leftOut, findings: head.findings, isKept: true };
}

/** Whether what was read for some questions answers others. */
function answers(head: Head, { measures }: Setting, by: readonly Dimension[]): boolean {
  const known = head.measures === null ? null : new Set(head.measures);
  const isRead = known === null || (measures?.every(({ id }) => known.has(id)) ?? false);
  const idle = (dimensions: readonly Dimension[]) => manyWords.filter((word) => dimensions.includes(word)).join();
  return isRead && idle(by) === idle(head.by) && (!head.isContested || by.join() === head.by.join());
}
