import type { Derived } from './source.ts';
import { momentText } from './zone-names.ts';

/** A magnitude, in whatever sign it is written: `-$5.00`, `($5.00)`. */
export const unsigned = (text: string): string => text.trim().replace(/^[-\u2212]|[()]/g, '');

/** What is deducted, as a cost: `-$1.42` is one of 1.42. */
export const turned = (text: string): string => {
  const cell = text.trim();
  if (!/[1-9]/.test(cell)) return cell;
  return /^[-\u2212(]/.test(cell) ? unsigned(cell) : `-${cell}`;
};

/** An amount of a row; that of a refund is below 0. */
export const ofEvent = (event: string, text: string): string =>
  /refund/i.test(event) && /[1-9]/.test(text) ? `-${unsigned(text)}` : text;

/** In the zones of the United States and Canada dates are written month first; elsewhere they show their order themselves. */
function dateIn(date: string, zone: string): string {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)$/.exec(date.trim());
  if (found === null || !/US & Canada/i.test(zone)) return date;
  const [, month = '', day = '', year = ''] = found;
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The time of a row, from its three columns. */
export const when: Derived = {
  name: 'Date, Time',
  from: ['Date', 'Time', ['Time Zone', 'Timezone']],
  text: (date, time, zone) => momentText(dateIn(date, zone), time, zone),
};
