import { spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { quietWriter } from '../../src/cli/process/process-io.ts';
import { folder, told } from './kit.ts';

const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
const source = (name: string) => new URL(`../../src/cli/${name}.ts`, import.meta.url);

/** A Node process that understands TypeScript. */
const node = (args: readonly string[], cwd: string, stdout: 'pipe' | number = 'pipe') =>
  spawn(process.execPath, ['--import', tsx, ...args], { cwd, stdio: ['ignore', stdout, 'pipe'] });
const ended = (child: ReturnType<typeof node>): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));
const bin = source('bin').pathname;

describe('a process', () => {
  it('ends with the exit code of its command', async () => {
    const child = node([bin, 'lst'], folder());
    const err = text(child.stderr!);
    expect([await ended(child), await err]).toEqual([
      2,
      'kpi: unknown command "lst"\n  did you mean list?\n  see kpi --help\n',
    ]);
  }, 20_000);

  it('does not mind that nobody reads on', async () => {
    const child = node([bin, 'list', '--fields', '--format', 'json'], folder());
    child.stdout!.destroy();
    const err = text(child.stderr!);
    expect([await ended(child), await err]).toEqual([0, '']);
  }, 20_000);

  it.skipIf(!existsSync('/dev/full'))(
    'says when there is no room for what it prints',
    async () => {
      const child = node([bin, 'list'], folder(), openSync('/dev/full', 'w'));
      const err = text(child.stderr!);
      expect([await ended(child), await err]).toEqual([
        2,
        'kpi: standard output cannot be written (ENOSPC)\n  check the disk, or the program that reads it\n',
      ]);
    },
    20_000,
  );

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)(
    'that %s ends leaves nothing behind',
    async (signal, code) => {
      const root = folder();
      const script = `
      import { beginFile } from ${JSON.stringify(source('run/write').href)};
      import { endOnSignals } from ${JSON.stringify(source('process/signals').href)};
      endOnSignals();
      const file = await beginFile({ path: 'c.txt', shown: 'c.txt' });
      await file.write('half');
      console.log('ready');
      setInterval(() => {}, 1000);`;
      writeFileSync(join(root, 'run.mts'), script);
      const child = node(['run.mts'], root);
      await new Promise((resolve) => child.stdout!.once('data', resolve));
      expect(readdirSync(root)).toHaveLength(2);
      child.kill(signal);
      expect([await ended(child), readdirSync(root)]).toEqual([code, ['run.mts']]);
    },
    20_000,
  );
});

const standardOutput = { en: 'standard output', fr: 'la sortie standard' };

describe('a stream', () => {
  const failing = (code: string) =>
    new Writable({ write: (_, __, done) => done(Object.assign(new Error(`write ${code}`), { code })) });

  it('whose reader is gone is written to no more, without an error', async () => {
    const { write, flush } = quietWriter(failing('EPIPE'), standardOutput);
    await write('a');
    await write('b');
    await flush();
  });

  it('that fails otherwise says so, each time', async () => {
    const { write } = quietWriter(failing('ENOSPC'), standardOutput);
    const says = 'standard output cannot be written (ENOSPC)\ncheck the disk, or the program that reads it';
    expect(await told(() => write('a'))).toBe(says);
    expect(await told(() => write('b'))).toBe(says);
  });

  it('gets its texts in order', async () => {
    const stream = new PassThrough();
    const { write, flush } = quietWriter(stream, standardOutput);
    await write('a');
    await write('b');
    await flush();
    expect(stream.read().toString()).toBe('ab');
  });
});
