/**
 * The names in a text, separated by `|` or line breaks: headers and words of tools, which may contain commas, colons and
 * quotes. Blanks around a name are not part of it. Lists of further names may be inserted.
 */
export function namesIn(texts: TemplateStringsArray, ...lists: readonly (readonly string[])[]): string[] {
  return texts.flatMap((text, at) => [
    ...text.split(/[|\n]/).flatMap((name) => name.trim() || []),
    ...(lists[at] ?? []),
  ]);
}
