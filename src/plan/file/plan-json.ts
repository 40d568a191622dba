import { Problem } from '../../core/problem.ts';
import type { CsvShape } from '../../readers/csv.ts';
import type { Head } from '../../readers/decode.ts';
import type { Input } from '../../readers/input.ts';
import { detectJson, headArrays, headJson, type JsonShape, jsonShapes } from '../../readers/json.ts';
import type { Source } from '../../sources/source.ts';
import { undated } from '../advice/no-dates.ts';
import { noRecords } from '../advice/no-records.ts';
import { headRows, knownRecords } from '../head/head-records.ts';
import { Header } from '../head/header.ts';
import { JoinedParts } from '../head/join-json.ts';
import { cellsOf, columnsOfRecords, plainColumns } from '../head/json-cells.ts';
import type { Planned, Planning } from '../planning.ts';
import { withGiven } from '../recognise/given.ts';
import { recognise, type SourceEntry } from '../recognise/recognise.ts';
import { bestFit } from '../recognise/signature.ts';
import { tableBlock } from '../recognise/table-blocks.ts';
import { planTable } from './plan-table.ts';
import { provenSource } from './proven-source.ts';

/** How the rows that are made of its records look to the plan of a table. */
const asRows: CsvShape = { delimiter: ',' };

/** Plans a file of JSON. */
export async function planJson(input: Input, head: Head, entry: SourceEntry, planning: Planning): Promise<Planned> {
  const { json, records, names, tool } = jsonRecords(input, head, planning);
  const keys = tool === undefined ? plainColumns(names, records) : names;
  const header = tool?.json === undefined ? keys : columnsOfTool(tool, names);
  const seen = new Map<string, string>();
  const rows = records
    .slice(0, Math.ceil(5_000_000 / Math.max(1000, keys.length)))
    .flatMap((record) => tool?.json?.rows(record, seen) ?? [cellsOf(record, keys)]);
  const all = knownRecords([header as string[], ...rows]);
  const found =
    tool === undefined
      ? recognise(input.path, all, planning.sources, entry)
      : { source: withGiven(input.path, tool, entry), at: 0 };
  const { source } = await provenSource(input, asRows, all, found, entry, planning);
  const table = planTable(input, asRows, tableBlock(all, 0), { ...source, decimal: '.' }, entry, planning);
  if (table === null) throw undated(input.path, source);
  return { shape: { form: 'json', json }, source, tables: [{ ...table, at: -1, described: false }], records: null };
}

/** The records of a JSON file, and the tool that writes such. */
interface JsonRecords {
  readonly json: JsonShape;
  readonly records: readonly Record<string, unknown>[];
  readonly names: readonly string[];
  readonly tool: Source | undefined;
}

/** Of the arrays that a file may have its records in, the one that a tool's export is known by; else the longest. */
function jsonRecords(input: Input, head: Head, { sources, limits }: Planning): JsonRecords {
  const read = (json: JsonShape): JsonRecords => {
    const own = headJson(head, json, headRows).filter(
      (record): record is Record<string, unknown> =>
        typeof record === 'object' && record !== null && !Array.isArray(record),
    );
    const place = { header: new Header(columnsOfRecords(own)), above: [], rows: () => [] };
    const tool = sources.find((source) => source.json !== undefined && bestFit(source, place).missing.length === 0);
    const join = json.form === 'object' ? tool?.json?.join : undefined;
    const parts = join === undefined ? null : new JoinedParts(join);
    if (parts !== null) for (const part of headArrays(head, join!.arrays)) parts.add(part);
    const records = parts === null ? own : own.map((record) => parts.to(record));
    return { json, records, names: columnsOfRecords(records), tool };
  };
  const found = jsonShapes(head, detectJson(head)!).map(read);
  const known = found.filter(({ tool }) => tool !== undefined);
  // The records that others are joined to come before these.
  const best = known.find(({ tool }) => tool?.json?.join !== undefined) ?? known[0] ?? found[0]!;
  if (best.records.length === 0) throw noRecords(input.path, head);
  if (best.names.length > limits.maxColumns) throw tooManyNames(input.path, best.names.length, limits.maxColumns);
  return best;
}

const tooManyNames = (path: string, count: number, most: number): Problem =>
  new Problem(
    'too_many_columns',
    {
      en: `${path}: its records have ${count} different names, more than ${most}`,
      fr: `${path}\u00a0: ses enregistrements ont ${count} noms différents, au-delà de la limite de ${most}`,
    },
    [
      {
        en: 'Export records that all have the same names.',
        fr: 'Exportez des enregistrements qui ont tous les mêmes noms.',
      },
    ],
    { file: path },
  );

/** The columns of a tool's records: those of keys that no record has are not there. */
function columnsOfTool({ json }: Source, names: readonly string[]): readonly string[] {
  const absent = new Set(
    Object.entries(json?.only ?? {}).flatMap(([keys, columns]) =>
      keys.split(' ').some((key) => names.includes(key)) ? [] : columns,
    ),
  );
  return (json?.columns ?? []).map((name) => (absent.has(name) ? `without ${name}` : name));
}
