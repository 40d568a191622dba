/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A list of columns after others, each with a comma before it. */
export const also = (columns: readonly string[]): string => columns.map((column) => `, ${column}`).join('');
