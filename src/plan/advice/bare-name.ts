import { plainName } from '../head/plain-name.ts';

/** Articles and prepositions, in the languages of the lists: `nom de la campagne` and `nom campagne` say the same. */
const small = /\b(of|the|de|du|des|d|la|le|les|l|aux?|der|das|dem|den|del|della|dello|dei|el|los|las|il|lo|to)\b/g;
/** `1ère réponse`, `1st reply`. */
const first = /\b1 ?(ere|er|re|st)\b/g;
const currency = / (eur|euros?|usd|gbp|chf|cad|aud|€|\$|£)$/;
/** What says that an amount is without tax, or with it. */
const withoutTax =
  / (ht|hors tax\w*|hors tva|net|netto|neto|excl|ex vat|ex tax|excl\w* (vat|tax|mwst|tva|iva|btw)|sin iva|ohne mwst|iva esclusa)$/;
const withTax =
  / (ttc|brut|brutto|bruto|gross|incl|inc vat|inc tax|incl\w* (vat|tax|mwst|mw st|tva|iva|btw)|(toutes )?taxes comprises|con iva|iva inclu[is]\w*|iva inclusa)$/;

/** How the amounts of a field are meant. */
export type Taxed = 'without' | 'with' | 'either';

/** A name of a column as `offers` look it up: what matters in it, without a scale, a currency and what goes without saying. */
export function bareName(name: string, taxed: Taxed): string {
  const bare = plainName(name.replace(/\s*[([]\s*\d+\s*[-–/à]\s*\d+\s*[)\]]\s*$/, ''))
    .replace(currency, '')
    .replace(taxed === 'without' ? withoutTax : taxed === 'with' ? withTax : /$^/, '')
    .replace(currency, '');
  return bare
    .replace(first, (_, end) => (end === 'st' ? 'first' : 'premiere'))
    .replace(small, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
