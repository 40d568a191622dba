import { funnelField, type VisitStep } from '../core/funnel.ts';
import { all, atLeast, defineMeasure, field, is } from './measure.ts';

const visit = { over: 'visit', at: 'started_at', aggregate: 'sum' } as const;

export const sessions = defineMeasure({
  ...visit,
  id: 'sessions',
  unit: 'count',
  value: field('sessions'),
  doc: 'Sessions.',
});

export const channelSessions = defineMeasure({
  ...visit,
  id: 'channel_sessions',
  unit: 'count',
  value: field('sessions'),
  needs: ['channel'],
  doc: 'Sessions, where their channel is known.',
});

export const socialSessions = defineMeasure({
  ...visit,
  id: 'social_sessions',
  unit: 'count',
  value: field('sessions'),
  where: is('channel', 'Organic Social', 'Paid Social'),
  needs: ['channel'],
  doc: 'Sessions of the channels Organic Social and Paid Social.',
});

export const visitors = defineMeasure({
  ...visit,
  id: 'visitors',
  unit: 'count',
  aggregate: 'visitors',
  value: field('visitor_id'),
  needs: ['visitors'],
  doc: 'Different visitors, or the number that a file exported for exactly this span; daily uniques are never added up.',
});

export const purchasingVisitors = defineMeasure({
  ...visit,
  id: 'purchasing_visitors',
  unit: 'count',
  aggregate: 'distinct',
  value: field('visitor_id'),
  where: atLeast('purchases', 1),
  needs: ['purchases'],
  doc: 'Different visitors with a session that completed the checkout.',
});

export const newVisitors = defineMeasure({
  ...visit,
  id: 'new_visitors',
  unit: 'count',
  value: field('new_visitors'),
  doc: 'Visitors seen for the first time.',
});
export const pageviews = defineMeasure({
  ...visit,
  id: 'pageviews',
  unit: 'count',
  value: field('pageviews'),
  doc: 'Pages viewed.',
});

export const engagedSessions = defineMeasure({
  ...visit,
  id: 'engaged_sessions',
  unit: 'count',
  value: field('engaged_sessions'),
  doc: 'Sessions with engagement, as GA4 counts them: ten seconds or more, a key event, or two views.',
});

export const singlePageSessions = defineMeasure({
  ...visit,
  id: 'single_page_sessions',
  unit: 'count',
  value: field('single_page_sessions'),
  doc: 'Sessions with one page viewed; known where rows are sessions.',
});

export const sessionDuration = defineMeasure({
  ...visit,
  id: 'session_duration',
  unit: 'duration',
  value: field('duration'),
  doc: 'Total length of the sessions.',
});

export const engagementTime = defineMeasure({
  ...visit,
  id: 'engagement_time',
  unit: 'duration',
  value: field('engagement_time'),
  doc: 'Total time in the foreground.',
});

export const productViewSessions = defineMeasure({
  ...visit,
  id: 'product_view_sessions',
  unit: 'count',
  value: field('product_views'),
  doc: 'Sessions that viewed a product.',
});

export const cartSessions = defineMeasure({
  ...visit,
  id: 'cart_sessions',
  unit: 'count',
  value: field('carts'),
  doc: 'Sessions that added to the cart.',
});

export const checkoutSessions = defineMeasure({
  ...visit,
  id: 'checkout_sessions',
  unit: 'count',
  value: field('checkouts'),
  doc: 'Sessions that reached the checkout, with or without the step before.',
});

export const purchaseSessions = defineMeasure({
  ...visit,
  id: 'purchase_sessions',
  unit: 'count',
  value: field('purchases'),
  doc: 'Sessions that completed the checkout.',
});

/** A step of the funnel; like its open count it rests on the field of the step, of which a file may tell only roughly. */
const funnel = <const S extends VisitStep>(step: S) =>
  ({ ...visit, unit: 'count', value: field(funnelField(step)), needs: [step] }) as const;

export const funnelProductViews = defineMeasure({
  ...funnel('product_views'),
  id: 'funnel_product_views',
  doc: 'Sessions that viewed a product.',
});

export const funnelCarts = defineMeasure({
  ...funnel('carts'),
  id: 'funnel_carts',
  doc: 'Sessions that added to the cart after all steps before it that their file tells.',
});

export const funnelCheckouts = defineMeasure({
  ...funnel('checkouts'),
  id: 'funnel_checkouts',
  doc: 'Sessions that reached the checkout after all steps before it that their file tells.',
});

export const funnelPurchases = defineMeasure({
  ...funnel('purchases'),
  id: 'funnel_purchases',
  doc: 'Sessions that completed the checkout after all steps before it that their file tells.',
});

export const abandonedCheckouts = defineMeasure({
  over: 'checkout',
  at: 'created_at',
  id: 'abandoned_checkouts',
  unit: 'count',
  aggregate: 'count',
  where: all({ op: 'flag', name: 'abandoned' }),
  doc: 'Checkouts begun and not completed.',
});
