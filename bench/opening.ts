import { pathToFileURL } from 'node:url';
import { chromium as driver } from 'playwright-core';
import { chromium, flags } from '../test/support/browser.ts';

/** What a page reports of its own opening. */
const timings = `(async () => {
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
  while (!painted()) await new Promise((next) => setTimeout(next, 5));
  return [performance.getEntriesByType('navigation')[0].loadEventEnd, painted().startTime];
})()`;

/**
 * From the start of the navigation to the end of the load event, and to the first paint with something in it: the medians of
 * some openings, each in a browser of its own. Null without Chromium.
 */
export async function openingOf(path: string, times: number): Promise<{ loadMs: number; paintMs: number } | null> {
  if (chromium === undefined) return null;
  const taken: (readonly [load: number, paint: number])[] = [];
  for (let time = 0; time < times; time += 1) {
    const browser = await driver.launch({ executablePath: chromium, args: flags });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
      taken.push((await page.evaluate(timings)) as [number, number]);
    } finally {
      await browser.close();
    }
  }
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
  return {
    loadMs: Math.round(median(taken.map(([load]) => load))),
    paintMs: Math.round(median(taken.map(([, paint]) => paint))),
  };
}
