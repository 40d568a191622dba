import type { Text } from '../core/text.ts';

/**
 * What schemas say of a wrong value, by the English of it: zod carries one text through its issues, and the others are found
 * by it again. Filled while the schemas are put together, and then the same for ever.
 */
const texts = new Map<string, Text>();

/** The `error` of a part of a schema; it goes on after the name of the key: `active_days must be …`. */
export function said(text: Text): { readonly error: string } {
  texts.set(text.en, text);
  return { error: text.en };
}

/** The same for what begins with `must be`. */
export const mustBe = ({ en, fr }: Text): { readonly error: string } =>
  said({ en: `must be ${en}`, fr: `doit être ${fr}` });

/** What was said of an issue in every language; nothing where the words are zod's own. */
export const saidBy = ({ message }: { readonly message: string }): Text | undefined => texts.get(message);
