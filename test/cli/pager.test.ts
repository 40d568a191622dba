import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagerOf } from '../../src/cli/process/pager.ts';
import { root } from '../support/run.ts';
import { run } from './kit.ts';

/** A run on a terminal of 20 lines; what a pager was given. */
async function onTerminal(args: readonly string[], starts = true, env: Readonly<Record<string, string>> = {}) {
  const given: [string, string][] = [];
  const page = async (command: string, text: string) => {
    given.push([command, text]);
    return starts;
  };
  const ran = await run(args, { cwd: root, stdoutIsTerminal: true, height: 20, env, page });
  return { ...ran, given };
}

describe('a pager', () => {
  it('shows a result longer than the terminal, and nothing is printed beside it', async () => {
    const { code, out, given } = await onTerminal(['list', '--no-color'], true, { PAGER: 'most' });
    expect([code, out, given.map(([command]) => command)]).toEqual([0, '', ['most']]);
    expect(given[0]?.[1]).toContain('gross_sales');
  });

  it('that cannot be started leaves the text to the terminal', async () => {
    const { out, given } = await onTerminal(['list', '--no-color'], false);
    expect(out).toBe(given[0]?.[1]);
  });

  it('is not asked for what fits, with --no-pager, with PAGER=cat, or without a terminal', async () => {
    expect((await onTerminal(['list', '--group', 'leads'])).given).toEqual([]);
    expect((await onTerminal(['list', '--no-pager'])).given).toEqual([]);
    expect((await onTerminal(['list'], true, { PAGER: 'cat' })).given).toEqual([]);
    const { out } = await run(['list'], { cwd: root, height: 20 });
    expect(out).toContain('gross_sales');
  });

  it('is that of kpi, else that of the user, else less', () => {
    expect(pagerOf({ KPI_PAGER: 'a', PAGER: 'b' }, 'linux')).toBe('a');
    expect(pagerOf({ PAGER: 'b' }, 'win32')).toBe('b');
    expect(pagerOf({}, 'darwin')).toBe('less');
    expect(pagerOf({}, 'win32')).toBe(null);
    expect(pagerOf({ KPI_PAGER: '', PAGER: 'b' }, 'linux')).toBe(null);
    expect(pagerOf({ TERM: 'dumb' }, 'linux')).toBe(null);
  });
});

describe('--open', () => {
  const report = ['report', 'fixtures/shop', '--timezone', 'Europe/Paris', '--open', '--lang', 'en'];

  it('writes a page to a place of its own and opens it', async () => {
    const pages: string[] = [];
    const open = async (path: string) => pages.push(path) > 0;
    const { code, out, err } = await run(report, { cwd: root, open });
    expect([code, out, pages.length]).toEqual([0, '', 1]);
    expect(readFileSync(pages[0]!, 'utf8')).toMatch(/^<!doctype html>/i);
    expect(err).toContain(`${pages[0]}: opened\n`);
    rmSync(dirname(pages[0]!), { recursive: true });
  });

  it('says where the page is if nothing opens pages', async () => {
    const { code, err } = await run([...report, '--quiet'], { cwd: root });
    const [, path = ''] = /^(.*): open it in a browser$/m.exec(err) ?? [];
    expect([code, existsSync(path)]).toEqual([0, true]);
    rmSync(dirname(path), { recursive: true });
  });

  it('leaves nothing behind if the report fails', async () => {
    const pages: string[] = [];
    const open = async (path: string) => pages.push(path) > 0;
    const { code } = await run(['report', 'nowhere', '--open'], { cwd: root, open });
    expect([code, pages]).toEqual([2, []]);
  });
});
