import type { Source } from '../../sources/source.ts';
import { plainLine } from '../head/preamble.ts';

/** How Google Analytics 4 says above a report which property it is of. */
const stated = /^(?:property|propriété|propiedad|proprietà|propriedade|property-name|속성)\s*[:：]\s*(\S.*)$/iu;

/** The exports that begin with the name of their property, or view, alone on its line. */
const unlabelled: readonly string[] = ['ga4-exploration', 'universal-analytics'];

/** The property, or view, of web analytics that the lines above a report name, in lower case; undefined if they name none. */
export function propertyOf(source: Source, records: readonly (readonly string[])[]): string | undefined {
  if (source.kind !== 'visit') return undefined;
  const lines: string[] = [];
  for (const cells of records) {
    if (!(cells[0] ?? '').trimStart().startsWith('#')) break;
    const line = plainLine(cells);
    if (/[^-\s]/.test(line)) lines.push(line);
  }
  const [first] = lines;
  const label = lines.map((line) => stated.exec(line)?.[1]).find((name) => name !== undefined);
  const name = label ?? (unlabelled.includes(source.id) ? first : undefined);
  return name?.trim().toLowerCase();
}
