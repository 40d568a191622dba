import type { Problem } from '../core/problem.ts';
import type { Text } from '../core/text.ts';
import { recordProblem } from './csv-records.ts';
import { fetchAgain } from './failures.ts';
import { sizeText } from './input.ts';
import { maxDepth } from './json-scan.ts';

/** What to do about a record that never ends. */
export const neverClosed: Text = {
  en: 'Most often a string or a bracket is never closed: export it again.',
  fr: "Le plus souvent, une chaîne ou un crochet n'est jamais fermé\u00a0: exportez-le à nouveau.",
};

const kindsOfValue = {
  nothing: { en: 'null', fr: 'null' },
  array: { en: 'an array', fr: 'un tableau' },
  single: { en: 'a single value', fr: 'une valeur seule' },
} as const;

/** Faults of a JSON file, reported at the record where they show. */
export class JsonFaults {
  /** Good records so far. */
  count = 0;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  cutShort(): Problem {
    const says = {
      en: 'is cut short: the file ends before it is closed',
      fr: "est tronqué\u00a0: le fichier s'arrête avant la fin",
    };
    return this.at('cut_short', says, fetchAgain);
  }

  /** Says nothing about the text: it is customer data. */
  invalid(): Problem {
    const advice = {
      en: 'JSON requires double quotes, commas between values but none after the last, null where there is nothing.',
      fr: "JSON demande des guillemets doubles, des virgules entre les valeurs mais pas après la dernière, et null là où il n'y a rien.",
    };
    return this.at('invalid_json', { en: 'is not valid JSON', fr: "n'est pas du JSON valide" }, advice);
  }

  glued(): Problem {
    const says = { en: 'follows where the JSON before it has ended', fr: 'suit un JSON qui était déjà terminé' };
    const advice = {
      en: 'Put each document in a file of its own, or each record on a line of its own (NDJSON).',
      fr: 'Mettez chaque document dans son propre fichier, ou chaque enregistrement sur sa propre ligne (NDJSON).',
    };
    return this.at('glued_json', says, advice);
  }

  tooDeep(): Problem {
    const says = {
      en: `is nested more than ${maxDepth} levels deep`,
      fr: `est imbriqué sur plus de ${maxDepth} niveaux`,
    };
    return this.at('too_deep', says, { en: 'Export flat records.', fr: 'Exportez des enregistrements à plat.' });
  }

  tooLong(most: number): Problem {
    const size = sizeText(most);
    return this.at('record_too_long', { en: `is longer than ${size.en}`, fr: `dépasse ${size.fr}` }, neverClosed);
  }

  notRecord(value: unknown): Problem {
    const is = value === null ? kindsOfValue.nothing : Array.isArray(value) ? kindsOfValue.array : kindsOfValue.single;
    const says = {
      en: `is ${is.en}, not an object with named fields`,
      fr: `est ${is.fr}, pas un objet avec des champs nommés`,
    };
    const advice = { en: 'Export objects, or save it as CSV.', fr: 'Exportez des objets, ou enregistrez-le en CSV.' };
    return this.at('not_a_record', says, advice);
  }

  private at(code: string, says: Text, advice: Text): Problem {
    return recordProblem(code, this.path, this.count + 1, says, advice);
  }
}
