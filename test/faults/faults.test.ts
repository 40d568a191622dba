import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../support/run.ts';
import { type Ended, type Fault, Program, type Situation } from './faults.ts';
import { passes, wrongOf } from './outcome.ts';
import { situationsIn } from './situations.ts';

/*
 * One call to the system after the other fails, or the run is ended at it: by default a sample of the calls, all of them by
 * `npm run test:faults`. docs/reliability.md says what this shows and what not.
 */

const program = new Program();
afterAll(() => program.remove());
/** Else a sample: the first pass and one of the others, each at some calls. */
const all = process.env.KPI_FAULTS === 'all';

const situations = situationsIn((name) => program.place(name));

describe.each(situations)('$name', (situation) => {
  const [clean] = program.run(situation, null);

  it('writes its files without a fault', () => {
    expect(clean?.code, clean?.err).toBe(0);
    const files = new Set([...Object.keys(situation.files), ...situation.writes]);
    expect([...clean!.files.keys()].sort()).toEqual([...files].sort());
    expect([...clean!.temporary, ...clean!.unfinished]).toEqual([]);
  });

  const place = situations.indexOf(situation);
  it.each(passes.filter((_, at) => all || at === 0 || (at + place) % 6 === 0))(
    '$name',
    (pass) => {
      const every = situation.slow === true ? 290 : 150;
      // Each situation begins at another call.
      const sample = { from: 1 + ((place * 7) % (every / 2)), every };
      expect([...wrongOf(program, situation, clean!, pass, all ? { from: 1, every: 1 } : sample)]).toEqual([]);
    },
    3_600_000,
  );
});

/* What injected faults have shown: each of these went wrong once. */

const named = (name: string): Situation => situations.find((one) => one.name.startsWith(name))!;
const [report, archives, init] = [named('kpi report --out, in'), named('kpi report of archives'), named('kpi init')];
const threads = named('kpi report of long files');
const diskError = 'the disk or the network drive answers with an error';

/** The n-th call of a kind about a path. */
const at = (kind: Fault['on'][number], of: string, does: string, nth = 1): Fault => ({ on: [kind], of, does, nth });

/** A run in which something is hit. */
function hitBy(situation: Situation, fault: Fault): Ended {
  const [ended] = program.run(situation, fault);
  expect(ended!.hit, 'nothing was hit').not.toBe(null);
  return ended!;
}

/** A run fails with this message and leaves everything as it was. */
function expectFailure(situation: Situation, fault: Fault, says: string | RegExp): void {
  const ended = hitBy(situation, fault);
  const [, said] = /^kpi: (.*)$/m.exec(ended.err) ?? [];
  expect([ended.code, said]).toEqual([2, typeof says === 'string' ? says : expect.stringMatching(says)]);
  expectAsBefore(situation, ended);
}

function expectAsBefore({ files }: Situation, ended: Ended): void {
  expect([...ended.files.keys()]).toEqual(Object.keys(files).sort());
  for (const [name, content] of Object.entries(files))
    if (typeof content === 'string') expect(ended.files.get(name), name).toBe(content);
  expect([...ended.folders, ...ended.temporary]).toEqual([]);
}

/** A fault makes no difference. */
function expectNoDifference(situation: Situation, fault: Fault): void {
  const [clean] = program.run(situation, null);
  const ended = hitBy(situation, fault);
  expect(ended).toEqual({ ...clean, hit: ended.hit });
}

describe('a message, not an internal error,', () => {
  it('names a folder that may not be listed', () => {
    expectFailure(report, at('read', 'exports', 'EACCES'), 'exports may not be read by this user');
  });

  it('names a workbook that can be opened once and not again', () => {
    for (const nth of [2, 3, 4, 5, 6])
      expectFailure(
        archives,
        at('open', 'spend.xlsx', 'EIO', nth),
        /^exports\/spend\.xlsx\S* cannot be read: the disk/,
      );
  });

  it('names the program itself if that cannot be read', () => {
    const ended = hitBy(report, at('read', 'dist/kpi.cjs', 'EIO'));
    const path = program.place('dist/kpi.cjs');
    expect([ended.code, ended.err]).toEqual([2, `kpi: ${path} cannot be read (EIO)\n  install kpi again\n`]);
  });

  it('says that memory is short', () => {
    const fault = { on: ['memory'], of: '65536', nth: 1, does: '' } as const;
    expectFailure(report, fault, 'there is not enough memory for these files');
  });
});

describe('figures are not given without', () => {
  it('a configuration that the disk hides', () => {
    expectFailure(archives, at('stat', 'kpi.yaml', 'EIO'), 'kpi.yaml cannot be read (EIO)');
  });

  it('a file behind a link that the disk hides', () => {
    const folder = program.place('linked');
    mkdirSync(folder);
    for (const name of ['orders_export.csv', 'ga4_traffic.csv'])
      symlinkSync(join(root, 'fixtures/shop', name), join(folder, name));
    const linked = { ...report, files: { ...report.files, exports: { link: folder } } };
    const says = `exports/orders_export.csv cannot be read: ${diskError}`;
    expectFailure(linked, at('stat', 'exports/orders_export.csv', 'EIO'), says);
  });
});

describe('a file that is written', () => {
  it('is not begun where the disk does not say whether a link is there', () => {
    expectFailure(report, at('stat', '/cwd/r.json', 'EIO'), `r.json cannot be written: ${diskError}`);
  });

  it('replaces none of several if one of them cannot be written', () => {
    expectFailure(report, at('write', '.r.txt.', 'ENOSPC'), 'r.txt cannot be written: the disk is full');
  });

  it('leaves no folder that was made for it', () => {
    expectFailure(report, at('fsync', '.r.xlsx.', 'EIO'), `new/folder/r.xlsx cannot be written: ${diskError}`);
  });

  it('is flushed, and then the folder with its name', () => {
    const flushed = (nth: number) => hitBy(report, at('fsync', '/new/folder', 'EIO', nth)).hit!.target;
    expect(flushed(1)).toMatch(/\/new\/folder\/\.r\.xlsx\.[0-9a-f]+\.tmp$/);
    expect(flushed(2)).toMatch(/\/new\/folder$/);
  });

  it('is written where the file system cannot flush, or flushes no folders', () => {
    expectNoDifference(report, at('fsync', '.r.json.', 'EINVAL'));
    expectNoDifference(report, at('fsync', '/new/folder', 'EIO', 2));
  });

  it('is not left behind if a signal comes while it is being opened', () => {
    const ended = hitBy(report, at('open', '.r.json.', 'SIGTERM'));
    expect(ended.code).toBe(143);
    expectAsBefore(report, ended);
  });

  it('is whole where a disk has no links', () => {
    expectNoDifference(init, at('rename', '.kpi.yaml.', 'EPERM'));
  });
});

it('a page that is not shown because a signal comes leaves no folder behind', () => {
  const args = ['report', 'exports', '--timezone', 'Europe/Paris', '--as-of', '2026-11-22', '--open'];
  const shown = { ...report, args, files: { exports: report.files.exports! }, writes: [] };
  const ended = hitBy(shown, at('open', '.report.html.', 'SIGTERM'));
  expect(ended.code).toBe(143);
  expectAsBefore(shown, ended);
});

it('a run whose worker threads cannot start does not end as if it were done', () => {
  const ended = hitBy(threads, at('read', 'dist/reader.cjs', 'EIO'));
  expect(ended.code === 101 || ended.files.get('r.json')?.startsWith('{')).toBe(true);
});

it('an archive that cannot be closed is read all the same', () => {
  for (const name of ['orders.zip', 'spend.xlsx']) expectNoDifference(archives, at('close', name, 'EIO', 3));
});
