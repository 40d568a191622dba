import type { Text } from '../core/text.ts';
import type { Signature } from './source.ts';

/** A file that shops keep beside their exports and that is no source of KPIs: it is recognised, not read. */
export interface Unread {
  readonly id: string;
  readonly signature: Signature | readonly Signature[];
  /** What the file is. */
  readonly is: Text;
  /** Why it is not read, and what has its figures instead. */
  readonly because: Text;
  /** What is said instead if a row has this. */
  readonly unless?: {
    readonly rows: (cells: readonly string[]) => boolean;
    readonly code: string;
    readonly because: Text;
  };
}
