import { expect, it } from 'vitest';
import { kpi, table } from './kit.ts';

const files = {
  'o.csv': table(
    'order_id,ordered_at,gross_sales,country',
    '1,2026-11-02,100.00,FR',
    '2,2026-11-04,50.00,DE',
    '3,2026-11-08,50.00,DE',
  ),
};
const line = 'report o.csv --timezone Europe/Paris --currency EUR --as-of 2026-11-06 --kpi gross_sales --by country';

it.each([
  ['table', 'year', 'en', '\n2026 · partial\n'],
  ['table', 'year', 'fr', '\n2026 · partiel\n'],
  ['table', 'week', 'en', '\n2026-W45 · Nov 2 – 8 · partial\n'],
  ['markdown', 'year', 'en', '\n### 2026 · partial\n'],
])('a %s of one running %s says that it is partial (%s)', async (format, period, lang, heading) => {
  const { out } = await kpi(`${line} --period ${period} --lang ${lang} --format ${format}`, files);
  expect(out.replaceAll('\u2009', ' ')).toContain(heading);
});

it.each(['table', 'markdown'])('a %s of one complete period is named by its title alone', async (format) => {
  const { out } = await kpi(`${line.replace('11-06', '11-09')} --period week --format ${format}`, files);
  expect(out).not.toMatch(/partial|W45/);
});
