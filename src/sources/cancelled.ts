import { statusOf } from '../core/order-status.ts';

/** The word of a second status that says that an order was cancelled, which overrides that it was paid; else empty. */
export const isCancelled = (word = ''): string => (statusOf(word) === 'cancelled' ? word : '');
