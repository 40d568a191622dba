import type { Text } from '../core/text.ts';

/** A published figure for what a KPI measures: shown beside the user's own, never mixed with it. */
export interface Benchmark {
  /** Plain decimals in the KPI's own unit, ratios as fractions; two if it is a range. */
  readonly value: string | readonly [low: string, high: string];
  readonly publisher: string;
  /** The year of the figure, else that of its publication. */
  readonly year: number;
  /** The page that states it. */
  readonly address: string;
  /** Set where that page is not the publisher's own and quotes it. */
  readonly quoted?: true;
  /** The shops it covers, and how its definition differs from that of the KPI. */
  readonly about: Text;
}

/**
 * By KPI, the few whose definition is that of the KPI. None is in money: the currency, the taxes and what is sold differ too much.
 * None depends on the length of a period.
 */
export const benchmarks: Readonly<Record<string, Benchmark>> = {
  conversion_rate: {
    value: '0.014',
    publisher: 'Littledata',
    year: 2023,
    address: 'https://instasupport.io/benchmarks/shopify-conversion-rate-benchmarks',
    quoted: true,
    about: {
      en: 'average of 2,800 Shopify shops; orders per session',
      fr: 'moyenne de 2\u202f800 boutiques Shopify\u00a0; commandes par session',
    },
  },
  add_to_cart_rate: {
    value: '0.052',
    publisher: 'Littledata',
    year: 2019,
    address: 'https://blog.littledata.io/2019/11/22/9-ecommerce-benchmarks-to-track-during-black-friday-cyber-monday/',
    about: { en: 'average of 564 shops in October 2019', fr: 'moyenne de 564 boutiques en octobre 2019' },
  },
  checkout_completion_rate: {
    value: '0.452',
    publisher: 'Littledata',
    year: 2019,
    address: 'https://blog.littledata.io/2019/11/22/9-ecommerce-benchmarks-to-track-during-black-friday-cyber-monday/',
    about: { en: 'average of 543 shops in October 2019', fr: 'moyenne de 543 boutiques en octobre 2019' },
  },
  cart_abandonment_rate: {
    value: '0.7022',
    publisher: 'Baymard Institute',
    year: 2026,
    address: 'https://instasupport.io/benchmarks/shopify-cart-abandonment-benchmarks',
    quoted: true,
    about: { en: 'mean of 50 studies, whose definitions differ', fr: 'moyenne de 50 études, aux définitions variées' },
  },
  bounce_rate: {
    value: '0.459',
    publisher: 'SmartMetrics',
    year: 2024,
    address: 'https://smartmetrics.com/resources/understanding-industry-benchmarks-the-ga4-bounce-rate',
    about: {
      en: 'median of GA4 sites of all industries in December 2024, not shops alone',
      fr: 'médiane des sites GA4 de tous secteurs en décembre 2024, pas seulement des boutiques',
    },
  },
  bounce_rate_single_page: {
    value: '0.5',
    publisher: 'Contentsquare',
    year: 2022,
    address: 'https://www.decisionmarketing.co.uk/news/half-of-all-customers-ditch-websites-after-first-page',
    quoted: true,
    about: {
      en: '46 billion sessions in 14 industries, worldwide',
      fr: '46 milliards de sessions dans 14 secteurs, monde entier',
    },
  },
  refund_rate: {
    value: '0.193',
    publisher: 'National Retail Federation',
    year: 2025,
    address: 'https://www.igds.org/igds-members/consumers-merchandise-returns-2025',
    quoted: true,
    about: {
      en: 'share of their online sales that US retailers expected back in 2025',
      fr: 'part de leurs ventes en ligne que les commerçants américains s’attendaient à voir retournée en 2025',
    },
  },
  ad_cost_ratio: {
    value: '0.0914',
    publisher: 'IRP Commerce',
    year: 2022,
    address: 'https://www.irpcommerce.com/en/gb/EcommerceMarketData.aspx',
    about: {
      en: 'shops of one platform, in pounds, in August 2022; all marketing cost, and sales that hold VAT',
      fr: 'boutiques d’une seule plateforme, en livres sterling, août 2022\u00a0; tous les coûts marketing, et ventes TTC',
    },
  },
  ltv_cac_ratio: {
    value: ['2.5', '3'],
    publisher: 'Fairview',
    year: 2026,
    address: 'https://getfairview.com/blog/ltv-cac-ratio-benchmarks',
    about: {
      en: 'called healthy for e-commerce, a rule and no measurement; with the contribution margin of 24 months',
      fr: 'jugé sain en e-commerce, une règle et non une mesure\u00a0; avec la marge sur coûts variables de 24 mois',
    },
  },
  csat: {
    value: '0.82',
    publisher: 'Zendesk',
    year: 2013,
    address:
      'https://www.zendesk.com/newsroom/press-releases/zendesk-benchmark-customer-satisfaction-rise-big-gains-emerging-markets/',
    about: {
      en: '16,000 companies of all industries, worldwide, in the third quarter of 2013',
      fr: '16\u202f000 entreprises de tous secteurs, monde entier, au troisième trimestre 2013',
    },
  },
  nps: {
    value: '28',
    publisher: 'NPSpack',
    year: 2025,
    address: 'https://npspack.com/blog/ecommerce-nps-benchmarks-online-retail-growth',
    about: {
      en: 'average of over 1,000 online shops; other publishers state up to 62',
      fr: 'moyenne de plus de 1\u202f000 boutiques en ligne\u00a0; d’autres éditeurs annoncent jusqu’à 62',
    },
  },
  contact_rate: {
    value: '0.067',
    publisher: 'Gorgias',
    year: 2025,
    address: 'https://shipmentguard.io/post-purchase-support-ticket-benchmarks-report-2025-edition',
    quoted: true,
    about: {
      en: 'one ticket in 15 orders; customers of Gorgias, mostly on Shopify',
      fr: 'un ticket pour 15 commandes\u00a0; clients de Gorgias, surtout sur Shopify',
    },
  },
  first_reply_time: {
    value: '7200',
    publisher: 'Gorgias',
    year: 2025,
    address: 'https://shipmentguard.io/post-purchase-support-ticket-benchmarks-report-2025-edition',
    quoted: true,
    about: {
      en: 'median; whether of tickets or of shops is not said',
      fr: 'médiane\u00a0; des tickets ou des boutiques, ce n’est pas précisé',
    },
  },
  resolution_time: {
    value: '29880',
    publisher: 'Gorgias',
    year: 2025,
    address: 'https://shipmentguard.io/post-purchase-support-ticket-benchmarks-report-2025-edition',
    quoted: true,
    about: {
      en: 'median, 8.3 hours; whether of tickets or of shops is not said',
      fr: 'médiane, 8,3 heures\u00a0; des tickets ou des boutiques, ce n’est pas précisé',
    },
  },
};
