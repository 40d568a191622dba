import type { Memory } from './context.ts';
import type { Facts } from './facts.ts';

/** One account of a network. */
export function seriesOf(facts: Facts, row: number): string {
  const { network, store, account } = facts.words(row);
  return [network?.toLowerCase(), store, account].map((word) => word ?? '').join('\u0001');
}

/**
 * New followers count where nothing says how many there are: a number of followers has them in it, and those lost as
 * well.
 */
export function deriveSocial(memory: Memory): void {
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
