import type { Text } from '../core/text.ts';

/**
 * What schemas say about a wrong value, by its English text: zod carries one text through its issues, by which the
 * others are found. Filled while the schemas are built, and constant from then on.
 */
const texts = new Map<string, Text>();

/** The `error` of a part of a schema; it continues after the name of the key: `active_days must be …`. */
export function said(text: Text): { readonly error: string } {
  texts.set(text.en, text);
  return { error: text.en };
}

/** The same for texts that begin with `must be`. */
export const mustBe = ({ en, fr }: Text): { readonly error: string } =>
  said({ en: `must be ${en}`, fr: `doit être ${fr}` });

/** The texts of an issue in every language; undefined if the words are zod's own. */
export const saidBy = ({ message }: { readonly message: string }): Text | undefined => texts.get(message);
