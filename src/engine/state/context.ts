import type { Day } from '../../core/civil.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import type { Hash } from '../../core/hash.ts';
import type { Kind } from '../../core/kinds.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import type { Rates } from '../../core/rates.ts';
import type { Zone } from '../../core/zone.ts';
import type { Measure } from '../../measures/measure.ts';
import type { ChannelRule } from '../../plan/channels.ts';
import type { Elsewhere } from '../columns/elsewhere.ts';
import { KeyIndex } from '../columns/key-index.ts';
import { Scratch } from '../columns/scratch.ts';
import { Asked } from './asked.ts';
import { CopyFindings } from './copies.ts';
import { Facts, Keys } from './facts.ts';
import { Identities } from './identity.ts';
import { LinesSold } from './lines-sold.ts';
import type { Residents } from './resident.ts';
import type { ServiceFindings } from './service-findings.ts';
import type { TableInfo } from './table-info.ts';
import type { UnscaledScores } from './unscaled-scores.ts';

/** What a run is about, apart from its files. */
export interface RunSetting {
  readonly zone: Zone;
  readonly options: KpiOptions;
  readonly channels: readonly ChannelRule[];
  /** The report's currency if it is stated; null: the only one in the files. */
  readonly currency: string | null;
  readonly rates: Rates;
  /** If several files hold exports of one tool for one shop, records are distinguished by their whole key. */
  readonly filesOfSource: ReadonlyMap<string, number>;
  /** All that will be asked; left out: anything. */
  readonly measures?: readonly Measure[];
  /** Keep what only `kpi normalize` asks for: ids, lines, tags, the instants of sessions. */
  readonly keepRecords?: boolean;
  /** What keys are hashed with, so that hashes that are kept on disk mean nothing elsewhere. */
  readonly seed?: Hash;
}

/** All that one run has read. */
export class Memory {
  /** That of all hashes of keys. */
  readonly seed: Hash;
  readonly keys: Keys;
  readonly facts = new Map<Kind, Facts>();
  readonly tables: TableInfo[] = [];
  readonly indexes = new Map<string, KeyIndex>();
  /** Sources in which some key has several rows. */
  readonly chained = new Set<string>();
  readonly identities: Identities;
  readonly copies = new CopyFindings();
  readonly linesSold: LinesSold;
  /** Rows in one file that belong to an order in another. */
  readonly adopted: { readonly row: number; readonly table: TableInfo; readonly rows: number }[] = [];
  /** Currencies that no rate converts, with the first place they were found. */
  readonly unconverted = new Map<string, { rows: number; day: Day; file: string }>();
  /** Whether answers to surveys say which ticket they are about, and they are asked for. */
  answersNameTickets = false;
  readonly scratch = new Scratch();
  /** Another thread; null for none. */
  elsewhere: Elsewhere | null = null;
  /** Tables of visits that another engine keeps. */
  residents: Residents | null = null;
  /** The first of the visit rows that represent theirs; null before any question. */
  residentsFrom: number | null = null;
  /** Orders in another currency than the report's, by row: their lines and refunds that name none are in it too. */
  readonly foreignOrders = new Map<number, { readonly code: string; readonly rate: bigint }>();

  /** Scores whose scale nothing states, by source and form of table. */
  readonly unscaled = new Map<string, UnscaledScores>();
  /** Findings about tickets and answers. */
  readonly service: { [K in keyof ServiceFindings]: ServiceFindings[K][number][] } = {
    proven: [],
    scales: [],
    impossible: [],
    states: [],
    unknown: [],
  };

  readonly asked: Asked;

  constructor(
    readonly setting: RunSetting,
    keys: Keys | null = null,
  ) {
    this.seed = setting.seed ?? new Int32Array(4);
    this.keys = keys ?? new Keys(this.seed);
    this.linesSold = new LinesSold(this.keys.other);
    this.asked = new Asked(setting.measures ?? null);
    this.identities = new Identities(this.tables, setting.zone);
  }

  of(kind: Kind): Facts {
    return getOrInsert(this.facts, kind, () => new Facts(kind));
  }

  /** The index of the records of one source. */
  index(sourceKey: string): KeyIndex {
    let index = this.indexes.get(sourceKey);
    if (index === undefined) {
      // The ids of orders are numbered once for all that name them.
      const isOfOrders = sourceKey.split('\u0001')[1] === 'order';
      index = isOfOrders ? new KeyIndex(this.seed, this.keys.orders) : new KeyIndex(this.seed);
      this.indexes.set(sourceKey, index);
    }
    return index;
  }
}

/** The fields that identify the person of a record. */
const personFields = ['customer_key', 'requester_key'] as const;

export const isPersonField = (name: string): boolean => personFields.some((one) => one === name);
