import { ingest } from '../../ingest/ingest.ts';
import { isUtf8File, OtherEncoding } from '../../readers/decode.ts';
import type { Limits } from '../../readers/input.ts';
import type { ReadFile } from './load-files.ts';

/** Reads files row by row. Throws `OtherEncoding` for one that is not in the encoding of its head. */
export const byRows =
  (limits: Limits): ReadFile =>
  (file, account, open) => {
    const tables = file.tables.map(open);
    return {
      begin: () => true,
      async take() {
        if (file.byHead && file.input.disk !== null && !(await isUtf8File(file.input.disk)))
          throw new OtherEncoding(file.path);
        await ingest(file, limits, account, (plan) => tables.find((table) => table.plan === plan)!.sink);
      },
    };
  };
