/** Loads every measure, so that the registry in measure.ts is complete. */
export * from './email.ts';
export * from './order.ts';
export * from './refund.ts';
export * from './search.ts';
export * from './social.ts';
export * from './spend.ts';
export * from './survey.ts';
export * from './ticket.ts';
export * from './visit.ts';
