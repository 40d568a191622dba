import { joined, quoted, type Text } from '../../core/text.ts';
import { recordFields } from '../../records/index.ts';
import type { ReadTable } from '../fields/two-columns.ts';
import { shownName } from '../head/shown-columns.ts';
import type { PlanNote } from '../plan.ts';
import { columnsOf } from '../resolve-fields.ts';
import { yamlText } from '../yaml-text.ts';
import { ColumnChooser } from './column-chooser.ts';
import { offers } from './offers.ts';

/** Fields that decide what the rows are, or when they were: a table that is read without them is read by others. */
const settled = new Set([
  ...['gross_sales', 'total', 'quantity', 'unit_price', 'unit_cost', 'sku', 'product'],
  ...['date', 'date_from', 'date_to', 'started_at', 'ordered_at', 'created_at', 'answered_at', 'refunded_at'],
  ...['type', 'score', 'sessions', 'cost', 'item_amount', 'network', 'category', 'amount'],
]);

/**
 * Columns of a table of no known tool that are read for nothing, though they are called as people call a field: e-mails would have
 * no opens. Silent once the configuration maps columns of the file.
 */
export function columnsToMap({ path, written, source, header, cells, fields, entry }: ReadTable): PlanNote[] {
  if (source.tool !== 'generic' || entry.columns !== undefined) return [];
  const used = new Set(Object.values(fields).flatMap((from) => columnsOf(from).map(({ index }) => index)));
  if (header.names.every((_, at) => used.has(at))) return [];
  const chooser = new ColumnChooser(source.kind, header, cells, used);
  const found: [field: string, column: string][] = [];
  for (const [field, { type }] of recordFields(source.kind)) {
    if (fields[field] !== undefined || settled.has(field) || offers[source.kind][field] === undefined) continue;
    const own = chooser.own(field, type);
    if (own !== undefined || !chooser.take(field, type)) continue;
    found.push([field, chooser.columns[field]!]);
  }
  if (found.length === 0) return [];
  const columns = found.map(([field, name]) => `${field}: ${yamlText(name)}`).join(', ');
  const kind = entry.kind === undefined ? '' : `, kind: ${entry.kind}`;
  const line = `sources: [{ path: ${yamlText(written)}${kind}, columns: { ${columns} } }]`;
  const names: Text = joined(
    found.map(([, name]) => quoted(shownName(name))),
    ', ',
  );
  return [
    {
      code: 'columns_to_map',
      message: {
        en: `${path}: not read: ${names.en}; to read what these names seem to say, write in kpi.yaml: ${line}`,
        fr: `${path}\u00a0: non lu\u00a0: ${names.fr}\u00a0; pour lire ce que ces noms semblent dire, écrivez dans kpi.yaml\u00a0: ${line}`,
      },
      strict: false,
    },
  ];
}
