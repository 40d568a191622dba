import { Problem } from '../core/problem.ts';
import { after } from '../core/text.ts';

/** Runs a check; its findings are reported with their place. */
export function located<T>(where: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, after(where, error.text), error.advice, error.place);
  }
}
