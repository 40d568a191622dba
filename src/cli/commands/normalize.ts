import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RecordFormat } from '../../core/choices.ts';
import { kinds } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { Rates } from '../../core/rates.ts';
import { counted, nouns, sameInAll } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import type { Zone } from '../../core/zone.ts';
import { cellText, type RecordTable, readRecords } from '../../engine/load/read-records.ts';
import { coverageOf } from '../../figures/coverage.ts';
import { todayOf } from '../../figures/figure-settings.ts';
import { recordHoles } from '../../figures/record-holes.ts';
import { csvText } from '../../page/csv-text.ts';
import { unchangedWhile } from '../../readers/unchanged.ts';
import type { RunOptions } from '../options/parse.ts';
import type { Settings } from '../options/settings.ts';
import { refuseStrict } from '../options/strictness.ts';
import { atEnd } from '../process/cleanup.ts';
import type { Io } from '../process/io.ts';
import { plansOf } from '../run/plans.ts';
import { settingsFor } from '../run/reading.ts';
import { writeRejects } from '../run/rejects.ts';
import { allWarnings, tellWarnings } from '../run/run-warnings.ts';
import { refuseRejects } from '../run/too-many-rejects.ts';
import { type FileInTheMaking, writeTogether } from '../run/write.ts';

/** `kpi normalize`: the typed records, one file per kind, in the folder of `--out`. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const { dir, recordFormat = 'csv' } = options;
  if (dir === undefined)
    throw new Problem(
      'bad_usage',
      { en: 'kpi normalize needs a folder to write to', fr: "kpi normalize a besoin d'un dossier où écrire" },
      [sameInAll('kpi normalize exports/ --out records/')],
    );
  // Elsewhere it is standard output, on which the files of several kinds would be one.
  if (dir === '-')
    throw new Problem(
      'bad_usage',
      {
        en: 'kpi normalize writes one file per kind of record: it needs a folder, not standard output',
        fr: "kpi normalize écrit un fichier par type d'enregistrement\u00a0: il lui faut un dossier, pas la sortie standard",
      },
      [sameInAll('kpi normalize exports/ --out records/')],
    );
  const hash = hashOf(options, io);
  const given = await settingsFor(options, io);
  // Records have all that their files contain, whatever figures a shop calculates from it: clicks as well as link
  // clicks.
  const settings: Settings = { ...given, options: { ...given.options, click_basis: 'all' } };
  const write = await writerOf(recordFormat, settings.zone);
  const plans = await plansOf(args, settings, io);
  const setting = {
    zone: settings.zone,
    options: settings.options,
    channels: settings.channels,
    currency: null,
    rates: new Rates(),
  };
  const { files, tables, held } = await unchangedWhile(
    plans.files.map(({ input }) => input),
    () => readRecords(plans.files, setting, settings.limits),
  );
  await writeRejects({ files }, settings, io.cwd);
  refuseRejects({ files }, settings);
  const covers = coverageOf(held, settings.options, todayOf(settings));
  const warnings = allWarnings({ plans, settings }, recordHoles(covers));
  refuseStrict(warnings, settings);
  await tellWarnings(warnings, settings, io);
  const shown = tables.map(({ kind }) => join(dir, `${kind}.${recordFormat}`));
  const places = shown.map((name) => ({ path: resolve(io.cwd, name), shown: name }));
  const counts = await writeTogether(places, (file, at) => {
    const table = tables[at]!;
    return write(file, hash === null ? table : hashed(table, hash));
  });
  const written = counts.map((rows, at) => `${shown[at]}  ${counted(rows, nouns.record)[settings.lang]}`);
  const older = kinds
    .map((kind) => join(dir, `${kind}.${recordFormat}`))
    .filter((name) => !shown.includes(name) && existsSync(resolve(io.cwd, name)));
  const lines = [...written, ...older.map((name) => olderWords[settings.lang](name))];
  if (!settings.quiet) await io.err(`${lines.map(visible).join('\n')}\n`);
  return 0;
}

/** Kinds of records from an earlier run that this one lacks: read with the others they would count as well. */
const olderWords = {
  en: (name: string) => `warning: ${name} is of an earlier run and was left as it is; remove it`,
  fr: (name: string) =>
    `avertissement\u00a0: ${name} vient d'une exécution précédente et reste tel quel\u00a0; supprimez-le`,
} as const;

type Hash = (text: string) => string;

/** E-mail addresses are easily guessed, so only its key keeps a hash secret. */
const leastSecret = 16;

/** Customer keys as a keyed hash: a customer always has the same one, and nobody without the key can identify the customer. */
function hashOf(options: RunOptions, io: Io): Hash | null {
  if (options.hashKeys !== true) return null;
  const secret = io.env.KPI_HASH_KEY ?? '';
  if (secret !== '' && secret.length < leastSecret)
    throw new Problem(
      'no_hash_key',
      {
        en: `the secret in KPI_HASH_KEY is shorter than ${leastSecret} characters: anyone who has the file could try them all`,
        fr: `le secret de KPI_HASH_KEY a moins de ${leastSecret} caractères\u00a0: qui a le fichier pourrait tous les essayer`,
      },
      [{ en: 'make one: openssl rand -hex 32', fr: 'créez-en un\u00a0: openssl rand -hex 32' }],
    );
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

/** Writes the records of a table into a file; returns their number. */
type WriteTable = (file: FileInTheMaking, table: RecordTable) => Promise<number>;

/** How records are written in a format. If that is not possible here, fails before any file is read. */
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
