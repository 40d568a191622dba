import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { findConfig } from '../../src/config/find.ts';
import { schemas } from '../../src/config/json-schema.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { parseDay } from '../../src/core/civil.ts';
import { defaultOptions } from '../../src/core/kpi-options.ts';
import { folder, told } from '../cli/kit.ts';

function written(text: string | Buffer, name = 'kpi.yaml'): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}

const whole = {
  timezone: 'Europe/Paris',
  currency: 'EUR',
  rates: { USD: 0.92, GBP: '1.150000000001' },
  week_start: 'sunday',
  fiscal_year_start_month: 4,
  sources: [
    { path: 'exports/*.csv', timezone: 'UTC', currency: 'USD', store: 'fr', date_order: 'dmy', decimal: ',' },
    {
      path: 'old.csv',
      format: 'shopify-orders',
      kind: 'order',
      from: '2026-01-01',
      to: '2026-01-31',
      columns: { ordered_at: 'Tag' },
    },
  ],
  channels: [{ source: 'google*', medium: 'cpc', channel: 'Paid Search' }],
  report: {
    period: 'month',
    by: 'channel',
    kpi: ['cac', 'roas'],
    compare: ['previous', 'year'],
    last: 3,
    max_rejects: '2.5%',
  },
  costs: [
    { date: '2026-01-01', category: 'other', amount: 12.5 },
    {
      date_from: '2026-01-01',
      date_to: '2026-01-31',
      category: 'sales',
      amount: '1000.000001',
      currency: 'EUR',
      channel: 'Email',
    },
  ],
  checks: [
    { kpi: 'cac', must: '<= 60' },
    {
      kpi: 'net_sales',
      name: 'Sales hold',
      must: '>= -20%',
      should: '>= -5%',
      by: ['channel'],
      where: { channel: ['Email', 'Direct'], country: 'FR' },
      vs: 'reports/last.json',
      min_base: { orders: 30, ad_spend: '99.5' },
      min_abs_change: 500,
      on_null: 'skip',
      significant: false,
      period: 'month',
      last: 2,
    },
  ],
  targets: [
    { kpi: 'orders', value: 10, period: 2026 },
    { kpi: 'csat', value: '90%', from: '2026-01-01', to: '2026-03-31', where: { contact_channel: 'email' } },
  ],
  events: [{ name: 'Black Friday', days: ['2025-11-28', { from: '2026-11-26', to: '2026-11-27' }] }],
  limits: { max_columns: 100 },
  revenue_basis: 'order_value',
  gross_margin_rate: 0.55,
  ltv_cac_bands: [1, '2.5', 6],
  business_hours: { days: ['friday', 1, 'monday'], from: '09:00', to: '18:00' },
};

describe('a configuration', () => {
  it('has the days of its events as numbers', async () => {
    const { events } = await loadConfig(written(stringify(whole)));
    const [then, now] = ['2025-11-28', '2026-11-26'].map((day) => parseDay(day)!) as [number, number];
    expect(events).toEqual([
      {
        name: 'Black Friday',
        occurrences: [
          { from: then, to: then },
          { from: now, to: now + 1 },
        ],
      },
    ]);
    expect((await loadConfig(written('currency: EUR'))).events).toEqual([]);
  });

  it('says in YAML and in JSON what it says', async () => {
    const yaml = await loadConfig(written(stringify(whole)));
    const json = await loadConfig(written(JSON.stringify(whole, null, 2), 'kpi.json'));
    expect(yaml.values).toEqual(whole);
    expect(json.values).toEqual(whole);
    expect(json.options).toEqual(yaml.options);
  });

  it('gives the options over their defaults, decimals as exact text', async () => {
    const { options } = await loadConfig(written(stringify(whole)));
    expect(options).toEqual({
      ...defaultOptions,
      revenue_basis: 'order_value',
      gross_margin_rate: '0.55',
      ltv_cac_bands: ['1', '2.5', '6'],
      business_hours: { days: [1, 5], from: '09:00', to: '18:00' },
    });
  });

  it('may be empty, or only comments', async () => {
    expect((await loadConfig(written(''))).values).toEqual({});
    expect((await loadConfig(written('# nothing yet\n'))).options).toEqual(defaultOptions);
  });

  it('keeps every digit of a long number', async () => {
    const { options } = await loadConfig(written('lifespan_years: 3.141592653589793238\n'));
    expect(options.lifespan_years).toBe('3.141592653589793238');
  });

  it('knows the line of each value', async () => {
    const config = await loadConfig(
      written('currency: EUR\nsources:\n  - path: a.csv\n  - path: b.csv\n    store: x\n'),
    );
    expect(config.where(['sources', 1, 'store'])).toBe('kpi.yaml:5');
    expect(config.where(['sources', 1])).toBe('kpi.yaml:4');
    expect(config.where(['currency'])).toBe('kpi.yaml:1');
  });
});

describe('a mistake in a configuration', () => {
  const map = 'must hold keys and their values, such as `currency: EUR`';
  it.each([
    ['a mistyped key', 'curency: EUR', 'kpi.yaml:1: curency is not a known key\ndid you mean currency?'],
    [
      'a key in a report',
      'report:\n  perod: week',
      'kpi.yaml:2: report.perod is not a known key\ndid you mean period?',
    ],
    [
      'a key in a source',
      'sources:\n  - path: a.csv\n    colums: {}',
      'kpi.yaml:3: sources[0].colums is not a known key\ndid you mean columns?',
    ],
    [
      'a key like no other',
      'limits: { zebra: 1 }',
      'kpi.yaml:1: limits.zebra is not a known key\nknown here: max_ratio, max_bytes, max_record_bytes, max_columns',
    ],
    ['a key of the prototype', 'report: { __proto__: 1 }', /report\.__proto__ is not a known key/],
    ['a merge key', 'report: { <<: { all: true } }', /report\.<< is not a known key/],
    [
      'a mistyped word',
      'revenue_basis: net_sale',
      'kpi.yaml:1: revenue_basis must be one of net_sales, total_sales, order_value\ndid you mean net_sales?',
    ],
    [
      'a mistyped word in a list',
      'report:\n  by: [chanel]',
      /^kpi.yaml:2: report.by\[0\] must be one of channel.*\ndid you mean channel\?$/,
    ],
    [
      'a mistyped word alone',
      'report:\n  compare: yaer',
      'kpi.yaml:2: report.compare must be one of previous, year, season, mean, benchmark\ndid you mean year?',
    ],
    ['a number for a word', 'report: { by: 5 }', /report.by must be one or more of channel/],
    ['a text for a list', 'valid_status: paid', 'kpi.yaml:1: valid_status must be a list of texts'],
    ['an empty list of statuses', 'valid_status: []', 'kpi.yaml:1: valid_status must name a status'],
    [
      'a number for a text',
      'sources: [{ path: 5 }]',
      'kpi.yaml:1: sources[0].path must be text; put numbers and dates in quotes',
    ],
    ['a missing path', 'sources:\n  - path: a\n  - store: x', 'kpi.yaml:3: sources[1].path is missing'],
    [
      'a date that is none',
      'report: { from: 2026-02-30 }',
      'kpi.yaml:1: report.from must be a date that exists, written YYYY-MM-DD',
    ],
    ['a weekday', 'week_start: 8', 'kpi.yaml:1: week_start must be a weekday: monday to sunday, or 1 (monday) to 7'],
    ['a mistyped weekday', 'week_start: mondey', /\ndid you mean monday\?$/],
    [
      'a month',
      'fiscal_year_start_month: 13',
      'kpi.yaml:1: fiscal_year_start_month must be a whole number from 1 to 12',
    ],
    [
      'a share',
      'gross_margin_rate: 55%',
      'kpi.yaml:1: gross_margin_rate must be a plain decimal number from 0 to 1, such as 0.55',
    ],
    [
      'a share above 1',
      'gross_margin_rate: 55',
      'kpi.yaml:1: gross_margin_rate must be a plain decimal number from 0 to 1, such as 0.55',
    ],
    [
      'an exponent',
      'lifespan_years: 1e-9',
      'kpi.yaml:1: lifespan_years must be a plain decimal number above 0, such as 0.55',
    ],
    ['days', 'active_days: 1.5', 'kpi.yaml:1: active_days must be a whole number from 1 to 36500'],
    ['a flag', 'assume_full_history: yes', 'kpi.yaml:1: assume_full_history must be true or false'],
    ['bands that go down', 'ltv_cac_bands: [3, 1, 5]', 'kpi.yaml:1: ltv_cac_bands must go up, such as [1, 3, 5]'],
    [
      'two bands',
      'ltv_cac_bands: [3, 1]',
      'kpi.yaml:1: ltv_cac_bands must be a list of three numbers, such as [1, 3, 5]',
    ],
    [
      'rejects',
      'report: { max_rejects: 5x }',
      'kpi.yaml:1: report.max_rejects must be a number of rows, or a share of a file such as "5%"',
    ],
    [
      'hours',
      'business_hours: { days: [1], from: 9h, to: "18:00" }',
      'kpi.yaml:1: business_hours.from must be a time of day in quotes, such as "09:00"',
    ],
    [
      'hours that close first',
      'business_hours: { days: [1], from: "19:00", to: "18:00" }',
      'kpi.yaml:1: business_hours.to must be later than from',
    ],
    [
      'a rule for nothing',
      'channels: [{ channel: X }]',
      'kpi.yaml:1: channels[0] must have a source, medium, campaign or platform beside its channel',
    ],
    [
      'a cost without date',
      'costs: [{ category: other, amount: 1 }]',
      'kpi.yaml:1: costs[0] must have a date, or a date_from and a date_to',
    ],
    [
      'a cost with two dates',
      'costs: [{ date: 2026-01-01, date_to: 2026-01-02, category: other, amount: 1 }]',
      /costs\[0\] must have either a date, or a date_from and a date_to/,
    ],
    [
      'a cost that ends first',
      'costs: [{ date_from: 2026-01-02, date_to: 2026-01-01, category: other, amount: 1 }]',
      /costs\[0\].date_to must not be before date_from/,
    ],
    [
      'a check that is none',
      'checks: [cac]',
      'kpi.yaml:1: checks[0] must be a check, such as { kpi: cac, must: "<= 60" }',
    ],
    ['a check of no KPI', 'checks: [{ must: "> 5" }]', 'kpi.yaml:1: checks[0].kpi is missing'],
    ['a check without bounds', 'checks: [{ kpi: cac }]', 'kpi.yaml:1: checks[0] must have a must, a should, or both'],
    [
      'the key of another tool',
      'checks:\n  - kpi: cac\n    fail: "> 60"',
      'kpi.yaml:3: checks[0].fail is not a known key\nkpi states what holds when all is well, not what is wrong: write must: ">= 1.5%"',
    ],
    [
      'keys of another tool',
      'checks: [{ kpi: cac, must: "> 1", warn_if: "> 60", error: 1 }]',
      /^kpi.yaml:1: checks\[0\].warn_if is .*\n.*write should: .*\nalso .*error is not a known key\n.*write must: /,
    ],
    ['the same key elsewhere', 'report: { fail: 1 }', /^kpi.yaml:1: report.fail is not a known key\nknown here: /],
    [
      'a bound that is a number',
      'checks: [{ kpi: cac, must: 60 }]',
      'kpi.yaml:1: checks[0].must must be a bound in quotes, such as ">= 1.5%"',
    ],
    [
      'a bound without quotes',
      'checks:\n  - kpi: cac\n    must: >= 60\n',
      'kpi.yaml:3: a text that begins with > must be in quotes: ">= 60"',
    ],
    [
      'a bound without quotes in brackets',
      'checks: [{ kpi: cac, must: > 60 % , by: channel }]',
      'kpi.yaml:1: a text that begins with > must be in quotes: "> 60 %"',
    ],
    [
      'two events of one name',
      'events:\n  - { name: Sales, days: [2026-01-07] }\n  - { name: Sales, days: [2026-06-24] }',
      'kpi.yaml:3: events[1].name is that of another event: "Sales"',
    ],
    ['an event that never was', 'events: [{ name: Sales, days: [] }]', 'kpi.yaml:1: events[0].days must name a day'],
    [
      'an event that overlaps the one before',
      'events:\n  - name: Sales\n    days:\n      - 2026-01-07\n      - { from: 2026-01-05, to: 2026-01-20 }',
      'kpi.yaml:5: events[0].days[1] shares a day with the one above it, 2026-01-07',
    ],
    [
      'an event that ends before it begins',
      'events:\n  - name: Sales\n    days:\n      - { from: 2026-02-03, to: 2026-01-07 }',
      'kpi.yaml:4: events[0].days[0].to must not be before from',
    ],
    [
      'a mistyped day of an event',
      'events: [{ name: Sales, days: [{ form: 2026-01-07, to: 2026-02-03 }] }]',
      'kpi.yaml:1: events[0].days[0].from is missing\nalso kpi.yaml:1: events[0].days[0].form is not a known key\ndid you mean from?',
    ],
    [
      'a key of an event that there is not',
      'events: [{ name: Sales, days: [{ from: 2026-01-07, to: 2026-02-03, note: x }] }]',
      'kpi.yaml:1: events[0].days[0].note is not a known key\nknown here: from, to',
    ],
    [
      'an event that is none',
      'events: [Black Friday]',
      /^kpi.yaml:1: events\[0\] must be an event, such as \{ name: Black Friday/,
    ],
    ['a text of several lines that is none', 'store: >x\n  y', /^kpi.yaml:1: the YAML is broken off/],
    [
      'a base that is none',
      'checks: [{ kpi: cac, must: "> 5", vs: yaer }]',
      'kpi.yaml:1: checks[0].vs must be previous, year, target, or the path of a saved report that ends in .json',
    ],
    [
      'a dimension',
      'checks:\n  - kpi: cac\n    must: "> 5"\n    where:\n      chanel: Email',
      'kpi.yaml:5: checks[0].where.chanel is not a known key\ndid you mean channel?',
    ],
    [
      'a dimension like no other',
      'checks: [{ kpi: cac, must: "> 5", where: { zebra: x } }]',
      /zebra is not a known key\nknown here: channel, source, campaign/,
    ],
    [
      'a group that is a number',
      'checks: [{ kpi: cac, must: "> 5", where: { store: 5 } }]',
      'kpi.yaml:1: checks[0].where.store must be a text or a list of texts',
    ],
    ['no groups', 'checks: [{ kpi: cac, must: "> 5", where: { store: [] } }]', /where.store must name a value$/],
    ['groups of nothing', 'checks: [{ kpi: cac, must: "> 5", where: {} }]', /checks\[0\].where must name a dimension$/],
    [
      'groups of the prototype',
      'checks: [{ kpi: cac, must: "> 5", where: { __proto__: x } }]',
      /checks\[0\].where must name a dimension$/,
    ],
    ['a base of nothing', 'checks: [{ kpi: cac, must: "> 5", min_base: {} }]', /min_base must name a KPI$/],
    [
      'a base of 0',
      'checks: [{ kpi: cac, must: "> 5", min_base: { orders: 0 } }]',
      'kpi.yaml:1: checks[0].min_base.orders must be a plain decimal number above 0, such as 0.55',
    ],
    [
      'what to do without a value',
      'checks: [{ kpi: cac, must: "> 5", on_null: error }]',
      /on_null must be one of fail, warn, skip$/,
    ],
    [
      'a target that is none',
      'targets: [5000]',
      'kpi.yaml:1: targets[0] must be a target, such as { kpi: orders, period: 2026-Q4, value: 5000 }',
    ],
    [
      'a target without days',
      'targets: [{ kpi: cac, value: 1, from: 2026-01-01 }]',
      'kpi.yaml:1: targets[0] must have a period, or a from and a to',
    ],
    [
      'a target with two spans',
      'targets: [{ kpi: cac, value: 1, period: 2026, from: 2026-01-01 }]',
      'kpi.yaml:1: targets[0] must have either a period, or a from and a to',
    ],
    [
      'a target that ends first',
      'targets:\n  - kpi: cac\n    value: 1\n    from: 2026-02-01\n    to: 2026-01-01',
      'kpi.yaml:5: targets[0].to must not be before from',
    ],
    [
      'a period that is none',
      'targets: [{ kpi: cac, value: 1, period: 0 }]',
      'kpi.yaml:1: targets[0].period must be the name of a period, such as 2026, 2026-Q4, 2026-11 or 2026-W47',
    ],
    [
      'a value that is none',
      'targets: [{ kpi: cac, value: [1], period: 2026 }]',
      'kpi.yaml:1: targets[0].value must be a number, or a text with its unit such as "1.5%"',
    ],
    [
      'columns',
      'sources: [{ path: a, columns: [b] }]',
      /sources\[0\].columns must be a map of a field to the name of a column/,
    ],
    ['rates', 'rates: [1]', 'kpi.yaml:1: rates must be the path of a CSV file, or a rate for each currency'],
    [
      'a rate of nothing',
      'rates: { USD: 0 }',
      'kpi.yaml:1: rates.USD must be a plain decimal number above 0, such as 0.55',
    ],
    [
      'a rate of many places',
      'rates: { USD: "0.1234567890123" }',
      'kpi.yaml:1: 0.1234567890123 is not a rate\nwrite a decimal above 0, of at most 12 places',
    ],
    [
      'a currency of rates',
      'rates:\n  EURO: 1.1',
      'kpi.yaml:2: "EURO" is not a currency\ndid you mean EUR?\nuse a code of three letters, such as EUR or USD',
    ],
    [
      'a currency',
      'currency: XQQ',
      'kpi.yaml:1: "XQQ" is not a currency\nuse a code of three letters, such as EUR or USD',
    ],
    [
      'a zone',
      'sources:\n  - path: a\n    timezone: Europe/Pariss',
      /^kpi.yaml:3: "Europe\/Pariss" is not a time zone\ndid you mean Europe\/Paris\?/,
    ],
    ['a list for the whole', '- a', `kpi.yaml:1: the file ${map}`],
    ['a text for the whole', 'hello', `kpi.yaml:1: the file ${map}`],
    ['nothing for a map', 'report:', `kpi.yaml:1: report ${map}`],
    ['a key twice', 'currency: EUR\ncurrency: USD', 'kpi.yaml:2: the same key occurs here twice'],
    ['a tab', 'report:\n\tperiod: week', 'kpi.yaml:2: is indented by a tab: use blanks'],
    [
      'two documents',
      'currency: EUR\n---\ncurrency: USD',
      /^kpi.yaml:\d: a second document begins: one file is one configuration$/,
    ],
    ['a tag', 'currency: !env EUR', 'kpi.yaml:1: has a tag (!…): tags are not supported'],
    ['a bracket left open', 'report: { period: week', /^kpi.yaml:1: /],
    ['an alias of nothing', 'currency: *x', /^kpi.yaml/],
  ])('%s', async (_, text, says) => {
    const words = await told(() => loadConfig(written(text)));
    if (typeof says === 'string') expect(words).toBe(says);
    else expect(words).toMatch(says);
  });

  it('comes with all others, in the order of the file', async () => {
    const words = await told(() => loadConfig(written('report:\n  perod: week\ncurency: EUR\nactive_days: x\n')));
    expect(words).toBe(
      [
        'kpi.yaml:2: report.perod is not a known key',
        'did you mean period?',
        'also kpi.yaml:3: curency is not a known key',
        'did you mean currency?',
        'also kpi.yaml:4: active_days must be a whole number from 1 to 36500',
      ].join('\n'),
    );
  });

  it('is a bomb of aliases', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 9; at++) lines.push(`a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}]`);
    expect(await told(() => loadConfig(written(lines.join('\n'))))).toBe(
      'kpi.yaml: has too many aliases, or one without an anchor',
    );
  });

  it('is not UTF-8', async () => {
    const path = written(Buffer.from([0x61, 0x3a, 0x20, 0xe9]));
    expect(await told(() => loadConfig(path))).toBe('kpi.yaml is not UTF-8 text\nsave it as UTF-8');
  });

  it('cannot be read', async () => {
    expect(await told(() => loadConfig(folder(), 'kpi.yaml'))).toBe(
      'kpi.yaml cannot be read (EISDIR)\ncheck that the file may be read',
    );
  });
});

it('with a list as a key has its message, and none of Node beside it', async () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  try {
    const said = await told(() => loadConfig(written('? [complex, key]\n: 1\n')));
    expect(said).toContain('[ complex, key ] is not a known key');
    expect(warn).not.toHaveBeenCalled();
  } finally {
    warn.mockRestore();
  }
});

describe('the configuration is looked for', () => {
  it('from the folder upwards', async () => {
    const root = folder();
    mkdirSync(join(root, 'a/b'), { recursive: true });
    writeFileSync(join(root, 'kpi.yml'), '');
    expect(await findConfig(join(root, 'a/b'))).toBe(join(root, 'kpi.yml'));
    writeFileSync(join(root, 'a/kpi.json'), '{}');
    expect(await findConfig(join(root, 'a/b'))).toBe(join(root, 'a/kpi.json'));
  });

  it('and a folder of that name is none', async () => {
    const root = folder();
    mkdirSync(join(root, 'a/kpi.yaml'), { recursive: true });
    writeFileSync(join(root, 'kpi.yaml'), '');
    expect(await findConfig(join(root, 'a'))).toBe(join(root, 'kpi.yaml'));
  });

  it('where it is named', async () => {
    const root = folder();
    writeFileSync(join(root, 'other.yaml'), '');
    expect(await findConfig(root, 'other.yaml')).toBe(join(root, 'other.yaml'));
    expect(await told(() => findConfig(root, 'no.yaml'))).toBe(
      'the configuration no.yaml does not exist\ncheck --config, or leave it out to have kpi.yaml looked for',
    );
  });

  it('and two in one folder are one too many', async () => {
    const root = folder();
    writeFileSync(join(root, 'kpi.yaml'), '');
    writeFileSync(join(root, 'kpi.json'), '{}');
    expect(await told(() => findConfig(root))).toBe(
      `there are two configurations, kpi.yaml and kpi.json\nkeep one, or name it by --config`,
    );
  });
});

it('every key of the JSON Schema is described', () => {
  const undescribed: string[] = [];
  const look = (schema: Record<string, unknown>, name: string): void => {
    for (const [key, inner] of Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>)) {
      if (typeof inner.description !== 'string') undescribed.push(`${name}.${key}`);
      look(inner, `${name}.${key}`);
    }
    if (schema.items) look(schema.items as Record<string, unknown>, `${name}[]`);
  };
  const schema = JSON.parse(schemas[0]?.text() ?? '');
  look(schema, '');
  expect(undescribed).toEqual([]);
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(defaultOptions)));
});
