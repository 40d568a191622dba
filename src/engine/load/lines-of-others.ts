import type { FilePlan } from '../../plan/plan.ts';

/**
 * Some tools export their sales twice, whole and by item. Beside the file of the whole sales, the items are only lines of
 * its orders; alone they are orders.
 */
export const linesOfOthers = (files: readonly FilePlan[]): readonly FilePlan[] =>
  files.map((file) => {
    const { linesOf } = file.source;
    const isBeside = files.some(
      (other) => other.source.id === linesOf && other.store === file.store && other.account === file.account,
    );
    return isBeside ? onlyLines(file) : file;
  });

const onlyLines = (file: FilePlan): FilePlan => ({
  ...file,
  tables: file.tables.map((table) => {
    const { order_id } = table.fields;
    if (table.kind !== 'order' || table.line === null || order_id === undefined) return table;
    return { ...table, kind: 'order_line', fields: { ...table.line, order_id }, line: null };
  }),
});
