import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openingOf } from './opening.ts';
import { kpi, paired } from './process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const mebi = 1024 ** 2;

/** The page of two years of weeks by twelve sources, against the JSON output of the same report. */
export async function html(folder: string, pairs: number) {
  const asked = (format: string, ...more: string[]) =>
    kpi(
      ...['report', folder, '--by', 'source', '--all', '--compare', 'previous,year', '--format', format],
      ...['--timezone', 'Europe/Paris', '--currency', 'EUR', '--as-of', '2026-11-16', '--quiet', ...more],
    );
  const { stdout } = spawnSync(process.execPath, [...asked('html')], { cwd: root, maxBuffer: 2 ** 30 });
  const { ms, peerMs, ratio } = paired(asked('html'), asked('json'), pairs);
  const page = join(root, '.bench', 'page.html');
  spawnSync(process.execPath, [...asked('html', '--out', page)], { cwd: root });
  const opened = await openingOf(page, 5);
  const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
  return [
    {
      what: 'the page of 104 weeks by 12 sources against its JSON',
      measured: `${seconds(ms)} against ${seconds(peerMs)}`,
      result: `${ratio.toFixed(2)}×`,
      target: '≤ 1.4×',
      met: ratio <= 1.4,
    },
    {
      what: 'its size',
      measured: `${stdout.length} bytes`,
      result: `${(stdout.length / mebi).toFixed(2)} MiB`,
      target: '≤ 3 MiB',
      met: stdout.length > 0 && stdout.length <= 3 * mebi,
    },
    {
      what: 'opening it in Chromium',
      measured: opened === null ? 'passed over: no Chromium is here' : `${opened.loadMs} ms to load`,
      result: opened === null ? '' : `${opened.paintMs} ms to first paint`,
      target: '≤ 2 s',
      met: opened === null || Math.max(opened.loadMs, opened.paintMs) <= 2000,
    },
  ];
}
