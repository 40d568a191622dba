// Written by `npm run gen`.
import shopifyAbandonedCheckouts from './shopify-abandoned-checkouts.ts';
import shopifyOrders from './shopify-orders.ts';
import type { Source } from './source.ts';

const all: Source[] = [shopifyAbandonedCheckouts, shopifyOrders];

export const sources: readonly Source[] = all;
