import * as z from 'zod/mini';
import { didYouMean, nearest } from '../core/nearest.ts';
import { Problem } from '../core/problem.ts';
import { after, alsoText, joined, sameInAll, type Text } from '../core/text.ts';
import { configSchema } from './config-schema.ts';
import type { ConfigDocument, Path } from './document.ts';
import { saidBy } from './said.ts';

type Issue = z.core.$ZodIssue;

/** One thing that is wrong with a configuration. */
interface Fault {
  readonly line: number;
  readonly says: Text;
  readonly advice: readonly Text[];
}

/** All faults of a configuration, as one Problem: the first in the file, then the others. */
export function problemOf(issues: readonly Issue[], document: ConfigDocument, file: string): Problem {
  const faults = new Map(issues.flatMap((issue) => faultsOf(issue, document)).map((fault) => [fault.says.en, fault]));
  const [first, ...others] = [...faults.values()].sort((a, b) => a.line - b.line) as [Fault, ...Fault[]];
  const also = others.flatMap(({ line, says, advice }) => [alsoText(after(`${file}:${line}`, says)), ...advice]);
  return new Problem('bad_config', after(`${file}:${first.line}`, first.says), [...first.advice, ...also], { file });
}

function faultsOf(issue: Issue, document: ConfigDocument): Fault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key, document));
  if (issue.code === 'invalid_union') {
    const inner = meant(issue);
    if (inner.length > 0)
      return inner.flatMap((one) => faultsOf({ ...one, path: [...issue.path, ...one.path] } as Issue, document));
  }
  const line = document.lineOf(issue.path);
  const name = nameOf(issue.path);
  const value = at(document.value, issue.path);
  if (value === undefined)
    return [{ line, says: { en: `${name.en} is missing`, fr: `il manque ${name.fr}` }, advice: [] }];
  if (issue.code !== 'invalid_value') return [{ line, says: joined([name, sayingOf(issue)], ' '), advice: [] }];
  const words = issue.values.map(String);
  const [list, isOne] = [words.join(', '), words.length === 1];
  const says = {
    en: `${name.en} must be ${isOne ? '' : 'one of '}${list}`,
    fr: `${name.fr} doit être ${isOne ? '' : "l'une des valeurs suivantes\u00a0: "}${list}`,
  };
  return [{ line, says, advice: typeof value === 'string' ? didYouMean(nearest(value, words)) : [] }];
}

/** Other tools' names for `must` and `should`; they state the opposite, so their values must not be copied. */
const opposites: Readonly<Record<string, 'must' | 'should'>> = {
  fail: 'must',
  fail_if: 'must',
  error: 'must',
  error_if: 'must',
  warn: 'should',
  warn_if: 'should',
};

function unknownKey(path: Path, key: string, document: ConfigDocument): Fault {
  const name = nameOf([...path, key]);
  const says = { en: `${name.en} is not a known key`, fr: `${name.fr} n'est pas une clé connue` };
  return { line: document.lineOf(path, key), says, advice: adviceFor(path, key) };
}

function adviceFor(path: Path, key: string): Text[] {
  if (path[0] === 'checks' && path.length === 2 && Object.hasOwn(opposites, key))
    return [
      {
        en: `kpi states what holds when all is well, not what is wrong: write ${opposites[key]}: ">= 1.5%"`,
        fr: `kpi énonce ce qui est vrai quand tout va bien, pas ce qui ne va pas\u00a0: écrivez ${opposites[key]}: ">= 1.5%"`,
      },
    ];
  const known = keysAt(path);
  const near = nearest(key, known);
  if (near.length > 0) return didYouMean(near);
  return [{ en: `known here: ${known.join(', ')}`, fr: `clés connues ici\u00a0: ${known.join(', ')}` }];
}

/** Of the forms that a value may have, the faults of the intended one; none if no form was intended. */
function meant({ errors, input }: z.core.$ZodIssueInvalidUnion): readonly Issue[] {
  const depth = (form: readonly Issue[]): number => Math.max(0, ...form.map(({ path }) => path.length));
  const deepest = Math.max(0, ...errors.map(depth));
  if (deepest > 0) return errors.find((form) => depth(form) === deepest) ?? [];
  const isMap = typeof input === 'object' && input !== null && !Array.isArray(input);
  if (isMap) return errors.find(([first]) => first?.code === 'unrecognized_keys') ?? [];
  const word = typeof input === 'string' || input === undefined;
  const firsts = errors.flatMap(([first]) => (first === undefined ? [] : [first]));
  const wrong = word ? firsts.find(({ code }) => code === 'invalid_value') : undefined;
  return wrong === undefined ? [] : [wrong];
}

const sayings: Readonly<Record<string, Text>> = {
  object: {
    en: 'must hold keys and their values, such as `currency: EUR`',
    fr: 'doit contenir des clés et leurs valeurs, par exemple `currency: EUR`',
  },
  record: { en: 'must be a map', fr: 'doit être un ensemble de clés et de valeurs' },
  array: { en: 'must be a list', fr: 'doit être une liste' },
};

function sayingOf(issue: Issue): Text {
  const said = saidBy(issue) ?? (issue.code === 'invalid_type' ? sayings[issue.expected] : undefined);
  return said ?? { en: 'is not understood', fr: "n'a pas été compris" };
}

/** `sources[0].path`; the whole is "the file". */
function nameOf(path: Path): Text {
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return name === '' ? { en: 'the file', fr: 'le fichier' } : sameInAll(name.replace(/^\./, ''));
}

function at(value: unknown, path: Path): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[step];
  }
  return found;
}

/** The keys that are allowed at a place. */
function keysAt(path: Path): string[] {
  let schema: z.core.JSONSchema.BaseSchema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
  for (const step of path) {
    const next = typeof step === 'number' ? schema.items : schema.properties?.[String(step)];
    if (typeof next !== 'object' || Array.isArray(next)) return [];
    // Of forms that a value may have, the one with keys.
    const withKeys = next.anyOf?.find((form) => typeof form === 'object' && form.properties !== undefined);
    schema = typeof withKeys === 'object' ? withKeys : next;
  }
  const names = typeof schema.propertyNames === 'object' ? (schema.propertyNames.enum ?? []) : [];
  return [...Object.keys(schema.properties ?? {}), ...names.map(String)];
}
