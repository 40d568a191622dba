import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { Problem } from '../core/problem.ts';
import { after, type Text } from '../core/text.ts';

export type Path = readonly PropertyKey[];

/** A YAML or JSON text as plain data that knows the lines it came from. */
export interface ConfigDocument {
  readonly value: unknown;
  /** The line of a value; with `key`, of the name of that key in it. */
  lineOf(path: Path, key?: string): number;
}

/** Aliases in a configuration: enough to share a few values, too few to blow up memory. */
const maxAliases = 100;

/** Advice for common mistakes. */
const words: Readonly<Record<string, Text>> = {
  DUPLICATE_KEY: { en: 'the same key occurs here twice', fr: 'la même clé figure ici deux fois' },
  TAB_AS_INDENT: {
    en: 'is indented by a tab: use blanks',
    fr: 'la ligne est indentée par une tabulation\u00a0: utilisez des espaces',
  },
  MULTIPLE_DOCS: {
    en: 'a second document begins: one file is one configuration',
    fr: 'un second document commence ici\u00a0: un fichier est une seule configuration',
  },
  TAG_RESOLVE_FAILED: {
    en: 'has a tag (!…): tags are not supported',
    fr: 'la valeur a un tag (!…)\u00a0: les tags ne sont pas acceptés',
  },
};

/** Nesting depth: more than any configuration has, less than the parser's own stack. */
const maxDepth = 100;

const tooDeep: Text = {
  en: `values are nested in more than ${maxDepth} lists and maps`,
  fr: `des valeurs sont imbriquées dans plus de ${maxDepth} listes et tables`,
};

/**
 * The place of the first value that is nested too deeply to be parsed; judged by brackets, `- - -` and blanks at the
 * start of a line.
 */
function depthFault(text: string): number | null {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/[[{\]}]|^ {400,}|^ *(?:- ){100,}/gm)) {
    if (mark.length > 1) return index;
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > maxDepth) return index;
    depth = Math.max(depth, 0);
  }
  return null;
}

export function documentOf(text: string, file: string): ConfigDocument {
  const deep = depthFault(text);
  if (deep !== null) {
    const { length } = text.slice(0, deep).split('\n');
    throw new Problem('bad_yaml', after(`${file}:${length}`, tooDeep), [], { file });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    ...{ lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: '1.2' },
    // What it would write to standard error is said by what reads the keys.
    logLevel: 'error',
  });
  const line = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const wrong = [...document.errors, ...document.warnings][0];
  if (wrong !== undefined) {
    const said = words[wrong.code] ?? boundWords(text, wrong.pos[0]);
    const says = said ?? {
      en: 'the YAML is broken off or badly indented here, or in the line above',
      fr: 'le YAML est interrompu ou mal indenté ici, ou à la ligne précédente',
    };
    const parser = wrong.message.replace(/\s+/g, ' ');
    const advice =
      said === undefined
        ? [{ en: `the parser says: ${parser}`, fr: `l'analyseur dit (en anglais)\u00a0: ${parser}` }]
        : [];
    throw new Problem('bad_yaml', after(`${file}:${line(wrong.pos[0])}`, says), advice, { file });
  }
  visit(document, {
    Scalar(_, node) {
      // A number is binary: one with more digits than that can hold stays text.
      const { source } = node;
      if (typeof node.value === 'number' && source && source.replace(/\D|^0+/g, '').length > 15) node.value = source;
    },
  });
  return { value: plainValue(document, file), lineOf: (path, key) => line(offsetOf(document.contents, path, key)) };
}

/** A bound without quotes is no text: YAML reads its `>` as the mark of a multi-line text. */
function boundWords(text: string, offset: number): Text | undefined {
  const line = `${text.slice(0, offset).split('\n').at(-1)}${text.slice(offset).split('\n', 1)}`;
  const [, bound] = /:\s+(>=?\s*[+-]?\d[^,}#\n]*?)\s*(?:[,}#]|$)/.exec(line) ?? [];
  if (bound === undefined) return undefined;
  return {
    en: `a text that begins with > must be in quotes: "${bound}"`,
    fr: `un texte qui commence par > s'écrit entre guillemets\u00a0: "${bound}"`,
  };
}

function plainValue(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: maxAliases }) ?? {};
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const says = {
      en: 'has too many aliases, or one without an anchor',
      fr: "contient trop d'alias, ou un alias sans ancre",
    };
    throw new Problem('bad_yaml', after(file, says), [], { file });
  }
}

/** Where a value, or a key of it, is; if missing, the nearest thing around it. */
function offsetOf(root: Node | null, path: Path, key: string | undefined): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of key === undefined ? path : [...path, key]) {
    if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      offset = (pair?.key as Node | undefined)?.range?.[0] ?? offset;
      node = pair?.value;
    }
  }
  return offset;
}
