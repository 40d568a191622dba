import { type Shell, shells } from '../../core/choices.ts';
import { commands } from '../commands.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { type Shape, shapeOf } from '../completion/shape.ts';
import { zshScript } from '../completion/zsh.ts';
import type { Io } from '../io.ts';
import type { RunOptions } from '../parse.ts';
import { version } from '../version.ts';
import { wordOf } from '../words.ts';

const scripts: Readonly<Record<Shell, (shape: Shape, version: string) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `kpi completion`: the completion script for a shell. */
export async function run([shell = '']: readonly string[], _: RunOptions, io: Io): Promise<number> {
  await io.out(scripts[wordOf({ en: 'the shell', fr: 'le shell' }, shell, shells)](shapeOf(commands), version));
  return 0;
}
