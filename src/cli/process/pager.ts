import { widthOf } from '../../page/text-width.ts';
import type { Io } from './io.ts';

/** The program that shows long texts, as for git: of this program, of the user, or `less`; null for none. */
export function pagerOf({ KPI_PAGER, PAGER, TERM }: Io['env'], platform: string): string | null {
  const chosen = KPI_PAGER ?? PAGER ?? (platform === 'win32' || TERM === 'dumb' ? '' : 'less');
  return ['', 'cat'].includes(chosen.trim()) ? null : chosen;
}

/** The lines that a text takes on a terminal. */
const linesOf = (text: string, width: number): number =>
  text
    .replace(/\n$/, '')
    .split('\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no room.
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line.replace(/\u001b\[[\d;]*m/g, '')) / width)), 0);

/** The same world, in which results longer than the terminal are shown by a pager. */
export function paged(io: Io, platform: string): Io {
  const pager = io.stdoutIsTerminal ? pagerOf(io.env, platform) : null;
  if (pager === null) return io;
  const out = async (content: string | Uint8Array): Promise<void> => {
    const isLong = typeof content === 'string' && linesOf(content, io.width) >= io.height;
    // Without the program the text is printed all the same.
    if (!isLong || !(await io.page(pager, content))) await io.out(content);
  };
  return Object.create(io, { out: { value: out } }) as Io;
}
