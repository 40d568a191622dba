import { Problem } from '../core/problem.ts';
import { visible } from '../core/visible.ts';
import { type Io, inColor } from './io.ts';

export const exit = { done: 0, failed: 1, usage: 2, internal: 101 } as const;

/** Tells on standard error why a run ended; the exit code. */
export async function tellFailure(error: unknown, io: Io, colorAllowed: boolean): Promise<number> {
  const color = inColor(io, 'err', colorAllowed);
  if (error instanceof Problem) {
    await io.err(lines(error.message, error.advice, color));
    return exit.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  const advice = [
    'this is a fault in kpi: please report it with the command line and what `kpi --version` prints',
    'with KPI_DEBUG=1 in the environment it says where it happened',
  ];
  await io.err(lines(`internal error: ${message}`, advice, color));
  if (io.env.KPI_DEBUG && error instanceof Error) await io.err(`${error.stack}\n`);
  return exit.internal;
}

/** Names of columns and values can be as long as a file: no line of a message is longer than this. */
const longest = 1000;

/** `kpi: message`, then the advice, indented. Texts of files stand in both: nothing in them may steer the terminal. */
function lines(message: string, advice: readonly string[], color: boolean): string {
  const name = color ? '\u001b[31mkpi:\u001b[39m' : 'kpi:';
  const shown = (text: string) => visible(text.length > longest ? `${text.slice(0, longest)}…` : text);
  return [`${name} ${shown(message)}`, ...advice.map((line) => `  ${shown(line)}`), ''].join('\n');
}
