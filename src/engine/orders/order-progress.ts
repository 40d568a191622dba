import type { Words } from '../state/facts.ts';

const steps: Readonly<Record<string, number>> = { pending: 0, failed: 1, cancelled: 3, refunded: 3 };

/** The progress of an order: of two copies, the one that is cancelled, refunded or paid is the later. */
const stepOf = (status: string | null | undefined): number => steps[status ?? ''] ?? 2;

/** Grows with the progress of an order, then with the refunded amount, in millionths. */
export const progressOf = (words: Words, refunded: number): number =>
  stepOf(words.status) * 1e15 + (Number.isNaN(refunded) ? 0 : refunded);
