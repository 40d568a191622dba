import { type Language, languages } from './choices.ts';

/** What people read, in every language of the user interface: a missing language does not compile. */
export type Text = Readonly<Record<Language, string>>;

/** A text built in the same way in every language, from texts that differ. */
export const inEach = (make: (lang: Language) => string): Text =>
  Object.fromEntries(languages.map((lang) => [lang, make(lang)])) as Text;

/** The same in every language: names, command lines, lines of a configuration. */
export const sameInAll = (text: string): Text => inEach(() => text);

/** Texts one after the other, with the same mark between them in every language. */
export const joined = (parts: readonly Text[], mark = ''): Text =>
  inEach((lang) => parts.map((part) => part[lang]).join(mark));

/** What a sentence is about, such as `kpi.yaml:12`, then the sentence. */
export const after = (where: string, text: Text): Text => ({
  en: `${where}: ${text.en}`,
  fr: `${where}\u00a0: ${text.fr}`,
});

/** A name or value of the user's, as sentences quote it; text to be typed keeps its own quotes. */
export const quoted = (value: string): Text => ({ en: `"${value}"`, fr: `«\u00a0${value}\u00a0»` });

/** An exact decimal as sentences write it. */
export const decimal = (number: string): Text => ({ en: number, fr: number.replace('.', ',') });

/** Names joined as alternatives: `a or b`. */
export const either = (names: readonly string[]): Text => ({ en: names.join(' or '), fr: names.join(' ou ') });

/** Names joined as a list: `a, b and c`. */
export const allOf = (names: readonly string[]): Text => {
  const [last = '', ...before] = [...names].reverse();
  const front = before.reverse().join(', ');
  return front === '' ? sameInAll(last) : { en: `${front} and ${last}`, fr: `${front} et ${last}` };
};

/** A noun, with its plural. */
export type Noun = Readonly<Record<Language, readonly [one: string, many: string]>>;

/** A number with its noun: `1 row`. In French 0 is singular as well. */
export const counted = (count: number, noun: Noun): Text => ({
  en: `${count} ${noun.en[count === 1 ? 0 : 1]}`,
  fr: `${count} ${noun.fr[count < 2 ? 0 : 1]}`,
});

export const nouns = {
  row: { en: ['row', 'rows'], fr: ['ligne', 'lignes'] },
  order: { en: ['order', 'orders'], fr: ['commande', 'commandes'] },
  record: { en: ['record', 'records'], fr: ['enregistrement', 'enregistrements'] },
  day: { en: ['day', 'days'], fr: ['jour', 'jours'] },
  check: { en: ['check', 'checks'], fr: ['contrôle', 'contrôles'] },
} as const satisfies Readonly<Record<string, Noun>>;

/** Of several faults, all but the first. */
export const alsoText = ({ en, fr }: Text): Text => ({ en: `also ${en}`, fr: `et aussi ${fr}` });

/** What is not shown of a list. */
export const andMore = (count: number): Text => ({ en: `… and ${count} more`, fr: `… et ${count} de plus` });
