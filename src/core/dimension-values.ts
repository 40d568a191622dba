import { countryCode } from './countries.ts';
import { type Dimension, unattributed } from './kinds.ts';
import { namesIn } from './names-in.ts';
import { plain } from './nearest.ts';

/*
 * Tools write one country, device or channel in different words. Dimension values are normalised here for all files, so
 * that one group is counted as one.
 */

/** Tools' words for devices, without accents and marks. */
const devices: Readonly<Record<'desktop' | 'mobile' | 'tablet', readonly string[]>> = {
  desktop: namesIn`
    desktop | desktops | computer | computers | desktop computer | desktop web | pc | laptop
    ordinateur | ordinateurs | ordinateur de bureau | bureau | ordenador | ordenadores | escritorio
    computadora | computadoras | computador | computadores | rechner | desktop pc
  `,
  mobile: namesIn`
    mobile | mobiles | mobile phone | mobile phones | phone | phones | smartphone | smartphones | phablet
    cell phone | mobile app | mobile web | mobile device | mobile devices | high end mobile
    mobile devices with full browsers | iphone | android smartphone | android phone | ipod
    telephone | telephones | telephone mobile | telephones mobiles | appareil mobile | appareils mobiles
    application mobile | web mobile | appareils mobiles dotes dun navigateur internet complet | mobil
    mobilgerat | mobilgerate | mobiltelefon | mobiltelefone | handy | handys | movil | moviles
    telefono movil | telefonos moviles | cellulare | cellulari | telefono cellulare | telefoni cellulari
    dispositivo mobile | dispositivi mobili | dispositivos moviles | dispositivos moveis | celular | celulares
    telemovel | telemoveis | mobiele telefoon | mobiele telefoons | mobiel | mobiele apparaten
  `,
  tablet: namesIn`
    tablet | tablets | tablets with full browsers | ipad | android tablet | tablette | tablettes
    tablettes equipees de navigateurs complets | tableta | tabletas
  `,
};

const deviceOf = new Map(Object.entries(devices).flatMap(([device, words]) => words.map((word) => [word, device])));

/** What tools write for an unknown value. */
const nothing = new Set(['', '(not set)', unattributed]);

const apart = (text: string): string =>
  plain(text)
    .replace(/['’]/g, '')
    .replace(/[_\s-]+/g, ' ');

/** The codes of an order with several, in one text: `A10, B20` or `A10 + B20`. */
const betweenCodes = /\s*,\s*|\s+\+\s+/;
const joined = ', ';

/** Whether a record may belong to several values of a dimension. */
export const listsValues = (dimension: Dimension): boolean => dimension === 'discount_code';

/** A word of a file as the values that it lists: an order with two discount codes belongs to both. */
export const listed = (dimension: Dimension, word: string): readonly string[] =>
  listsValues(dimension) ? codesOf(word) : [word];

/** The values of a dimension as one word again. */
export const asOneWord = (values: readonly string[]): string => values.join(joined);

/**
 * Each code once: they compare caselessly, and the first spelling is kept. Words with blanks are the reason of a discount
 * by hand, such as `late, and broken`: one value.
 */
function codesOf(word: string): readonly string[] {
  const codes = word.split(betweenCodes).filter((code) => code !== '');
  if (codes.some((code) => /\s/.test(code))) return [word];
  const known = new Map<string, string>();
  for (const code of codes) if (!known.has(code.toLowerCase())) known.set(code.toLowerCase(), code);
  return [...known.values()];
}

/** The value of a dimension that a word of a file stands for: a country's code, one of three devices, else the word; null for none. */
export function dimensionValue(dimension: Dimension, word: string): string | null {
  const text = word.trim();
  if (nothing.has(text.toLowerCase())) return null;
  if (dimension === 'country') return countryCode(text) ?? text;
  if (dimension === 'device') return deviceOf.get(apart(text)) ?? text;
  if (dimension === 'discount_code') return asOneWord(codesOf(text)) || null;
  return text;
}

/** One key for all words that mean the same value, in any case. */
export const dimensionKey = (dimension: Dimension, word: string): string =>
  (dimensionValue(dimension, word) ?? unattributed).toLowerCase();

/** Whether two words mean one value. */
export const isSameValue = (dimension: Dimension, a: string, b: string): boolean =>
  a === b || dimensionKey(dimension, a) === dimensionKey(dimension, b);
