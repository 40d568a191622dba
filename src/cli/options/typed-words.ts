import { visible } from '../../core/visible.ts';

/** Arguments as they may be typed again. */
export const typed = (args: readonly string[]): string => args.map(typedWord).join(' ');

/** One of them: quoted where a shell would take it apart. What a terminal would act upon is written by its bytes. */
function typedWord(arg: string): string {
  if (/^[\w./:@%+,-]+$/.test(arg)) return arg;
  if (visible(arg) === arg) return `'${arg.replaceAll("'", "'\\''")}'`;
  const bytes = (letter: string): string =>
    [...Buffer.from(letter)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  const letters = [...arg].map((letter) =>
    visible(letter) === letter ? letter.replace(/[\\']/, '\\$&') : bytes(letter),
  );
  return `$'${letters.join('')}'`;
}
