import { giftCardWords } from './gift-cards.ts';

/**
 * Options that define the meaning of KPIs. Every key is one of the configuration file; the values here are the
 * defaults, each explained where it is used.
 */
export interface KpiOptions {
  readonly revenue_basis: 'net_sales' | 'total_sales' | 'order_value';
  /** Which statuses make an order count; null: paid, refunded and every word without a known meaning. */
  readonly valid_status: readonly string[] | null;
  /** Words in the name of a product or its sku: such lines sell gift cards, which are not sales. */
  readonly gift_cards: readonly string[];
  readonly refund_date: 'refund' | 'order';
  readonly click_basis: 'link' | 'all';
  readonly active_days: number;
  readonly history_days: number;
  readonly assume_full_history: boolean;
  readonly cohort_days: number;
  readonly ltv_days: number;
  /** Years a customer stays; null: from the yearly churn. */
  readonly lifespan_years: string | null;
  readonly max_lifespan_years: string;
  /** Gross margin rate to use where no file has unit costs, such as `0.55`. */
  readonly gross_margin_rate: string | null;
  readonly min_cost_coverage: string;
  readonly ltv_basis: 'margin' | 'revenue';
  readonly ltv_cac_bands: readonly [string, string, string];
  readonly return_window_days: number;
  readonly fcr_window_days: number;
  readonly one_touch: '=1' | '<2';
  readonly complaint_tags: readonly string[];
  readonly min_answers: number;
  readonly lead_window_days: number;
  readonly business_hours: BusinessHours | null;
}

/** The opening hours of the customer service, in the report's zone. */
export interface BusinessHours {
  /** ISO weekdays, 1 is Monday. */
  readonly days: readonly number[];
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
}

export const defaultOptions: KpiOptions = {
  revenue_basis: 'net_sales',
  valid_status: null,
  gift_cards: giftCardWords,
  refund_date: 'refund',
  click_basis: 'link',
  active_days: 365,
  history_days: 365,
  assume_full_history: false,
  cohort_days: 90,
  ltv_days: 365,
  lifespan_years: null,
  max_lifespan_years: '5',
  gross_margin_rate: null,
  min_cost_coverage: '1',
  ltv_basis: 'margin',
  ltv_cac_bands: ['1', '3', '5'],
  return_window_days: 30,
  fcr_window_days: 7,
  one_touch: '=1',
  complaint_tags: [],
  min_answers: 30,
  lead_window_days: 90,
  business_hours: null,
};

/** The options that are a number of days: a measure's window or maturity may name one. */
export type DaysOption =
  | 'active_days'
  | 'history_days'
  | 'cohort_days'
  | 'ltv_days'
  | 'return_window_days'
  | 'lead_window_days'
  | 'fcr_window_days';
