import { createHmac } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { RecordFormat } from '../../core/choices.ts';
import { Problem } from '../../core/problem.ts';
import { Rates } from '../../core/rates.ts';
import { counted, nouns, sameInAll } from '../../core/text.ts';
import type { Zone } from '../../core/zone.ts';
import { cellText, type RecordTable, readRecords } from '../../facts/records.ts';
import { unchangedWhile } from '../../readers/unchanged.ts';
import { csvText } from '../../render/csv-text.ts';
import { atEnd } from '../cleanup.ts';
import type { Io } from '../io.ts';
import type { RunOptions } from '../parse.ts';
import { plansOf } from '../plans.ts';
import { refuseRejects, settingsFor } from '../reading.ts';
import { writeRejects } from '../rejects.ts';
import { beginFile, type FileInTheMaking } from '../write.ts';

/** `kpi normalize`: the typed records, one file a kind, in the folder of `--out`. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const { dir, recordFormat = 'csv' } = options;
  if (dir === undefined)
    throw new Problem(
      'bad_usage',
      {
        en: 'kpi normalize needs a folder to write to',
        fr: "kpi normalize a besoin d'un dossier où écrire",
      },
      [sameInAll('kpi normalize exports/ --out records/')],
    );
  const hash = hashOf(options, io);
  const settings = await settingsFor(options, io);
  const write = await writerOf(recordFormat, settings.zone);
  const plans = await plansOf(args, settings, io);
  const setting = {
    zone: settings.zone,
    options: settings.options,
    channels: settings.channels,
    currency: null,
    rates: new Rates(),
  };
  const { files, tables } = await unchangedWhile(
    plans.files.map(({ input }) => input),
    () => readRecords(plans.files, setting, settings.limits),
  );
  await writeRejects({ files }, settings, io.cwd);
  refuseRejects({ files }, settings);
  const written: string[] = [];
  for (const table of tables) {
    const name = join(dir, `${table.kind}.${recordFormat}`);
    const rows = await writeFile(resolve(io.cwd, name), hash === null ? table : hashed(table, hash), write);
    written.push(`${name}  ${counted(rows, nouns.record)[settings.lang]}`);
  }
  if (!settings.quiet) await io.err(`${written.join('\n')}\n`);
  return 0;
}

type Hash = (text: string) => string;

/** Customer keys as a keyed hash: the same customer has the same one, and nobody without the key can tell whose it is. */
function hashOf(options: RunOptions, io: Io): Hash | null {
  if (options.hashKeys !== true) return null;
  const secret = io.env.KPI_HASH_KEY ?? '';
  if (secret === '')
    throw new Problem(
      'no_hash_key',
      {
        en: '--hash-keys needs a secret in the variable KPI_HASH_KEY',
        fr: "--hash-keys a besoin d'un secret dans la variable KPI_HASH_KEY",
      },
      [sameInAll('KPI_HASH_KEY=… kpi normalize exports/ --out records/ --hash-keys')],
    );
  return (text) => createHmac('sha256', secret).update(text).digest('hex').slice(0, 32);
}

function hashed(table: RecordTable, hash: Hash): RecordTable {
  const isKey = table.fields.map(({ type }) => type === 'key');
  return {
    ...table,
    rows: {
      *[Symbol.iterator]() {
        for (const record of table.rows)
          yield record.map((cell, place) => (isKey[place] && typeof cell === 'string' ? hash(cell) : cell));
      },
    },
  };
}

/** Writes the records of a table into a file; how many they were. */
type WriteTable = (file: FileInTheMaking, table: RecordTable) => Promise<number>;

async function writeFile(path: string, table: RecordTable, write: WriteTable): Promise<number> {
  const file = await beginFile(path);
  try {
    const rows = await write(file, table);
    await file.finish();
    return rows;
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** How records are written in a format. Fails, where that is not possible here, before any file is read. */
async function writerOf(format: RecordFormat, zone: Zone): Promise<WriteTable> {
  if (format !== 'parquet') return (file, table) => writeLines(file, table, format, zone);
  const { ParquetWriter } = await import('../../engine/duckdb/parquet.ts');
  const writer = await ParquetWriter.open(atEnd);
  return (file, table) => file.writtenBy((place) => writer.write(place, table));
}

const batch = 1000;

async function writeLines(
  file: FileInTheMaking,
  { fields, rows }: RecordTable,
  format: 'csv' | 'ndjson',
  zone: Zone,
): Promise<number> {
  if (format === 'csv') await file.write(csvText([fields.map(({ name }) => name)]));
  let count = 0;
  let waiting: string[] = [];
  for (const record of rows) {
    const cells = record.map((cell, place) => cellText(cell, fields[place]!.type, zone));
    waiting.push(
      format === 'csv'
        ? csvText([cells.map((cell) => cell ?? '')])
        : `${JSON.stringify(Object.fromEntries(cells.flatMap((cell, place) => (cell === null ? [] : [[fields[place]!.name, cell]]))))}\n`,
    );
    count += 1;
    if (waiting.length < batch) continue;
    await file.write(waiting.join(''));
    waiting = [];
  }
  await file.write(waiting.join(''));
  return count;
}
