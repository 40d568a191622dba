/** What WooCommerce calls `on-hold` in other languages, where other tools mean an order that awaits its payment. */
export const statusWords: Readonly<Record<string, string>> = { 'en attente': 'paid', 'in sospeso': 'paid' };
