import type { Kind } from '../core/kinds.ts';
import { allOf, type Text } from '../core/text.ts';
import { neededBy } from '../kpis/evaluate.ts';
import type { Measure } from '../measures/measure.ts';
import { recordOf } from '../records/index.ts';
import type { Figures } from './figure-cells.ts';
import type { Asked } from './operands.ts';

/**
 * What a KPI reads that no file has, and in which export it is found: `ctr needs clicks and impressions: an export of
 * an ads account has them`. Null if the files have it all.
 */
export function needsOf({ id, formula }: Asked, figures: Figures): Text | null {
  const needed = neededBy(formula, figures.settings.options);
  const lacking = lackingOf(new Set(needed.map((measure) => measure.plain ?? measure)), figures);
  // Files may have each of two columns, but none both.
  if (lacking.length === 0) lacking.push(...lackingOf(needed, figures));
  const kinds = [...new Set(lacking.map(({ over }) => over))];
  const parts = kinds.map((kind): Part => {
    const own = lacking.filter(({ over }) => over === kind);
    return {
      kind,
      names: allOf(own.map((measure) => measure.id)),
      many: own.length > 1,
      given: figures.supplied(kind),
    };
  });
  const [only] = parts;
  if (only === undefined) return null;
  const { en, fr } = parts.length === 1 ? sentence(only) : together(parts);
  // What is missing may have the name of the KPI itself.
  const isItself = parts.length === 1 && only.names.en === id;
  return isItself ? { en, fr } : { en: `${id} needs ${en}`, fr: `${id} a besoin de ${fr}` };
}

const lackingOf = (needed: Iterable<Measure>, figures: Figures): Measure[] =>
  [...needed].filter((measure) => !figures.supplies(measure));

/** What is missing of a kind: no file of it was given, or none has the column. */
interface Part {
  readonly kind: Kind;
  readonly names: Text;
  readonly many: boolean;
  readonly given: boolean;
}

function sentence({ kind, names, many, given }: Part): Text {
  const words = recordOf(kind).words.one;
  if (given)
    return {
      en: `${names.en}, and the ${words.en} files have no column for ${many ? 'them' : 'it'}`,
      fr: `${names.fr}, et les fichiers (${words.fr}) n'ont pas de colonne pour cela`,
    };
  const { en, fr } = recordOf(kind).words.export;
  return {
    en: `${names.en}: ${en} has ${many ? 'them' : 'it'}`,
    fr: `${names.fr}\u00a0: ${fr} ${many ? 'les' : 'le'} contient`,
  };
}

function together(parts: readonly Part[]): Text {
  const said = parts.map(({ kind, names, given }): Text => {
    const where = given
      ? {
          en: `no column of the ${recordOf(kind).words.one.en} files`,
          fr: `aucune colonne des fichiers (${recordOf(kind).words.one.fr})`,
        }
      : recordOf(kind).words.export;
    return { en: `${names.en} (${where.en})`, fr: `${names.fr} (${where.fr})` };
  });
  return { en: allOf(said.map(({ en }) => en)).en, fr: allOf(said.map(({ fr }) => fr)).fr };
}
