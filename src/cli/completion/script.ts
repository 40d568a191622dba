import type { Place, Shape } from './shape.ts';

/*
 * The scripts are static: they contain all that can be typed, and no TAB starts kpi. Starting it takes a tenth of a
 * second, noticeable at every TAB, and no completion depends on the folder or its files except file names, which the
 * shell knows itself. The price is that a script must be printed again after an update; until then it lacks what is
 * new.
 */

/** The head of a script: what it is, and how to install it. */
export const head = (shell: string, version: string, install: readonly string[]): string[] => [
  `# Completion of kpi ${version} for ${shell}, printed by: kpi completion ${shell}`,
  '# It is a list of what can be typed, and never runs kpi: print it anew after an update.',
  '#',
  ...install.map((line) => `# ${line}`),
];

/** Words separated by blanks, on as many lines as needed, each indented. */
export function folded(words: readonly string[], indent: number, width = 120): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((text) => ' '.repeat(indent) + text).join('\n');
}

/** All options that take a value, as `command option`, by what the value is: each kind of place once. */
export function valued({ commands }: Shape): { readonly place: Place; readonly at: readonly string[] }[] {
  const found = new Map<string, { place: Place; at: string[] }>();
  for (const { name: command, options } of commands) {
    for (const { names, value } of options) {
      if (value === null) continue;
      const key = JSON.stringify(value.place);
      const kind = found.get(key) ?? { place: value.place, at: [] };
      kind.at.push(...names.map((name) => `${command} ${name}`));
      found.set(key, kind);
    }
  }
  return [...found.values()];
}
