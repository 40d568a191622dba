import { nameWithoutNumbers } from '../core/file-rank.ts';
import type { Kind } from '../core/kinds.ts';
import { Problem } from '../core/problem.ts';
import { sourcesLine } from '../core/sources-line.ts';
import { counted, nouns, sameInAll, type Text } from '../core/text.ts';
import type { Memory } from './context.ts';
import type { Facts } from './facts.ts';

/** What a row of a kind is measured by, and what tells its files apart. */
const measured: Partial<Record<Kind, { readonly field: string; readonly by: 'store' | 'account' }>> = {
  spend: { field: 'cost', by: 'account' },
  visit: { field: 'sessions', by: 'store' },
  cost: { field: 'amount', by: 'store' },
};

/** Beyond this part of the larger one an amount is another: what a tool corrects later is less. */
const most = 0.25;

/**
 * Rows without an id that give way to those of a newer file. A newer download tells nearly the same of a past day. Where most amounts are others,
 * and the names of the two files are not those of two downloads of one thing, the files are of two accounts or shops, and nobody may drop either.
 */
export class ReplacedRows {
  readonly #pairs = new Map<string, { readonly row: number; readonly by: number; alike: number; others: number }>();

  constructor(
    private readonly memory: Memory,
    private readonly facts: Facts,
  ) {}

  /** A row that gives way to another. */
  meet(row: number, by: number): void {
    const { facts } = this;
    const column = facts.numbers.get(measured[facts.kind]?.field ?? '');
    const [own, theirs] = [column?.get(row) ?? Number.NaN, column?.get(by) ?? Number.NaN];
    if (Number.isNaN(own) || Number.isNaN(theirs) || (own === 0 && theirs === 0)) return;
    const key = `${facts.table.get(row)} ${facts.table.get(by)}`;
    const pair = this.#pairs.get(key) ?? { row, by, alike: 0, others: 0 };
    this.#pairs.set(key, pair);
    if (Math.abs(own - theirs) > most * Math.max(Math.abs(own), Math.abs(theirs))) pair.others += 1;
    else pair.alike += 1;
  }

  /** Throws the Problem `two_accounts` where files are not downloads of one thing. */
  refuseStrangers(): void {
    const { facts, memory } = this;
    for (const { row, by, alike, others } of this.#pairs.values()) {
      const [one, other] = [row, by].map((at) => memory.tables[facts.table.get(at)]!.file.path) as [string, string];
      if (others <= alike || nameWithoutNumbers(one) === nameWithoutNumbers(other)) continue;
      const key = measured[facts.kind]!.by;
      const rows = counted(others, nouns.row);
      const whose: Text = key === 'account' ? { en: 'accounts', fr: 'comptes' } : { en: 'shops', fr: 'boutiques' };
      throw new Problem(
        'two_accounts',
        {
          en: `${one} and ${other} tell the same days in ${rows.en} with quite other amounts: are they of two ${whose.en}, or two downloads of one?`,
          fr: `${one} et ${other} donnent les mêmes jours avec de tout autres montants (${rows.fr})\u00a0: s'agit-il de deux ${whose.fr}, ou de deux téléchargements du même export\u00a0?`,
        },
        [
          {
            en: `Of two ${whose.en}, both count with this in kpi.yaml:`,
            fr: `Pour deux ${whose.fr}, tous deux comptent avec ceci dans kpi.yaml\u00a0:`,
          },
          sameInAll(sourcesLine(one, other, key)),
          {
            en: 'Of two downloads, leave out the older file',
            fr: 'Pour deux téléchargements, retirez le fichier le plus ancien',
          },
        ],
        { file: one },
      );
    }
  }
}
