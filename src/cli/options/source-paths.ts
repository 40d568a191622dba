import { resolve } from 'node:path';
import type { Config } from '../../config/load-config.ts';
import { Problem } from '../../core/problem.ts';
import { after } from '../../core/text.ts';

/** Each path of `sources` has one entry: of a second, nothing would count. */
export function checkPaths({ values, folder, where }: Config): void {
  const first = new Map<string, number>();
  for (const [row, { path }] of (values.sources ?? []).entries()) {
    const place = resolve(folder, path);
    const before = first.get(place);
    if (before === undefined) {
      first.set(place, row);
      continue;
    }
    const above = where(['sources', before]);
    throw new Problem(
      'two_entries',
      after(where(['sources', row], 'path'), {
        en: `${path} has an entry already, at ${above}`,
        fr: `${path} a déjà une entrée, à ${above}`,
      }),
      [
        {
          en: 'put what they say into one entry; for two shops, give each a file of its own',
          fr: "réunissez ce qu'elles disent dans une seule entrée\u00a0; pour deux boutiques, donnez à chacune son propre fichier",
        },
      ],
    );
  }
}
