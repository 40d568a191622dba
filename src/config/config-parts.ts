/** The parts of the configuration schema: each can be printed as JSON Schema and says what it expects. */
import * as z from 'zod/mini';
import { parseDay } from '../core/civil.ts';
import { compare, ofText } from '../core/fraction.ts';
import { mustBe } from './said.ts';
import { weekdays } from './weekday.ts';

/** An optional key, with its meaning. */
export const opt = <T extends z.core.$ZodType>(doc: string, type: T): z.ZodMiniOptional<T> =>
  z.optional(req(doc, type));

/** A required key, with its meaning. */
export function req<T extends z.core.$ZodType>(doc: string, type: T): T {
  z.globalRegistry.add(type, { description: doc });
  return type;
}

const aText = mustBe({ en: 'text', fr: 'un texte' });
const quotedText = mustBe({
  en: 'text; put numbers and dates in quotes',
  fr: 'un texte\u00a0; mettez les nombres et les dates entre guillemets',
});

export const text = () => z.string(quotedText).check(z.minLength(1, aText));
export const texts = () => z.array(text(), mustBe({ en: 'a list of texts', fr: 'une liste de textes' }));
export const flag = () => z.boolean(mustBe({ en: 'true or false', fr: 'true ou false' }));

export function whole(least: number, most?: number) {
  const said =
    most === undefined
      ? mustBe({ en: `a whole number of at least ${least}`, fr: `un nombre entier d'au moins ${least}` })
      : mustBe({ en: `a whole number from ${least} to ${most}`, fr: `un nombre entier de ${least} à ${most}` });
  return z.int(said).check(z.minimum(least, said), z.maximum(most ?? Number.MAX_SAFE_INTEGER, said));
}

const plainDecimal = /^\d+(\.\d+)?$/;

/** A decimal as it is written, never through binary digits that it does not have. */
export const decimalText = (value: number | string): string => String(value);

interface Bounds {
  readonly least?: string;
  readonly above?: string;
  readonly most?: string;
}

/** A decimal number, as a number or as text. */
export function decimal({ least, above, most }: Bounds) {
  const span =
    most !== undefined
      ? above === undefined
        ? { en: `from ${least} to ${most}`, fr: `de ${least} à ${most}` }
        : { en: `above ${above}, ${most} at most`, fr: `supérieur à ${above}, au plus ${most}` }
      : above === undefined
        ? { en: `of at least ${least}`, fr: `d'au moins ${least}` }
        : { en: `above ${above}`, fr: `supérieur à ${above}` };
  const said = mustBe({
    en: `a plain decimal number ${span.en}, such as 0.55`,
    fr: `un nombre décimal simple ${span.fr}, comme 0.55`,
  });
  const fits = (value: number | string): boolean => {
    if (!plainDecimal.test(decimalText(value))) return false;
    const size = ofText(decimalText(value));
    if (least !== undefined && compare(size, ofText(least)) < 0) return false;
    if (above !== undefined && compare(size, ofText(above)) <= 0) return false;
    return most === undefined || compare(size, ofText(most)) <= 0;
  };
  const high = most === undefined ? [] : [z.maximum(Number(most), said)];
  const number = z.number().check(z.minimum(Number(least ?? above), said), ...high);
  return z.union([number, z.string().check(z.regex(plainDecimal, said))], said).check(z.refine(fits, said));
}

/** A date as text: `2026-11-22`. */
export const date = () => {
  const said = mustBe({ en: 'a date that exists, written YYYY-MM-DD', fr: 'une date qui existe, écrite AAAA-MM-JJ' });
  return z.iso.date(said).check(z.refine((value) => parseDay(value) !== null, said));
};

/** A weekday by its English name or its ISO number. */
export const dayOfWeek = () => {
  const said = mustBe({
    en: 'a weekday: monday to sunday, or 1 (monday) to 7',
    fr: 'un jour de la semaine\u00a0: de monday (lundi) à sunday (dimanche), ou de 1 (lundi) à 7',
  });
  return z.union([z.enum(weekdays), z.int(said).check(z.minimum(1, said), z.maximum(7, said))], said);
};

/** One word of a list, or several. */
export const someOf = <const T extends readonly string[]>(words: T) => {
  const said = mustBe({
    en: `one or more of ${words.join(', ')}`,
    fr: `une ou plusieurs valeurs parmi ${words.join(', ')}`,
  });
  return z.union([z.enum(words), z.array(z.enum(words), said)], said);
};

export const oneOf = <const T extends readonly string[]>(words: T) => z.enum(words);
