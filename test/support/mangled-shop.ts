import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../bench/random.ts';
import { readCsv } from '../../src/readers/csv.ts';
import { defaultLimits } from '../../src/readers/input.ts';
import { mangled, narrowed, type Sheet, writingOf, written } from './mangle.ts';
import { root } from './run.ts';

/** The records of a CSV file of the fixtures. */
async function sheetOf(path: string): Promise<Sheet> {
  const records: string[][] = [];
  const bytes = readFileSync(join(root, 'fixtures', path));
  const chunks = (async function* () {
    yield bytes;
  })();
  await readCsv(chunks, { delimiter: ',' }, path, defaultLimits, (cells) => void records.push([...cells]));
  return { name: path.replaceAll('/', '-'), records };
}

const sources = [
  'shop/orders_export.csv',
  'shop/abandoned_checkouts.csv',
  'shop/zendesk_tickets.csv',
  'shop/meta_ads.csv',
  'shop/nps.csv',
  'shop/social.csv',
  'shop/leads.csv',
  'shop/costs.csv',
  'sources/generic/orders.csv',
  'sources/generic/order-lines.csv',
  'sources/generic/refunds.csv',
  'sources/generic/spend.csv',
  'sources/generic/tickets.csv',
  'sources/generic/visits-sessions.csv',
  'sources/generic/surveys.csv',
  'sources/shopify-orders/plain.csv',
] as const;

/** The records with the blank cells of each filled from the one above, where both begin with the same id. */
export function filledDown({ name, records }: Sheet): Sheet {
  const filled: (readonly string[])[] = [];
  for (const record of records) {
    const above = filled.at(-1);
    const isFurther = above !== undefined && record[0] !== '' && record[0] === above[0];
    filled.push(isFurther ? record.map((cell, at) => (cell === '' ? (above[at] ?? '') : cell)) : record);
  }
  return { name, records: filled };
}

/** Reports of such a shop. */
export const lines = [
  '--period week --all --include-partial --by channel',
  '--period day --all --include-partial',
  '--period month --all --include-partial --compare previous,year --by source --by country',
  '--period all --assume-full-history --timezone America/New_York',
  '--period hour --from 2026-10-25 --to 2026-10-26 --by device',
  '--period quarter --all --include-partial --by store --timezone Pacific/Apia',
];

/** Some of the sheets, mangled and written anew; now and then in two files that overlap. */
export async function mangledShop(folder: string, seed: number): Promise<void> {
  const random = new Random(seed, 3).at(0);
  const rate = [0, 3, 15, 60][random.below(4)]!;
  const chosen = sources.filter(() => random.once(3));
  for (const path of chosen.length === 0 ? [sources[random.below(sources.length)]!] : chosen) {
    const whole = mangled(await sheetOf(path), seed * 31 + path.length, rate);
    const shown = random.once(3) ? narrowed(whole, seed) : whole;
    const sheet = new Random(seed, 5).at(0).once(3) ? filledDown(shown) : shown;
    const [header = [], ...rows] = sheet.records;
    const parts = random.once(3)
      ? [rows.slice(0, Math.ceil(rows.length * 0.6)), rows.slice(Math.floor(rows.length * 0.4))]
      : [rows];
    for (const [at, part] of parts.entries()) {
      // Lines above a table, as tools write the title and the period of a report.
      const above = new Random(seed + at, 7).at(0).once(6) ? [['Export of the shop'], [''], ['Période', 'tout']] : [];
      const bytes = written({ name: sheet.name, records: [...above, header, ...part] }, writingOf(seed + at));
      writeFileSync(join(folder, `${at}-${sheet.name}`), bytes);
    }
  }
}
