import { Problem } from '../../core/problem.ts';
import type { Warning } from '../../figures/figure-model.ts';
import type { Settings } from './settings.ts';

/** Under `--strict` a warning that may hide a wrong or missing figure is an error. */
export function refuseStrict(warnings: readonly Warning[], { strict }: Settings): void {
  const found = warnings.find((warning) => warning.strict === true);
  if (!strict || found === undefined) return;
  throw new Problem(found.code, found.message, [
    { en: '--strict makes an error of this warning.', fr: '--strict fait de cet avertissement une erreur.' },
  ]);
}
