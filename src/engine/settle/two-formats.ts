import { type Kind, kinds } from '../../core/kinds.ts';
import { recordOf } from '../../records/index.ts';
import type { KeyIndex } from '../columns/key-index.ts';
import type { Memory } from '../state/context.ts';
import { FilePairs } from '../state/file-pairs.ts';
import type { TableInfo } from '../state/table-info.ts';
import { FillCopies } from './fill-copies.ts';
import { byRank } from './other-tables.ts';
import { supersede } from './settle-copies.ts';

/**
 * The same records in two formats count once. Files of two formats are two sources, but if they share ids that mostly
 * agree in time and person, both are of one shop: of each such record, that of the richer format counts.
 */
export function settleFormats(memory: Memory, of: (kind: Kind) => boolean): void {
  for (const kind of kinds.filter(of)) {
    // Some tools repeat the ids of records from another: a hand-made order list beside the shop's export.
    if (recordOf(kind).id === undefined) continue;
    const sources = [...memory.indexes].filter(([key]) => partsOf(key).kind === kind);
    for (const [at, [key, index]] of sources.entries())
      for (const [other, otherIndex] of sources.slice(at + 1))
        if (partsOf(key).whose === partsOf(other).whose) compareSources(memory, kind, index, otherIndex);
  }
}

function partsOf(sourceKey: string): { readonly kind: string; readonly whose: string } {
  const [, kind = '', ...whose] = sourceKey.split('\u0001');
  return { kind, whose: whose.join('\u0001') };
}

function compareSources(memory: Memory, kind: Kind, one: KeyIndex, other: KeyIndex): void {
  const facts = memory.of(kind);
  const [small, large] = one.ids <= other.ids ? [one, other] : [other, one];
  const found: { readonly id: string; readonly a: number; readonly b: number }[] = [];
  // A ticket that one format calls merged or deleted is none in the other, which may not say it.
  const gone: { readonly left: number; readonly kept: number }[] = [];
  for (const { id, row } of small.idsWithRows()) {
    const theirs = large.get(`#${id}`);
    const [a, b] = [liveRow(row), liveRow(theirs)];
    if (a !== -1 && b !== -1) found.push({ id, a, b });
    const left = a === -1 ? leftRow(row) : b === -1 ? leftRow(theirs) : -1;
    if (left !== -1 && (a !== -1 || b !== -1)) gone.push({ left, kept: a === -1 ? b : a });
  }
  function leftRow(head: number): number {
    const left = facts.numbers.get('left_out');
    for (let row = head; row !== -1; row = Number.isNaN(facts.next.get(row)) ? -1 : facts.next.get(row))
      if (left?.get(row) === 1) return row;
    return -1;
  }
  function liveRow(head: number): number {
    for (let row = head; row !== -1; row = Number.isNaN(facts.next.get(row)) ? -1 : facts.next.get(row))
      if (facts.live[row] === 1) return row;
    return -1;
  }
  const pairs = new FilePairs(memory.tables);
  const fill = new FillCopies(memory, facts);
  const likeness = found.map(({ a, b }) => memory.identities.likeness(facts, a, b));
  for (const [at, { a, b }] of found.entries()) pairs.meet(facts.table.get(a), facts.table.get(b), likeness[at]!);
  for (const { left, kept } of gone)
    pairs.meet(facts.table.get(left), facts.table.get(kept), memory.identities.likeness(facts, left, kept));
  for (const { left, kept } of gone) {
    const isOne = memory.identities.likeness(facts, left, kept) === 'alike';
    if (isOne && pairs.areCopies(facts.table.get(left), facts.table.get(kept))) supersede(memory, facts, kept);
  }
  const tableOf = (row: number): TableInfo => memory.tables[facts.table.get(row)]!;
  for (const [at, { id, a, b }] of found.entries()) {
    if (likeness[at] !== 'alike' || !pairs.areCopies(facts.table.get(a), facts.table.get(b))) continue;
    const [kept, left] = isRicher(tableOf(a), tableOf(b)) ? [a, b] : [b, a];
    memory.copies.meet('two_formats', kind, [tableOf(kept).file, tableOf(left).file], id);
    fill.fill(kept, [left]);
    supersede(memory, facts, left);
  }
}

/** Of two tables of the same records the one that is preferred, has more of their fields, or is the newer. */
const isRicher = (a: TableInfo, b: TableInfo): boolean =>
  (Number(a.file.preferred) - Number(b.file.preferred) || fieldsOf(a) - fieldsOf(b) || byRank(a, b)) > 0;

const fieldsOf = ({ plan }: TableInfo): number =>
  Object.keys(plan.fields).length + (plan.line === null ? 0 : Object.keys(plan.line).length);
