import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { kpi, paired } from './process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const mebi = 1024 ** 2;

/** The page of two years of weeks by twelve sources, against the JSON output of the same report. */
export function html(folder: string, pairs: number) {
  const asked = (format: string) =>
    kpi(
      ...['report', folder, '--by', 'source', '--all', '--compare', 'previous,year', '--format', format],
      ...['--timezone', 'Europe/Paris', '--currency', 'EUR', '--as-of', '2026-11-16', '--quiet'],
    );
  const { stdout } = spawnSync(process.execPath, [...asked('html')], { cwd: root, maxBuffer: 2 ** 30 });
  const { ms, peerMs, ratio } = paired(asked('html'), asked('json'), pairs);
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
  ];
}
