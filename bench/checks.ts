import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kpi, paired } from './process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const ids = ['sessions', 'conversion_rate', 'pages_per_session', 'visitors'];
const common = ['--timezone', 'Europe/Paris', '--currency', 'EUR', '--as-of', '2026-11-16', '--quiet'];

/** A bound for each KPI in each of 50 sources: 200 checks, against the report of the same KPIs, sources and week. */
export function checks(folder: string, pairs: number) {
  const report = kpi(
    ...['report', folder, '--by', 'source', '--kpi', ids.join(), '--last', '1', '--format', 'json'],
    ...common,
  );
  const { stdout } = spawnSync(process.execPath, [...report], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const rows: readonly { readonly dimensions: { readonly source?: string } }[] = JSON.parse(stdout).rows;
  const sources = [...new Set(rows.flatMap(({ dimensions: { source } }) => source ?? []))].slice(0, 50);
  const lines = sources.flatMap((source) =>
    ids.map(
      (id) =>
        `  - { kpi: ${id}, where: { source: ${JSON.stringify(source)} }, must: "> 0${id.endsWith('rate') ? '.01%' : ''}", on_null: skip }`,
    ),
  );
  const config = join(root, '.bench', 'checks.yaml');
  writeFileSync(config, `checks:\n${lines.join('\n')}\n`);
  const own = kpi('check', folder, '--config', config, '--exit-zero', '--format', 'json', ...common);
  const { ms, peerMs, ratio } = paired(own, report, pairs);
  const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
  return {
    what: `${lines.length} checks over ${sources.length} sources against the report of the same KPIs`,
    measured: `${seconds(ms)} against ${seconds(peerMs)}`,
    result: `${ratio.toFixed(2)}×`,
    target: '≤ 1.1×',
    met: ratio <= 1.1,
  };
}
