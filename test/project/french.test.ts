import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands.ts';
import { about } from '../support/about.ts';
import { awaitsFrench } from '../support/french.ts';
import { type Ran, root, run, wordsOf } from '../support/run.ts';

/*
 * Every golden case that says something on standard error, in French: each line must be said otherwise than in English, of the
 * same files, columns, values and numbers. What programs read must stay as it is, to the byte.
 */

const folder = fileURLToPath(new URL('../golden', import.meta.url));
const textIn = (name: string, file: string): string => {
  const path = join(folder, name, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
const saying = (name: string): string => stripVTControlCharacters(textIn(name, 'stderr').replace(/exit \d+.*\n$/, ''));
const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'cmd')));
const spoken = cases.filter((name) => {
  const said = saying(name);
  return said !== '' && !/^(Usage|avertissement)/.test(said);
});

/** A golden case with `--lang fr` behind its command; where that is the case's own or no option, on a French system. */
async function inFrench(name: string, byOption = true): Promise<Ran & { readonly cwd: string }> {
  const [front = '', back = ''] = textIn(name, 'cmd')
    .trim()
    .split(/(?<=^|\s)kpi(?=\s|$)/, 2);
  const [command = '', ...words] = wordsOf(back);
  const asks = byOption && commands[command]?.options.includes('lang') === true && !words.includes('--lang');
  const given = Object.fromEntries(wordsOf(front).map((word) => word.split('=', 2) as [string, string]));
  const env = asks ? given : { ...given, LANG: 'fr_FR.UTF-8' };
  const hasFiles = existsSync(join(folder, name, 'files'));
  const cwd = hasFiles ? mkdtempSync(join(tmpdir(), 'kpi-french-')) : root;
  if (hasFiles) {
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    cpSync(join(folder, name, 'files'), cwd, { recursive: true });
  }
  const stdin = existsSync(join(folder, name, 'stdin')) ? readFileSync(join(folder, name, 'stdin')) : '';
  const args = command === '' ? [] : [command, ...(asks ? ['--lang', 'fr'] : []), ...words];
  return { ...(await run(args, { cwd, env, stdin, width: Number(env.COLUMNS ?? 100) })), cwd };
}

/** Lines to be copied: of a configuration, or of a shell; and files that were written, in which no word may differ. */
const toBeCopied = /^ {4,}\S|^ {2}(sources:( \[|$)|kpi normalize |KPI_HASH_KEY=)/;

/** Little words that hardly an English sentence is without, and that no French one has. */
const english = /(?<![\w"-])(the|is|are|not|of|with|which|and|or|its|has|must be|cannot|such)(?![\w"-])/;

describe('in French', () => {
  it.each(spoken)('%s', async (name) => {
    const { err, code } = await inFrench(name);
    const [own, usual] = [stripVTControlCharacters(err).split('\n'), saying(name).split('\n')];
    expect(own.length).toBe(usual.length);
    for (const [at, line] of own.entries()) {
      const before = usual[at] ?? '';
      expect(about(line), line).toEqual(about(before));
      if (line === '' || toBeCopied.test(before) || awaitsFrench(line)) continue;
      expect(line).not.toBe(before);
      const bare = line.replace(/"[^"]*"|«\u00a0.*?\u00a0»|`[^`]*`|\(en anglais\).*/g, '');
      expect(bare).not.toMatch(english);
    }
    expect(`exit ${code}`).toBe(/exit \d+/.exec(textIn(name, 'stderr'))?.[0]);
  });

  it('the cases are many', () => expect(spoken.length).toBeGreaterThan(100));

  const machine = cases.filter((name) => /--format (json|csv|junit|github|ndjson)\b/.test(textIn(name, 'cmd')));

  it.each(machine.filter((name) => !name.startsWith('error-')))('%s is the same to programs', async (name) => {
    const { out, cwd } = await inFrench(name);
    expect(out).toBe(textIn(name, 'stdout'));
    const written = join(folder, name, 'written');
    const files = existsSync(written) ? readdirSync(written, { recursive: true, encoding: 'utf8' }) : [];
    for (const file of files) {
      const path = join(written, file);
      if (statSync(path).isFile()) expect(readFileSync(join(cwd, file), 'utf8')).toBe(readFileSync(path, 'utf8'));
    }
  });
});

describe('a configuration that is proposed in French', () => {
  /** Lines that may be taken out of their comment, without what stands behind them. */
  const examples = (yaml: string): string[] =>
    yaml.split('\n').flatMap((line) => (/^\s*#\S/.test(line) ? [line.replace(/ # .*/, '')] : []));
  const comments = (yaml: string): string =>
    yaml
      .split('\n')
      .flatMap((line) => / ?# (.*)/.exec(line)?.[1] ?? [])
      .join(' ');

  it.each(['init', 'suggest'])('%s: only comments are others, about the same', async (name) => {
    const english = textIn(name, 'stdout');
    const { out } = await inFrench(name, false);
    expect(parse(out)).toEqual(parse(english));
    expect(examples(out)).toEqual(examples(english));
    expect(about(comments(out))).toEqual(about(comments(english)));
    expect(comments(out)).not.toMatch(/(?<![\w"-])(the|is|are|not|of|with|which|or|has|such)(?![\w"-])/);
  });
});
