import { DAY_HOURS, dayOfHour } from '../../core/civil.ts';
import type { Kind } from '../../core/kinds.ts';
import { aloneField, besideField, pairs } from '../../core/pairs.ts';
import { Problem } from '../../core/problem.ts';
import { sourcesLine } from '../../core/sources-line.ts';
import { counted, nouns, sameInAll, type Text } from '../../core/text.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { recordFields, recordOf } from '../../records/index.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { FilePairs } from '../state/file-pairs.ts';
import { amountsDiffer, isDamagedId, looksRounded } from '../state/identity.ts';
import type { TableInfo } from '../state/table-info.ts';

interface Pair {
  readonly row: number;
  readonly by: number;
  /** Counts of rows that are the same, that differ as corrections do, and that differ more. */
  same: number;
  corrected: number;
  others: number;
  /** Rows that differ more, on the last day of the older file: it may have been incomplete. */
  lastDay: number;
}

/**
 * Rows without an id that give way to those of another file. A newer download says nearly the same about a past day. If
 * most amounts differ, the files are of two accounts or shops, and neither may be dropped; if the file names leave it
 * open, and any amount differs, a warning says which of them counts.
 */
export class ReplacedRows {
  readonly #pairs = new Map<string, Pair>();
  readonly #sharing = new Map<string, boolean>();
  readonly #ofTables = new Map<number, ReadonlySet<string>>();

  constructor(
    private readonly memory: Memory,
    private readonly facts: Facts,
    private readonly files: FilePairs,
  ) {}

  /** Whether rows are events, which do not change: two that differ are two events. */
  get areEvents(): boolean {
    return recordOf(this.facts.kind).measured === undefined;
  }

  /**
   * Whether two tables have a figure in common. A list of followers and one of posts say different things of one day, and
   * neither replaces the other.
   */
  shareFigures(one: number, other: number): boolean {
    if (this.areEvents) return true;
    const pair = `${one} ${other}`;
    let share = this.#sharing.get(pair);
    if (share === undefined) {
      const [own, theirs] = [this.#figuresOf(one), this.#figuresOf(other)];
      share = own.size === 0 || theirs.size === 0 || [...own].some((name) => theirs.has(name));
      this.#sharing.set(pair, share);
    }
    return share;
  }

  /** Gives a row the figures of one that it replaces, for which its own table has no column. */
  fill(row: number, from: number): void {
    if (this.areEvents) return;
    const { numbers, table } = this.facts;
    const own = this.#figuresOf(table.get(row));
    const filled = new Set<string>();
    for (const name of this.#figuresOf(table.get(from))) {
      const column = own.has(name) ? undefined : numbers.get(name);
      if (column === undefined || !Number.isNaN(column.get(row)) || Number.isNaN(column.get(from))) continue;
      column.set(row, column.get(from));
      filled.add(name);
    }
    if (filled.size > 0) this.#pairUp(row, filled);
  }

  /** Writes the sides of rates that a row has since these figures were filled in. */
  #pairUp(row: number, filled: ReadonlySet<string>): void {
    const { numbers, kind } = this.facts;
    for (const { kind: own, over, under } of pairs) {
      if (own !== kind || !(filled.has(over) || filled.has(under))) continue;
      const sides = [over, under].map((name) => numbers.get(name)?.get(row) ?? Number.NaN);
      if (sides.some(Number.isNaN)) continue;
      for (const [at, field] of [besideField(over, under), besideField(under, over)].entries()) {
        numbers.get(field)?.set(row, sides[at]!);
        numbers.get(aloneField(field))?.set(row, Number.NaN);
      }
    }
  }

  /** The figures for which a table has a column. */
  #figuresOf(table: number): ReadonlySet<string> {
    let names = this.#ofTables.get(table);
    if (names === undefined) {
      const { fields } = this.memory.tables[table]!.plan;
      const metrics = [...recordFields(this.facts.kind)].filter(([, { role }]) => role === 'metric');
      names = new Set(metrics.flatMap(([name]) => (fields[name] === undefined ? [] : [name])));
      this.#ofTables.set(table, names);
    }
    return names;
  }

  /** A row that gives way to another. */
  meet(row: number, by: number): void {
    const { facts } = this;
    const key = `${facts.table.get(row)} ${facts.table.get(by)}`;
    const pair = this.#pairs.get(key) ?? { row, by, same: 0, corrected: 0, others: 0, lastDay: 0 };
    this.#pairs.set(key, pair);
    if (this.areEvents) {
      pair.same += 1;
      return;
    }
    const [own, theirs] = this.#amounts(row, by);
    if (Number.isNaN(own) || Number.isNaN(theirs) || (own === 0 && theirs === 0)) return;
    if (amountsDiffer(own, theirs)) {
      if (this.#isOnLastDay(row)) pair.lastDay += 1;
      else pair.others += 1;
    } else if (own !== theirs || this.#differ(row, by)) pair.corrected += 1;
    else pair.same += 1;
  }

  /** Throws the Problem `two_accounts` if files are not downloads of one thing, and notes if they may not be. */
  refuseStrangers(): void {
    const { memory, facts } = this;
    for (const { row, by, same, corrected, others, lastDay } of this.#pairs.values()) {
      const [a, b] = [facts.table.get(row), facts.table.get(by)];
      const kinship = this.files.kinship(a, b);
      const [one, other] = [memory.tables[a]!.file, memory.tables[b]!.file];
      // Downloads of two properties have the same name, as two downloads of one have.
      if (one.store === null && namesDiffer(one, other))
        throw twoAccounts(memory, facts.kind, one, other, same + corrected + others + lastDay);
      if (kinship === 'again') continue;
      if (this.areEvents) {
        const apart = kinship === 'other' ? this.#apart(a, b) : 0;
        if (apart > 0) memory.copies.meet('rows_shared', facts.kind, [one, other], '', same);
        continue;
      }
      const alike = same + corrected;
      // An export of a day that was not over gives way to one that reaches further, whatever either has for that day.
      const isRunning = kinship === 'numbered' || this.#reachesFurther(b, a);
      const differ = others + (others + alike === 0 && !isRunning ? lastDay : 0);
      if (differ > alike) throw twoAccounts(memory, facts.kind, one, other, others + lastDay);
      const changed = corrected + others + (isRunning ? 0 : lastDay);
      if (kinship === 'other' && changed > 0)
        memory.copies.meet('rows_replaced', facts.kind, [one, other], '', changed);
    }
  }

  /**
   * Rows of a campaign that was renamed between two downloads give way to those under its new name: its id stays. Ids that a
   * spreadsheet has rounded name nothing.
   */
  #replaceRenamed(tables: readonly TableInfo[], ranks: ReadonlyMap<number, number>): void {
    const { facts, memory } = this;
    const ids = facts.keys.get('campaign_id');
    if (ids === undefined || tables.length < 2) return;
    const own = new Set(tables.map(({ index }) => index));
    const alike = new Map<string, number[]>();
    for (let row = 0; row < facts.rows; row += 1) {
      if (facts.live[row] !== 1 || !own.has(facts.table.get(row)) || Number.isNaN(ids.get(row))) continue;
      const id = memory.keys.other.text(ids.get(row));
      if (id === '0' || isDamagedId(id) || looksRounded(id)) continue;
      const [words, { numbers }] = [facts.words(row), facts];
      // A campaign has one name, channel and account at a time.
      const rest = ['platform', 'tool', 'country', 'store'].map((name) => words[name]?.toLowerCase() ?? '');
      const channel = facts.kind === 'email' ? (words.channel ?? '') : '';
      const key = [id, numbers.get('from')?.get(row), numbers.get('to')?.get(row), channel, ...rest].join('\u0001');
      const known = alike.get(key);
      if (known === undefined) alike.set(key, [row]);
      else known.push(row);
    }
    for (const rows of alike.values()) {
      const rankOf = (row: number): number => ranks.get(facts.table.get(row))!;
      const best = rows.reduce((one, other) => (rankOf(other) > rankOf(one) ? other : one));
      for (const row of rows) {
        const [older, newer] = [row, best].map((one) => memory.tables[facts.table.get(one)]!) as [TableInfo, TableInfo];
        if (older.file === newer.file || !this.shareFigures(older.index, newer.index)) continue;
        if (this.#differ(row, best) && this.files.kinship(older.index, newer.index) === 'other')
          memory.copies.meet('rows_replaced', facts.kind, [older.file, newer.file], '');
        this.fill(best, row);
        facts.live[row] = 0;
        older.account.superseded += facts.sourceRows.get(row);
      }
    }
  }

  /**
   * Notes rows of a first download on days that the second also covers, that are not in it. A campaign renamed in
   * between counts twice, also in files whose names do not say that they are downloads of one thing.
   */
  noteLeft(sourceKey: string, ranks: ReadonlyMap<number, number>): void {
    if (this.areEvents) return;
    const { facts, memory } = this;
    const tables = memory.tables.filter((table) => table.sourceKey === sourceKey);
    this.#replaceRenamed(tables, ranks);
    let tablesOf: ReadonlyMap<string, ReadonlySet<number>> | null = null;
    for (const older of tables)
      for (const newer of tables) {
        if (ranks.get(older.index)! >= ranks.get(newer.index)!) continue;
        // Tables of one file are no downloads of each other.
        if (older.file === newer.file || !this.shareFigures(older.index, newer.index)) continue;
        if (![...older.days].some((day) => newer.days.has(day))) continue;
        const isAgain = this.files.kinship(older.index, newer.index) === 'again';
        // Sessions in rows of their own are alike by chance.
        if (!isAgain && !(older.byDay && newer.byDay)) continue;
        if (!isAgain) tablesOf ??= this.#tablesByFigures(new Set(tables.map(({ index }) => index)));
        let [rows, same] = [0, 0];
        for (let row = 0; row < facts.rows; row += 1) {
          if (facts.table.get(row) !== older.index || facts.live[row] !== 1) continue;
          const [amount] = this.#amounts(row, row);
          if (!newer.days.has(this.#dayOf(row)) || amount === 0) continue;
          rows += 1;
          if (!isAgain && tablesOf!.get(this.#figures(row) ?? '')?.has(newer.index) === true) same += 1;
        }
        // Files of other names are of one thing if most of what only one of them has is in the other under other names.
        const met = isAgain ? rows : 2 * same > rows ? same : 0;
        if (met > 0) memory.copies.meet('rows_left', facts.kind, [older.file, newer.file], '', met);
      }
  }

  /** The tables that have a row of these days and figures. */
  #tablesByFigures(tables: ReadonlySet<number>): ReadonlyMap<string, ReadonlySet<number>> {
    const { facts } = this;
    const found = new Map<string, Set<number>>();
    for (let row = 0; row < facts.rows; row += 1) {
      const table = facts.table.get(row);
      const figures = facts.live[row] === 1 && tables.has(table) ? this.#figures(row) : null;
      if (figures === null) continue;
      const known = found.get(figures);
      if (known === undefined) found.set(figures, new Set([table]));
      else known.add(table);
    }
    return found;
  }

  /** The days and figures of a row; null if it has fewer than two figures, which two rows may have by chance. */
  #figures(row: number): string | null {
    const { numbers, kind } = this.facts;
    const { sums, measured = [] } = recordOf(kind);
    const figures = (sums ?? measured).map((name) => numbers.get(name)?.get(row) ?? Number.NaN);
    if (figures.filter((value) => value > 0).length < 2) return null;
    return [numbers.get('from')?.get(row), numbers.get('to')?.get(row), ...figures].join(' ');
  }

  #dayOf(row: number): number {
    return Math.floor((this.facts.numbers.get('from')?.get(row) ?? Number.NaN) / DAY_HOURS);
  }

  /** The value that two rows are compared by: the first that both have. */
  #amounts(row: number, by: number): readonly [number, number] {
    for (const field of recordOf(this.facts.kind).measured ?? []) {
      const column = this.facts.numbers.get(field);
      const [own, theirs] = [column?.get(row) ?? Number.NaN, column?.get(by) ?? Number.NaN];
      if (!Number.isNaN(own) && !Number.isNaN(theirs)) return [own, theirs];
    }
    return [Number.NaN, Number.NaN];
  }

  /** Whether two rows differ in any figure for which both their tables have a column. */
  #differ(row: number, by: number): boolean {
    const { numbers, table } = this.facts;
    const theirs = this.#figuresOf(table.get(by));
    return [...this.#figuresOf(table.get(row))].some((name) => {
      const column = theirs.has(name) ? numbers.get(name) : undefined;
      return column !== undefined && !Object.is(column.get(row), column.get(by));
    });
  }

  /** Rows of a table that no other replaces, on days that the other table also covers. */
  #apart(table: number, other: number): number {
    const { facts, memory } = this;
    const { days } = memory.tables[other]!;
    let count = 0;
    for (let row = 0; row < facts.rows; row += 1) {
      if (facts.table.get(row) !== table || facts.live[row] !== 1) continue;
      const { at } = memory.identities.lasting(facts, row);
      if (days.has(dayOfHour(memory.setting.zone.hour(at)))) count += 1;
    }
    return count;
  }

  #reachesFurther(table: number, than: number): boolean {
    const last = (one: number): number =>
      [...this.memory.tables[one]!.days].reduce((a, b) => Math.max(a, b), -Infinity);
    return last(table) > last(than);
  }

  #isOnLastDay(row: number): boolean {
    const day = this.#dayOf(row);
    const { days } = this.memory.tables[this.facts.table.get(row)]!;
    return !Number.isNaN(day) && [...days].every((other) => other <= day);
  }
}

/** What distinguishes two sources of a kind in the configuration. */
export const apartBy = (kind: Kind): 'account' | 'store' => (recordOf(kind).ofAccounts ? 'account' : 'store');

/** Whether two reports name two properties of web analytics. */
const namesDiffer = ({ property: one }: FilePlan, { property: other }: FilePlan): boolean =>
  one !== undefined && other !== undefined && one !== other;

function twoAccounts(memory: Memory, kind: Kind, one: FilePlan, other: FilePlan, differ: number): Problem {
  const key = apartBy(kind);
  const rows = counted(differ, nouns.row);
  const files = [...new Set(memory.tables.map(({ file }) => file.written))];
  const line = sourcesLine(one.written, other.written, key, files);
  const whose: Text = key === 'account' ? { en: 'accounts', fr: 'comptes' } : { en: 'shops', fr: 'boutiques' };
  const isNamed = namesDiffer(one, other);
  const how: Text = isNamed
    ? { en: 'the names of two properties above them', fr: 'sous les noms de deux propriétés' }
    : { en: 'quite different amounts', fr: 'avec de tout autres montants' };
  return new Problem(
    'two_accounts',
    {
      en: `${one.path} and ${other.path} report the same days in ${rows.en} with ${how.en}: do they belong to two ${whose.en}, or are they two downloads of one?`,
      fr: `${one.path} et ${other.path} donnent les mêmes jours ${how.fr} (${rows.fr})\u00a0: s'agit-il de deux ${whose.fr}, ou de deux téléchargements du même export\u00a0?`,
    },
    [
      ...(line === null
        ? [
            {
              en: `If they belong to two ${whose.en}, give each file its \`${key}\` in \`sources\` of kpi.yaml`,
              fr: `Pour deux ${whose.fr}, donnez à chaque fichier son \`${key}\` dans \`sources\` de kpi.yaml`,
            },
          ]
        : [
            {
              en: `If they belong to two ${whose.en}, both count with this in kpi.yaml:`,
              fr: `Pour deux ${whose.fr}, tous deux comptent avec ceci dans kpi.yaml\u00a0:`,
            },
            sameInAll(line),
          ]),
      isNamed
        ? {
            en: 'If the property was renamed in between, give both files the same `store` there',
            fr: 'Si la propriété a changé de nom entre-temps, donnez-y aux deux fichiers le même `store`',
          }
        : {
            en: 'If they are two downloads, leave out the older file',
            fr: 'Pour deux téléchargements, retirez le fichier le plus ancien',
          },
    ],
    { file: one.path },
  );
}
