import { getOrInsert } from '../../core/get-or-insert.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';

/** One account of a network. */
export function seriesOf(facts: Facts, row: number): string {
  const { network, store, account } = facts.words(row);
  return [network?.toLowerCase(), store, account].map((word) => word ?? '').join('\u0001');
}

/** Whatever follows from several records of social networks. */
export function deriveSocial(memory: Memory): void {
  numberAccounts(memory);
  countGained(memory);
}

/**
 * Numbers the accounts, if it matters how many there are. A row that names none is of the account of its network that others name: a
 * list of followers says less than an export of posts.
 */
function numberAccounts(memory: Memory): void {
  const facts = memory.facts.get('social');
  if (facts === undefined || !memory.asked.reads('social', 'account_number')) return;
  const numbers = facts.whole('account_number');
  const known = new Map<string, number>();
  const ofNetworks = new Map<string, number>();
  const namesNone: number[] = [];
  const networkOf = (row: number): string => facts.words(row).network?.toLowerCase() ?? '';
  for (let row = 0; row < facts.rows; row += 1) {
    const { store, account } = facts.words(row);
    if (store === undefined && account === undefined) {
      namesNone.push(row);
      continue;
    }
    const series = seriesOf(facts, row);
    const number = getOrInsert(known, series, () => known.size);
    if (!ofNetworks.has(networkOf(row))) ofNetworks.set(networkOf(row), number);
    numbers.set(row, number);
  }
  for (const row of namesNone) {
    const number = getOrInsert(ofNetworks, networkOf(row), () => known.size + ofNetworks.size);
    numbers.set(row, number);
  }
}

/** New followers count where nothing says how many there are: a number of followers has them in it, and those lost as well. */
function countGained(memory: Memory): void {
  const facts = memory.facts.get('social');
  const fresh = facts?.numbers.get('new_followers');
  if (facts === undefined || fresh === undefined) return;
  const [followers, gained] = [facts.numbers.get('followers'), facts.micro('gained')];
  const counted = new Set<string>();
  for (let row = 0; followers !== undefined && row < facts.rows; row += 1)
    if (facts.live[row] === 1 && !Number.isNaN(followers.get(row))) counted.add(seriesOf(facts, row));
  for (let row = 0; row < facts.rows; row += 1)
    gained.set(row, counted.has(seriesOf(facts, row)) ? Number.NaN : fresh.get(row));
}
