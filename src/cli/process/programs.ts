import type { StdioOptions } from 'node:child_process';

/** Programs of the user that kpi starts: one that shows long texts, one that shows pages. Loaded only then. */

/** Lets a pager show a text, until the user leaves it; whether it could be started. */
export async function pageWith(command: string, text: string): Promise<boolean> {
  const { spawn } = await import('node:child_process');
  // Colours as they are; a text that fits is printed and that is all.
  const env = { ...process.env, LESS: process.env.LESS ?? 'FRX', LESSCHARSET: process.env.LESSCHARSET ?? 'utf-8' };
  const stdio: StdioOptions = ['pipe', 'inherit', 'inherit'];
  const child = spawn(command, { shell: true, stdio, env });
  // Ctrl-C is for the pager.
  const handlers = process.listeners('SIGINT') as NodeJS.SignalsListener[];
  const ignored = (): void => {};
  for (const handler of handlers) process.off('SIGINT', handler);
  process.on('SIGINT', ignored);
  try {
    const code = await new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(notFound));
      child.once('close', resolve);
      // It may be left before the end of the text.
      child.stdin?.on('error', () => {});
      child.stdin?.end(text);
    });
    return code !== notFound && code !== notExecutable;
  } finally {
    process.off('SIGINT', ignored);
    for (const handler of handlers) process.on('SIGINT', handler);
  }
}

/** What a shell says of a command that there is not. */
const notFound = 127;
const notExecutable = 126;

/** Opens a file in the program that shows such files; whether there is one. */
export async function openFile(path: string): Promise<boolean> {
  const { spawn } = await import('node:child_process');
  const { BROWSER } = process.env;
  const [command, args]: readonly [string, readonly string[]] =
    process.platform === 'darwin'
      ? ['open', [path]]
      : process.platform === 'win32'
        ? ['explorer.exe', [path]]
        : [BROWSER === undefined || BROWSER === '' ? 'xdg-open' : BROWSER, [path]];
  return await new Promise((resolve) => {
    const child = spawn(command, [...args], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
