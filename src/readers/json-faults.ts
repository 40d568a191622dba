import type { Problem } from '../core/problem.ts';
import { sizeText } from './input.ts';
import { maxDepth } from './json-scan.ts';
import { recordProblem } from './records.ts';

/** What can be wrong with a JSON file, told at the record where it shows. */
export class JsonFaults {
  /** Good records so far. */
  count = 0;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  cutShort(): Problem {
    return this.at('cut_short', 'is cut short: the file ends before it is closed', 'Export or download it again.');
  }

  /** Says nothing of the text: it is data of customers. */
  invalid(): Problem {
    const advice =
      'JSON wants double quotes, commas between values but none after the last, null where there is nothing.';
    return this.at('invalid_json', 'is not valid JSON', advice);
  }

  glued(): Problem {
    const advice = 'Put each document in a file of its own, or each record on a line of its own (NDJSON).';
    return this.at('glued_json', 'follows where the JSON before it has ended', advice);
  }

  tooDeep(): Problem {
    return this.at('too_deep', `is nested more than ${maxDepth} levels deep`, 'Export flat records.');
  }

  tooLong(most: number): Problem {
    const advice = 'Most often a string or a bracket is never closed: export it again.';
    return this.at('record_too_long', `is longer than ${sizeText(most)}`, advice);
  }

  notRecord(value: unknown): Problem {
    const is = value === null ? 'null' : Array.isArray(value) ? 'an array' : 'a single value';
    return this.at('not_a_record', `is ${is}, not an object with named fields`, 'Export objects, or save it as CSV.');
  }

  private at(code: string, says: string, advice: string): Problem {
    return recordProblem(code, this.path, this.count + 1, says, advice);
  }
}
