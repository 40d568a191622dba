import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Around, root, wordsOf } from './run.ts';

const golden = fileURLToPath(new URL('../golden', import.meta.url));

/** The names of the golden cases that run one of some commands, without engines, files of their own and help. */
export const goldenCases = (commands: RegExp): string[] =>
  readdirSync(golden).filter((name) => {
    const path = join(golden, name, 'cmd');
    if (!existsSync(path)) return false;
    const [, command = ''] = /(?:^|\s)kpi (\w+)/.exec(readFileSync(path, 'utf8')) ?? [];
    return commands.test(command) && !/--engine|--out|--help|--rejects/.test(readFileSync(path, 'utf8'));
  });

/** The words of a golden case after `kpi`, and what it runs in. */
export function goldenCase(name: string): { readonly words: readonly string[]; readonly around: Around } {
  const own = join(golden, name);
  const [front = '', back = ''] = readFileSync(join(own, 'cmd'), 'utf8')
    .trim()
    .split(/(?<=^|\s)kpi(?=\s|$)/, 2);
  const env = Object.fromEntries(wordsOf(front).map((word) => word.split('=', 2) as [string, string]));
  const stdin = existsSync(join(own, 'stdin')) ? readFileSync(join(own, 'stdin')) : '';
  const cwd = existsSync(join(own, 'files')) ? join(own, 'files') : root;
  return { words: wordsOf(back), around: { cwd, env, stdin, width: Number(env.COLUMNS ?? 100) } };
}
