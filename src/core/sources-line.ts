/** A line of configuration that gives two files a name each: what their paths do not have in common. */
export function sourcesLine(one: string, other: string, key: 'store' | 'account'): string {
  const [a, b] = [one.split('/'), other.split('/')];
  const at = a.findIndex((part, place) => part !== b[place]);
  const stem = (part: string | undefined): string => (part ?? '').replace(/\.[a-z].*$/i, '');
  const [own, theirs] = [stem(a[at]), stem(b[at])];
  const names = own === '' || theirs === '' || own === theirs ? ['A', 'B'] : [own, theirs];
  return `sources: [{ path: ${yamlText(one)}, ${key}: ${yamlText(names[0]!)} }, { path: ${yamlText(other)}, ${key}: ${yamlText(names[1]!)} }]`;
}

/** A text in a list of YAML: bare where nothing in it means anything. */
const yamlText = (text: string): string => (/^[A-Za-z][\w./-]*$/.test(text) ? text : JSON.stringify(text));
