import { emailInside } from '../../core/email-inside.ts';
import { joined, quoted, sameInAll, type Text } from '../../core/text.ts';
import { type Source, titleOf } from '../../sources/source.ts';
import { shownName } from '../head/shown-columns.ts';
import type { SourceEntry } from '../recognise/recognise.ts';
import type { Place } from '../recognise/signature.ts';
import { yamlText } from '../yaml-text.ts';
import { Unrecognised } from './unrecognised-file.ts';

/** This many answers show what a question asks for. */
const sampled = 2000;

/** A question of a survey whose answers are all numbers from 0 to 10. */
interface Candidate {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

const recommends = /recomm[ae]nd|recomend|raccomand|consiglier|empfehl/i;
const satisfies = /satisf|zufrieden|soddisf|csat|note|rate|rating|star|étoile|stern|estrella|stell/i;

/** A whole number, alone or with the words of its end of the scale. */
const number = /^(\d{1,2})(?:[.,]0+)?$|^(\d{1,2})\s*[-–—:=(|]\s*\p{L}\D*$|^\p{L}\D*[-–—:=(|]\s*(\d{1,2})\)?$/u;

function numberIn(cell: string): number {
  const [, alone, before, after] = number.exec(cell.trim()) ?? [];
  return Number(alone ?? before ?? after ?? Number.NaN);
}

/** Columns that are part of every export of the tool, and not of a form. */
const isOfTool = (source: Source, name: string): boolean =>
  /^#$|\b(?:id|date|tags|ip|address|name|score)$/i.test(name.trim()) ||
  [source.signature].flat().some(({ all }) => all.flat().includes(name.trim()));

function candidatesIn(source: Source, { header, rows }: Place): Candidate[] {
  const columns = header.names.flatMap((name, index) =>
    // Of two columns of one name only the first can be named.
    name.trim() === '' || header.find(name) !== index || isOfTool(source, name) ? [] : [{ name, index }],
  );
  const found = new Map(columns.map(({ index }) => [index, { least: 99, most: -1 }]));
  let seen = 0;
  for (const row of rows(columns.map(({ index }) => index))) {
    for (const [index, range] of found) {
      const cell = row[index] ?? '';
      if (cell.trim() === '') continue;
      const value = numberIn(cell);
      if (!(value <= 10)) found.delete(index);
      range.least = Math.min(range.least, value);
      range.most = Math.max(range.most, value);
    }
    seen += 1;
    if (seen === sampled) break;
  }
  return columns.flatMap(({ name, index }) => {
    const range = found.get(index);
    return range === undefined || range.most < 0 ? [] : [{ name, ...range }];
  });
}

/** What a question measures; null if its words and answers leave it open. */
function typeOf({ name, least, most }: Candidate): 'nps' | 'csat' | null {
  if (recommends.test(name) || /\bnps\b/i.test(name)) return 'nps';
  if (satisfies.test(name)) return 'csat';
  return least === 0 || most > 7 ? 'nps' : null;
}

/**
 * Throws the Problem about an export of a survey tool whose file does not say which of its questions counts, with the
 * lines that say it.
 */
export function refuseOpenQuestion(
  path: string,
  written: string,
  source: Source,
  place: Place,
  { set = {}, columns = {} }: SourceEntry,
): void {
  if (source.kind !== 'survey' || source.tool === 'generic') return;
  if (source.fields.type !== undefined && source.fields.score !== undefined) return;
  const all = candidatesIn(source, place);
  const likely = all.filter(({ name }) => recommends.test(name));
  const [only] = likely.length === 1 ? likely : all.length === 1 ? all : [];
  const shown = all.map(({ name }) => quoted(shownName(name)));
  const title = titleOf(source);
  const says = (en: string, fr: string): Text => ({
    en: `${path} ("${title.en}") is recognised, but ${en}`,
    fr: `${path} («\u00a0${title.fr}\u00a0») est reconnu, mais ${fr}`,
  });
  const given = columns.score;
  if (all.length === 0 && given === undefined)
    throw new Unrecognised(
      says(
        'none of its questions is answered by numbers from 0 to 10',
        "aucune de ses questions n'a pour réponses des nombres de 0 à 10",
      ),
      [
        {
          en: 'If another column holds the answers, write it as `score` into `columns` of its `sources` entry, with `set: { type: nps }` or `csat`.',
          fr: 'Si une autre colonne contient les réponses, indiquez-la comme `score` dans `columns` de son entrée de `sources`, avec `set: { type: nps }` ou `csat`.',
        },
      ],
      path,
    );
  const chosen = given ?? (only === undefined || emailInside.test(only.name) ? undefined : only.name);
  const asked = all.find(({ name }) => name === chosen);
  const type =
    set.type ?? (asked === undefined ? (all.every((one) => typeOf(one) === 'nps') ? 'nps' : null) : typeOf(asked));
  const lines: Text[] = [
    sameInAll('  sources:'),
    sameInAll(`    - path: ${yamlText(written)}`),
    type === null
      ? {
          en: '      set: { type: "…" }   # nps or csat, in place of …',
          fr: '      set: { type: "…" }   # nps ou csat, à la place de …',
        }
      : sameInAll(`      set: { type: ${yamlText(type)} }`),
    sameInAll('      columns:'),
    chosen === undefined
      ? {
          en: '        score: "…"   # the column of the question, in place of …',
          fr: '        score: "…"   # la colonne de la question, à la place de …',
        }
      : sameInAll(`        score: ${JSON.stringify(chosen)}`),
    ...Object.entries(columns).flatMap(([field, name]) =>
      field === 'score' ? [] : [sameInAll(`        ${field}: ${JSON.stringify(name)}`)],
    ),
  ];
  const others = joined(shown.slice(0, 6), ', ');
  const numbers: Text[] =
    all.length < 2
      ? []
      : [
          {
            en: `Questions answered by numbers from 0 to 10: ${others.en}.`,
            fr: `Questions dont les réponses sont des nombres de 0 à 10\u00a0: ${others.fr}.`,
          },
        ];
  throw new Unrecognised(
    says('which of its questions counts has to be stated', 'il faut indiquer laquelle de ses questions compte'),
    [...numbers, { en: 'Write into kpi.yaml:', fr: 'Écrivez dans kpi.yaml\u00a0:' }, ...lines],
    path,
    lines.slice(1),
    true,
    says('which of its questions counts has to be stated.', 'il faut indiquer laquelle de ses questions compte.'),
    true,
  );
}
