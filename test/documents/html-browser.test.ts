import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameInAll } from '../../src/core/text.ts';
import { visible } from '../../src/core/visible.ts';
import { renderHtml } from '../../src/documents/report/report-html.ts';
import { chromium, flags } from '../support/browser.ts';
import { halves, hostileNames, writeHostileShop } from '../support/hostile-shop.ts';
import { run, wordsOf } from '../support/run.ts';
import { figure, file, kpi, report, row } from './report/kit.ts';

/* The pages as a browser shows them: no complaint, no request, nothing wider than the window, and what axe finds. */

const asked = 'report fixtures/shop --timezone Europe/Paris --as-of 2026-11-22 --format html --include-partial';
const few = 'net_sales,orders,average_order_value,sessions,bounce_rate,cac,ltv,new_customers,csat,first_reply_time';
const pictures = ['english funnel', 'french funnels', 'english cohorts', 'french cohorts'];
const shops = ['hostile report', 'hostile funnel', 'hostile cohorts'];
const name = `the page in a browser${chromium ? '' : ' (passed over: no Chromium is here, see KPI_CHROMIUM)'}`;

const hostile = () => {
  const long = 'w'.repeat(10_000);
  const names = ['<script>window.hit=1</script>', '"><img src=x onerror="window.hit=1">', '</svg><b>', long, 'עברית'];
  return report({
    dimensions: ['channel'],
    kpis: [kpi('net_sales'), kpi('orders', { unit: 'count', label: { en: long, fr: long } })],
    rows: ['2026-W44', '2026-W45', '2026-W46', 'all'].flatMap((period) => [
      ...names.map((channel) => row([figure('1'), figure('2')], { period, dimensions: { channel } })),
      row([figure('123456789012345678901234567890'), figure('10')], { period }),
    ]),
    files: names.map((path) => file(path)),
    warnings: names.map((message) => ({ code: 'odd', message: sameInAll(message) })),
  });
};

describe.skipIf(chromium === undefined)(name, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-html-'));
  const files = new Map<string, string>();
  let browser: Browser;

  beforeAll(async () => {
    writeHostileShop(folder);
    const shop = ['orders.csv', 'more.json', 'visits.csv', 'costs.csv', '--by', 'channel', '--format', 'html'];
    const around = { cwd: folder };
    const texts = {
      english: (await run(wordsOf(`${asked} --lang en --compare previous,year`))).out,
      'french by channel': (await run(wordsOf(`${asked} --lang fr --by channel --compare previous,year`))).out,
      'few KPIs': (await run(wordsOf(`${asked} --lang fr --by channel --kpi ${few}`))).out,
      hostile: renderHtml(hostile(), { lang: 'en', locale: 'en-US' }),
      'english funnel': (await run(wordsOf(asked.replace('report', 'funnel')))).out,
      'french funnels': (
        await run(
          wordsOf(`${asked.replace('report', 'funnel')} --lang fr --by channel --last 2 --compare previous,year`),
        )
      ).out,
      'english cohorts': (await run(wordsOf(`${asked.replace('report', 'cohorts')} --from 2026-03-01`))).out,
      'french cohorts': (await run(wordsOf(`${asked.replace('report', 'cohorts')} --lang fr --by channel`))).out,
      'hostile report': (await run(['report', ...shop, '--lang', 'fr'], around)).out,
      'hostile funnel': (await run(['funnel', ...shop], around)).out,
      'hostile cohorts': (await run(['cohorts', ...shop], around)).out,
    };
    for (const [title, text] of Object.entries(texts)) {
      const path = join(folder, `${title}.html`);
      writeFileSync(path, text);
      files.set(title, pathToFileURL(path).href);
    }
    browser = await driver.launch({ executablePath: chromium!, args: flags });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Look {
    readonly width: number;
    readonly scheme: 'light' | 'dark';
    readonly forAxe?: boolean;
  }
  /** Opens a page, with every detail of it, and collects what it complains of and asks for. */
  async function opened(title: string, { width, scheme, forAxe = false }: Look, use: (page: Page) => Promise<void>) {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: scheme,
      // Only for what axe brings along: everywhere else the policy of the page holds.
      bypassCSP: forAxe,
    });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('dialog', (dialog) => said.push(`asks ${dialog.message()}`));
    page.on('request', (request) => {
      if (request.url() !== files.get(title)) said.push(`asks for ${request.url()}`);
    });
    await page.goto(files.get(title)!);
    await use(page);
    await context.close();
    expect(said).toEqual([]);
  }
  const openAll = (page: Page) =>
    page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);

  // Each page in each width and in each theme.
  const looks = [
    { width: 360, scheme: 'dark' },
    { width: 1280, scheme: 'light' },
  ] as const;
  const cases = ['english', 'french by channel', 'few KPIs', 'hostile', ...pictures, ...shops].flatMap((title) =>
    looks.map((look) => ({ title, ...look })),
  );

  it.each(cases)('$title, $width pixels wide, $scheme, fits and is quiet', async ({ title, ...look }) => {
    await opened(title, look, async (page) => {
      for (const step of [async () => {}, openAll]) {
        await step(page);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.width);
      }
      expect(await page.evaluate('window.hit ?? null')).toBeNull();
      expect(await page.evaluate(`document.querySelectorAll('script, img, iframe, object').length`)).toBe(0);
    });
  });

  it.each(shops)('the %s shows every name as text', async (title) => {
    await opened(title, looks[1], async (page) => {
      const seen = String(await page.evaluate('document.body.textContent'));
      for (const name of [...hostileNames, halves]) {
        // No column of a file holds NUL.
        expect(seen).toContain(visible([...name.replaceAll('\0', '')].slice(0, 18).join('')));
      }
      expect(seen).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    });
  });

  // All of a long page takes axe ten seconds: its kinds of parts are all in a short one.
  const forAxe = [
    ...cases.filter(({ title }) => !/^(english|french by channel|hostile \w+)$/.test(title)),
    { title: 'english', ...looks[0] },
  ];
  it.each(forAxe)('$title, $width pixels wide, $scheme, keeps nobody out', async ({ title, ...look }) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await opened(title, { ...look, forAxe: true }, async (page) => {
      await openAll(page);
      await page.evaluate(axe);
      const found = (await page.evaluate(`axe.run({ resultTypes: ['violations'] })`)) as AxeResults;
      expect(found.passes.length).toBeGreaterThan(10);
      const faults = found.violations.map(
        ({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 200)}`,
      );
      expect(faults).toEqual([]);
    });
  });

  it('shows the colours of the theme', async () => {
    const grounds = new Set<unknown>();
    for (const scheme of ['light', 'dark'] as const)
      await opened('english', { width: 1280, scheme }, async (page) => {
        grounds.add(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
        await page.emulateMedia({ media: 'print' });
        expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
      });
    expect(grounds.size).toBe(2);
  });

  it('opens the numbers of a chart with the keyboard alone', async () => {
    await opened('english', { width: 1280, scheme: 'light' }, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      // The tables before it scroll, so that the keyboard stops at each.
      for (let stop = 0; stop < 20; stop += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate('document.activeElement.tagName')) === 'SUMMARY') break;
        expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('region');
      }
      expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.parentElement.open')).toBe(true);
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    });
  });

  it('opens a wide table at its newest periods', async () => {
    await opened('english', { width: 360, scheme: 'light' }, async (page) => {
      const seen = `(() => {
        const box = document.querySelector('.s.e').getBoundingClientRect();
        const cells = [...document.querySelectorAll('.s.e thead th')].map((cell) => cell.getBoundingClientRect());
        return [cells.at(-1).right <= box.right + 1, cells[0].left >= box.left - 1, cells[1].left < box.left];
      })()`;
      expect(await page.evaluate(seen)).toEqual([true, true, true]);
    });
  });

  it.each(pictures)('%s fit A4', async (title) => {
    await opened(title, { width: 1280, scheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const wide = String(await page.evaluate(`document.querySelectorAll('.cw').length`)) !== '0';
      await page.setViewportSize({ width: wide ? 1030 : 703, height: 1000 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(wide ? 1030 : 703);
    });
  });

  it.each([
    [1280, 900, 5],
    [390, 844, 10],
  ])('the usual report is at most so many screens: %i by %i pixels, %i', async (width, height, most) => {
    for (const folder of ['fixtures/shop', 'fixtures/two-years']) {
      const { out } = await run(wordsOf(`report ${folder} --format html`));
      const path = join(mkdtempSync(join(tmpdir(), 'kpi-height-')), 'usual.html');
      writeFileSync(path, out);
      const page = await browser.newPage({ viewport: { width, height } });
      await page.goto(`file://${path}`);
      const tall = Number(await page.evaluate('document.documentElement.scrollHeight'));
      await page.close();
      expect(tall, folder).toBeLessThanOrEqual(most * height);
    }
  });

  it('the usual report is at most four pages of paper', async () => {
    const { out } = await run(wordsOf('report fixtures/shop --format html'));
    const path = join(mkdtempSync(join(tmpdir(), 'kpi-paper-')), 'usual.html');
    writeFileSync(path, out);
    const page = await browser.newPage();
    await page.goto(`file://${path}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    await page.close();
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(4);
  });

  it('prints on A4', async () => {
    await opened('french by channel', { width: 1280, scheme: 'dark' }, async (page) => {
      const printed = await page.pdf({ preferCSSPageSize: true });
      expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
      // In the width of A4 less its margins nothing is cut off: upright, and across where the wide tables are.
      await page.emulateMedia({ media: 'print' });
      for (const [width, hidden] of [
        [703, '#periods, #groups'],
        [1030, '#trends'],
      ] as const) {
        await page.setViewportSize({ width, height: 1000 });
        await page.addStyleTag({ content: `${hidden} { display: none }` });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        await page.addStyleTag({ content: `${hidden} { display: block }` });
      }
    });
  });
});
