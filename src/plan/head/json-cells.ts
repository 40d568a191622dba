/** What stands behind the name of a column of JSON that holds lists of objects: no cell can have their values, so no field is read from it. */
export const listMark = '[]';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The dotted names of all values of these records, in the order of their first appearance. */
export function columnsOfRecords(records: readonly Readonly<Record<string, unknown>>[]): string[] {
  const names = new Set<string>();
  const walk = (record: Readonly<Record<string, unknown>>, prefix: string, depth: number) => {
    for (const [key, value] of Object.entries(record)) {
      names.add(prefix + key);
      if (isRecord(value) && depth < 3) walk(value, `${prefix}${key}.`, depth + 1);
    }
  };
  for (const record of records) walk(record, '', 0);
  return [...names];
}

/** Of these names those that are columns: a name that holds only objects stands for their own names, one that holds lists of objects is marked. */
export function plainColumns(
  names: readonly string[],
  records: readonly Readonly<Record<string, unknown>>[],
): string[] {
  return names
    .filter(
      (name) =>
        !names.some((other) => other.startsWith(`${name}.`)) ||
        records.some((record) => cellsOf(record, [name])[0] !== ''),
    )
    .map((name) => (records.some((record) => isList(valueAt(record, name))) ? `${name}${listMark}` : name));
}

const isList = (value: unknown): boolean => Array.isArray(value) && value.some(isRecord);

/** The texts of a JSON record under dotted names; what it does not have is empty. */
export function cellsOf(record: Readonly<Record<string, unknown>>, header: readonly string[]): string[] {
  return header.map((name) => textOf(valueAt(record, name)));
}

function valueAt(record: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name];
  let value: unknown = record;
  for (const part of name.split('.')) value = isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return value;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(textOf).join(',') : '';
}
