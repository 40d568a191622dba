import { categoryWords } from '../../core/cost-categories.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import type { Kind } from '../../core/kinds.ts';
import { meanings } from '../../core/meanings.ts';
import { namesIn } from '../../core/names-in.ts';
import { noWords, yesWords } from '../../core/yes-words.ts';
import { approxNote } from '../../records/field-types.ts';
import { recordFields, recordOf } from '../../records/index.ts';
import { netNames, untaxedTotals } from '../../records/order.ts';
import { leftOutTickets } from '../../sources/left-out-tickets.ts';
import {
  col,
  difference,
  type From,
  first,
  ifLacks,
  minus,
  preamble,
  type Signature,
  type Skip,
  type Source,
  whenFilled,
} from '../../sources/source.ts';
import { fixed, type GivenFields, namedFields } from './given.ts';

const orderSkips = [
  { words: ['test'], reason: 'test_order' },
  { words: ['draft'], reason: 'draft' },
  { words: ['deleted'], reason: 'deleted' },
];
/** What surveys write in place of a number: any of each group counts the same. */
const npsWords = meanings({
  '10': ['promoter', 'promoters', 'promoteur', 'promotrice'],
  '8': ['passive', 'passives', 'passif'],
  '0': ['detractor', 'detractors', 'détracteur', 'détractrice', 'detracteur'],
});

/** The names that identify a table of weeks or months without any other date. */
const unitColumns: readonly string[] = namesIn`
  Week | Week of | Week starting | Week beginning | Week start | Week ending | Semaine | Semaine du | Woche
  Kalenderwoche | Semana | Settimana | Month | Month of | Month start | Year month | Mois | Monat | Mes | Mese
  Maand | Quarter | Trimestre | Quartal | Year | Année | Annee | Jahr | Año | Anno | Period | Période | Periode
  Zeitraum | Periodo
`.flatMap((name) => [name, name.replaceAll(' ', '_')]);

/** The header names that a field of a kind, or of a line in an order's row, is read by. */
export const fieldNames = (kind: Kind, field: string): string[] =>
  namesOf(kind === 'order' && lineFields.has(field) ? 'order_line' : kind, field);

/** How JSON records, and tables made from them, name the address or number of an object that is a person. */
const people = ['customer', 'client', 'requester', 'user', 'buyer', 'contact', 'billing', 'billing_address'].flatMap(
  (person) => (person.startsWith('billing') ? [`${person}.email`] : [`${person}.email`, `${person}.id`]),
);

const timeUnits = ['seconds', 'sec', 's', 'minutes', 'min', 'hours', 'heures', 'h', 'days', 'jours'];

/** The names of a time in seconds, in any unit: `first_reply_minutes`, `first_response_time_hours`. `business_hours` are no unit. */
const durationNames = (names: readonly string[]): string[] =>
  names
    .flatMap((name) => /^(.*(?<!business))_second(?:s|es)$/.exec(name)?.[1] ?? [])
    .flatMap((stem) => [stem, stem.replace('reply', 'response')].flatMap((one) => [one, `${one}_time`]))
    .flatMap((stem) => timeUnits.map((unit) => `${stem}_${unit}`))
    .flatMap((name) => [name, name.replaceAll('_', ' ')]);

const namesOf = (kind: Kind, field: string): string[] => {
  const meta = recordFields(kind).get(field);
  const units = field === 'date' && isByDay(kind) ? unitColumns : [];
  return [
    field,
    field.replaceAll('_', ' '),
    `${field}${approxNote}`,
    ...(meta?.names ?? []).flatMap((name) => [name, name.replaceAll('_', ' ')]),
    ...units,
    ...(meta?.type === 'duration' ? durationNames([field, ...meta.names]) : []),
    ...(meta?.type === 'key' && field.endsWith('_key') ? people : []),
  ];
};

/** What the configuration says of a file of no known tool. */
export interface Given extends GivenFields {
  /** Whether the days of a table without dates are stated. */
  readonly dated?: boolean;
}

/** What an entry of the configuration says of a file of no known tool. */
export const given = ({
  columns,
  set,
  from,
  to,
}: Given & { readonly from?: number | undefined; readonly to?: number | undefined }): Given => ({
  columns,
  set,
  dated: from !== undefined && to !== undefined,
});

/** The day on which an order was cancelled, which overrides its status: most tools leave `paid` in that. */
const cancelDates = namesIn`
  cancelled_at | canceled_at | cancelled at | canceled at | cancelledAt | canceledAt | cancelled on
  cancellation_date | cancellation date | cancelled_date | cancel_date | date_cancelled | date d'annulation
  date_annulation | annulée le | annulé le | stornodatum | storniert am | fecha_cancelacion | fecha de cancelación
`;
const noDate = ['0000-00-00', '0000-00-00 00:00:00', 'null', 'none', 'n/a', '-', '--', ...noWords];
const cancelDate = col(cancelDates, 'text', { words: Object.fromEntries(noDate.map((word) => [word, ''])) });

/** The day on which a row was thrown away: databases keep such rows. */
const deletedDates = namesIn`
  deleted_at | deleted at | deletedAt | deleted_on | deleted on | date_deleted | deletion_date | date_suppression
  date de suppression | supprimé le | supprimée le | gelöscht am | löschdatum | fecha_eliminacion
  fecha de eliminación | eliminado el | data_eliminazione | data di eliminazione
`;
const gone: From = col(deletedDates, 'text', {
  words: Object.fromEntries(noDate.map((word) => [word, ''])),
  others: 'deleted',
});
const marked = (reason: string, names: readonly string[]): Skip => ({
  of: col(names.flatMap((name) => [name, `is_${name}`, `is ${name}`])),
  words: yesWords,
  reason,
});
/** Records that are left out by a day, or by yes in a column, of any list of them. */
const goneSkips: readonly Skip[] = [
  { of: gone, words: ['deleted'], reason: 'deleted' },
  marked('deleted', ['deleted', 'trashed', 'supprimé', 'supprimée', 'gelöscht', 'eliminado', 'eliminada', 'eliminato']),
];
/** Of tickets, too, what is no request; of orders, their status says what is a test. */
const testSkips: readonly Skip[] = [marked('test', ['test'])];
const ticketSkips: readonly Skip[] = [
  marked('spam', ['spam', 'junk', 'indésirable', 'pourriel', 'no deseado', 'unerwünscht']),
  marked('merged', ['merged', 'duplicate', 'fusionné', 'doublon', 'zusammengeführt', 'duplikat', 'fusionado']),
  { of: col('tags'), words: ['spam', 'closed_by_merge'], list: true, reason: 'spam' },
];

const refundStatuses = namesIn`
  refund_status | refund status | return_status | return status | statut_remboursement | statut du remboursement
  statut du retour | erstattungsstatus | estado del reembolso | stato del rimborso
`;
/** Refunds that were refused, or not paid yet. What was cancelled may also be the order, unless the column says that it is the refund. */
const refundSkips: readonly Skip[] = [
  {
    of: col(refundStatuses, 'text', { status: true }),
    words: ['pending', 'failed', 'cancelled'],
    reason: 'not_refunded',
  },
  {
    of: col(['status', 'statut', 'état', 'etat', 'estado', 'stato'], 'text', { status: true }),
    words: ['pending', 'failed'],
    reason: 'not_refunded',
  },
];

/** Checkouts that became orders after all, where no column has the time of it. */
const completedSkips = (completedAt: readonly string[]): readonly Skip[] =>
  namesIn`
    recovered | completed | converted | purchased | récupéré | récupérée | abgeschlossen | recuperado
    recovery_status | recovery status | checkout_status | checkout status | cart_status | cart status | status
    statut | état
  `.map((name) => ({
    of: ifLacks({ column: completedAt }, col([name, `is_${name}`])),
    words: namesIn`
      ${yesWords} | recovered | completed | complete | converted | purchased | ordered | récupéré | récupérée
      converti | terminé | commandé | abgeschlossen | bestellt | recuperado | completado
    `,
    reason: 'completed',
  }));

const isByDay = (kind: Kind): boolean => recordOf(kind).booked === 'day';
const noColumns: Readonly<Record<string, string>> = {};
const dateFields = new Set(['started_at', 'date', 'date_from', 'date_to']);
/** Fields that say whether a session got that far: in a row of a session, yes and no are accepted. */
const steps = new Set(['engaged_sessions', 'product_views', 'carts', 'checkouts', 'purchases']);

/** Sources without columns of the configuration, each made once. */
const plainSources = new Map<string, Source>();

/** A source that is a pure function of its name and what is given. */
function madeOnce(name: string, given: Given, make: (given: Given) => Source): Source {
  if (given.columns !== undefined || given.set !== undefined) return make(given);
  const key = `${name} ${given.dated ?? false}`;
  return getOrInsert(plainSources, key, () => make(given));
}

/** A file of no known tool whose headers are the names of a kind's fields, or synonyms of them. */
export const genericSource = (kind: Kind, given: Given = {}): Source =>
  madeOnce(kind, given, (given) => sourceOf(kind, given));

function sourceOf(kind: Kind, given: Given): Source {
  const names = namesBy(kind, given);
  const fields: Record<string, From> = {};
  for (const [field, { type }] of recordFields(kind)) {
    fields[field] = col(names(field), type, {
      // A count that is blank in an ad's row is 0.
      ...(kind === 'spend' && type === 'count' ? { blank: 0 } : {}),
      ...(kind === 'visit' && type === 'count' ? { estimated: true } : {}),
      ...(kind === 'visit' && steps.has(field) ? { flags: true } : {}),
    });
  }
  if (kind === 'order') {
    fields.status = whenFilled(cancelDate, 'cancelled', col(names('status'), 'text', { status: true }));
    fields.gross_sales = first(
      col(names('gross_sales'), 'money'),
      col(netNames, 'money'),
      col(names('total'), 'money'),
    );
    fields.taxes = first(
      col(names('taxes'), 'money'),
      difference(col(names('total'), 'money'), col(untaxedTotals, 'money')),
    );
  }
  if (kind === 'email')
    fields.delivered = first(
      col(names('delivered'), 'count'),
      minus(col(names('recipients'), 'count'), col(names('bounces'), 'count')),
    );
  if (kind === 'cost') fields.category = col(names('category'), 'text', { words: categoryWords });
  if (kind === 'survey') fields.score = col(names('score'), 'text', { words: npsWords });
  if (kind === 'order_line') fields.quantity = col(names('quantity'), 'number');
  if (given.dated && isByDay(kind)) {
    fields.date_from = first(col(names('date_from'), 'day'), preamble('from'));
    fields.date_to = first(col(names('date_to'), 'day'), preamble('to'));
  }
  for (const [field, value] of Object.entries(given.set ?? {})) {
    const meta = recordFields(kind).get(field);
    if (meta !== undefined) fields[field] = fixed(value, meta, fields[field]);
  }
  return {
    id: kind === 'search' ? 'generic-search' : `generic-${kind.replace('_', '-')}s`,
    title: `Generic ${recordOf(kind).words.one.en} file`,
    titleFr: `Fichier générique\u00a0: ${recordOf(kind).words.one.fr}`,
    tool: 'generic',
    doc: 'Headers are the canonical field names or their synonyms.',
    // Orders by line item are a separate source.
    signature: kind === 'order' ? signatureOf(kind, given)[0]! : signatureOf(kind, given),
    layout: 'table',
    kind,
    fields,
    skip: skipsOf(kind, names),
    // An amount of the order counts if lines are named beside it; they give its pieces.
    ...(kind === 'order' && namedFields(given).some((field) => lineFields.has(field))
      ? { line: genericSource('order_line', given).fields }
      : {}),
  };
}

/** Questions of surveys that no KPI is calculated from; an unknown word may be a mistyped one, and is refused. */
const otherSurveys = {
  words: ['ces', 'customer effort', 'customer effort score', 'effort', 'pmf', 'product market fit'],
  reason: 'other_survey',
};

/** What the forms of ad platforms hold once someone has tried them. */
const testLeads: readonly Skip[] = [
  { of: col(['email', 'work_email']), words: ['test@meta.com', 'test@fb.com'], reason: 'test' },
  ...['full_name', 'first_name', 'last_name', 'email', 'phone_number'].map((name) => ({
    of: col(name),
    words: [`<test lead: dummy data for ${name}>`],
    reason: 'test',
  })),
];

/** The rows of a kind that are left out by what its column of states says. */
function skipsOf(kind: Kind, names: (field: string) => string[]): readonly Skip[] {
  const status = names('status');
  // A table of days has no single records that could be deleted.
  if (isByDay(kind)) return [];
  if (kind === 'order')
    return [...orderSkips.map((rule) => ({ of: col(status, 'text', { status: true }), ...rule })), ...goneSkips];
  if (kind === 'lead') return [...testLeads, ...goneSkips, ...testSkips];
  if (kind === 'ticket') return [...leftOutTickets(col(status)), ...goneSkips, ...testSkips, ...ticketSkips];
  if (kind === 'refund') return [...refundSkips, ...goneSkips, ...testSkips];
  if (kind === 'checkout') return [...completedSkips(names('completed_at')), ...goneSkips, ...testSkips];
  if (kind === 'survey') return [{ of: col(names('type')), ...otherSurveys }, ...goneSkips, ...testSkips];
  return [...goneSkips, ...testSkips];
}

/** The header names of a field: the one that the configuration gives, else all that are known. */
const namesBy =
  (kind: Kind, { columns = noColumns }: Given) =>
  (field: string): string[] => {
    const own = columns[field];
    if (own !== undefined) return [own];
    return fieldNames(kind, field);
  };

/** Fields of a line that are in an order's row, too. */
const lineFields = new Set(['quantity', 'unit_price', 'unit_cost', 'sku', 'product']);

function signatureOf(kind: Kind, given: Given): Signature[] {
  const names = namesBy(kind, given);
  const choice = (one: string | readonly string[]): string[] => [one].flat().flatMap(names);
  const isDate = (one: string | readonly string[]): boolean => [one].flat().every((field) => dateFields.has(field));
  const ways = recordOf(kind).ways.map((all) =>
    given.dated && isByDay(kind) ? all.filter((one) => !isDate(one)) : all,
  );
  const isSet = (one: string | readonly string[]): boolean =>
    [one].flat().some((field) => given.set?.[field] !== undefined);
  return ways.map((all) => ({ all: all.filter((one) => !isSet(one)).map(choice) }));
}

/** Orders whose rows are their lines: no order amount, but a quantity and a price on every row. */
export const lineOrderSource = (given: Given = {}): Source => madeOnce('lines', given, lineOrders);

function lineOrders(given: Given): Source {
  const order = genericSource('order', given);
  const amounts = new Set(['gross_sales', 'total', 'discounts', 'shipping', 'taxes', 'refunded_total']);
  return {
    ...order,
    id: 'generic-order-lines-as-orders',
    title: 'Generic file of orders by line item',
    titleFr: 'Fichier générique\u00a0: commandes, une ligne par article',
    signature: signatureOf('order', given)[1]!,
    lines: 'repeat',
    fields: Object.fromEntries(Object.entries(order.fields).filter(([field]) => !amounts.has(field))),
    line: genericSource('order_line', given).fields,
  };
}
