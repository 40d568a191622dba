import * as all from './all.ts';
import type { Source } from './source.ts';

/** All exports of tools that are recognised, by id. */
export const sources: readonly Source[] = Object.values<Source>(all).sort((a, b) => (a.id < b.id ? -1 : 1));
