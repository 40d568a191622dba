import { roundedQuotient } from './fraction.ts';

const cent = 10_000;

/** a × b / c in millionths, rounded half away from zero; 0 if it would divide by 0. */
export function share(a: number, b: number, c: number): number {
  if (c === 0) return 0;
  // Amounts of whole cents, as most are, need no big integers: what is divided stays below 2^53.
  if (a >= 0 && b >= 0 && c > 0) {
    const cents = Math.round(a / cent);
    const ofCents = Math.round(c / cent);
    const doubled = cents * b * 2;
    if (cents * cent === a && ofCents * cent === c && doubled + 2 * ofCents < Number.MAX_SAFE_INTEGER)
      return wholes(doubled + ofCents, 2 * ofCents);
  }
  return Number(roundedQuotient(BigInt(a) * BigInt(b), BigInt(c)));
}

/** How often a whole number is in another, without a remainder: `%` of numbers above 2^31 takes ten times as long. */
function wholes(sum: number, of: number): number {
  const about = Math.floor(sum / of);
  const rest = sum - about * of;
  return rest < 0 ? about - 1 : rest >= of ? about + 1 : about;
}

/**
 * The part of an amount, spread evenly over whole days, that falls on its days [a, b). The remainder of millionths goes to
 * the first days. That of whole things is spread as well, else a few clicks of a month would all be in its first week: by
 * each day as many are counted as the days so far have earned.
 */
export function shareOfDays(amount: number, days: number, a: number, b: number, quantum: number): number {
  const units = amount / quantum;
  const base = Math.floor(units / days);
  const rest = units - base * days;
  const until = (day: number): number => (quantum === 1 ? Math.min(day, rest) : Math.floor((rest * day) / days));
  return (base * (b - a) + until(b) - until(a)) * quantum;
}
