/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** One of several tests, or false. */
export const anyOf = (tests: readonly string[]): string => (tests.length === 0 ? 'false' : `(${tests.join(' OR ')})`);

/** A list of columns after others, each with a comma before it. */
export const also = (columns: readonly string[]): string => columns.map((column) => `, ${column}`).join('');
