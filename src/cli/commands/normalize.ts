import { createHmac } from 'node:crypto';
import { join, resolve } from 'node:path';
import { Problem } from '../../core/problem.ts';
import { Rates } from '../../core/rates.ts';
import { type RecordTable, readRecords } from '../../facts/records.ts';
import { csvText } from '../../render/csv-text.ts';
import type { Io } from '../io.ts';
import type { RunOptions } from '../parse.ts';
import { plansOf } from '../plans.ts';
import { refuseRejects, settingsFor } from '../reading.ts';
import { writeRejects } from '../rejects.ts';
import { beginFile } from '../write.ts';

/** `kpi normalize`: the typed records, one file a kind, in the folder of `--out`. */
export async function run(args: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const { dir, recordFormat = 'csv' } = options;
  if (dir === undefined)
    throw new Problem('bad_usage', 'kpi normalize needs a folder to write to', [
      'kpi normalize exports/ --out records/',
    ]);
  const hash = hashOf(options, io);
  const settings = await settingsFor(options, io);
  const plans = await plansOf(args, settings, io);
  const setting = {
    zone: settings.zone,
    options: settings.options,
    channels: settings.channels,
    currency: null,
    rates: new Rates(),
  };
  const { files, tables } = await readRecords(plans.files, setting, settings.limits);
  await writeRejects({ files }, settings, io.cwd);
  refuseRejects({ files }, settings);
  const written: string[] = [];
  for (const table of tables) {
    const name = join(dir, `${table.kind}.${recordFormat}`);
    const rows = await writeTable(resolve(io.cwd, name), table, recordFormat, hash);
    written.push(`${name}  ${rows} ${rows === 1 ? 'record' : 'records'}`);
  }
  if (!settings.quiet) await io.err(`${written.join('\n')}\n`);
  return 0;
}

type Hash = ((text: string) => string) | null;

/** Customer keys as a keyed hash: the same customer has the same one, and nobody without the key can tell whose it is. */
function hashOf(options: RunOptions, io: Io): Hash {
  if (options.hashKeys !== true) return null;
  const secret = io.env.KPI_HASH_KEY ?? '';
  if (secret === '')
    throw new Problem('no_hash_key', '--hash-keys needs a secret in the variable KPI_HASH_KEY', [
      'KPI_HASH_KEY=… kpi normalize exports/ --out records/ --hash-keys',
    ]);
  return (text) => createHmac('sha256', secret).update(text).digest('hex').slice(0, 32);
}

const batch = 1000;

async function writeTable(path: string, table: RecordTable, format: 'csv' | 'ndjson', hash: Hash): Promise<number> {
  const file = await beginFile(path);
  try {
    if (format === 'csv') await file.write(csvText([[...table.fields]]));
    let rows = 0;
    let waiting: string[] = [];
    for (const record of table.rows) {
      const cells =
        hash === null
          ? record
          : record.map((cell, place) => (cell !== null && table.keys.includes(place) ? hash(cell) : cell));
      waiting.push(
        format === 'csv'
          ? csvText([cells.map((cell) => cell ?? '')])
          : `${JSON.stringify(Object.fromEntries(cells.flatMap((cell, place) => (cell === null ? [] : [[table.fields[place]!, cell]]))))}\n`,
      );
      rows += 1;
      if (waiting.length < batch) continue;
      await file.write(waiting.join(''));
      waiting = [];
    }
    await file.write(waiting.join(''));
    await file.finish();
    return rows;
  } catch (error) {
    await file.abandon();
    throw error;
  }
}
