import type { AgeGrain } from '../../core/age.ts';
import type { Span } from '../../core/calendar.ts';
import { dayOfHour, type Hour } from '../../core/civil.ts';
import { listed } from '../../core/dimension-values.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { type Dimension, dimensions, type Kind } from '../../core/kinds.ts';
import { statusCounts } from '../../core/order-status.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { cohortMargins } from '../answers/cohort-margins.ts';
import { cohortTable } from '../answers/cohort-table.ts';
import { groupsWithin } from '../answers/groups-within.ts';
import { answers } from '../answers/index.ts';
import type { View } from '../answers/view.ts';
import type { Elsewhere } from '../columns/elsewhere.ts';
import { refundsFrom } from '../derive/derive-refunds.ts';
import { ticketAnswers } from '../derive/derive-service.ts';
import { solvesWithin } from '../derive/derive-tickets.ts';
import { usedCombos } from '../derive/spellings.ts';
import { giftCardsSold } from '../orders/sell-gift-cards.ts';
import type { Memory, RunSetting } from '../state/context.ts';
import type { Words } from '../state/facts.ts';
import type { Answer, CohortFacts, CohortMargin, GroupKey, Question, Read, ValidOrders } from '../state/read.ts';
import { restingOn } from '../state/service-findings.ts';
import { type Loaded, load, type ReadFile } from './load-files.ts';
import { tableFacts } from './table-facts.ts';

export type { RunSetting } from '../state/context.ts';
export { type KeptFacts, packFacts, unpackFacts } from './packed-facts.ts';

/** Reads files into columns, with `readFile`, decides what counts, and answers questions. */
export async function readFiles(
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  by: readonly Dimension[],
  readFile: ReadFile,
  elsewhere?: Elsewhere | null,
  /** Keeps what was read, for later runs. */
  keep?: (loaded: Loaded) => void,
): Promise<Read> {
  const loaded = await load(files, setting, by, readFile, elsewhere);
  keep?.(loaded);
  return readOf(loaded, by);
}

/** Answers questions about records that are settled. */
export function readOf({ memory, files, leftOut: left, findings, isKept }: Loaded, by: readonly Dimension[]): Read {
  const { setting } = memory;
  const tables = tableFacts(memory, left);
  /** Answers that are the same for all groupings. */
  const known = {
    files,
    isKept,
    tables,
    leftOut: left.map(({ table, instead, ...one }) => ({
      ...one,
      table: tables[table.index]!,
      instead: tables[instead.index]!,
    })),
    currencies: currenciesOf(memory),
    unconverted: [...memory.unconverted].map(([currency, { day, file }]) => ({ currency, day, file })),
    firstOrder: Number.isFinite(findings.firstHour) ? dayOfHour(findings.firstHour) : null,
    copies: memory.copies.all(),
    unknownStatuses: new Map([...findings.unknownStatuses].sort(([a], [b]) => (a < b ? -1 : 1))),
    validStatus: setting.options.valid_status,
    validOrders: validOrders(memory),
    giftCards: giftCardsSold(memory, (row) =>
      statusCounts(memory.of('order').words(row).status ?? 'paid', setting.options),
    ),
    refundsFrom: (hour: Hour) => refundsFrom(memory, hour),
    solvesWithin: (from: Hour, to: Hour) => solvesWithin(memory, from, to),
    ticketAnswers: ticketAnswers(memory),
    service: restingOn(memory.service, memory.asked),
    costCategories: new Set(memory.facts.get('cost')?.combos.all.flatMap((words) => words.category ?? []) ?? []),
  };
  const grouped = (dimensions: readonly Dimension[]): Read => {
    const stranger = setting.measures && dimensions.find((dimension) => !by.includes(dimension));
    if (stranger !== undefined) throw new Error(`${stranger} was not announced`);
    const { groups, view, told } = groupsOf(memory, dimensions);
    return {
      ...known,
      groups,
      told,
      grouped,
      groupsWithin: (span, kinds) =>
        groupsWithin([...memory.facts.keys()].filter((kind) => kinds?.has(kind) ?? true).map(view), span),
      ask: (questions: readonly Question[]): Promise<Answer[]> => answers(view, questions, memory.residents !== null),
      cohortMargins: (spans: readonly Span[]): CohortMargin[][] => cohortMargins(view('order'), spans),
      cohortTable: (spans: readonly Span[], grain: AgeGrain): CohortFacts[][] =>
        cohortTable(view('order'), spans, grain),
    };
  };
  return grouped(by);
}

/** The rows with amounts, by their currency. */
function currenciesOf(memory: Memory): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  const withAmounts: readonly Kind[] = ['order', 'refund', 'spend', 'cost', 'checkout'];
  for (const { plan, currencies } of memory.tables) {
    const claims = plan.fields.revenue !== undefined;
    if (!withAmounts.includes(plan.kind) && !claims) continue;
    // Nobody who counts visits is asked for a currency because the tool also attributes revenue.
    for (const [code, rows] of currencies)
      if (code !== '' || plan.kind !== 'visit') all.set(code, (all.get(code) ?? 0) + rows);
  }
  return all;
}

/** Which orders of each file count; the rows of those that do not are in the account of their file. */
function validOrders(memory: Memory): Map<FilePlan, ValidOrders> {
  const counts = new Map<FilePlan, { orders: number; valid: number; left: Map<string, number> }>();
  const orders = memory.facts.get('order');
  if (orders === undefined) return counts;
  const valid = orders.micro('valid');
  for (let row = 0; row < orders.rows; row += 1) {
    if (orders.live[row] === 0) continue;
    const { file, account } = memory.tables[orders.table.get(row)]!;
    const count = getOrInsert(counts, file, () => ({ orders: 0, valid: 0, left: new Map<string, number>() }));
    if (orders.numbers.get('gift_only')?.get(row) === 1_000_000) {
      account.count('gift_cards', orders.sourceRows.get(row));
      continue;
    }
    count.orders += 1;
    if (valid.get(row) === 1_000_000) {
      count.valid += 1;
      continue;
    }
    const status = orders.words(row).status ?? 'paid';
    count.left.set(status, (count.left.get(status) ?? 0) + 1);
    account.count('not_valid', orders.sourceRows.get(row));
  }
  return counts;
}

interface Groups {
  readonly groups: readonly GroupKey[];
  readonly told: ReadonlyMap<Kind, ReadonlySet<Dimension>>;
  readonly view: (kind: Kind) => View;
}

/** The groups of a combination of words: one, or one for each of several discount codes. */
function keysOf(words: Words, by: readonly Dimension[]): GroupKey[] {
  let keys: (string | null)[][] = [[]];
  for (const dimension of by) {
    const word = words[dimension] ?? null;
    const values = word === null ? [null] : listed(dimension, word);
    keys = keys.flatMap((key) => values.map((value) => [...key, value]));
  }
  return keys;
}

/** Numbers the groups that records fall into, the same for all kinds. */
function groupsOf(memory: Memory, by: readonly Dimension[]): Groups {
  const groups: GroupKey[] = [];
  const index = new Map<string, number>();
  const told = new Map<Kind, Set<Dimension>>();
  const ofCombo = new Map<Kind, Int32Array>();
  const numberOf = (key: GroupKey): number => {
    const text = JSON.stringify(key);
    const known = index.get(text);
    if (known !== undefined) return known;
    groups.push(key);
    index.set(text, groups.length);
    return groups.length;
  };
  /** Combinations of words that belong to several groups, once all groups are known. */
  const several: (readonly number[])[] = [];
  const places = new Map<string, number>();
  const inSeveral: { readonly numbers: Int32Array; readonly combo: number; readonly place: number }[] = [];
  for (const [kind, facts] of memory.facts) {
    const used = usedCombos(memory, kind, facts);
    const numbers = new Int32Array(facts.combos.all.length);
    for (const [combo, words] of facts.combos.all.entries()) {
      if (used[combo] !== 1) continue;
      for (const dimension of dimensions) {
        if ((words[dimension] ?? null) === null) continue;
        const known = told.get(kind) ?? new Set();
        told.set(kind, known.add(dimension));
      }
      if (by.length === 0) continue;
      const own = keysOf(words, by).map(numberOf);
      if (own.length === 1) numbers[combo] = own[0]!;
      else {
        const text = own.join();
        const place = getOrInsert(places, text, () => several.push(own) - 1);
        inSeveral.push({ numbers, combo, place });
      }
    }
    ofCombo.set(kind, numbers);
  }
  for (const { numbers, combo, place } of inSeveral) numbers[combo] = groups.length + 1 + place;
  const view = (kind: Kind): View => {
    const facts = memory.of(kind);
    if (facts.live.length < facts.rows) throw new Error(`${kind}: rows were added after they were settled`);
    const numbers = ofCombo.get(kind);
    const orders = memory.facts.get('order');
    return {
      facts,
      memory,
      options: memory.setting.options,
      groupOf: (combo) => numbers?.[combo] ?? 0,
      groupOfOrder: (row) => (orders === undefined ? 0 : (ofCombo.get('order')?.[orders.combo.get(row)] ?? 0)),
      groups: groups.length,
      several,
      by,
    };
  };
  return { groups, told, view };
}
