import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, openSync, renameSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { defaultLimits, inputsAt } from '../../src/readers/bytes.ts';
import { pipeBytes } from '../../src/readers/pipe.ts';
import { unchangedWhile } from '../../src/readers/unchanged.ts';
import { run, wordsOf } from '../support/run.ts';
import { folderWith, table } from './kit.ts';

/*
 * A file that another program still writes, and a pipe that nobody fills: figures of half a file with exit code 0, or a run that
 * waits without end and hears no signal.
 */

const orders = table('order_id,ordered_at,gross_sales', '1,2026-11-02,10', '2,2026-11-03,20');

describe('a file that changes while it is read', () => {
  const ways: readonly (readonly [string, (path: string) => void])[] = [
    ['grows', (path) => appendFileSync(path, '3,2026-11-04,30\n')],
    ['is cut', (path) => truncateSync(path, 40)],
    [
      'is replaced by one as long',
      (path) => {
        writeFileSync(`${path}.new`, orders);
        renameSync(`${path}.new`, path);
      },
    ],
    ['is written again', (path) => utimesSync(path, 1, 1)],
    ['goes away', (path) => renameSync(path, `${path}.old`)],
  ];
  it.each(ways)('%s', async (_, change) => {
    const path = join(folderWith({ 'orders.csv': orders }), 'orders.csv');
    const inputs = await inputsAt(path, defaultLimits, 'orders.csv');
    const reading = unchangedWhile(inputs, async () => change(path));
    await expect(reading).rejects.toMatchObject({
      code: 'changed',
      message: 'orders.csv was changed while it was read',
    });
  });

  it('is told of rather than what it looks like then', async () => {
    const path = join(folderWith({ 'orders.csv': orders }), 'orders.csv');
    const inputs = await inputsAt(path, defaultLimits);
    const reading = unchangedWhile(inputs, async () => {
      truncateSync(path, 40);
      throw new Error('too few cells');
    });
    await expect(reading).rejects.toMatchObject({ code: 'changed' });
  });

  it('stays as it is mostly, whichever file of an archive it is', async () => {
    const path = join(folderWith({ 'orders.csv': orders }), 'orders.csv');
    expect(await unchangedWhile(await inputsAt(path, defaultLimits), async () => 7)).toBe(7);
  });
});

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  const pipe = (): string => {
    const path = join(folderWith({}), 'pipe');
    execFileSync('mkfifo', [path]);
    return path;
  };

  it('that nobody writes into is an error', async () => {
    const reading = buffer(pipeBytes(pipe(), 'pipe', 50));
    await expect(reading).rejects.toMatchObject({
      code: 'no_writer',
      message: 'pipe is a pipe, and no program writes into it',
    });
  });

  it('is read to its end, however slowly it is written', async () => {
    const path = pipe();
    const writer = spawn('sh', ['-c', 'exec >"$0"; printf one; sleep 0.2; printf two', path]);
    expect((await buffer(pipeBytes(path, path))).toString()).toBe('onetwo');
    writer.kill();
  });

  it('of orders, of rates and for a report at once', async () => {
    const folder = folderWith({ 'orders.csv': orders, 'rates.csv': 'date,currency,rate\n2026-01-01,USD,0.5\n' });
    execFileSync(
      'mkfifo',
      ['o', 'r', 'out'].map((name) => join(folder, name)),
    );
    spawn('sh', ['-c', 'cat orders.csv >o & cat rates.csv >r'], { cwd: folder });
    const reader = spawn('cat', ['out'], { cwd: folder });
    const got = text(reader.stdout);
    const line = 'report o --rates r --out out --format csv --period all --kpi gross_sales --currency EUR';
    const ran = await run(wordsOf(line), { cwd: folder });
    expect(ran.err).not.toContain('kpi:');
    expect(await got).toContain(',gross_sales,money,30,');
  });
});

describe('standard error that cannot be written', () => {
  it.skipIf(!existsSync('/dev/full'))('changes neither result nor exit code', async () => {
    const loader = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
    const bin = new URL('../../src/cli/bin.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, ['--import', loader, bin, 'report', 'nothing.csv'], {
      cwd: folderWith({}),
      stdio: ['ignore', 'pipe', openSync('/dev/full', 'w')],
    });
    // 2 for a file that is not there; 1 would say that a check failed.
    expect(await new Promise((done) => child.once('exit', done))).toBe(2);
  });
});
