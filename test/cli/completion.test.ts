import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { bashScript } from '../../src/cli/completion/bash.ts';
import { fishScript } from '../../src/cli/completion/fish.ts';
import { type Shape, shapeOf } from '../../src/cli/completion/shape.ts';
import { zshScript } from '../../src/cli/completion/zsh.ts';
import type { CommandEntry } from '../../src/cli/options/command.ts';
import type { OptionSpec } from '../../src/cli/options/option-spec.ts';
import { type OptionName, options } from '../../src/cli/options/options.ts';
import { parseOptions } from '../../src/cli/options/parse.ts';
import { shells } from '../../src/core/choices.ts';
import { sameInAll } from '../../src/core/text.ts';
import { kpis } from '../../src/kpis/index.ts';
import { root } from '../support/run.ts';
import { folder, run } from './kit.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** What TAB offers behind each of some lines, in a folder with the file orders.csv and the folder sub. */
type Shell = (script: string, lines: readonly string[]) => string[][];

/** A folder to type in, and what a shell printed there; it finds no configuration of whoever runs the tests. */
function typing(script: string, files: Readonly<Record<string, string>> = {}) {
  const home = folder();
  const cwd = join(home, 'work');
  mkdirSync(join(cwd, 'sub'), { recursive: true });
  writeFileSync(join(cwd, 'orders.csv'), '');
  writeFileSync(join(home, 'script'), script);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  const shell = (program: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): string => {
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: home, ZDOTDIR: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, TERM: 'dumb', ...more };
    const { stdout, stderr, status } = spawnSync(program, args, { cwd, env, encoding: 'utf8', timeout: 30_000 });
    expect([status, stderr, readdirSync(cwd).sort()]).toEqual([0, '', ['orders.csv', 'sub']]);
    return stdout;
  };
  return { home, cwd, shell };
}

const sorted = (words: readonly string[]): string[] => [...words].sort();
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Calls the function as bash does, and then what readline does where it has no answer. */
const inBash: Shell = (script, lines) => {
  const driver = `
    source "$HOME/script"
    default=yes dirnames=
    compopt() {
      while (($# > 0)); do
        case "$1 $2" in '+o default') default= ;; '-o dirnames') dirnames=yes ;; esac
        shift 2
      done
    }
    COMP_LINE=$1 COMP_POINT=\${#1}
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _kpi
    if ((\${#COMPREPLY[@]} == 0)) && [[ -n $default ]]; then COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")); fi
    if ((\${#COMPREPLY[@]} == 0)) && [[ -n $dirnames ]]; then COMPREPLY=($(compgen -d -- "\${COMP_WORDS[COMP_CWORD]}")); fi
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { shell } = typing(script);
  return lines.map((line) => {
    // A variable before the command is no part of its line; words are parted at = and : too.
    const own = line.replace(/^[A-Z_]+=\S* /, '');
    const words = own.split(' ').flatMap((word) => word.split(/([=:])/).filter((piece) => piece !== '' || word === ''));
    return linesOf(shell('bash', ['--norc', '-uc', driver, 'bash', own, ...words]));
  });
};

const inFish: Shell = (script, lines) => {
  const { shell } = typing(script);
  return lines.map((line) => {
    const found = shell('fish', ['-c', `source $HOME/script; complete -C ${JSON.stringify(line)}`]);
    // The whole word, with what it means behind a tab.
    return linesOf(found).map((one) => one.replace(/\t.*/, '').replace(/^--[a-z-]+=/, ''));
  });
};

/** Types into a zsh that believes it has a terminal; TAB puts all that is offered into the line. */
const inZsh: Shell = (script, lines) => {
  const { shell, home } = typing(script, {
    '.zshrc': `
      autoload -Uz compinit && compinit -u -D
      source $HOME/script
      all() { _main_complete; compstate[insert]=all; compstate[list]= }
      zle -C all complete-word all
      tell() { print -r -- "$BUFFER" >> $HOME/told; BUFFER=; zle .accept-line }
      zle -N tell
      bindkey '^I' all '^O' tell
      PROMPT='ready>'`,
    driver: `
      zmodload zsh/zpty zsh/zselect
      zpty z zsh -i
      zpty -r -m z seen '*ready>*'
      done=0
      for line in "$@"; do
        zpty -w -n z "$line"$'\\t\\x0f'
        ((done += 1))
        told=()
        while ((\${#told} < done)); do
          zpty -r -t z seen || zselect -t 1
          if [[ -e $HOME/told ]]; then told=("\${(@f)$(<$HOME/told)}"); fi
        done
      done
      zpty -d z`,
  });
  shell('zsh', ['-f', join(home, 'driver'), ...lines]);
  const told = linesOf(readFileSync(join(home, 'told'), 'utf8'));
  return lines.map((line, at) => {
    const before = line.slice(0, line.search(/[^ =]*$/));
    const found = (told[at] ?? '').trimEnd();
    if (found === line.trimEnd()) return [];
    // What is put behind a word, to go on with at once: = of an option, a comma of a list, the / of a folder.
    return found
      .slice(before.length)
      .split(' ')
      .map((word) => word.replace(/^--[a-z-]+=(?=.)|[=,/]$/g, ''));
  });
};

const drivers = { bash: inBash, zsh: inZsh, fish: inFish };
const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

const ids = kpis.map(({ id }) => id);
const starting = (start: string, words: readonly string[]): string[] => words.filter((word) => word.startsWith(start));
const shown = (name: string): OptionSpec[] =>
  (commands[name]?.options ?? []).map((option): OptionSpec => options[option]).filter(({ hidden }) => !hidden);
const longOf = ({ flags }: OptionSpec): string => /--[a-z-]+/.exec(flags)?.[0] ?? '';

/** Every option of every command that is chosen from a list of its own. */
const chosen = Object.keys(commands).flatMap((name) =>
  shown(name).flatMap((spec): [string, readonly string[]][] =>
    typeof spec.words === 'object' ? [[`kpi ${name} ${longOf(spec)} `, spec.words]] : [],
  ),
);

const typed: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['kpi ', [...Object.keys(commands), 'help']],
  ['kpi rep', ['report']],
  ['kpi --ver', ['--version']],
  ['kpi help expl', ['explain']],
  ['kpi completion ', shells],
  ['kpi nonsense ', []],
  ...Object.keys(commands).map((name) => [`kpi ${name} --`, [...shown(name).map(longOf), '--help']] as const),
  ...chosen,
  ['kpi report --period q', ['quarter']],
  ['kpi report --period=q', ['quarter']],
  ['kpi report --lang=', ['en', 'fr']],
  ['kpi report --quiet --format j', ['json']],
  ['kpi report --kpi ', ids],
  ['kpi report --kpi cac_p', ['cac_paid', 'cac_payback']],
  ['kpi report --kpi orders,average_order', ['orders,average_order_value']],
  ['kpi report --kpi=orders,average_order', ['orders,average_order_value']],
  ['kpi report --kpi ltv,cac_paid,cac_p', ['ltv,cac_paid,cac_payback']],
  ['kpi report --by source,cou', ['source,country']],
  ['kpi report --by channel --by dev', ['device']],
  ['kpi report --timezone Europe/Par', ['Europe/Paris']],
  ['kpi report --timezone UT', ['UTC']],
  ['kpi report --last ', []],
  ['kpi report --as-of 2026-11-22T18:00 --lang f', ['fr']],
  ['kpi report ', ['orders.csv', 'sub']],
  ['kpi report sub ord', ['orders.csv']],
  ['kpi report --rates ord', ['orders.csv']],
  ['kpi report --rates=ord', ['orders.csv']],
  ['kpi report --temp-dir ', ['sub']],
  ['kpi normalize --out ', ['sub']],
  ['KPI_HASH_KEY=a kpi normalize --format p', ['parquet']],
  ['kpi explain average_order', ['average_order_value']],
  ['kpi explain --as-of 2026-11-22T18:00 average_order', ['average_order_value']],
  ['kpi explain --period week -v average_order', ['average_order_value']],
  ['kpi explain cac ord', ['orders.csv']],
  ['kpi explain ord', starting('ord', ids)],
  ['kpi report -- --per', []],
];

describe.each(shells.map((name) => ({ name, there: isThere(name) })))(
  'in $name, installed: $there',
  ({ name, there }) => {
    it.runIf(there)(
      'TAB offers what can stand there',
      () => {
        const found = drivers[name](
          scripts[name](shapeOf(commands), '1.0'),
          typed.map(([line]) => line),
        );
        const offered = typed.map(([line], at) => [line, sorted(found[at]!.map((word) => word.replace(/\/$/, '')))]);
        const expected = typed.map(([line, words]) => [line, sorted(words)]);
        const differs = (_: unknown, at: number): boolean => String(offered[at]) !== String(expected[at]);
        expect(offered.filter(differs)).toEqual(expected.filter(differs));
      },
      60_000,
    );

    it.runIf(there)(
      'texts are only texts',
      () => {
        const summary = `it's "odd": $(touch ran) \`touch ran\` $HOME [or] (a) {b} \\ % ! ;`;
        const table: Record<string, CommandEntry> = {
          odd: { ...commands.report!, summary: sameInAll(summary) },
          even: { ...commands.list!, summary: sameInAll('as usual') },
        };
        const script = scripts[name](shapeOf(table), '1.0');
        expect(drivers[name](script, ['kpi od', 'kpi odd --quie', 'kpi '])).toEqual([
          ['odd'],
          ['--quiet'],
          expect.arrayContaining(['even', 'help', 'odd']),
        ]);
        if (name !== 'fish') return;
        const { shell } = typing(script);
        expect(shell('fish', ['-c', 'source $HOME/script; complete -C "kpi od"'])).toBe(`odd\t${summary}\n`);
      },
      60_000,
    );
  },
);

it.runIf(isThere('zsh'))('zsh loads the script from a folder of $fpath, too', () => {
  const { shell, home } = typing('');
  writeFileSync(join(home, '_kpi'), zshScript(shapeOf(commands), '1.0'));
  const asked = 'fpath=($HOME $fpath); autoload -Uz compinit; compinit -u -D; print -r -- $_comps[kpi]; whence -w _kpi';
  expect(shell('zsh', ['-fc', asked])).toBe('_kpi\n_kpi: function\n');
});

describe('what is offered', () => {
  const shape: Shape = shapeOf(commands);

  it('is written in letters that no shell takes for anything else', () => {
    const words = [...shape.lists.values()].flat().map(({ word }) => word);
    expect(words.length).toBeGreaterThan(500);
    expect(words.filter((word) => !/^[A-Za-z0-9][\w+/-]*$/.test(word))).toEqual([]);
  });

  const withWords = (Object.keys(options) as OptionName[]).flatMap((key) => {
    const spec: OptionSpec = options[key];
    return spec.words === undefined ? [] : [[key, spec] as const];
  });
  it.each(withWords)('as --%s is what it takes', (key, { words, many }) => {
    const given = (word: string) => parseOptions({ [key]: many ? [word] : word });
    const isOf = (list: readonly { readonly word: string }[]) =>
      typeof words === 'object' && list.map(({ word }) => word).join(' ') === words.join(' ');
    const list = (typeof words === 'string' ? shape.lists.get(words) : [...shape.lists.values()].find(isOf)) ?? [];
    expect(list.length).toBeGreaterThan(1);
    for (const { word } of list) given(word);
    if (typeof words === 'object') expect(() => given('nonsense')).toThrow('nonsense');
  });

  it('says what the help says', () => {
    for (const name of shells) {
      const script = scripts[name](shape, '1.0');
      expect(script).toContain(`printed by: kpi completion ${name}\n`);
      expect(script.endsWith('\n')).toBe(true);
      if (name !== 'bash') expect(script).toContain('allow no rejected rows and no sources that end early');
      if (name !== 'bash') expect(script).toContain('Average order value (AOV)');
    }
  });
});

describe('kpi completion', () => {
  it.each(shells)('prints the script for %s', async (name) => {
    const { code, out, err } = await run(['completion', name]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(scripts[name](shapeOf(commands), 'source'));
    expect((await run(['completion', name.toUpperCase()])).out).toBe(out);
  });

  it.each([
    [[], 'kpi: kpi completion needs a shell\n  one of bash, zsh, fish\n  see kpi completion --help\n'],
    [['zhs'], 'kpi: the shell must be one of bash, zsh, fish, not "zhs"\n  did you mean zsh?\n'],
    [['tcsh'], 'kpi: the shell must be one of bash, zsh, fish, not "tcsh"\n'],
    [['bash', 'zsh'], 'kpi: kpi completion takes no further names\n  see kpi completion --help\n'],
  ])('%j is refused', async (args, err) =>
    expect(await run(['completion', ...args])).toEqual({ code: 2, out: '', err }),
  );

  it.each(shells)('for %s is put in place as docs/commands.md says', (name) => {
    const page = readFileSync(join(root, 'docs/commands.md'), 'utf8');
    const script = scripts[name](shapeOf(commands), '1.0');
    const lines = [...script.matchAll(/^# {3}(.*)$/gm)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => !page.includes(`\n${line}\n`))).toEqual([]);
  });
});

/** The files that are loaded with one, without those that are loaded when they are needed. */
function loadedWith(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(root, file), 'utf8');
  const importing = /^\s*(?:import|export)\b(?!\s+type\b)[^;'"]*?from\s*'(\.[^']+)'|^\s*import\s+'(\.[^']+)'/gm;
  for (const [, from, bare] of text.matchAll(importing)) loadedWith(join(dirname(file), from ?? bare ?? ''), found);
  return found;
}

describe('no other command', () => {
  const others = readdirSync(join(root, 'src/cli/commands')).filter((file) => file !== 'completion.ts');
  it.each(['bin.ts', ...others.map((file) => `commands/${file}`)])('loads what completes: %s', (name) => {
    const loaded = [...loadedWith(join('src/cli', name))];
    expect(loaded.filter((file) => file.startsWith('src/cli/completion/'))).toEqual([]);
    if (name === 'bin.ts') expect(loaded).not.toContain('src/kpis/index.ts');
  });

  it('but completion does', () => {
    expect(loadedWith('src/cli/commands/completion.ts')).toContain('src/cli/completion/zsh.ts');
  });
});
