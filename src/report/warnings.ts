import { dayOfHour, dayText } from '../core/civil.ts';
import { ofMicro, toDecimal } from '../core/fraction.ts';
import type { Read } from '../facts/read.ts';
import type { SourceCover } from './coverage.ts';
import type { ReportRow, Warning } from './model.ts';
import type { Slot } from './periods.ts';
import type { ReportSettings } from './settings.ts';

const count = (rows: number, noun = 'row'): string => `${rows} ${noun}${rows === 1 ? '' : 's'}`;
/** A few words of a file, none of them long, none of a person. */
const wordList = (words: readonly string[]): string => {
  const shown = words.slice(0, 5).map((word) => (word.includes('@') ? '***' : `"${word.slice(0, 40)}"`));
  return [...shown, ...(words.length > 5 ? [`${words.length - 5} more`] : [])].join(', ');
};
const decimal = (micro: number): string => toDecimal(ofMicro(BigInt(micro)));

/** What a user must know to trust the figures, file by file and then of all together. */
export function warningsOf(
  read: Read,
  settings: ReportSettings,
  covers: readonly SourceCover[],
  all: Slot | null,
  rows: readonly Pick<ReportRow, 'figures'>[],
): Warning[] {
  const warnings = fileWarnings(read);
  const history = shortHistory(read, settings, all);
  if (history !== null && rows.some(needsHistory)) warnings.push(history);
  if (all !== null) warnings.push(...staleSources(covers, dayOfHour(all.elapsed.to - 1)));
  return warnings;
}

/** What is to be said of the files, whatever is asked. */
export function fileWarnings(read: Read): Warning[] {
  const warnings: Warning[] = [];
  for (const { file, account, totals } of read.files) {
    const say = (code: string, message: string) => warnings.push({ code, message, file: file.path });
    for (const message of file.warnings) say('encoding', message);
    if (account.read === 0) say('no_rows', `${file.path} has a header and no rows`);
    if (account.rejected > 0) {
      const [first] = account.rejects;
      const where =
        first === undefined
          ? ''
          : `; the first is record ${first.record}${first.column === '' ? '' : `, column "${first.column}"`} (${first.reason.replaceAll('_', ' ')})`;
      say(
        'rejected',
        `${file.path}: ${count(account.rejected)} of ${account.read} cannot be read and count nowhere${where}`,
      );
    }
    const unbalanced = account.counts.get('unbalanced') ?? 0;
    if (unbalanced > 0)
      say(
        'unbalanced',
        `${file.path}: in ${count(unbalanced, 'order')} the total is not items, shipping and tax together`,
      );
    for (const { column, stated, kept } of totals) {
      say(
        'total_differs',
        `${file.path}: its own total row says ${decimal(stated)} for "${column}", its rows add up to ${decimal(kept)}`,
      );
    }
    const orders = read.validOrders.get(file);
    if (orders !== undefined && orders.valid === 0) {
      say(
        'nothing_counts',
        `${file.path}: none of its ${count(orders.orders, 'order')} has a status that counts; see the option valid_status`,
      );
    } else if (orders !== undefined && (orders.orders - orders.valid) * 5 > orders.orders) {
      say(
        'many_not_valid',
        `${file.path}: ${orders.orders - orders.valid} of ${count(orders.orders, 'order')} do not count for their status (pending, cancelled, failed); see the option valid_status`,
      );
    }
  }
  for (const { table, instead, rows } of read.leftOut) {
    warnings.push({
      code: 'other_table',
      file: table.file.path,
      message: `${table.file.path} and ${instead.file.path} tell the same ${table.plan.kind} days in other columns: ${instead.file.path} is read, ${count(rows)} of ${table.file.path} left out. To choose otherwise, name one of them in kpi.yaml: sources: [{ path: ${table.file.path} }]`,
    });
  }
  if (read.unknownStatuses.length > 0) {
    warnings.push({
      code: 'unknown_status',
      message: `orders with a status of no known meaning count: ${wordList(read.unknownStatuses)}; see the option valid_status`,
    });
  }
  return warnings;
}

/** Whether a row shows a figure that rests on who bought before. */
const needsHistory = ({ figures }: Pick<ReportRow, 'figures'>): boolean =>
  figures.some(({ marks, reason }) => marks.includes('short_history') || reason === 'insufficient_history');

function shortHistory(read: Read, { options }: ReportSettings, all: Slot | null): Warning | null {
  if (options.assume_full_history || read.firstOrder === null || all === null) return null;
  if (dayOfHour(all.span.from) - read.firstOrder >= options.history_days) return null;
  return {
    code: 'short_history',
    message: `the orders go back to ${dayText(read.firstOrder)} only: who is a new customer is known for less than ${options.history_days} days before the report; --assume-full-history says that no older order exists`,
  };
}

/** Sources whose files end before the report does. */
function staleSources(covers: readonly SourceCover[], lastDay: number): Warning[] {
  return covers.flatMap((cover): Warning[] => {
    if (!Number.isFinite(cover.last) || cover.to > lastDay) return [];
    const own = cover.tables.filter(({ plan }) => plan.kind === cover.kind);
    const newest = own.reduce(
      (best, table) => (Math.max(...table.days) > Math.max(...best.days) ? table : best),
      own[0] ?? cover.tables[0]!,
    );
    if (own.length === 0) return [];
    return [
      {
        code: 'stale',
        file: newest.file.path,
        message: `${newest.file.path} ends on ${dayText(cover.last)}: its ${cover.kind} figures after that are incomplete; export it again`,
      },
    ];
  });
}
