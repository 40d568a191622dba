import { number } from '../fields/number.ts';
import { type Satisfaction, satisfactionOf } from './satisfaction.ts';

const one = 1_000_000;
const parsePoint = number({ decimal: '.' }).parse;
const parseComma = number({ decimal: ',' }).parse;

/** The answer in a cell to the question of a survey. Numbers are millionths. */
export type SurveyAnswer =
  /** A number; the top of its scale if the cell states it (`4/5`, `80 %`), else NaN. */
  | { readonly is: 'score'; readonly value: number; readonly scale: number }
  | { readonly is: Satisfaction }
  /** A word in no list. */
  | { readonly is: 'unknown' };

/** A number with a point or a comma; NaN if the text is not one. */
function numberIn(text: string): number {
  const value = parsePoint(text);
  if (Number.isFinite(value)) return value;
  const other = parseComma(text);
  return Number.isFinite(other) ? other : Number.NaN;
}

/** `4/5`, `4 out of 5`, and the same in French, German, Spanish and Italian. */
const ofScale = /^(\S+)\s*(?:\/|\bout of\b|\bof\b|\bsur\b|\bvon\b|\bde\b|\bsobre\b|\bsu\b)\s*(\S+)$/i;
/** A number with the words of its end of the scale: `10 - Extremely likely`, `Not at all likely - 0`. */
const labelled =
  /^(?:(\d{1,3})(?:\s+[-–—]\s+|\s*[:=)|(]\s*)(\p{L}\D*?)\)?|(\p{L}\D*?)(?:\s+[-–—]\s+|\s*[:=(|]\s*)(\d{1,3})\)?)$/u;
const starWord = /^(\S+)\s*(?:stars?|étoiles?|sterne?|estrellas?|stell[ae]|★|⭐)\uFE0F?$/i;
const stars = /^((?:[★⭐]\uFE0F?)+)([☆✩]*)$/u;

function scoreIn(text: string): SurveyAnswer | null {
  const plain = numberIn(text);
  if (!Number.isNaN(plain)) return { is: 'score', value: plain, scale: Number.NaN };
  const percent = text.endsWith('%') ? numberIn(text.slice(0, -1).trim()) : Number.NaN;
  if (!Number.isNaN(percent)) return { is: 'score', value: percent, scale: 100 * one };
  const [, some = '', top = ''] = ofScale.exec(text) ?? [];
  const [value, scale] = some === '' ? [Number.NaN, Number.NaN] : [numberIn(some), numberIn(top)];
  if (!Number.isNaN(value) && !Number.isNaN(scale)) return { is: 'score', value, scale };
  const named = numberIn(starWord.exec(text)?.[1] ?? '?');
  if (!Number.isNaN(named)) return { is: 'score', value: named, scale: Number.NaN };
  const drawn = stars.exec(text);
  if (drawn === null) {
    const [, before, behind, ahead, after] = labelled.exec(text) ?? [];
    // The words say more than the number: on some scales 1 is the best.
    const meaning = satisfactionOf(behind ?? ahead ?? '');
    if (meaning !== null && meaning !== 'none') return { is: meaning };
    const value = numberIn(before ?? after ?? '?');
    return Number.isNaN(value) ? null : { is: 'score', value, scale: Number.NaN };
  }
  const [full, empty] = [[...drawn[1]!].filter((sign) => sign !== '\uFE0F').length, [...drawn[2]!].length];
  return { is: 'score', value: full * one, scale: empty === 0 ? Number.NaN : (full + empty) * one };
}

/** The answer in a text. */
export function answerOf(text: string): SurveyAnswer {
  const trimmed = text.trim();
  return scoreIn(trimmed) ?? { is: satisfactionOf(trimmed) ?? 'unknown' };
}

/**
 * Whether a score is on a scale. Scales of 10 and more are also written from 0, and one of 1 is yes or no; all others
 * begin at 1, so that a 0 there means no answer.
 */
export const isOnScale = (value: number, scale: number): boolean =>
  scale > 0 && value <= scale && (scale >= 10 * one || scale <= one ? value >= 0 : value > 0);

/** The scales that questions have, by their top. */
const scales = [5, 7, 10, 100].map((top) => top * one);

/** The scale proved by the lowest and highest of some scores, if nothing states it; NaN if none is long enough. */
export function scaleOf(lowest: number, highest: number): number {
  if (lowest === 0 && highest <= one) return one;
  return scales.find((top) => highest <= top) ?? Number.NaN;
}

/** Where the name of a column states its scale: `CSAT (1-5)`, `de 0 à 10`, `Note sur 20`, `Score /10`. */
const span = /(?<![\d.,])[01]\s*(?:[-–—]|to|à|a|bis|al)\s*(\d{1,3})(?!\d|[.,]\d|\s*%)/i;
const outOf = /(?<!\d\s*)(?:\/|\b(?:sur|out of|von|sobre|su|max\.?))\s*(\d{1,3})(?!\d|[.,]\d|\s*%)/i;
const tops = new Set([3, 4, 5, 6, 7, 10, 20, 100]);

/** The top of the scale that the name of a column states, in millionths; NaN if it states none. */
export function scaleInName(name: string): number {
  const top = Number((span.exec(name) ?? outOf.exec(name))?.[1]);
  return tops.has(top) ? top * one : Number.NaN;
}

/** Whether a score is positive: at least 80 % of the top of its scale (4 of 5, 6 of 7, 8 of 10). */
export const isPositive = (value: number, scale: number): boolean => value * 10 >= scale * 8;
