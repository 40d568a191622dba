import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoreKind } from '../../src/store/inventory.ts';
import { openStore } from '../../src/store/store.ts';
import { folder, run } from './kit.ts';

const [uid, hour] = [process.getuid?.() ?? null, 3_600_000];
const noon = Date.UTC(2026, 10, 22, 12);

/** Where the store of a user with such a cache folder is, with some entries in it. */
function store(...kept: readonly (readonly [kind: StoreKind, size: number, time: number])[]) {
  const base = folder();
  for (const [at, [kind, size, now]] of kept.entries()) {
    const { store: one } = openStore({ folder: join(base, 'kpi'), uid, version: '1', now, free: () => 1e12 });
    one?.put(kind, `${at}`, new Map([['v', new Uint8Array(size)]]));
  }
  return { place: join(base, 'kpi'), env: { XDG_CACHE_HOME: base } };
}

describe('kpi cache status', () => {
  it('says where it is, how much there is, and when it was used', async () => {
    const kept = [
      ['columns', 1_200_000, noon - 50 * hour],
      ['answers', 10, noon],
      ['answers', 20, noon - hour],
    ] as const;
    const { place, env } = store(...kept);
    const { code, out, err } = await run(['cache', 'status'], { env });
    expect([code, err]).toEqual([0, '']);
    expect(out.replace(/at most .*/, 'at most …')).toBe(
      [
        `Folder     ${place}`,
        'Kept       1 file, 2 answers',
        'Size       1.2 MB of at most …',
        'Last used  2026-11-20 11:00 to 2026-11-22 13:00',
        '',
      ].join('\n'),
    );
    const french = await run(['cache', 'status'], { env: { ...env, LANG: 'fr_FR' } });
    expect(french.out).toContain('Contenu      1 fichier, 2 réponses\nTaille       1,2\u00a0Mo sur ');
    expect(french.out).toContain('Utilisation  2026-11-20 11:00 à 2026-11-22 13:00\n');
  });

  it('says so if there is none', async () => {
    const { place, env } = store();
    expect(await run(['cache', 'status'], { env })).toEqual({
      code: 0,
      out: `Folder  ${place}\nKept    nothing\n`,
      err: '',
    });
    expect(existsSync(place)).toBe(false);
    expect((await run(['cache', 'status'], { env: {} })).out).toBe(
      'neither XDG_CACHE_HOME nor the home of the user says where\n',
    );
  });

  it.skipIf(uid === null)('says why it is not used', async () => {
    const { place, env } = store();
    mkdirSync(place);
    chmodSync(place, 0o777);
    expect((await run(['cache', 'status'], { env })).out).toBe(
      `Folder    ${place}\nNot used  others may write in the folder\n`,
    );
  });

  it('follows the language of the configuration', async () => {
    const { env } = store();
    const cwd = folder();
    writeFileSync(join(cwd, 'kpi.yaml'), 'report: { lang: fr }\n');
    expect((await run(['cache', 'status'], { env, cwd })).out).toMatch(/^Dossier/);
    expect((await run(['cache', 'status', '--lang', 'en'], { env, cwd })).out).toMatch(/^Folder/);
  });
});

describe('kpi cache clear', () => {
  it('removes what is kept, and says how much', async () => {
    const { place, env } = store(['columns', 3_000, noon], ['answers', 500_000, noon]);
    const { code, out, err } = await run(['cache', 'clear'], { env });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^2 entries removed, 503\.\d kB\n$/);
    expect(existsSync(place)).toBe(false);
    expect((await run(['cache', 'clear'], { env })).out).toBe('nothing was kept\n');
    expect((await run(['cache', 'vider'], { env: { ...env, LANG: 'fr_FR' } })).out).toBe("rien n'était conservé\n");
  });

  it.skipIf(uid === null)('is refused where the folder is not used', async () => {
    const { place, env } = store(['columns', 3, noon]);
    chmodSync(place, 0o777);
    expect(await run(['cache', 'clear'], { env })).toEqual({
      code: 2,
      out: '',
      err: `kpi: the cache in ${place} cannot be cleared: others may write in the folder\n`,
    });
  });
});

it.each([
  [['cache'], 'kpi: kpi cache needs an action\n  one of status, clear\n  see kpi cache --help\n'],
  [['cache', 'stats'], 'kpi: the action must be one of status, clear, not "stats"\n  did you mean status?\n'],
])('%j is refused', async (args, err) => expect(await run(args)).toEqual({ code: 2, out: '', err }));
