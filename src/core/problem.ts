import type { Text } from './text.ts';

/** Where a problem was found: everything a user needs to find the cell in the file. */
export interface Place {
  readonly file?: string;
  /** 1-based, header and blank lines not counted. */
  readonly record?: number;
  readonly column?: string;
  readonly value?: string;
}

/**
 * A mistake in the usage, the configuration or the input: reported by its message and exit code 2, never by a stack
 * trace. `advice` says what to do about it.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** A stable code for tests and documentation, such as `not_recognised`. */
    readonly code: string,
    /** What people read; `message`, for programs and tests, is the English of it. */
    readonly text: Text,
    readonly advice: readonly Text[] = [],
    readonly place: Place = {},
  ) {
    super(text.en);
  }
}
