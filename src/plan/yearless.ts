import { type Day, dayText } from '../core/civil.ts';
import { Problem } from '../core/problem.ts';
import { sameInAll } from '../core/text.ts';
import { bare } from '../fields/blank.ts';
import { dayOf, dayWithoutYear } from '../fields/date-text.ts';
import type { Rows } from './head/head-records.ts';
import type { PlanNote, Resolved } from './plan.ts';
import { yamlText } from './yaml-text.ts';

/** What may say which year the newest day of a list without years is in. */
export interface YearHints {
  readonly path: string;
  /** The file as the configuration writes it. */
  readonly written: string;
  /** The period that the configuration states for the file. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The day of the run. */
  readonly today: Day;
}

type MonthDay = NonNullable<ReturnType<typeof dayWithoutYear>>;

const dayIn = (year: number, { month, day }: MonthDay): Day | null => {
  const found = dayOf(year, month, day);
  return typeof found === 'number' ? found : null;
};

const yearOf = (day: Day): number => Number(dayText(day).slice(0, 4));

/** Years between two 29ths of February. */
const leapYears = 8;

/** The last such day up to another; null if no year near it has it. */
function lastUpTo(newest: Day, of: MonthDay): Day | null {
  for (let back = 0; back <= leapYears; back += 1) {
    const day = dayIn(yearOf(newest) - back, of);
    if (day !== null && day <= newest) return day;
  }
  return null;
}

/** The day that a cell without a year names, if the newest day of its list is known. */
export function readYearless(text: string, newest: Day): Day | null {
  const found = dayWithoutYear(bare(text));
  return found === null ? null : readDay(found, newest);
}

/** A list covers a year at most: the year of its newest day, or the one before. */
function readDay(of: MonthDay, newest: Day): Day | null {
  const day = dayIn(yearOf(newest), of);
  return day !== null && day <= newest ? day : dayIn(yearOf(newest) - 1, of);
}

/** More than any place of a day in `newestOf`. */
const yearPlaces = 12 * 31;

/** The newest day of a list: its last, or its first where it runs backwards. Null where no cell lacks a year. */
function newestOf(path: string, days: readonly MonthDay[]): MonthDay | null {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const places = days.map(({ month, day }) => month * 31 + day);
  const turns = (isOver: (a: number, b: number) => boolean): number =>
    places.filter((place, at) => at > 0 && isOver(places[at - 1]!, place)).length;
  /** The days that a list covers from one place in the year to another, if it turns from December to January at most once. */
  const spanOf = (turned: number, from: number, to: number): number => {
    if (turned === 0) return to - from;
    return turned === 1 && to < from ? to - from + yearPlaces : Number.POSITIVE_INFINITY;
  };
  const [top, bottom] = [places[0]!, places.at(-1)!];
  const forwards = spanOf(
    turns((a, b) => b < a),
    top,
    bottom,
  );
  const backwards = spanOf(
    turns((a, b) => b > a),
    bottom,
    top,
  );
  // A list of two rows runs in both directions: the shorter way round the year.
  if (Number.isFinite(Math.min(forwards, backwards))) return forwards <= backwards ? last : first;
  throw new Problem(
    'year_not_told',
    {
      en: `${path} has days without a year that are in no order, or of more than one year`,
      fr: `${path} contient des jours sans année qui ne se suivent pas, ou de plus d'une année`,
    },
    [{ en: 'Export at most one year at a time.', fr: 'Exportez au plus une année à la fois.' }],
    { file: path },
  );
}

/** Days and years in the name of a file, not in that of its folder. */
function inName(path: string): { readonly day: Day | null; readonly year: number | null } {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  const days = [...name.matchAll(/(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/g)].flatMap(
    ([, year, month, day]) => dayIn(Number(year), { month: Number(month), day: Number(day) }) ?? [],
  );
  const years = [...name.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([, year]) => Number(year));
  return { day: days.length === 0 ? null : Math.max(...days), year: years.length === 0 ? null : Math.max(...years) };
}

/** The newest day in the year that the configuration, the name of the file or the day of the run gives it. */
function dated(of: MonthDay, all: readonly MonthDay[], { path, from, to, today }: YearHints): [Day | null, boolean] {
  if (to !== null) return [lastUpTo(to, of), false];
  if (from !== null) {
    for (let ahead = 0; ahead <= leapYears; ahead += 1) {
      const day = dayIn(yearOf(from) + ahead, of);
      if (day !== null && all.every((one) => (readDay(one, day) ?? from) >= from)) return [day, false];
    }
    return [null, false];
  }
  const { day, year } = inName(path);
  if (day !== null) return [lastUpTo(day, of), false];
  if (year !== null) return [dayIn(year, of), false];
  for (let back = 0; back <= leapYears; back += 1) {
    const newest = dayIn(yearOf(today) - back, of);
    if (newest !== null && newest <= today && all.every((one) => readDay(one, newest) !== null)) return [newest, true];
  }
  return [null, true];
}

/** How a column of days without a year is read; a problem if nothing gives the year. */
export function resolveYearless(
  index: number,
  name: string,
  rows: Rows,
  hints: YearHints,
): Extract<Resolved, { op: 'yearless' }> {
  const days = [...rows([index])].flatMap((row) => dayWithoutYear(bare(row[index] ?? '')) ?? []);
  const newest = newestOf(hints.path, days);
  if (newest === null) return { op: 'yearless', index, name, newest: hints.today, byClock: false };
  const [day, byClock] = dated(newest, days, hints);
  if (day !== null) return { op: 'yearless', index, name, newest: day, byClock };
  const { path } = hints;
  throw new Problem(
    'year_not_told',
    {
      en: `${path} has days without a year in column "${name}", and nothing gives the year`,
      fr: `${path} contient des jours sans année dans la colonne «\u00a0${name}\u00a0», et rien n'indique l'année`,
    },
    [
      { en: 'Say its period in kpi.yaml:', fr: 'Indiquez sa période dans kpi.yaml\u00a0:' },
      ...['  sources:', `    - path: ${yamlText(path)}`, '      from: 2026-03-01', '      to: 2026-03-31'].map((line) =>
        sameInAll(line),
      ),
    ],
    { file: path },
  );
}

/** A note on the year, if only the day of the run gave it. */
export function yearNotes(from: Resolved | undefined, path: string, written: string): PlanNote[] {
  if (from?.op !== 'yearless' || !from.byClock) return [];
  const day = dayText(from.newest);
  const line = `sources: [{ path: ${yamlText(written)}, to: ${day} }]`;
  return [
    {
      code: 'year_guessed',
      message: {
        en: `${path}: the days in column "${from.name}" have no year; the newest is taken as ${day}, the last before the day of the run. To say so, or another day, write in kpi.yaml: ${line}`,
        fr: `${path}\u00a0: les jours de la colonne «\u00a0${from.name}\u00a0» n'ont pas d'année\u00a0; le plus récent est lu comme le ${day}, le dernier avant le jour du calcul. Pour indiquer ce jour ou un autre, écrivez dans kpi.yaml\u00a0: ${line}`,
      },
      strict: true,
    },
  ];
}
