import type { Dimension } from '../../core/kinds.ts';
import { zoneOf } from '../../core/zone.ts';
import { OrderCollector } from '../../facts/collect-order.ts';
import { type RunSetting, readFiles as readIntoFacts } from '../../facts/index.ts';
import { type ReadFile, rowByRow } from '../../facts/load-files.ts';
import type { Read } from '../../facts/read.ts';
import type { Zones } from '../../plan/compile.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { isUtf8File, OtherEncoding } from '../../readers/decode.ts';
import type { Limits } from '../../readers/input.ts';
import { Database, type DuckSettings } from './database.ts';
import { feed } from './feed.ts';
import { feedKept } from './feed-visits.ts';
import { keepVisits } from './keep-visits.ts';
import type { KeptVisits } from './read-visits.ts';
import { type RegularFile, regularFile } from './regular.ts';
import { scan, scanPlan } from './scan.ts';

export type { DuckSettings } from './database.ts';

/**
 * Reads files through DuckDB, in parallel: each row in SQL if that certainly gives what TypeScript reads, else in
 * TypeScript. Visits stay in the database and are counted there; records of other kinds come to memory. What DuckDB
 * cannot read at all is read row by row, as in memory.
 */
export async function readFiles(
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  by: readonly Dimension[],
  limits: Limits,
  settings: DuckSettings,
): Promise<Read> {
  const regular = new Map<FilePlan, RegularFile>();
  for (const file of files) {
    const found = regularFile(file);
    if (found !== null) regular.set(file, found);
  }
  const database = await Database.open(
    [...regular.values()].map(({ path }) => path),
    settings,
  );
  const { zone } = setting;
  const zonesOf = (file: FilePlan): Zones => ({
    report: zone,
    source: file.zone === null ? zone : zoneOf(file.zone),
    utc: zoneOf('UTC'),
  });
  let kept: Promise<ReadonlyMap<FilePlan, KeptVisits>> | null = null;
  const visits = () => {
    if (kept === null) {
      kept = keepVisits(database.beside, files, regular, zonesOf, setting, by);
      kept.catch(() => {});
    }
    return kept;
  };
  try {
    return await readIntoFacts(
      files,
      { ...setting, namesPeople: true },
      by,
      inSql(database, regular, visits, zonesOf, limits),
    );
  } catch (error) {
    // The run begins again, with its own database.
    if (error instanceof OtherEncoding) await database.stop();
    throw error;
  }
}

/** Reads a file row by row. Throws `OtherEncoding`. */
function plainly(limits: Limits): ReadFile {
  const read = rowByRow(limits);
  return async (file, ...rest) => {
    if (file.byHead && file.input.disk !== null && !(await isUtf8File(file.input.disk)))
      throw new OtherEncoding(file.path);
    return read(file, ...rest);
  };
}

function inSql(
  database: Database,
  regular: ReadonlyMap<FilePlan, RegularFile>,
  kept: () => Promise<ReadonlyMap<FilePlan, KeptVisits>>,
  zonesOf: (file: FilePlan) => Zones,
  limits: Limits,
): ReadFile {
  const byRow = plainly(limits);
  let count = 0;
  return async (file, account, open, memory) => {
    const found = regular.get(file);
    const [table] = file.tables;
    const visits = table?.kind === 'visit' ? (await kept()).get(file) : undefined;
    if (found === undefined || table === undefined || (table.kind === 'visit' && visits === undefined))
      return byRow(file, account, open, memory);
    const opened = open(table);
    if (visits !== undefined) return feedKept(database, opened, account, memory, visits);
    const { collector } = opened;
    const line = collector instanceof OrderCollector ? collector.line : null;
    const plan = scanPlan(
      table,
      found,
      collector.reader,
      line,
      zonesOf(file),
      undefined,
      memory.setting.options.gift_cards,
    );
    if (plan === null) return byRow(file, account, () => opened, memory);
    count += 1;
    const name = `t${count}`;
    const scanned = await scan(database, name, file, found, plan, collector.reader, memory.setting.currency);
    // They are most of the work: while DuckDB reads them, the records of other files come to memory.
    kept();
    if (scanned === null) return byRow(file, account, () => opened, memory);
    await feed(database, found, opened, plan, scanned, account, memory);
  };
}
