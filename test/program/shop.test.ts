import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { accountOf, type JsonReport, jsonBlock, reading, report, rowOf } from '../support/ask.ts';
import { root } from '../support/run.ts';

/* The figures of fixtures/shop are worked out by hand in ANSWERS.md; the program has to find every one of them. */

type Figures = Readonly<Record<string, number | null>>;

interface Answers {
  readonly week: Readonly<Record<string, Figures>>;
  readonly month: Readonly<Record<string, Figures>>;
  readonly by_channel: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
  readonly nulls: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const shop = 'fixtures/shop';
const page = readFileSync(join(root, shop, 'ANSWERS.md'), 'utf8');
const answers = jsonBlock(`${shop}/ANSWERS.md`) as Answers;
const common = `${shop} --timezone Europe/Paris --as-of 2026-11-22T00:00:00+01:00 --all`;
const nullIds = Object.keys(answers.nulls);

let weeks: JsonReport;
let months: JsonReport;
let channels: JsonReport;
const askedWeeks: JsonReport[] = [];

beforeAll(async () => {
  weeks = await report(common);
  months = await report(`${common} --period month`);
  channels = await report(`${common} --by channel`);
  for (const grain of ['week', 'month'])
    askedWeeks.push(await report(`${common} --period ${grain} --kpi ${nullIds.join()}`));
});

const periods = [...Object.keys(answers.week), ...Object.keys(answers.month)];
const reportOf = (period: string) => (period in answers.week ? weeks : months);

/** The marks of a KPI, from the tables of the page: `| `id` | formula | operands | **value** | marks: why |`. */
function marksOnPage(period: string): Record<string, string[]> {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${period}:`)) ?? '';
  const marks: Record<string, string[]> = {};
  for (const [, id = '', said = ''] of section.matchAll(/^\| `(\w+)` \|(?:[^|]*\|){2} \*\*[^|]*\|([^|]*)\|$/gm)) {
    marks[id] = (said.split(':')[0] ?? '').split(',').flatMap((mark) => mark.trim() || []);
  }
  return marks;
}

const pick = <V>(all: Readonly<Record<string, V>>, keys: readonly string[]): Record<string, V | undefined> =>
  Object.fromEntries(keys.map((key) => [key, all[key]]));

describe('each period', () => {
  it.each(periods)('%s has the figures worked out by hand', (period) => {
    const expected = { ...answers.week, ...answers.month }[period]!;
    expect(pick(rowOf(reportOf(period), period).values, Object.keys(expected))).toEqual(expected);
  });

  it.each(periods)('%s has the marks of the page, and the page no figure but these', (period) => {
    const marks = marksOnPage(period);
    expect(Object.keys(marks).length).toBeGreaterThan(80);
    const { flags } = rowOf(reportOf(period), period);
    const found = Object.fromEntries(Object.keys(marks).map((id) => [id, flags[id] ?? []]));
    expect(found).toEqual(marks);
  });

  it.each(periods)('%s has no figure that the files cannot tell', (period) => {
    const asked = askedWeeks[period in answers.week ? 0 : 1]!;
    const row = rowOf(asked, period);
    expect(row.nulls).toEqual(answers.nulls);
    expect(Object.values(row.values).every((value) => value === null)).toBe(true);
  });

  it('judges no ticket at first contact before seven days have passed since its solve', () => {
    const { values, nulls } = rowOf(weeks, '2026-W46');
    expect([values.first_contact_resolution, nulls.first_contact_resolution]).toEqual([null, 'zero_denominator']);
  });

  it.each(['week', 'month'])(
    'of a %s has no lifetime value, and says that its cost of a customer is fully loaded',
    async (grain) => {
      const { rows, basis } = await report(
        `${common} --period ${grain} --kpi ltv,ltv_cac_ratio,ltv_cac_rating,cac_payback`,
      );
      for (const { values } of rows) expect(Object.values(values)).toEqual([null, null, null, null]);
      expect(basis.cac).toBe('fully_loaded');
    },
  );
});

it('the KPIs of a group are those of it that the files can tell', async () => {
  const { kpis } = await report(`${common} --group service`);
  const service = ({ group }: { readonly group: string }) => group === 'service';
  expect(kpis.map(({ id }) => id)).toEqual(weeks.kpis.filter(service).map(({ id }) => id));
  expect(kpis.length).toBeGreaterThan(10);
});

describe('each channel', () => {
  const [period = ''] = Object.keys(answers.by_channel);
  const byChannel = answers.by_channel[period]!;

  it.each(Object.keys(byChannel))('%s has the figures worked out by hand', (channel) => {
    const row = rowOf(channels, period, { channel });
    const expected = byChannel[channel]!;
    expect(pick(row.values, Object.keys(expected))).toEqual(expected);
    for (const [id, value] of Object.entries(expected))
      if (value === null) expect(row.nulls[id]).toBe('zero_denominator');
  });

  it('is in the order of its name, those without last, the total after them', () => {
    const rows = channels.rows.filter((row) => row.period === period);
    expect(rows.map(({ dimensions }) => dimensions.channel)).toEqual([...Object.keys(byChannel), undefined]);
  });

  it('is unknown to orders and tickets, so that nothing of theirs is said of a channel', () => {
    for (const channel of ['Organic Search', 'Paid Search', 'Paid Social']) {
      const { nulls } = rowOf(channels, period, { channel });
      for (const id of ['orders', 'net_sales', 'customers', 'tickets_created', 'mer', 'cac', 'cost_per_order'])
        expect([channel, id, nulls[id]]).toEqual([channel, id, 'missing_kind']);
    }
    const { nulls } = rowOf(channels, period, { channel: '(unattributed)' });
    for (const id of ['mer', 'cac', 'cost_per_order', 'revenue_per_session']) expect(nulls[id]).toBe('missing_kind');
  });

  it('leaves the total as it is without channels', () => {
    expect(rowOf(channels, period).values).toEqual(rowOf(weeks, period).values);
  });
});

describe('the rows of the files', () => {
  it('are all accounted for', () => {
    const found = Object.fromEntries(
      weeks.quality.files.map((file) => [file.path.replace(`${shop}/`, ''), accountOf(file)]),
    );
    expect(found).toEqual(answers.rows);
  });

  it('hold as many orders, valid and unbalanced ones as counted by hand', async () => {
    const expected = answers.counts['orders_export.csv']!;
    const { read } = await reading([shop], { timezone: 'Europe/Paris' });
    const [counts] = read.validOrders.values();
    const file = weeks.quality.files.find(({ path }) => path.endsWith('orders_export.csv'));
    const { orders, valid } = counts!;
    expect({ orders, valid, unbalanced: file?.counts.unbalanced }).toEqual(expected);
  });

  it('agree with the totals that the files state themselves', () => {
    expect(weeks.quality.warnings.map(({ code }) => code).sort()).toEqual(['short_history', 'unbalanced']);
  });
});
