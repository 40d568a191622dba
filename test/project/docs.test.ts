import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { options } from '../../src/cli/options/options.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { printed, refill, regionNames } from '../../src/dev/docs.ts';
import { fromRegistries, indexes } from '../../src/dev/gen.ts';
import { kpis } from '../../src/kpis/index.ts';
import { allPages, pageTexts } from '../support/pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A new folder with the fixtures in it. */
function sandbox(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-docs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'));
  return folder;
}

describe('generated files', () => {
  it('are fresh', async () => {
    for (const { path, text } of [...indexes(), ...(await fromRegistries())])
      expect(read(path), `${path} is stale: run npm run gen`).toBe(text);
  });

  it('leave what is written by hand', () => {
    const page = 'a\n<!-- exit-codes -->\nold\n<!-- /exit-codes -->\nb\n<!-- other -->\nkept\n<!-- /other -->\n';
    const filled = refill(page);
    expect(filled).toMatch(/^a\n<!-- exit-codes -->\n\n\| Code/);
    expect(filled).toMatch(/<!-- \/exit-codes -->\nb\n<!-- other -->\nkept\n<!-- \/other -->\n$/);
    expect(filled).not.toContain('old');
    expect(refill(filled)).toBe(filled);
  });
});

describe('the documentation', () => {
  it.each(regionNames)('has the region %s, once', (name) => {
    expect(allPages.split(`<!-- ${name} -->\n`)).toHaveLength(2);
    expect(allPages.split(`<!-- /${name} -->\n`)).toHaveLength(2);
  });

  it('opens every region that it closes', () => {
    const opened = [...allPages.matchAll(/<!-- ([a-z-]+)(?: \d+)?(?:: kpi .*)? -->/g)].map(([, name]) => name);
    const closed = [...allPages.matchAll(/<!-- \/([a-z-]+) -->/g)].map(([, name]) => name);
    expect(opened).toEqual(closed);
  });

  it('is linked from README, page by page', () => {
    const readme = read('README.md');
    const missing = [...pageTexts.keys()].filter((path) => path !== 'README.md' && !readme.includes(`](${path})`));
    expect(missing).toEqual([]);
  });

  it.each(Object.keys(commands))('mentions kpi %s', (name) => {
    expect(allPages).toContain(`kpi ${name}`);
  });

  it.each(kpis.map(({ id }) => id))('mentions the KPI %s', (id) => {
    expect(allPages).toContain(`| \`${id}\` |`);
  });

  const shown = Object.entries(options).flatMap(([, spec]) => ('hidden' in spec ? [] : [spec.flags]));
  it.each(shown)('mentions %s', (flags) => {
    expect(allPages).toContain(flags.split(' ').find((word) => word.startsWith('--')));
  });

  it('names every package for development', () => {
    const { devDependencies } = JSON.parse(read('package.json'));
    const named = Object.keys(devDependencies).filter((name) => !name.startsWith('@types/'));
    for (const name of named) expect(allPages).toContain(name === '@biomejs/biome' ? 'biome' : name);
  });

  it('never has npx run a kpi that is not the one of this folder', () => {
    const uses = allPages.split('\n').filter((line) => line.includes('npx kpi') && !line.includes('`npx kpi`'));
    expect(uses.filter((line) => !line.startsWith('npm ci && npx kpi'))).toEqual([]);
  });

  it('names every script of package.json', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const name of Object.keys(scripts).filter((one) => one !== 'prepare'))
      expect(allPages).toContain(name === 'test' ? '`npm test`' : `\`npm run ${name}`);
  });

  it('shows a configuration that is accepted', async () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(allPages) ?? [];
    const folder = sandbox();
    writeFileSync(join(folder, 'kpi.yaml'), yaml);
    const config = await loadConfig(join(folder, 'kpi.yaml'));
    expect(config.values.sources).toHaveLength(4);
    expect(config.options.gross_margin_rate).toBe('0.55');
  });

  const fences = [...allPages.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text = '']) => text.trim().split('\n'));
  // What the shell does with the output is not ours.
  const lines = new Set(fences.flatMap((line) => line.match(/(?<=^|&& npx )kpi .*?(?= > |$)/g) ?? []));

  it('has examples', () => {
    expect(lines.size).toBeGreaterThan(8);
  });

  it.each([...lines])('shows %s, which works', async (line) => {
    const { code, err, out } = await printed(line, sandbox());
    expect(code, err).toBe(0);
    expect(err).not.toMatch(/^kpi:/m);
    if (!line.includes('--out')) expect(out.split('\n').length).toBeGreaterThan(5);
  });
});

/** How GitHub names the anchor of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading));

describe.each([...pageTexts])('%s', (page, text) => {
  it('links to files and headings that are there', () => {
    for (const [, link = '', heading] of text.matchAll(/\]\(([^)#:]*)(?:#([^)]*))?\)/g)) {
      const target = link === '' ? page : normalize(join(dirname(page), link));
      expect(existsSync(join(root, target)), link).toBe(true);
      if (heading !== undefined) expect(anchorsOf(read(target)), `${link}#${heading}`).toContain(heading);
    }
  });

  it('names paths that are there', () => {
    const paths = [...text.matchAll(/`((?:src|test|fixtures|schema|docs|bench|bin)\/[\w./-]+)`/g)].map(
      ([, p = '']) => p,
    );
    for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true);
  });
});
