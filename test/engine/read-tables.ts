import type { Span } from '../../src/core/calendar.ts';
import { DAY_HOURS, parseDay } from '../../src/core/civil.ts';
import type { Dimension } from '../../src/core/kinds.ts';
import { defaultOptions, type KpiOptions } from '../../src/core/kpi-options.ts';
import { Rates } from '../../src/core/rates.ts';
import { zoneOf } from '../../src/core/zone.ts';
import { byRows } from '../../src/engine/load/feed-rows.ts';
import { type RunSetting, readFiles } from '../../src/engine/load/index.ts';
import { cellText, readRecords } from '../../src/engine/load/read-records.ts';
import type { Answer, Read } from '../../src/engine/state/read.ts';
import { measures } from '../../src/measures/measure.ts';
import '../../src/measures/index.ts';
import { planFile } from '../../src/plan/file/plan-file.ts';
import type { FilePlan } from '../../src/plan/plan.ts';
import type { SourceEntry } from '../../src/plan/recognise/recognise.ts';
import { defaultLimits } from '../../src/readers/input.ts';
import { sources } from '../../src/sources/index.ts';

/*
 * Tables that stand in a test, read into facts as a command reads files, without a disk: in Paris, in euros, for any question.
 */

/** Tables by the names of their files: lines of CSV. */
export type Tables = Readonly<Record<string, readonly string[]>>;

export interface Around {
  readonly by?: readonly Dimension[];
  readonly options?: Partial<KpiOptions>;
  /** What the configuration says about a file. */
  readonly entries?: Readonly<Record<string, SourceEntry>>;
  readonly setting?: Partial<RunSetting>;
}

const zone = zoneOf('Europe/Paris');

/** The setting of a run, and the plans of its files. */
export async function planned(tables: Tables, { options = {}, entries = {}, setting = {} }: Around = {}) {
  const all = { ...defaultOptions, ...options };
  const planning = { sources, options: all, zone, utc: zoneOf('UTC'), limits: defaultLimits };
  const files: FilePlan[] = [];
  for (const [path, lines] of Object.entries(tables)) {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    const open = async () =>
      (async function* () {
        yield bytes;
      })();
    files.push(await planFile({ path, size: bytes.length, disk: null, open }, entries[path] ?? {}, planning));
  }
  return { files, setting: { zone, options: all, channels: [], currency: 'EUR', rates: new Rates(), ...setting } };
}

/** Tables that have been read. */
export interface Held {
  readonly read: Read;
  /** A measure from one day to another, both inclusive, in whole units; null where it is not known. */
  readonly value: (measure: string, from: string, to?: string, group?: string) => Promise<number | null>;
  /** By file, the rows that were accepted, rejected, skipped and superseded. */
  readonly accounts: Readonly<Record<string, readonly [number, number, number, number]>>;
  /** The codes of what was found about ids, each with the files and the number of ids and rows. */
  readonly findings: readonly string[];
}

export async function readTables(tables: Tables, around: Around = {}): Promise<Held> {
  const { files, setting } = await planned(tables, around);
  const read = await readFiles(files, setting, around.by ?? [], byRows(defaultLimits));
  const groups = read.groups.map((words) => words.map((word) => word ?? '-').join(' '));
  return {
    read,
    value: async (measure, from, to = from, group) => {
      const answer = await answerOf(read, measure, from, to);
      const place = group === undefined ? 0 : groups.indexOf(group) + 1;
      if (group !== undefined && place === 0) throw new Error(`no group ${group} in ${groups.join(', ')}`);
      const value = answer.value(0, place);
      return value === null ? null : Number(value) / 1_000_000;
    },
    accounts: Object.fromEntries(
      read.files.map(({ file, account: { accepted, rejected, skipped, superseded } }) => [
        file.path,
        [accepted, rejected, skipped, superseded],
      ]),
    ),
    findings: read.copies.map(
      ({ code, files: of, count, rows }) => `${code} ${of.map(({ path }) => path).join('+')} ${count} ${rows}`,
    ),
  };
}

/** Local days, both inclusive. */
export const days = (from: string, to = from): Span => ({
  from: parseDay(from)! * DAY_HOURS,
  to: (parseDay(to)! + 1) * DAY_HOURS,
});

/** The answer to one question, with its marks. */
export async function answerOf(read: Read, measure: string, from: string, to = from): Promise<Answer> {
  const known = measures.get(measure);
  if (known === undefined) throw new Error(`there is no measure ${measure}`);
  const [answer] = await read.ask([{ measure: known, spans: [days(from, to)] }]);
  return answer!;
}

/** The records that count, as `kpi normalize` writes them: by kind, the names of the fields, then one line for each record. */
export async function recordsOf(
  tables: Tables,
  around: Around = {},
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { files, setting } = await planned(tables, around);
  const { tables: found } = await readRecords(files, setting, defaultLimits);
  return Object.fromEntries(
    found.map(({ kind, fields, rows }) => [
      kind,
      [
        fields.map(({ name }) => name).join(),
        ...[...rows].map((cells) =>
          cells.map((cell, at) => cellText(cell, fields[at]!.type, setting.zone) ?? '').join(),
        ),
      ],
    ]),
  );
}
