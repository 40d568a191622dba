import { funnelField, visitSteps } from '../core/funnel-steps.ts';
import type { Dimension, Kind } from '../core/kinds.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import { besideFields } from '../core/pairs.ts';
import { recordFields } from '../records/index.ts';
import type { Source } from '../sources/source.ts';
import type { Resolved, TablePlan } from './plan.ts';

/** The time resolution of a table. */
export type DateGrain = 'instant' | 'day' | 'span';

/**
 * Whether the rows of a table of visits are sessions: it has no column that counts them, but the time or the id of each.
 * A sum of a day without such a column says nothing of sessions.
 */
export const areSessions = ({ kind, fields }: Pick<TablePlan, 'kind' | 'fields'>): boolean =>
  kind === 'visit' &&
  fields.sessions === undefined &&
  (['visit_id', 'visitor_id', 'order_id'].some((name) => fields[name] !== undefined) ||
    (fields.started_at !== undefined && fields.visitors === undefined));

/** Whether a table is one of visits that says nothing of sessions: visitors, page views or steps of the funnel alone. */
export const lacksSessions = (table: Pick<TablePlan, 'kind' | 'fields'>): boolean =>
  table.kind === 'visit' && table.fields.sessions === undefined && !areSessions(table);

/** What posts do, beside who follows: a network's exports have one or the other. */
export const postFields: readonly string[] = ['posts', 'impressions', 'reach', 'engagements', 'link_clicks'];

/** The fields of a table that are added up. */
export const countedFields = ({ kind, fields }: Pick<TablePlan, 'kind' | 'fields'>): string[] => {
  const metas = recordFields(kind);
  return Object.keys(fields)
    .filter((name) => ['count', 'number', 'money', 'duration'].includes(metas.get(name)?.type ?? ''))
    .sort();
};

/**
 * The fields that a table's records will have: those of its plan, and those derived from them. What no table supplies
 * is unknown, which is not 0.
 */
export function suppliedFields(table: TablePlan, options: KpiOptions): ReadonlySet<string> {
  const has = (name: string) => table.fields[name] !== undefined;
  const fields = new Set(Object.keys(table.fields));
  const give = (...names: string[]) => {
    for (const name of names) fields.add(name);
  };
  switch (table.kind) {
    case 'order':
      give('gross_sales');
      if (table.line !== null) give('units', 'line_value');
      if (table.line?.unit_cost !== undefined) give('goods_cost', 'costed_line_value');
      if (has('customer_key') || has('customer_type')) give('is_first');
      if (has('customer_key')) give('previous_order_gap', 'next_order_gap', 'first_order_gap', 'customer_first_at');
      break;
    case 'visit':
      if (areSessions(table)) {
        give('sessions');
        if (has('pageviews')) give('single_page_sessions');
        if (has('order_id')) give('purchases');
      }
      if (has('visitor_id')) give('visitors');
      give(...visitSteps.filter((step) => fields.has(step)).map(funnelField));
      break;
    case 'ticket':
      if (has('first_reply_at')) give('first_reply_seconds');
      if (has('solved_at') || has('resolution_seconds')) give('resolution_seconds');
      if (has('resolution_seconds')) give('solved_at');
      if (fields.has('solved_at')) give('settled', 'closed_at');
      if (has('first_solved_at')) give('first_resolution_seconds');
      // A tool's own column uses the tool's schedule; ours is calculated if one is configured.
      fields.delete('first_reply_business_seconds');
      if (options.business_hours !== null && (has('first_reply_at') || has('first_reply_seconds')))
        give('first_reply_business_seconds');
      if (has('reopens') || has('customer_messages')) give('first_contact', 'customer_messages');
      if (has('tags') && options.complaint_tags.length > 0) give('is_complaint');
      break;
    case 'survey':
      give('positive', 'numeric', 'score', 'scale_number', 'csat', 'nps', 'asked_at');
      break;
    case 'lead':
      give('person');
      if (has('customer_key')) give('first_order_gap');
      break;
    case 'social':
      give('account_number');
      if (has('new_followers')) give('gained');
      give(...besideFields(table.kind, has));
      break;
    case 'checkout':
      give('abandoned');
      break;
    case 'search':
      if (has('position')) give('position_weight');
      give(...besideFields(table.kind, has));
      break;
    default:
      give(...besideFields(table.kind, has));
  }
  return fields;
}

/** An export, or a table of one, reduced to the kinds of its records. */
interface Gives {
  readonly kind: Kind;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly line?: unknown;
}

/** The kinds of records that rows give: orders give lines and refunds, tickets give answers to surveys. */
export function givenKinds(
  { kind, fields, line }: Gives,
  { lines, refunds }: Pick<Source, 'lines' | 'refunds'>,
): Kind[] {
  const kinds: Kind[] = [kind];
  if (kind === 'order' && line) kinds.push('order_line');
  if (kind === 'order' && (fields.refunded_total !== undefined || lines === 'repeat' || refunds === true))
    kinds.push('refund');
  if (kind === 'order' && fields.fee !== undefined) kinds.push('cost');
  if (kind === 'ticket' && fields.satisfaction !== undefined) kinds.push('survey');
  return kinds;
}

/** The kinds of records in the files of a source. */
export const kindsOf = (source: Source): Kind[] => [
  ...givenKinds(source, source),
  ...(source.also === undefined ? [] : [source.also.kind]),
];

/** The fields that a dimension follows from: mostly the one of its name. */
export function fieldsOfDimension(dimension: Dimension): readonly string[] {
  if (dimension === 'channel') return ['channel', 'source', 'medium', 'campaign', 'platform'];
  return dimension === 'source' ? ['source', 'platform', 'network', 'tool'] : [dimension];
}

/** The dimensions for which a table has columns. */
export function dimensionColumns(table: TablePlan): string[] {
  const metas = recordFields(table.kind);
  const names = ['source', 'medium', 'campaign', 'channel', 'device', 'country', 'query', 'page'];
  return names.filter((name) => metas.has(name) && table.fields[name] !== undefined && isColumn(table.fields[name]));
}

const isColumn = (from: Resolved): boolean =>
  from.op === 'column' || from.op === 'split' || (from.op === 'first' && from.of.some(isColumn));

/** The time resolution of a table of dated rows. */
export function dateGrain(table: TablePlan): DateGrain {
  if (table.fields.started_at !== undefined) return 'instant';
  return table.fields.date === undefined ? 'span' : 'day';
}
