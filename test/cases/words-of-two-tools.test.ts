import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/* One tool writes the name of a country, another its code; one `Computers`, another `desktop`. By country and device they must meet. */

const visits = table(
  'date,country,device,channel,sessions',
  '2026-11-02,France,desktop,Paid Search,40',
  '2026-11-04,Allemagne,Mobile phones,paid search,20',
  '2026-11-06,(not set),smart tv,Email,5',
  '2026-11-08,Atlantis,tablet,email,5',
);
const orders = table(
  'order_id,ordered_at,customer_email,gross_sales,country,device,channel',
  '1,2026-11-02,a@x.org,50,FR,Ordinateur,PAID SEARCH',
  '2,2026-11-03,b@x.org,30,fra,Computers,Paid Search',
  '3,2026-11-08,c@x.org,20,DE,mobile_app,Email',
);
const files = { 'exports/orders.csv': orders, 'exports/visits.csv': visits };

const by = async (dimension: string, kpis: string, given = files) => {
  const { rows } = await told(`report exports ${lastWeek} --by ${dimension} --kpi ${kpis}`, given);
  return Object.fromEntries(
    rows
      .filter(({ period }) => period === 'all')
      .map(({ dimensions, values }) => [dimensions[dimension] ?? 'all', Object.values(values)]),
  );
};

describe('words of two tools for one thing', () => {
  it('meet by country', async () => {
    // France: 40 visits, 2 orders of 80.00, so 2.00 a visit; Germany: 20 visits, 1 order of 20.00.
    expect(await by('country', 'sessions,orders,revenue_per_session')).toEqual({
      Atlantis: [5, 0, 0],
      DE: [20, 1, 1],
      FR: [40, 2, 2],
      '(unattributed)': [5, 0, 0],
      all: [70, 3, 1.42857142857],
    });
  });

  it('meet by device', async () => {
    expect(await by('device', 'sessions,orders')).toEqual({
      desktop: [40, 2],
      mobile: [20, 1],
      'smart tv': [5, 0],
      tablet: [5, 0],
      all: [70, 3],
    });
  });

  it('meet by channel whatever their capitals; the spelling is that which comes first by code point', async () => {
    // Paid Search 40 + 20 visits and 2 orders; Email 5 + 5 and 1.
    const found = { Email: [10, 1], 'PAID SEARCH': [60, 2], all: [70, 3] };
    expect(await by('channel', 'sessions,orders')).toEqual(found);
    const turned = { 'exports/a.csv': visits, 'exports/z.csv': orders };
    expect(await by('channel', 'sessions,orders', turned as unknown as typeof files)).toEqual(found);
  });

  it('are one group of a check that names it in its own words', async () => {
    const config = table(
      'timezone: Europe/Paris',
      'currency: EUR',
      'checks:',
      '  - { kpi: sessions, where: { country: [Frankreich, Germany] }, must: ">= 1" }',
      '  - { kpi: orders, where: { device: ordinateurs, channel: paid search }, must: ">= 1" }',
    );
    const ran = await kpi('check exports --format json', { ...files, 'kpi.yaml': config });
    const { results } = JSON.parse(ran.out) as { results: { dimensions: object; value: number }[] };
    expect(results.map(({ dimensions, value }) => [...Object.values(dimensions), value])).toEqual([
      ['DE', 20],
      ['FR', 40],
      ['desktop', 'PAID SEARCH', 2],
    ]);
  });

  it('are the same in funnels and in other languages', async () => {
    const { out } = await kpi('funnel exports --timezone Europe/Paris --currency EUR --by country --format csv', files);
    expect(out).toContain(',FR,');
    expect(out).not.toContain('France');
    expect((await kpi(`report exports ${lastWeek} --by country --kpi orders --lang fr`, files)).out).toContain('FR');
  });
});
