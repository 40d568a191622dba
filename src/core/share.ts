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
