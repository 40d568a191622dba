import { cell, type Json, object } from './json.ts';

/** Of the metrics of a ticket, the columns and where they are. */
const times = {
  first_reply_minutes: 'reply_time_in_minutes',
  first_resolution_minutes: 'first_resolution_time_in_minutes',
  resolution_minutes: 'full_resolution_time_in_minutes',
} as const;

/** The columns that come from the metrics of a ticket. */
export const metricColumns = [
  'solved_at',
  'reopens',
  'replies',
  ...Object.keys(times),
  'first_reply_business',
] as const;

/** What the metrics of a ticket say, in the order of these columns. */
export function metricCells(metrics: Json): string[] {
  return [
    cell(metrics.solved_at),
    cell(metrics.reopens),
    cell(metrics.replies),
    ...Object.values(times).map((key) => cell(object(metrics[key]).calendar)),
    cell(object(metrics.reply_time_in_minutes).business),
  ];
}
