import { describe, expect, it } from 'vitest';
import { sameInAll } from '../../../src/core/text.ts';
import { jsonParts, renderJson } from '../../../src/documents/report/report-json.ts';
import { code, exact, figure, file, kpi, missing, over, report, row } from './kit.ts';

const shop = report({
  dimensions: ['channel'],
  basis: { revenue: 'net_sales', cac: 'media' },
  kpis: [
    kpi('cac', {
      label: { en: 'Customer acquisition cost, blended', fr: 'CAC' },
      direction: 'down',
      group: 'acquisition',
      basis: 'media',
    }),
    kpi('ltv_cac_rating', { label: { en: 'Rating', fr: 'Note' }, unit: 'text', group: 'customers' }),
  ],
  rows: [
    row([figure('41.27', 'approx', 'incomplete'), code('healthy')], {
      dimensions: { channel: 'Paid "Search"' },
      compare: {
        previous: {
          period: '2026-W44',
          changes: [
            { base: figure('39.9'), absolute: figure('1.37'), relative: figure(over('1.37', '39.9')) },
            {
              base: code('weak'),
              absolute: missing('no_observations'),
              relative: missing('no_observations'),
            },
          ],
        },
      },
    }),
    row([missing('missing_kind'), missing('insufficient_history')], { period: 'all', partial: true }),
  ],
  files: [file('orders.csv', { kinds: ['order', 'refund'], counts: { unbalanced: 2 } })],
  warnings: [
    { code: 'stale', message: sameInAll('orders.csv ends on 2026-11-21'), file: 'orders.csv' },
    { code: 'no_time_zone', message: sameInAll('the system has none') },
  ],
});

const expected = `{
  "schema": "kpi-report/1",
  "as_of": "2026-11-22T00:00:00+01:00",
  "timezone": "Europe/Paris",
  "currency": "EUR",
  "period": "week",
  "from": "2026-11-02",
  "to": "2026-11-15",
  "dimensions": [
    "channel"
  ],
  "basis": {
    "revenue": "net_sales",
    "cac": "media"
  },
  "kpis": [
    {
      "id": "cac",
      "label": "Customer acquisition cost, blended",
      "unit": "money",
      "direction": "down",
      "group": "acquisition"
    },
    {
      "id": "ltv_cac_rating",
      "label": "Rating",
      "unit": "text",
      "direction": "up",
      "group": "customers"
    }
  ],
  "rows": [
    {
      "period": "2026-W45",
      "from": "2026-11-02",
      "to": "2026-11-08",
      "partial": false,
      "dimensions": {
        "channel": "Paid \\"Search\\""
      },
      "values": {
        "cac": 41.27,
        "ltv_cac_rating": "healthy"
      },
      "nulls": {},
      "flags": {
        "cac": [
          "approx",
          "incomplete"
        ]
      },
      "compare": {
        "previous": {
          "period": "2026-W44",
          "values": {
            "cac": 39.9,
            "ltv_cac_rating": "weak"
          },
          "change_abs": {
            "cac": 1.37,
            "ltv_cac_rating": null
          },
          "change_pct": {
            "cac": 0.034335839599,
            "ltv_cac_rating": null
          },
          "nulls": {
            "ltv_cac_rating": "no_observations"
          },
          "flags": {}
        }
      }
    },
    {
      "period": "all",
      "from": "2026-11-02",
      "to": "2026-11-08",
      "partial": true,
      "dimensions": {},
      "values": {
        "cac": null,
        "ltv_cac_rating": null
      },
      "nulls": {
        "cac": "missing_kind",
        "ltv_cac_rating": "insufficient_history"
      },
      "flags": {}
    }
  ],
  "quality": {
    "files": [
      {
        "path": "orders.csv",
        "format": "shopify-orders",
        "kinds": [
          "order",
          "refund"
        ],
        "read": 57,
        "accepted": 57,
        "skipped": 0,
        "superseded": 0,
        "rejected": 0,
        "counts": {
          "unbalanced": 2
        },
        "first": "2026-01-01",
        "last": "2026-11-21"
      }
    ],
    "warnings": [
      {
        "code": "stale",
        "message": "orders.csv ends on 2026-11-21",
        "file": "orders.csv"
      },
      {
        "code": "no_time_zone",
        "message": "the system has none"
      }
    ]
  }
}
`;

/** The text of the only figure of a report of one. */
const printed = (value: Parameters<typeof figure>[0]): string | undefined =>
  /"x": (.*)\n/.exec(renderJson(report({ kpis: [kpi('x')], rows: [row([figure(value)])] })))?.[1];

describe('the JSON report', () => {
  it('is the contract, key by key', () => {
    // 1.37 / 39.9 = 0.0343358395989974…
    expect(renderJson(shop)).toBe(expected);
  });

  it('is laid out as JSON.stringify does', () => {
    expect(renderJson(shop)).toBe(`${JSON.stringify(JSON.parse(renderJson(shop)), null, 2)}\n`);
    expect(renderJson(report())).toBe(`${JSON.stringify(JSON.parse(renderJson(report())), null, 2)}\n`);
  });

  it('comes in parts, one a row', () => {
    const parts = [...jsonParts(shop)];
    expect(parts).toHaveLength(4);
    expect(parts.join('')).toBe(renderJson(shop));
  });

  it('prints numbers that no binary floating point holds', () => {
    expect(printed('12345678901234567890.123456')).toBe('12345678901234567890.123456');
    expect(printed('-99999999999999999999.999999')).toBe('-99999999999999999999.999999');
    expect(printed('0.1')).toBe('0.1');
    expect(printed('100')).toBe('100');
  });

  it('rounds a division to twelve digits, half away from zero, without an exponent', () => {
    expect(printed(over('2', '3'))).toBe('0.666666666667');
    expect(printed(over('-2', '3'))).toBe('-0.666666666667');
    expect(printed(over('1', '3000000000'))).toBe('0.000000000333333333333');
    expect(printed(over('1000000000002.5', '1'))).toBe('1000000000000');
    expect(printed(over('1000000000005', '1'))).toBe('1000000000010');
  });

  it('knows no negative zero', () => {
    expect(printed({ n: 0n, d: 1_000_000n, divided: false })).toBe('0');
    expect(printed(over('0', '-4'))).toBe('0');
  });

  it('allows for no currency and no span', () => {
    expect(JSON.parse(renderJson(report({ currency: null, from: null, to: null })))).toMatchObject({
      currency: null,
      from: null,
      to: null,
      rows: [],
    });
  });

  it('names the first reason of a comparison: of its changes, else of its figure', () => {
    const change = (base: ReturnType<typeof missing>, relative: ReturnType<typeof missing>) => ({
      base,
      absolute: base.value === null ? relative : figure(exact('5')),
      relative,
    });
    const compare = {
      year: {
        period: '2025-W45',
        changes: [
          change(missing('not_covered'), missing('incomplete_base')),
          change(figure('0'), missing('zero_denominator')),
        ],
      },
    };
    const text = renderJson(
      report({ kpis: [kpi('a'), kpi('b')], rows: [row([figure('5'), figure('5')], { compare })] }),
    );
    expect(JSON.parse(text).rows[0].compare).toEqual({
      year: {
        period: '2025-W45',
        values: { a: null, b: 0 },
        change_abs: { a: null, b: 5 },
        change_pct: { a: null, b: null },
        nulls: { a: 'incomplete_base', b: 'zero_denominator' },
        flags: {},
      },
    });
  });

  it('carries hostile text whole, and nothing a terminal obeys', () => {
    const channel = '\u001b[31m\u009b2J"\\\n__proto__\u2028\ud800';
    const text = renderJson(report({ dimensions: ['channel'], rows: [row([], { dimensions: { channel } })] }));
    expect(JSON.parse(text).rows[0].dimensions.channel).toBe(channel);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  });
});
