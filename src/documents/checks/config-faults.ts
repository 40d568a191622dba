import type { Config } from '../../config/load-config.ts';
import { didYouMean } from '../../core/nearest.ts';
import { Problem } from '../../core/problem.ts';
import { after, alsoText, quoted, type Text } from '../../core/text.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { kpiNames } from '../../kpis/names.ts';

type Path = readonly (string | number)[];

interface Fault {
  readonly line: number;
  readonly says: Text;
  readonly advice: readonly Text[];
}

/** Collects what is wrong in a part of a configuration, to report it all at once. */
export class ConfigFaults {
  readonly #config: Config;
  readonly #found: Fault[] = [];

  constructor(config: Config) {
    this.#config = config;
  }

  /** Adds a fault at a path: `says` continues the sentence after its name, `checks[0].must …`. */
  add(path: Path, says: Text, ...advice: Text[]): void {
    const where = this.#where(path);
    const line = Number(/:(\d+)$/.exec(where)?.[1]);
    const name = nameOf(path);
    const named = { en: `${name} ${says.en}`, fr: `${name} ${says.fr}` };
    this.#found.push({ line, says: after(where, named), advice });
  }

  /** Runs an action that may throw a Problem about a path; null if it did, and the Problem is added. */
  at<T>(path: Path, action: () => T): T | null {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.add(path, error.text, ...error.advice);
      return null;
    }
  }

  /** The line of a path: `kpi.yaml:12`. */
  #where(path: Path): string {
    const last = path.at(-1);
    return typeof last === 'string' ? this.#config.where(path.slice(0, -1), last) : this.#config.where(path);
  }

  /** Throws the Problem `bad_config` with all faults, in the order of the file. */
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

/** The advice of every message about an unknown KPI. */
export const seeKpiList: Text = { en: 'see kpi list', fr: 'voir kpi list' };

/** The KPI of a name; null if there is none, which is then a fault. */
export function kpiNamed(id: string, catalog: readonly Kpi[], path: Path, faults: ConfigFaults): Kpi | null {
  const names = kpiNames(catalog);
  const named = names.idOf(id);
  const kpi = catalog.find((one) => one.id === named);
  if (kpi !== undefined) return kpi;
  const near = names.near(id);
  const name = quoted(id);
  const says = { en: `${name.en} is not a KPI`, fr: `${name.fr} n'est pas un KPI` };
  faults.add(path, says, ...didYouMean(near), seeKpiList);
  return null;
}

/** The same for a KPI that is compared with a number: one whose values are words is a fault, too. */
export function numericKpi(...[id, catalog, path, faults]: Parameters<typeof kpiNamed>): Kpi | null {
  const kpi = kpiNamed(id, catalog, path, faults);
  if (kpi?.unit !== 'text') return kpi;
  const behind = kpi.formula.op === 'kpi' ? kpi.formula.kpi.id : null;
  const says = {
    en: `"${id}" gives a word, which has no bounds`,
    fr: `«\u00a0${id}\u00a0» donne un mot, qui n'a pas de bornes`,
  };
  const advice = { en: `take ${behind}, the number behind it`, fr: `prenez ${behind}, le nombre dont il est tiré` };
  faults.add(path, says, ...(behind === null ? [] : [advice]));
  return null;
}
