import type { Case, Content, Table } from './case.ts';
import { bytesOf, contentOf, plainBytes } from './case.ts';

/** Whether a case, made smaller, still breaks the same promise. */
export type StillBreaks = (smaller: Case) => Promise<boolean>;

/** A case that breaks the same promise and is as small as could be found in this many trials. */
export async function reduced(found: Case, stillBreaks: StillBreaks, most: number): Promise<Case> {
  let best = found;
  let left = most;
  const keep = async (smaller: Case): Promise<boolean> => {
    if (left <= 0) return false;
    left -= 1;
    if (!(await stillBreaks(smaller))) return false;
    best = smaller;
    return true;
  };
  for (let before = ''; before !== JSON.stringify(best) && left > 0; ) {
    before = JSON.stringify(best);
    await fewer(best.ways, (ways) => keep({ ...best, ways }));
    for (const name of Object.keys(best.files)) {
      const { [name]: _, ...files } = best.files;
      await keep({ ...best, files, args: best.args.filter((arg) => arg !== name) });
    }
    await fewer(best.args, (args) => keep({ ...best, args }));
    for (const name of Object.keys(best.files))
      await smallerFile(best.files[name]!, name, (content) =>
        keep({ ...best, files: { ...best.files, [name]: content } }),
      );
  }
  return best;
}

type Keep<T> = (smaller: T) => Promise<boolean>;

/** Leaves out parts of a list, half of it first, then ever smaller parts. Returns what remains. */
async function fewer<T>(all: readonly T[], keep: Keep<T[]>): Promise<readonly T[]> {
  let list = all;
  for (
    let size = Math.ceil(list.length / 2);
    size >= 1 && list.length > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < list.length; ) {
      const rest = list.toSpliced(at, size);
      if (await keep(rest)) list = rest;
      else at += size;
    }
  }
  return list;
}

const plainWriting: Table['writing'] = {
  delimiter: ',',
  newline: '\n',
  quoteAll: false,
  encoding: 'utf8',
  mark: false,
  lastNewline: true,
};

async function smallerFile(content: Content, name: string, keep: Keep<Content>): Promise<void> {
  let own = content;
  const take = async (smaller: Content): Promise<boolean> => {
    const isKept = await keep(smaller);
    if (isKept) own = smaller;
    return isKept;
  };
  if (own.packed !== undefined) {
    const { packed: _, ...plain } = own;
    if (!(await take(plain))) await take(contentOf(bytesOf(own, name)));
  }
  if ('table' in own) await smallerTable(own.table, (table) => take({ ...own, table } as Content));
  else await smallerBytes(plainBytes(own), (bytes) => take(contentOf(bytes, own.packed)));
}

async function smallerTable(given: Table, keep: Keep<Table>): Promise<void> {
  let table = given;
  const take = async (smaller: Table): Promise<boolean> => {
    const isKept = await keep(smaller);
    if (isKept) table = smaller;
    return isKept;
  };
  if (table.times > 1 && !(await take({ ...table, times: 1 }))) await take({ ...table, times: 2 });
  await take({ ...table, form: 'csv', writing: plainWriting });
  const [header = [], ...rows] = table.records;
  await fewer(rows, (some) => take({ ...table, records: [header, ...some] }));
  const whole = table.records;
  const columns = Array.from({ length: Math.max(...whole.map((row) => row.length)) }, (_, at) => at);
  await fewer(columns, (some) => {
    const kept = new Set(some);
    return take({ ...table, records: whole.map((row) => row.filter((_, at) => kept.has(at))) });
  });
  for (let row = 1; row < table.records.length; row += 1)
    for (let at = 0; at < table.records[row]!.length; at += 1) {
      const cell = table.records[row]![at]!;
      if (cell.length < 2) continue;
      const other = table.records.map((cells, index) => (index === row ? cells.with(at, '') : cells));
      await take({ ...table, records: other });
    }
}

/** Lines, then single bytes where few are left. */
async function smallerBytes(bytes: Buffer, keep: Keep<Buffer>): Promise<void> {
  const lines = bytes.toString('latin1').split(/(?<=\n)/);
  const rest = (await fewer(lines, (some) => keep(Buffer.from(some.join(''), 'latin1')))).join('');
  const units = rest.length > 2000 ? (rest.match(/[^,]*,?/gs) ?? []) : [...rest];
  await fewer(units, (some) => keep(Buffer.from(some.join(''), 'latin1')));
}
