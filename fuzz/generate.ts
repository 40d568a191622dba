import { Random } from '../bench/random.ts';
import { hostileNames } from '../test/support/hostile-shop.ts';
import {
  type Case,
  type Content,
  contentOf,
  type Form,
  type Packed,
  plainBytes,
  type Table,
  type Way,
} from './case.ts';
import { changedTable, writing } from './change-table.ts';
import { commandLine } from './command-line.ts';
import { configText } from './config-text.ts';
import { damaged } from './damage.ts';
import { personColumns } from './people.ts';
import { bytesOfExport, common, exports, recordsOf } from './tables.ts';

/** The case of a seed and a number: the same whenever, wherever and after whichever others it is made. */
export function caseOf(seed: number, number: number): Case {
  const random = new Random(seed, 7).at(number);
  const files: Record<string, Content> = {};
  const headers: Record<string, readonly string[]> = {};
  for (let left = 1 + random.low(3); left > 0; left -= 1) {
    const path = exportPath(random);
    const content = fileContent(path, random);
    const name = fileName(content, Object.keys(files).length, random);
    files[name] = content;
    headers[name] = namesOfNobody(recordsOf(path) ?? []);
  }
  if (random.once(25)) files['-'] = fileContent(exportPath(random), random);
  const names = Object.keys(files);
  const paths = random.once(3) ? names : random.once(8) ? ['*'] : random.once(12) ? [] : ['.'];
  if (random.once(6)) files['rates.csv'] = { text: ratesText(random) };
  const hasConfig = paths.length === 0 || random.once(3);
  if (hasConfig) files['kpi.yaml'] = { text: '' };
  const args = commandLine(paths, (file) => file in files, random);
  if (hasConfig || args[0] === 'check') files['kpi.yaml'] = { text: configText(headers, args[0] === 'check', random) };
  return { args, files, ways: waysOf(random), segment: 20 + random.low(2000) };
}

/** The headers of columns that name no customers: an entry of `sources` may say that they are anything. */
function namesOfNobody(records: Table['records']): string[] {
  const people = personColumns(records);
  return (records[0] ?? []).filter((_, at) => !people.has(at));
}

/** Each way takes time: most cases go few of them. */
function waysOf(random: Random): Way[] {
  const often: Readonly<Record<Way, number>> = { columns: 2, duckdb: 4, cache: 3, french: 6, accounts: 3, process: 60 };
  return (Object.keys(often) as Way[]).filter((way) => random.once(often[way]));
}

function exportPath(random: Random): string {
  const list = random.once(3) ? exports : common;
  return list[random.below(list.length)]!;
}

function fileContent(path: string, random: Random): Content {
  const records = recordsOf(path);
  const packed: Packed | undefined = random.once(10) ? 'gz' : random.once(10) ? 'zip' : undefined;
  const made = (content: Content): Content => (packed === undefined ? content : { ...content, packed });
  if (records === null || random.once(12)) {
    const bytes = bytesOfExport(path);
    return made(contentOf(random.once(4) ? bytes : damaged(bytes, random)));
  }
  const form: Form = random.once(6) ? (['json', 'ndjson', 'xlsx'] as const)[random.below(3)]! : 'csv';
  const times =
    form !== 'csv' ? 1 : random.once(300) ? 1 + random.below(2000) : 1 + random.below(random.once(4) ? 6 : 1);
  const table = { records: changedTable(records, random), form, writing: writing(random), times };
  if (!random.once(9)) return made({ table });
  return made(contentOf(damaged(plainBytes({ table }), random)));
}

const endings: Readonly<Record<Form, readonly string[]>> = {
  csv: ['csv', 'csv', 'csv', 'csv', 'tsv', 'txt', 'CSV'],
  json: ['json'],
  ndjson: ['jsonl', 'ndjson'],
  xlsx: ['xlsx'],
};

/** What a folder can hold on every system that this runs on. */
const oddNames = hostileNames.filter((name) => name.length < 60 && !/[/\0]/.test(name));

function fileName(content: Content, at: number, random: Random): string {
  const form = 'table' in content ? content.table.form : 'text' in content ? 'csv' : 'xlsx';
  const list = endings[form];
  const packed = content.packed === undefined ? '' : `.${content.packed}`;
  const ending = `${list[random.below(list.length)]}${packed}`;
  if (random.once(40)) return `${oddNames[random.below(oddNames.length)]}${at}.${ending}`;
  const stems = ['file', 'orders', 'export (1)', 'sub/part', 'a b', '-x', '[a]', '{a,b}', 'é', '*', '__proto__'];
  return `${stems[random.low(stems.length)]}${at}.${ending}`;
}

function ratesText(random: Random): string {
  const rows = [
    '2026-01-01,USD,0.92',
    '2020-01-01,GBP,1.15',
    '2026-13-01,USD,1',
    '2026-01-01,EUR,0',
    'x',
    '',
    '2026-01-01,USD,1e9',
  ];
  return ['date,currency,rate', ...rows.filter((_, at) => at < 3 || random.once(20))].join('\n');
}
