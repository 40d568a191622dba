import { type Shell, shells } from '../../core/choices.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { type Shape, shapeOf } from '../completion/shape.ts';
import { zshScript } from '../completion/zsh.ts';
import type { CommandEntry, CommandModule } from '../options/command.ts';
import { wordOf } from '../options/option-values.ts';
import { version } from '../process/version.ts';

const scripts: Readonly<Record<Shell, (shape: Shape, version: string) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `kpi completion`: the completion script of these commands for a shell. */
export const completionOf = (commands: Readonly<Record<string, CommandEntry>>): CommandModule => ({
  async run([shell = ''], _, io) {
    await io.out(scripts[wordOf({ en: 'the shell', fr: 'le shell' }, shell, shells)](shapeOf(commands), version));
    return 0;
  },
});
