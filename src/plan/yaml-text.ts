/** A text as a YAML value. */
export const yamlText = (text: string): string =>
  /^[\p{L}\d_./]([\p{L}\d_./ -]*[\p{L}\d_./-])?$/u.test(text) &&
  /\p{L}{2}/u.test(text.replace(/^(true|false|null)$/i, ''))
    ? text
    : JSON.stringify(text);
