import type { Kind } from '../core/kinds.ts';
import { allOf, joined, sameInAll, type Text } from '../core/text.ts';
import { neededBy } from '../kpis/evaluate.ts';
import type { Measure } from '../measures/measure.ts';
import { recordOf } from '../records/index.ts';
import type { Figures } from './figure-cells.ts';
import type { Asked } from './operands.ts';

/**
 * What a KPI reads that no file has, and in which export it is found: `ctr needs clicks and impressions: an export of
 * an ads account has them`; or the option without which it is not known. Null if nothing is missing.
 */
export function needsOf({ id, formula }: Asked, figures: Figures): Text | null {
  const needed = neededBy(formula, figures.settings.options);
  const lacking = lackingOf(new Set(needed.map((measure) => measure.plain ?? measure)), figures);
  // Files may have each of two columns, but none both.
  if (lacking.length === 0) lacking.push(...lackingOf(needed, figures));
  const options = new Set(lacking.flatMap((measure) => unsetOption(measure, figures) ?? []));
  const inFiles = lacking.filter((measure) => unsetOption(measure, figures) === null);
  const kindOf = ({ over, matures }: Measure): Kind =>
    matures === undefined || figures.suppliers.of(over).length === 0 ? over : 'order';
  const kinds = [...new Set(inFiles.map(kindOf))];
  const parts = kinds.map((kind): Part => {
    const own = inFiles.filter((measure) => kindOf(measure) === kind);
    return {
      kind,
      names: allOf(own.map((measure) => measure.id)),
      many: own.length > 1,
      given: figures.suppliers.of(kind).length > 0,
    };
  });
  for (const option of options) parts.push({ kind: null, names: sameInAll(option), many: false, given: false });
  const [only] = parts;
  if (only === undefined) return null;
  const { en, fr } = parts.length === 1 ? sentence(only) : together(parts);
  // What is missing may have the name of the KPI itself.
  const isItself = parts.length === 1 && only.names.en === id;
  return isItself ? { en, fr } : { en: `${id} needs ${en}`, fr: `${id} a besoin de ${fr}` };
}

/** Whether a KPI lacks nothing that a file could have, but an option. */
export const lacksOnlyOptions = ({ formula }: Asked, figures: Figures): boolean =>
  lackingOf(neededBy(formula, figures.settings.options), figures).every(
    (measure) => unsetOption(measure, figures) !== null,
  );

const lackingOf = (needed: Iterable<Measure>, figures: Figures): Measure[] =>
  [...needed].filter((measure) => !figures.suppliers.supplies(measure));

/** The option that is not set and without which a measure is not known, although a file has its column. */
function unsetOption({ over, onlyWith }: Measure, figures: Figures): string | null {
  if (onlyWith === undefined || !figures.suppliers.has(over, onlyWith.field)) return null;
  const value = figures.settings.options[onlyWith.option];
  return value === null || (Array.isArray(value) && value.length === 0) ? onlyWith.option : null;
}

/** What is missing of a kind: no file of it was given, or none has the column; without a kind, an option. */
interface Part {
  readonly kind: Kind | null;
  readonly names: Text;
  readonly many: boolean;
  readonly given: boolean;
}

const inConfig: Text = { en: 'in kpi.yaml', fr: 'dans kpi.yaml' };

function sentence({ kind, names, many, given }: Part): Text {
  if (kind === null) return joined([names, inConfig], ' ');
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
    const where =
      kind === null
        ? inConfig
        : given
          ? {
              en: `no column of the ${recordOf(kind).words.one.en} files`,
              fr: `aucune colonne des fichiers (${recordOf(kind).words.one.fr})`,
            }
          : recordOf(kind).words.export;
    return { en: `${names.en} (${where.en})`, fr: `${names.fr} (${where.fr})` };
  });
  return { en: allOf(said.map(({ en }) => en)).en, fr: allOf(said.map(({ fr }) => fr)).fr };
}
