import { hidden } from '../../core/visible.ts';

/** Letters, digits and characters without a meaning in YAML, beginning like a path or a name. */
const plain = /^(?:\.{1,2}\/)*[A-Za-z_][\w-]*(?:[./+][\w-]+)*\/?$|^\.{1,2}\/$/;
/** Words that some YAML reader does not read as text. */
const taken = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/** A text as a value of YAML that is read back as the same text: unquoted if that is safe, else in double quotes. */
export const yamlValue = (text: string): string => (plain.test(text) && !taken.test(text) ? text : quoted(text));

/** Anything that a terminal or an editor would act upon is written as its code. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
