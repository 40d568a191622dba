import { dayText } from '../../core/civil.ts';
import { ofMicro, toDecimal } from '../../core/fraction.ts';
import type { Input } from '../../readers/input.ts';
import type { CostEntry } from '../options/entries.ts';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The `costs` of the configuration as a file of cost records, so that they are read, checked and accounted for like one. */
export function costInput(costs: readonly CostEntry[]): Input {
  const lines = costs.map(({ date, dateFrom, dateTo, category, amount, currency, channel }) => {
    const from = dateFrom ?? date;
    const to = dateTo ?? date;
    const days = [from, to].map((day) => (day === null ? '' : dayText(day)));
    return [...days, category, toDecimal(ofMicro(BigInt(amount))), currency ?? '', channel ?? ''].map(cell).join(',');
  });
  const bytes = Buffer.from(`${['date_from,date_to,category,amount,currency,channel', ...lines].join('\n')}\n`);
  return {
    path: 'kpi.yaml (costs)',
    size: bytes.length,
    disk: null,
    open: async () =>
      (async function* () {
        yield bytes;
      })(),
  };
}
