import { parse } from 'csv-parse/sync';
import type { Case } from './case.ts';
import type { Outcome } from './outcome.ts';
import { personAt } from './people.ts';

/** A promise that a run did not keep. */
export interface Broken {
  readonly promise: string;
  readonly detail: string;
}

/** What of a run is printed or written, and in which format; `format` is empty where it is not known. */
interface Text {
  readonly name: string;
  readonly format: string;
  readonly text: string;
}

/** Seconds and MiB that a run over a small file may take, on a slow machine that does other things. */
const most = { seconds: 10, memory: 300 };

const bytes = new Set(['xlsx', 'parquet']);

function textsOf({ args, out, err, written }: Outcome): Text[] {
  const asked = args[args.lastIndexOf('--format') + 1] ?? '';
  const outs = args.flatMap((arg, at) => (arg === '--out' ? [args[at + 1]] : []));
  const isPrinted = outs.length === 0 || outs.includes('-');
  const given = args.includes('--format') && isPrinted ? asked : '';
  const files = [...written].map(([name, content]) => {
    const ending = /\.(\w+)$/.exec(name)?.[1] ?? asked;
    if (name === args[args.indexOf('--rejects') + 1]) return { name, format: 'csv', text: String(content) };
    // Some formats share their ending with another, and suggested checks are YAML, whatever the file is called.
    const isOther = ending === 'txt' || asked === `${ending}-excel` || args.includes('--suggest');
    return { name, format: isOther ? asked : ending, text: String(content) };
  });
  const streams = [
    { name: 'stdout', format: given, text: out },
    { name: 'stderr', format: 'text', text: err },
  ];
  return [...streams, ...files].filter(({ format }) => !bytes.has(format));
}

/** Where a text breaks a promise: what is around it. */
const around = (text: string, at: number): string => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));

/** What every run promises by itself, whatever it was given. */
export function brokenBy(outcome: Outcome, { files }: Pick<Case, 'files'>): Broken[] {
  const { args, code, out, err, spoilt, seconds, memory } = outcome;
  const broken: Broken[] = [];
  const add = (promise: string, detail: string): void => void broken.push({ promise, detail });
  const [command = ''] = args;
  // An id in a header, whose row is gone, is the name of a column.
  const isDamaged = Object.entries(files).some(([name, content]) =>
    'table' in content
      ? content.table.records
          .slice(0, 2)
          .flat()
          .some((cell) => /zqxid\d/.test(cell))
      : !/^(kpi\.yaml|rates\.csv)$/.test(name),
  );
  if (![0, 1, 2].includes(code)) add('exit code', `${code}: ${err.slice(0, 300)}`);
  if (code === 1 && command !== 'check') add('exit code', `1 of ${command}: ${err.slice(0, 300)}`);
  if (code === 2 && !/^kpi: ./m.test(err)) add('error message', `exit code 2 and: ${err.slice(0, 300)}`);
  const fault = /internal error|erreur interne|\n +at .*:\d+:\d+|\bTypeError\b|\[object Object\]|\bundefined\b/.exec(
    `${out}\n${err}`,
  );
  if (fault !== null) add('no internal error', around(`${out}\n${err}`, fault.index));
  // An output may be named like an input; no other command line writes to one.
  const overwritten = spoilt.filter((name) => !args.includes(name));
  if (overwritten.length > 0) add('files are only read', overwritten.join());
  if (seconds > most.seconds) add('time', `${seconds.toFixed(1)} s`);
  if (memory > most.memory) add('memory', `${memory.toFixed(0)} MiB`);
  for (const text of textsOf(outcome)) {
    const isRecords = command === 'normalize' && !['stdout', 'stderr'].includes(text.name);
    const isRejects = text.name === args[args.indexOf('--rejects') + 1];
    if (!isRecords) {
      const control = controlIn(text);
      if (control >= 0) add('no control characters', `${text.name}: ${around(text.text, control)}`);
    }
    const person = isRecords || isRejects ? -1 : personAt(text.text, isDamaged);
    if (person >= 0) add('no customer is shown', `${text.name}: ${around(text.text, person)}`);
    const wrong = code < 2 ? malformed(text) : null;
    if (wrong !== null) add('well-formed output', `${text.name}: ${wrong}`);
  }
  return broken;
}

/**
 * Where a text has a character that a terminal acts upon, shows in another order or not at all. Cells of CSV may have tabs
 * and line breaks; what is not for terminals may end lines by CRLF.
 */
function controlIn({ name, format, text }: Text): number {
  if (['csv', 'csv-excel'].includes(format)) return text.search(/[^\P{Cc}\t\n\r]/u);
  if (format === 'eml') return text.search(/[^\P{Cc}\n\r]/u);
  const isShown = ['stdout', 'stderr'].includes(name) || format === 'json';
  return text.search(isShown ? /[^\P{Cc}\n]|[\u200b\u2028-\u202e\u2060-\u206f]/u : /[^\P{Cc}\n]/u);
}

/** What is wrong with a text in a format that programs read; null for nothing. */
function malformed({ format, text }: Text): string | null {
  try {
    if (format === 'json' && text !== '') JSON.parse(text);
    if (format === 'csv') parse(text, { bom: true });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** How two runs differ that promise the same; null if they do not. */
export function difference(a: Outcome, b: Outcome): string | null {
  if (a.code !== b.code) return `exit codes ${a.code} and ${b.code}: ${a.err.slice(0, 200)} | ${b.err.slice(0, 200)}`;
  for (const stream of ['out', 'err'] as const)
    if (a[stream] !== b[stream]) return `${stream}: ${apart(a[stream], b[stream])}`;
  const names = [...new Set([...a.written.keys(), ...b.written.keys()])];
  for (const name of names) {
    const [one, other] = [a.written.get(name), b.written.get(name)];
    if (one === undefined || other === undefined) return `${name} is written by one of them`;
    if (!one.equals(other)) return `${name}: ${apart(String(one), String(other))}`;
  }
  return null;
}

function apart(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `${around(a, at)} and ${around(b, at)}`;
}
