import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../../src/core/fraction.ts';
import { checksOf } from '../../../src/documents/checks/configured-checks.ts';
import { kpis } from '../../../src/kpis/index.ts';
import { told } from '../../cli/kit.ts';
import { checksIn, configOf, kpiOf } from './kit.ts';

const one = async (check: string) => (await checksIn(`checks:\n  - { ${check} }\n`))[0]!;
const namesOf = async (yaml: string) => (await checksIn(yaml)).map(({ name }) => name);

describe('a check', () => {
  it('has what it leaves out', async () => {
    expect(await one('kpi: cac, must: "<= 60"')).toEqual({
      name: 'cac <= 60',
      where: 'kpi.yaml:2',
      kpi: kpiOf('cac'),
      must: expect.objectContaining({ operator: '<=', text: '<= 60' }),
      should: null,
      by: [],
      only: new Map(),
      vs: null,
      compares: 'own',
      minBase: [],
      minAbsChange: null,
      onNull: 'fail',
      significant: false,
      period: null,
      last: null,
    });
  });

  it('has what it says', async () => {
    const yaml = `
checks:
  - kpi: conversion_rate
    name: Conversion holds
    must: ">= -10%"
    should: ">= -2%"
    by: [device, channel, device]
    where: { channel: [Email, Direct, Email], country: FR }
    vs: saved/last.json
    min_base: { sessions: 500, ad_spend: "99.50" }
    min_abs_change: 0.5 pp
    on_null: skip
    period: month
    last: 3
`;
    const config = await configOf(yaml);
    const [check] = checksOf(config, kpis);
    expect(check).toMatchObject({
      name: 'Conversion holds',
      where: 'kpi.yaml:3',
      compares: 'relative',
      by: ['device', 'channel', 'country'],
      vs: { kind: 'report', path: 'saved/last.json', file: join(config.folder, 'saved/last.json') },
      onNull: 'skip',
      period: 'month',
      last: 3,
    });
    expect([...check!.only]).toEqual([
      ['channel', ['Email', 'Direct']],
      ['country', ['FR']],
    ]);
    expect(check!.minBase.map(({ kpi, least, text }) => [kpi.id, toDecimal(least), text])).toEqual([
      ['sessions', '500', '500'],
      ['ad_spend', '99.5', '99.50'],
    ]);
    expect([toDecimal(check!.minAbsChange!.value), check!.minAbsChange!.text]).toEqual(['0.005', '0.5 pp']);
    expect([toDecimal(check!.must!.value), toDecimal(check!.should!.value)]).toEqual(['-0.1', '-0.02']);
  });

  it('may name a report anywhere', async () => {
    const config = await configOf('checks: [{ kpi: cac, must: "<= 5%", vs: ../old/a.JSON.json }]');
    const [check] = checksOf(config, kpis);
    expect(check?.vs).toMatchObject({ file: join(dirname(config.folder), 'old/a.JSON.json') });
  });

  it('that can only warn does so for want of a value', async () => {
    expect((await one('kpi: cac, should: "<= 60"')).onNull).toBe('warn');
    expect((await one('kpi: cac, should: "<= 60", on_null: fail')).onNull).toBe('fail');
    expect((await one('kpi: cac, must: "<= 60", should: "<= 50"')).onNull).toBe('fail');
  });

  it.each([
    ['kpi: csat, must: ">= 80%"', 'own'],
    ['kpi: csat, must: ">= -5%", vs: year', 'relative'],
    ['kpi: csat, must: ">= -5pt", vs: previous', 'absolute'],
    ['kpi: orders, should: ">= -50", vs: previous', 'absolute'],
    ['kpi: csat, significant: true, must: ">= 80%"', 'own'],
  ])('of %s compares its %s', async (check, compares) => {
    expect((await one(check)).compares).toBe(compares);
  });

  it('of a target compares what is reached of it', async () => {
    const [check] = await checksIn(`
checks: [{ kpi: orders, must: ">= 95%", vs: target, by: channel, where: { store: fr } }]
targets: [{ kpi: orders, period: 2026, value: 5, where: { store: fr, channel: Email } }]
`);
    expect(check).toMatchObject({ compares: 'attainment', vs: { kind: 'target' } });
  });

  it('is there or is not', async () => {
    expect(await checksIn('currency: EUR')).toEqual([]);
    expect(await checksIn('checks: []')).toEqual([]);
  });
});

describe('the name of a check', () => {
  it.each([
    ['kpi: conversion_rate, must: ">=1.5%"', 'conversion_rate >= 1.5%'],
    ['kpi: cac, must: "<= 60", should: "<= 50", by: channel', 'cac <= 60 by channel'],
    ['kpi: cac, should: "<= 50", by: [channel, country]', 'cac <= 50 by channel, country'],
    ['kpi: net_sales, must: ">= -20%", vs: year', 'net_sales vs year >= -20%'],
    ['kpi: net_sales, must: ">= -20%", vs: a/b.json', 'net_sales vs a/b.json >= -20%'],
    ['kpi: orders, must: "> 0", where: { channel: [Email, Direct] }', 'orders > 0 for channel=Email|Direct'],
    [
      'kpi: orders, must: "> 0", by: store, where: { country: FR, channel: Email }, period: day, last: 7',
      'orders > 0 by store for country=FR, channel=Email per day last 7',
    ],
    ['kpi: orders, must: "> 0", period: all', 'orders > 0 over all'],
  ])('of %s', async (check, name) => {
    expect((await one(check)).name).toBe(name);
  });

  it('is no other', async () => {
    const yaml = `
checks:
  - { kpi: orders, must: "> 5" }
  - { kpi: orders, must: "> 5", min_base: { sessions: 100 } }
  - { kpi: orders, must: "> 5", min_base: { sessions: 200 } }
  - { kpi: sessions, must: "> 5", name: "cac < 60" }
  - { kpi: cac, must: "< 60" }
  - { kpi: visitors, must: "> 5", name: "orders > 5 (2)" }
`;
    expect(await namesOf(yaml)).toEqual([
      'orders > 5',
      'orders > 5 (3)',
      'orders > 5 (4)',
      'cac < 60',
      'cac < 60 (2)',
      'orders > 5 (2)',
    ]);
  });
});

describe('a mistake in a check', () => {
  it.each<[string, string, string | RegExp]>([
    [
      'a KPI',
      'kpi: converson_rate, must: "> 5"',
      'kpi.yaml:2: checks[0].kpi "converson_rate" is not a KPI\ndid you mean conversion_rate?\nsee kpi list',
    ],
    ['a KPI like no other', 'kpi: zebra, must: "> 5"', 'kpi.yaml:2: checks[0].kpi "zebra" is not a KPI\nsee kpi list'],
    [
      'a KPI of words',
      'kpi: ltv_cac_rating, must: ">= 3"',
      'kpi.yaml:2: checks[0].kpi "ltv_cac_rating" gives a word, which has no bounds\ntake ltv_cac_ratio, the number behind it',
    ],
    ['a unit', 'kpi: cac, must: "<= 60h"', /^kpi.yaml:2: checks\[0\].must "<= 60h" is not understood\n/],
    [
      'percent without vs',
      'kpi: net_sales, must: ">= -20%"',
      /^kpi.yaml:2: checks\[0\].must ">= -20%" is a change in percent, which needs vs\n/,
    ],
    [
      'a count below 0',
      'kpi: orders, must: "< 0"',
      'kpi.yaml:2: checks[0].must "< 0" can never hold: orders is never below 0',
    ],
    [
      'a count of anything',
      'kpi: orders, must: "> 5", should: ">= 0"',
      'kpi.yaml:2: checks[0].should ">= 0" always holds: orders is never below 0',
    ],
    [
      'more than the whole',
      'kpi: csat, must: ">= 120%"',
      'kpi.yaml:2: checks[0].must ">= 120%" can never hold: csat is never above 100%',
    ],
    [
      'no more than the whole',
      'kpi: cart_abandonment_rate, must: "<= 100%"',
      'kpi.yaml:2: checks[0].must "<= 100%" always holds: cart_abandonment_rate is never above 100%',
    ],
    [
      'a time below 0',
      'kpi: first_reply_time, must: "<= -5 min"',
      'kpi.yaml:2: checks[0].must "<= -5 min" can never hold: first_reply_time is never below 0s',
    ],
    [
      'more points than there are',
      'kpi: nps, must: ">= 101"',
      'kpi.yaml:2: checks[0].must ">= 101" can never hold: nps is never above 100',
    ],
    [
      'a loss of more than all',
      'kpi: orders, must: ">= -120%", vs: year',
      'kpi.yaml:2: checks[0].must ">= -120%" always holds: the change of orders is never below -100%',
    ],
    [
      'a change of more points than there are',
      'kpi: csat, must: ">= 101pt", vs: year',
      'kpi.yaml:2: checks[0].must ">= 101pt" can never hold: the change of csat is never above 100pt',
    ],
    [
      'a warning that cannot come alone',
      'kpi: conversion_rate, must: ">= 2%", should: ">= 1%"',
      'kpi.yaml:2: checks[0].should ">= 1%" holds wherever must ">= 2%" does: it could not warn\nmake should the stricter of the two',
    ],
    ['a warning at the same bound', 'kpi: cac, must: "<= 60", should: "<= 60.00"', /it could not warn\n/],
    [
      'bounds that no value meets',
      'kpi: conversion_rate, must: ">= 2%", should: "<= 1%"',
      'kpi.yaml:2: checks[0].should "<= 1%" never holds where must ">= 2%" does: the check could not pass',
    ],
    [
      'bounds of two kinds',
      'kpi: net_sales, must: ">= -20%", should: ">= -500", vs: year',
      'kpi.yaml:2: checks[0].should ">= -500" bounds the change in the unit of the KPI, must ">= -20%" in percent\nwrite two checks',
    ],
    [
      'bounds of two kinds, turned round',
      'kpi: net_sales, must: ">= -500", should: ">= -20%", vs: year',
      /should ">= -20%" bounds the change in percent, must ">= -500" in the unit of the KPI\n/,
    ],
    [
      'a target that is not there',
      'kpi: orders, must: ">= 95%", vs: target',
      'kpi.yaml:2: checks[0].vs needs a target of orders, and there is none\nadd one to targets: { kpi: orders, period: …, value: … }',
    ],
    [
      'a least change of no change',
      'kpi: orders, must: ">= 95", min_abs_change: 5',
      'kpi.yaml:2: checks[0].min_abs_change needs a change: vs previous, vs year or vs a saved report',
    ],
    [
      'a least change in percent',
      'kpi: orders, must: ">= -5%", vs: year, min_abs_change: 5%',
      'kpi.yaml:2: checks[0].min_abs_change "5%" is relative\nwrite it in the unit of orders',
    ],
    [
      'a least change of a rate',
      'kpi: csat, must: ">= -5%", vs: year, min_abs_change: 5%',
      /\nwrite points, such as "0.5pt"$/,
    ],
    [
      'a least change of nothing',
      'kpi: orders, must: ">= -5%", vs: year, min_abs_change: 0',
      'kpi.yaml:2: checks[0].min_abs_change "0" is not above 0',
    ],
    [
      'a least change without its unit',
      'kpi: first_reply_time, must: "<= 5%", vs: year, min_abs_change: 10',
      'kpi.yaml:2: checks[0].min_abs_change "10" has no unit of time\nwrite "10h" or "10 min" or "10s"',
    ],
    [
      'a base that is not there',
      'kpi: cac, must: "<= 60", min_base: { new_custommers: 5 }',
      'kpi.yaml:2: checks[0].min_base.new_custommers "new_custommers" is not a KPI\ndid you mean new_customers?\nsee kpi list',
    ],
    [
      'a base that is a rate',
      'kpi: cac, must: "<= 60", min_base: { csat: 5 }',
      'kpi.yaml:2: checks[0].min_base.csat is no size\na base is measured by a number or an amount, such as orders or ad_spend',
    ],
    [
      'chance in an amount',
      'kpi: cac, must: "<= 60", significant: true',
      'kpi.yaml:2: checks[0].significant needs a rate of counts, and cac is not one\nsuch as conversion_rate, csat and repeat_purchase_rate; for others, min_base keeps small groups out',
    ],
    ['chance in a rate of money', 'kpi: discount_rate, must: "<= 5%", significant: true', /needs a rate of counts/],
    [
      'chance in a change',
      'kpi: csat, must: ">= -5%", vs: year, significant: true',
      'kpi.yaml:2: checks[0].significant asks how sure one rate is, and vs compares two\nleave one of them out; min_base keeps small groups out',
    ],
  ])('%s', async (_, check, says) => {
    const words = await told(() => one(check));
    if (typeof says === 'string') expect(words).toBe(says);
    else expect(words).toMatch(says);
  });

  it('is a target that is not there for its groups', async () => {
    const targets = 'targets: [{ kpi: orders, period: 2026, value: 5 }]';
    const wrong = (check: string) =>
      told(() => checksIn(`checks:\n  - { kpi: orders, must: "> 95%", vs: target${check} }\n${targets}`));
    expect(await wrong(', by: [store, channel]')).toBe(
      'kpi.yaml:2: checks[0].vs needs a target of orders by channel, store, and there is none\nadd one to targets: { kpi: orders, period: …, value: …, where: { channel: …, store: … } }',
    );
    const grouped =
      'checks: [{ kpi: orders, must: "> 95%", vs: target }]\ntargets: [{ kpi: orders, period: 2026, value: 5, where: { store: fr } }]';
    expect(await told(() => checksIn(grouped))).toMatch(
      /^kpi.yaml:1: checks\[0\].vs needs a target of orders for all groups together, and there is none\n/,
    );
  });

  it('names its own line, and comes with all others in the order of the file', async () => {
    const yaml = `checks:
  - kpi: csat
    should: ">= 1,5%"
    must: ">= 200%"
    min_base:
      orders: 5
      oders: 5
  - kpi: cak
    must: "> 5"
`;
    const words = await told(() => checksIn(yaml));
    expect(words.split('\n').map((line) => line.replace(/^also /, ''))).toEqual([
      'kpi.yaml:3: checks[0].should ">= 1,5%" has a decimal comma',
      'write ">= 1.5%"',
      'kpi.yaml:7: checks[0].min_base.oders "oders" is not a KPI',
      'did you mean orders?',
      'see kpi list',
      'kpi.yaml:8: checks[1].kpi "cak" is not a KPI',
      'did you mean cac?',
      'see kpi list',
    ]);
  });

  it('is a Problem of the configuration', async () => {
    const config = await configOf('checks: [{ kpi: x, must: "> 5" }]');
    expect(() => checksOf(config, kpis)).toThrow(
      expect.objectContaining({ code: 'bad_config', place: { file: 'kpi.yaml' } }),
    );
  });
});

describe('two checks', () => {
  const twin =
    'checks[1] bounds the same as the check of kpi.yaml:2\nkeep one of them: a check may have a must and a should';
  it.each([
    ['kpi: cac, must: "<= 60"', 'kpi: cac, must: "<= 50"'],
    ['kpi: cac, must: "<= 60"', 'kpi: cac, should: "< 50"'],
    ['kpi: cac, must: "<= 60", by: [channel, store]', 'kpi: cac, must: "<= 60", by: [store, channel]'],
    [
      'kpi: cac, must: "<= 60", where: { store: [a, b] }',
      'kpi: cac, must: "<= 60", by: store, where: { store: [b, a, b] }, on_null: skip',
    ],
    ['kpi: orders, must: ">= -5%", vs: a.json', 'kpi: orders, must: ">= -6%", vs: a.json, name: other'],
    ['kpi: orders, must: "> 5", should: "< 9"', 'kpi: orders, must: "< 8"'],
  ])('%s and %s are one too many', async (a, b) => {
    expect(await told(() => checksIn(`checks:\n  - { ${a} }\n  - { ${b} }\n`))).toBe(`kpi.yaml:3: ${twin}`);
  });

  it.each([
    ['kpi: cac, must: "<= 60"', 'kpi: cac, must: ">= 5"'],
    ['kpi: cac, must: "<= 60"', 'kpi: cac, must: "<= 60", by: channel'],
    ['kpi: cac, must: "<= 60"', 'kpi: cac, must: "<= 60", period: month'],
    ['kpi: cac, must: "<= 60"', 'kpi: cac, must: "<= 60", last: 3'],
    ['kpi: cac, must: "<= 60", where: { store: a }', 'kpi: cac, must: "<= 60", where: { store: b }'],
    ['kpi: orders, must: ">= -5%", vs: year', 'kpi: orders, must: ">= -5%", vs: previous'],
    ['kpi: orders, must: ">= -5%", vs: a.json', 'kpi: orders, must: ">= -5%", vs: b.json'],
    ['kpi: orders, must: ">= -5%", vs: year', 'kpi: orders, must: ">= -500", vs: year'],
    // Looser where there is less to go by.
    ['kpi: cac, must: "<= 60", min_base: { orders: 90 }', 'kpi: cac, must: "<= 90", min_base: { orders: 9 }'],
    ['kpi: csat, must: ">= 80%", significant: true', 'kpi: csat, should: ">= 80%"'],
  ])('%s and %s are two', async (a, b) => {
    expect(await checksIn(`checks:\n  - { ${a} }\n  - { ${b} }\n`)).toHaveLength(2);
  });

  it('have two names', async () => {
    const yaml = 'checks:\n  - { kpi: cac, must: "< 6", name: a }\n  - kpi: csat\n    must: "> 6%"\n    name: a\n';
    expect(await told(() => checksIn(yaml))).toBe(
      'kpi.yaml:5: checks[1].name "a" is also the name of the check of kpi.yaml:2',
    );
  });
});
