/** Names that can hold data; what else a folder holds is not looked into. */
export const dataFile = /\.(csv|tsv|txt|json|jsonl|ndjson|gz|zst|zip|xlsx|xlsm)$/i;

/** Files of programs, and our own configuration. */
export const programs: readonly string[] = ['kpi.json', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Nobody's exports; Excel puts `~$orders.xlsx` beside a workbook that is open. */
export const isNobodys = (name: string): boolean =>
  name === 'node_modules' || programs.includes(name) || name.startsWith('.') || name.startsWith('~$');
