import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundCase, foundNames } from '../../fuzz/found.ts';
import { withThreads } from '../../fuzz/outcome.ts';
import { tryCase } from '../../fuzz/try.ts';

/* What `npm run fuzz` has found, and was mended: each case keeps every promise now. */

let stop = (): void => {};
beforeAll(async () => {
  stop = await withThreads();
});
afterAll(() => stop());

describe('a case that was found', () => {
  it.each(foundNames())('%s', async (name) => {
    expect((await tryCase(foundCase(name))).broken).toBeNull();
  });
});
