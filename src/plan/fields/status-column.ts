import { quoted, type Text } from '../../core/text.ts';
import type { From, Source } from '../../sources/source.ts';
import type { Header } from '../head/header.ts';
import type { PlanNote } from '../plan.ts';

/** The names of the columns that hold the status of an order. */
function statusNames(from: From | undefined): readonly string[] {
  switch (from?.op) {
    case 'column':
      return from.as.status === true ? from.names : [];
    case 'first':
      return from.of.flatMap(statusNames);
    case 'when_filled':
      return statusNames(from.otherwise);
    default:
      return [];
  }
}

/** The column that says which orders were cancelled, beside the status, if a tool has one and the file does not. */
function lackedCancellation({ fields: { status }, derive = [] }: Source, header: Header): string | null {
  if (status?.op !== 'when_filled' || status.gives !== 'cancelled' || status.column.op !== 'column') return null;
  const { names } = status.column;
  if (header.find(names) !== undefined) return null;
  const from = derive.find(({ name }) => names.includes(name))?.from ?? names;
  return [from[0] ?? []].flat()[0] ?? null;
}

/** Says that a tool's export of orders was made without its status: quotations and cancelled orders are then sales. */
export function statusNotes(path: string, source: Source, header: Header): PlanNote[] {
  if (source.kind !== 'order' || source.tool === 'generic') return [];
  const names = statusNames(source.fields.status);
  if (names.length === 0) return [];
  if (header.find(names) !== undefined) {
    const column = lackedCancellation(source, header);
    return column === null ? [] : [noCancellation(path, quoted(column))];
  }
  const name: Text = quoted(names[0]!);
  return [
    {
      code: 'no_status',
      message: {
        en: `${path}: it does not say which orders were cancelled or paid, so all of them count; export it again with the column ${name.en}`,
        fr: `${path}\u00a0: il n'indique pas quelles commandes ont été annulées ou payées, donc toutes comptent\u00a0; exportez-le à nouveau avec la colonne ${name.fr}`,
      },
      strict: false,
    },
  ];
}

/** Most tools leave `paid` in the status of an order that was cancelled. */
const noCancellation = (path: string, name: Text): PlanNote => ({
  code: 'no_status',
  message: {
    en: `${path}: it does not say which orders were cancelled; those whose status is paid all the same count. Export it again with the column ${name.en}`,
    fr: `${path} : il n'indique pas quelles commandes ont été annulées ; celles dont le statut reste payé comptent. Exportez-le à nouveau avec la colonne ${name.fr}`,
  },
  strict: false,
});
