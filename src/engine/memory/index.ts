import type { Dimension } from '../../core/kinds.ts';
import { type RunSetting, readFiles as read } from '../../facts/index.ts';
import { rowByRow } from '../../facts/load-files.ts';
import type { Read } from '../../facts/read.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { Limits } from '../../readers/input.ts';

/** Reads files row by row, all in TypeScript: the reference for every other engine. */
export const readFiles = (
  files: readonly FilePlan[],
  setting: Omit<RunSetting, 'filesOfSource'>,
  by: readonly Dimension[],
  limits: Limits,
): Promise<Read> => read(files, setting, by, rowByRow(limits));
