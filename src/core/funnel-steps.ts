/** The steps of the conversion funnel, from the first sight of an ad to the second order. */
export const funnelSteps = [
  'impressions',
  'visits',
  'product_views',
  'carts',
  'checkouts',
  'purchases',
  'repeat',
] as const;
export type FunnelStepName = (typeof funnelSteps)[number];

/** Those that a visit itself may reach, in order: fields of the record kind `visit`. */
export const visitSteps = ['product_views', 'carts', 'checkouts', 'purchases'] as const;
export type VisitStep = (typeof visitSteps)[number];

/**
 * The field of a row of visits that counts a step in the funnel. Of a row that is a session it is 1 only if the session
 * took all earlier steps as well; in a row that is a sum of sessions it is what the row says.
 */
export const funnelField = <S extends VisitStep>(step: S): `funnel_${S}` => `funnel_${step}`;
