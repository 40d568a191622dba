import type { Config } from '../config/load.ts';
import { Problem } from '../core/problem.ts';
import { after, alsoText, type Text } from '../core/text.ts';

type Path = readonly (string | number)[];

interface Fault {
  readonly line: number;
  readonly says: Text;
  readonly advice: readonly Text[];
}

/** Gathers what is wrong in a part of a configuration, to say it all at once. */
export class Faults {
  readonly #config: Config;
  readonly #found: Fault[] = [];

  constructor(config: Config) {
    this.#config = config;
  }

  /** Notes what is wrong at a place: `says` goes on after its name, `checks[0].must …`. */
  add(path: Path, says: Text, ...advice: Text[]): void {
    const where = this.#where(path);
    const line = Number(/:(\d+)$/.exec(where)?.[1]);
    const name = nameOf(path);
    const named = { en: `${name} ${says.en}`, fr: `${name} ${says.fr}` };
    this.#found.push({ line, says: after(where, named), advice });
  }

  /** Runs what may throw a Problem about a place; null where it did, and the Problem is noted. */
  at<T>(path: Path, action: () => T): T | null {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.add(path, error.text, ...error.advice);
      return null;
    }
  }

  /** Where a place stands: `kpi.yaml:12`. */
  #where(path: Path): string {
    const last = path.at(-1);
    return typeof last === 'string' ? this.#config.where(path.slice(0, -1), last) : this.#config.where(path);
  }

  /** Throws the Problem `bad_config` with all that was noted, in the order of the file. */
  end(): void {
    const [first, ...others] = this.#found.sort((a, b) => a.line - b.line);
    if (first === undefined) return;
    const also = others.flatMap(({ says, advice }) => [alsoText(says), ...advice]);
    throw new Problem('bad_config', first.says, [...first.advice, ...also], { file: this.#config.file });
  }
}

/** `checks[0].must` */
const nameOf = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
