// Measures kpi as it is built: npm run build && npm run bench [-- --full --pairs 7 --only start,speed,memory,engines,peers,irregular,cache,checks,html]
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checks } from './checks.ts';
import { defaultSizes, idsOf, type Sizes, writeAll, writeList, writeOrders, writeVisits } from './generate.ts';
import { html } from './html.ts';
import { againstPeers, cached, engines, irregular } from './peers.ts';
import { kpi, paired, peakOf, type Run } from './process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = ['start', 'speed', 'memory', 'engines', 'peers', 'irregular', 'cache', 'checks', 'html'] as const;

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '5' },
    only: { type: 'string', default: parts.join() },
    visits: { type: 'string' },
    orders: { type: 'string' },
  },
});
const pairs = Number(values.pairs);
const visits = Number(values.visits ?? (values.full ? 3_000_000 : 300_000));
const orders = Number(values.orders ?? visits / 10);

/** A line of the table: what is measured, what came out, and what it must not pass. */
interface Line {
  readonly what: string;
  readonly measured: string;
  readonly result: string;
  readonly target: string;
  readonly met: boolean;
}

const data = (name: string): string => join('.bench', name);
const report = (...paths: string[]): Run =>
  kpi('report', ...paths, '--timezone', 'Europe/Paris', '--currency', 'EUR', '--engine', 'memory', '--quiet');
const bare = (...paths: string[]): Run => ['bench/peers/bare-csv-parse.mjs', ...paths];

const mib = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MiB`;
const ms = (time: number): string => (time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(2)} s`);

/** Writes a folder of files once; sizes are in its name. */
function folder(sizes: Sizes): string {
  const path = data(`all-${Object.values(sizes).join('-')}`);
  if (!existsSync(join(root, path))) {
    const begun = data('begun');
    rmSync(join(root, begun), { recursive: true, force: true });
    writeAll(join(root, begun), sizes);
    renameSync(join(root, begun), join(root, path));
  }
  return path;
}

function startUp(): Line[] {
  const line = (what: string, own: Run, most: number): Line => {
    const found = paired(own, ['-e', '0'], Math.max(pairs * 2 + 1, 11));
    return {
      what,
      measured: `${ms(found.ms)} against ${ms(found.peerMs)} of node -e 0`,
      result: `${found.ratio.toFixed(2)}×`,
      target: `≤ ${most.toFixed(1)}×`,
      met: found.ratio <= most,
    };
  };
  return [
    line('start: kpi --help', kpi('--help'), 2),
    line('start: kpi report fixtures/shop', kpi('report', 'fixtures/shop', '--timezone', 'Europe/Paris'), 3.5),
  ];
}

function speed(): Line[] {
  const path = folder({ ...defaultSizes, visits, orders, spend: orders / 3, tickets: orders });
  const list = data(`${orders * 10}-list.csv`);
  if (!existsSync(join(root, list))) writeList(join(root, list), { ...defaultSizes, visits, orders: orders * 10 });
  const line = (what: string, files: readonly string[]): Line => {
    const paths = files.map((file) => (file === 'list' ? list : join(path, `${file}.csv`)));
    const bytes = paths.reduce((sum, one) => sum + statSync(join(root, one)).size, 0);
    const { ratio, ...found } = paired(report(...paths), bare(...paths), pairs);
    const rate = (time: number) => `${(bytes / 1024 ** 2 / (time / 1000)).toFixed(0)} MiB/s`;
    return {
      what: `throughput: ${what}, ${mib(bytes)}`,
      measured: `${rate(found.ms)} (${ms(found.ms)}) against ${rate(found.peerMs)} of bare csv-parse`,
      result: `${(1 / ratio).toFixed(2)}×`,
      target: '≥ 0.60×',
      met: 1 / ratio >= 0.6,
    };
  };
  return [
    line('visits', ['visits']),
    line('orders', ['orders']),
    line('all files', ['visits', 'orders', 'spend', 'tickets']),
    line('a French list of orders', ['list']),
  ];
}

const write = { visits: writeVisits, orders: writeOrders };

function memory(): Line[] {
  const lines: Line[] = [];
  for (const [what, few] of [
    ['visits', { ...defaultSizes, visits: visits / 6, orders: visits / 60 }],
    ['orders', { ...defaultSizes, visits: orders * 2, orders: orders / 3 }],
  ] as const) {
    const peak = (sizes: Sizes): number => {
      const path = data(`memory-${what}-${Object.values(sizes).join('-')}.csv`);
      if (!existsSync(join(root, path))) write[what](join(root, path), sizes);
      return peakOf(report(path), 3);
    };
    const more = { ...few, visits: few.visits * 10, orders: few.orders * 10 };
    const [one, again, ten] = [peak(few), peak({ ...few, times: 10 }), peak(more)];
    lines.push({
      what: `memory: ${what}, the same records ten times over`,
      measured: `${mib(again)} against ${mib(one)}`,
      result: `${(again / one).toFixed(2)}×`,
      target: '≤ 1.30×',
      met: again / one <= 1.3,
    });
    const ids = idsOf[what](more) - idsOf[what](few);
    lines.push({
      what: `memory: ${what}, ten times as many records`,
      measured: `${mib(ten)} for ${ids} further ids`,
      result: `${((ten - one) / ids).toFixed(0)} bytes an id`,
      target: '≤ 250 bytes',
      met: (ten - one) / ids <= 250,
    });
  }
  return lines;
}

mkdirSync(join(root, '.bench'), { recursive: true });
const bytesIn = (path: string): number =>
  readdirSync(join(root, path)).reduce((sum, name) => sum + statSync(join(root, path, name)).size, 0);
const scaled = (part: number, odd: number = defaultSizes.irregular): string =>
  folder({
    ...defaultSizes,
    irregular: odd,
    visits: visits / part,
    orders: orders / part,
    spend: orders / 3 / part,
    tickets: orders / 1.5 / part,
  });
const bySize = (): Line[] =>
  engines(
    [40, 10, 4, 1].map((part) => [mib(bytesIn(scaled(part))), scaled(part)] as const),
    pairs,
  );
const manySources = (): string =>
  folder({ ...defaultSizes, visits, orders, spend: orders / 3, tickets: orders / 1.5, sources: 50 });
const run = {
  start: startUp,
  speed,
  memory,
  engines: bySize,
  // Scripts as people write them know no odd rows.
  peers: () => againstPeers(scaled(1, 0), pairs),
  irregular: () =>
    irregular(
      [
        ['0 %', scaled(1, 0)],
        ['1 %', scaled(1, 10)],
        ['5 %', scaled(1, 50)],
      ],
      pairs,
    ),
  cache: () => cached(scaled(1), pairs),
  checks: () => [checks(manySources(), pairs)],
  html: () => html(scaled(10), pairs),
};
const lines: Line[] = [];
for (const part of parts) if (values.only.split(',').includes(part)) lines.push(...(await run[part]()));
const table = lines.map(
  ({ what, measured, result, target, met }) =>
    `| ${what} | ${measured} | ${result} | ${target} | ${met ? 'yes' : 'NO'} |`,
);
console.log(['| What | Measured | Result | Target | Met |', '|---|---|---|---|---|', ...table].join('\n'));
