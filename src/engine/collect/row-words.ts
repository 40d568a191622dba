import { dimensionValue } from '../../core/dimension-values.ts';
import { kept } from '../../core/kept.ts';
import { dimensions } from '../../core/kinds.ts';
import type { RowReader } from '../../ingest/row-reader.ts';
import { channelOf, emailChannel } from '../../plan/channels.ts';
import type { Memory } from '../state/context.ts';
import type { Words } from '../state/facts.ts';
import type { TableInfo } from '../state/table-info.ts';

/** A field whose text is one of the words of a row, and its place in the reader. */
export interface WordPlace {
  readonly name: string;
  readonly at: number;
}

/** The combinations of words of a table, as a tree: one level per word, the number of the combination below the last. */
type WordTree = Map<string | null, WordTree | number>;

/** The combination of words of a row: its source, campaign, country, status and so on. */
export class RowWords {
  readonly #combos: WordTree = new Map();

  constructor(
    private readonly memory: Memory,
    private readonly table: TableInfo,
    private readonly reader: RowReader,
    private readonly places: readonly WordPlace[],
  ) {}

  /** The combination of words of the last row read. */
  combo(): number {
    const { places } = this;
    const { texts } = this.reader;
    let tree = this.#combos;
    for (let level = 0; level < places.length - 1; level += 1) {
      const word = texts[places[level]!.at] ?? null;
      let below = tree.get(word) as WordTree | undefined;
      if (below === undefined) {
        below = new Map();
        tree.set(word === null ? null : kept(word), below);
      }
      tree = below;
    }
    const last = texts[places[places.length - 1]?.at ?? -1] ?? null;
    let combo = tree.get(last) as number | undefined;
    if (combo === undefined) {
      combo = this.#newCombo();
      tree.set(last === null ? null : kept(last), combo);
    }
    return combo;
  }

  /** A combination new to this table; an earlier table of the kind may have had it. */
  #newCombo(): number {
    const { texts } = this.reader;
    // Columns differ from file to file: a combination is identified by its names and words.
    const own = this.places.map(({ name, at }) => [name, texts[at]]);
    const campaign = own.find(([name]) => name === 'campaign')?.[1] ?? null;
    if (this.table.plan.kind === 'spend' && campaign !== null) this.table.campaigns.add(campaign.toLowerCase());
    const { account, store } = this.table.file;
    return this.memory.of(this.table.plan.kind).combos.add(JSON.stringify([store, account, own]), () => this.#words());
  }

  #words(): Words {
    const words: Record<string, string | null> = {};
    for (const { name, at } of this.places) words[name] = keptOrNull(this.reader.texts[at]);
    const { account, store } = this.table.file;
    if (store !== null) words.store = store;
    if (account !== null) words.account = account;
    const { source = null, medium = null, campaign = null, platform = null, channel = null, network = null } = words;
    if (this.table.plan.kind === 'spend') words.source = source ?? platform;
    if (this.table.plan.kind === 'survey') words.type = words.type?.toLowerCase() ?? null;
    if (this.table.plan.kind === 'social') words.source = source ?? network;
    if (this.table.plan.kind === 'email') {
      words.source = words.tool ?? null;
      words.channel = emailChannel(channel);
    }
    words.channel = channelOf(
      { source, medium, campaign, platform, channel: words.channel ?? null },
      this.memory.setting.channels,
    );
    for (const name of dimensions) {
      const word = words[name] ?? null;
      if (word !== null) words[name] = dimensionValue(name, word);
    }
    return words;
  }
}

const keptOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : kept(text);
