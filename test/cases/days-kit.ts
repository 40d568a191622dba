import { table } from './kit.ts';

const DAY = 86_400_000;
const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** All days from the first to the last, both included, that `keep` keeps by weekday (Sunday 0). */
export function daysBetween(first: string, last: string, keep: (weekday: number) => boolean = () => true): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY)
    if (keep(new Date(at).getUTCDay())) days.push(dayText(at));
  return days;
}

/** An order of 10.00 at noon on each of these days. */
export const orders = (...days: readonly string[][]): string =>
  table(
    'order_id,ordered_at,customer_email,gross_sales',
    ...days.flat().map((day) => `${day},${day} 12:00:00,c${day}@example.com,10`),
  );

/** Costs of 5.00 on each of these days. */
export const ads = (...days: readonly string[][]): string =>
  table('date,platform,cost', ...days.flat().map((day) => `${day},Meta Ads,5`));
