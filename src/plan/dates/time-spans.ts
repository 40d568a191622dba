import { Problem } from '../../core/problem.ts';
import type { Zones } from '../compile.ts';
import type { Rows } from '../head/head-records.ts';
import { spansOf } from '../named-spans.ts';
import type { Resolved, ResolvedFields } from '../plan.ts';

type Span = Extract<Resolved, { op: 'span' }>;

/** How the first day of a span is read from weeks, months … of the table. */
function spanIn(from: Resolved | undefined): Span | null {
  if (from?.op === 'span') return from;
  if (from?.op !== 'first') return null;
  return from.of.find((one) => one.op === 'span') ?? null;
}

/**
 * Whether the weeks and months of a table can be dated: their years are in the cells or follow from its period. False
 * if no cell can; an error if the period has some week twice.
 */
export function areDated(path: string, fields: ResolvedFields, rows: Rows, zones: Zones): boolean {
  const span = spanIn(fields.date_from);
  if (span === null) return true;
  const read = spansOf(span.of, span.within, zones);
  const at = span.of.map(({ column }) => column.index);
  let [dated, filled] = [false, false];
  for (const row of rows(at)) {
    if (at.every((index) => (row[index] ?? '').trim() === '')) continue;
    filled = true;
    const spans = read(row);
    if (spans.length > 1 && span.within !== null) throw twice(path, span);
    dated ||= spans.length === 1;
  }
  return dated || !filled;
}

function twice(path: string, { of }: Span): Problem {
  const names = of.map(({ column }) => `"${column.name}"`).join(', ');
  return new Problem(
    'year_not_told',
    {
      en: `${path}: the period above its table has some weeks or months of column ${names} twice, and no column gives the year`,
      fr: `${path}\u00a0: la période indiquée au-dessus du tableau contient deux fois certaines semaines ou certains mois de la colonne ${names}, et aucune colonne n'indique l'année`,
    },
    [
      {
        en: 'Export it with the dimension Date (or Year week, Year month), or one year at a time.',
        fr: 'Exportez-le avec la dimension Date (ou Année et semaine, Année et mois), ou une année à la fois.',
      },
    ],
    { file: path },
  );
}
