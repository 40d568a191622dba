import { parse } from 'csv-parse/sync';
import { type Case, rowsIn } from './case.ts';
import type { Outcome } from './outcome.ts';
import type { Broken } from './promises.ts';

/** The rows of files, counted by what their construction says and by csv-parse, against the accounts of `kpi inspect`. */

export const rejectsFile = 'zz-rejects.csv';

/** A command line that prints the account of every file of a folder. */
export const accountsLine: readonly string[] = [
  ...['inspect', '.', '--format', 'json', '--rejects', rejectsFile, '--max-rejects', '100%'],
  ...['--as-of', '2026-11-22', '--timezone', 'Europe/Paris', '--lang', 'en', '--no-strict'],
];

interface Account {
  readonly path: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly superseded: number;
}

/** What an account leaves out or counts twice. */
export function wrongAccounts({ code, out, err, written }: Outcome, { files }: Case): Broken[] {
  if (code !== 0) return [];
  const accounts = (JSON.parse(out) as { files: Account[] }).files;
  const wrong = (detail: string): Broken[] => [{ promise: 'row accounts', detail }];
  for (const { path, read, accepted, rejected, skipped, superseded } of accounts)
    if (read !== accepted + rejected + skipped + superseded) return wrong(`${path} does not add up`);
  const rejects = written.get(rejectsFile);
  const told = rejects === undefined ? 0 : (parse(rejects) as string[][]).length - 1;
  const refused = accounts.reduce((sum, { rejected }) => sum + rejected, 0);
  if (rejects !== undefined && told !== refused) return wrong(`${refused} rows rejected, ${told} written by --rejects`);
  for (const [name, content] of Object.entries(files)) {
    const rows = rowsIn(content);
    if (rows === null || name === '-') continue;
    const own = accounts.filter(({ path }) => path === name || path.startsWith(`${name}/`));
    if (own.length > 1) return wrong(`${name} has ${own.length} accounts`);
    if (own[0] !== undefined && own[0].read !== rows)
      return wrong(`${name} has ${rows} rows, ${own[0].read} were read`);
    if (own.length === 0 && rows > 0 && err === '') return wrong(`${name} is passed over in silence`);
  }
  return [];
}
