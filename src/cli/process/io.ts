/** All that a command knows about the outside world. */
export interface Io {
  /** Standard output: results. */
  out(content: string | Uint8Array): void | Promise<void>;
  /** Standard error: everything else. */
  err(text: string): void | Promise<void>;
  readonly stdin: NodeJS.ReadableStream;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Its lines. */
  readonly height: number;
  /** Lets a pager show a text; whether it could be started. */
  page(command: string, text: string): Promise<boolean>;
  /** Opens a file in the program of the system for it; whether there is one. */
  open(path: string): Promise<boolean>;
  /** Milliseconds since 1970. */
  now(): number;
  /** The IANA name of the system's time zone. */
  systemZone(): string;
}

/**
 * Whether to colour a stream: `--no-color` forbids it, then FORCE_COLOR decides (`0` and `false` forbid), then
 * NO_COLOR, as in Node itself; else a terminal is coloured.
 */
export function inColor(io: Io, stream: 'out' | 'err', allowed: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = io.env;
  if (!allowed) return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return terminal !== 'dumb' && (stream === 'out' ? io.stdoutIsTerminal : io.stderrIsTerminal);
}
