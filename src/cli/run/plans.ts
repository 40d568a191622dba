import { resolve } from 'node:path';
import { dayOfHour } from '../../core/civil.ts';
import { Problem } from '../../core/problem.ts';
import { zoneOf } from '../../core/zone.ts';
import type { DayRange } from '../../fields/date-range.ts';
import type { DateOrder } from '../../fields/date-text.ts';
import { NoDates } from '../../plan/advice/no-dates.ts';
import { AmbiguousDates } from '../../plan/conventions/conventions.ts';
import { besideNote, orderBeside } from '../../plan/dates/sibling-dates.ts';
import { siblingDays } from '../../plan/dates/sibling-days.ts';
import { planFile } from '../../plan/file/plan-file.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { isLong } from '../../reader/division.ts';
import { inputsAt, standardInput } from '../../readers/bytes.ts';
import type { Input, Sheet } from '../../readers/input.ts';
import { sources } from '../../sources/index.ts';
import { costInput } from '../files/cost-input.ts';
import { entriesByPath, namedPaths } from '../files/entries-by-path.ts';
import { pathsOf } from '../files/inputs.ts';
import { unreadBelow } from '../files/unread-files.ts';
import { mayBeLeftOut, noneRead, someNotRead, type UnreadSheet } from '../files/unread-sheets.ts';
import { asWritten, writtenFrom } from '../files/written-paths.ts';
import type { Settings } from '../options/settings.ts';
import type { Io } from '../process/io.ts';
import { nothingRecognised } from './nothing-recognised.ts';

/** The files of a run, and warnings about those that were found but are no exports. */
export interface Plans {
  readonly files: readonly FilePlan[];
  readonly passedOver: readonly Problem[];
  /** Files in the folders that are not opened: workbooks, documents, … */
  readonly unread: readonly string[];
  /** The same once all bytes of files planned by their heads are seen; null if there are none. */
  readonly whole: (() => Promise<Plans>) | null;
}

/** How files are planned. */
interface PlansMode {
  /** Whether the encoding of long files is detected from their heads. */
  readonly byHeads?: boolean;
  /** Told of each long file whose plan no earlier run has left. */
  readonly onLong?: (input: Input) => void;
}

/** Finds the files named (none: those of the configuration) and decides how each is read. */
export async function plansOf(
  args: readonly string[],
  settings: Settings,
  io: Io,
  { byHeads = false, onLong = () => {} }: PlansMode = {},
): Promise<Plans> {
  if (args.length === 0 && settings.sources.length === 0) {
    throw new Problem('no_paths', { en: 'no files are named', fr: "aucun fichier n'est indiqué" }, [
      { en: 'kpi report exports/   reads a folder', fr: 'kpi report exports/   lit un dossier' },
      { en: 'or list them under `sources` in kpi.yaml', fr: 'ou listez-les sous `sources` dans kpi.yaml' },
    ]);
  }
  const entries = await entriesByPath(settings.sources, args.length > 0, io.cwd);
  const named = namedPaths(args, settings, io.cwd);
  const paths = (await pathsOf(named, io.cwd)).filter(
    ({ path, named }) => named || resolve(io.cwd, path) !== settings.ratesFile,
  );
  const unread = unreadBelow(named, io.cwd);
  const planning = {
    sources,
    options: settings.options,
    zone: settings.zone,
    utc: zoneOf('UTC'),
    today: dayOfHour(settings.zone.hour(settings.asOf)),
    limits: settings.limits,
    written: writtenFrom(settings, io.cwd),
  };
  const costs =
    settings.costs.length > 0 ? [await planFile(costInput(settings.costs), { kind: 'cost' }, planning)] : [];
  // A short file is planned in the time that it takes to look for its plan.
  const planned = async (...given: Parameters<typeof planFile>): Promise<FilePlan> => {
    const [input] = given;
    if (!isLong(input) || input.sheet !== undefined) return planFile(...given);
    if (settings.cache === 'off' || settings.rejects !== null) {
      onLong(input);
      return planFile(...given);
    }
    const { planKept } = await import('../kept/kept-plans.ts');
    return planKept(settings.cache, io, onLong, ...given);
  };
  const entryOf = (path: string) => entries.get(resolve(io.cwd, path));
  const found = async function* (): AsyncGenerator<Found> {
    for (const { path, named } of paths) {
      const inputs = await inputsOf(path, settings, io).catch((error: unknown) => error as Error);
      if (inputs instanceof Error)
        yield { named, member: false, sheet: null, packed: false, plan: () => Promise.reject(inputs) };
      else
        for (const input of inputs) {
          const entry = entryOf(input.path) ?? entryOf(path) ?? {};
          const plan = (byHeads: boolean, { days = null, order = null }: Beside = {}) =>
            planned(input, { ...entry, ...days, ...(order && { date_order: order }) }, { ...planning, byHeads }).catch(
              (error: unknown) => {
                throw asWritten(error, input.path, planning.written(input.path));
              },
            );
          yield {
            named,
            member: input.path !== path,
            sheet: input.sheet ?? null,
            packed: input.sheet?.book !== path,
            plan,
          };
        }
    }
  };
  const gathered = async (all: AsyncIterable<Found> | Iterable<Found>, byHeads: boolean): Promise<Plans> => {
    const files: FilePlan[] = [];
    const passedOver: Problem[] = [];
    const kept: Found[] = [];
    const undated: { found: Found; error: NoDates }[] = [];
    const ambiguous: { found: Found; error: AmbiguousDates; at: number }[] = [];
    const books = new Map<string, Book>();
    for await (const [found, plan] of ahead(all, byHeads)) {
      kept.push(found);
      const { sheet, named } = found;
      const book =
        sheet === null ? null : (books.get(sheet.book) ?? { named: named && !found.packed, read: 0, unread: [] });
      if (sheet !== null && book !== null) books.set(sheet.book, book);
      try {
        files.push(await plan);
        if (book !== null) book.read += 1;
      } catch (error) {
        if (error instanceof NoDates && error.source.facets) undated.push({ found, error });
        else if (error instanceof AmbiguousDates) ambiguous.push({ found, error, at: files.length });
        else if (book !== null && error instanceof Problem && mayBeLeftOut(error))
          book.unread.push({ name: sheet!.name, problem: error });
        // One table of an archive may be no export; a file named by hand must be one.
        else if (!mayBePassedOver(error, found)) throw error;
        else passedOver.push(error as Problem);
      }
    }
    const proven = await provenBeside(ambiguous, files, byHeads, planning.written);
    for (const [place, { found, at }] of ambiguous.entries()) {
      files.splice(at + place, 0, proven[place]!);
      const book = books.get(found.sheet?.book ?? '');
      if (book !== undefined) book.read += 1;
    }
    const dated = [...files];
    for (const { found, error } of undated) {
      const days = siblingDays(error.place.file ?? '', error.source.tool, dated);
      if (days === null) throw error;
      files.push(await found.plan(byHeads, { days }));
      const book = books.get(found.sheet?.book ?? '');
      if (book !== undefined) book.read += 1;
    }
    for (const [path, { named, read, unread }] of books) {
      const problem = read === 0 ? noneRead(path, unread) : someNotRead(path, unread);
      if (problem === null) continue;
      // A workbook named by hand must have a sheet that is read.
      if (read === 0 && !mayBePassedOver(problem, { named, member: false })) throw problem;
      passedOver.push(problem);
    }
    if (files.length === 0) throw nothingRecognised(passedOver, unread);
    const whole = files.some((file) => file.byHead) ? () => gathered(kept, false) : null;
    return { files: [...files, ...costs], passedOver, unread, whole };
  };
  return gathered(found(), byHeads);
}

/** Plans of files whose dates can be read in two orders, as files beside them prove; throws where none does. */
async function provenBeside(
  ambiguous: readonly { readonly found: Found; readonly error: AmbiguousDates }[],
  files: readonly FilePlan[],
  byHeads: boolean,
  written: (path: string) => string,
): Promise<readonly FilePlan[]> {
  const orders = ambiguous.map(({ error }) => {
    const order = orderBeside(error, files);
    if (order === null) throw error;
    return order;
  });
  return Promise.all(
    ambiguous.map(async ({ found, error }, at) => {
      const own = orders[at]!;
      const plan = await found.plan(byHeads, { order: own.order });
      // What one file proves is said once.
      const same = orders.flatMap(({ by }, place) => (by === own.by ? [place] : []));
      if (same[0] !== at) return plan;
      const note = besideNote(error, written(plan.path), same.length - 1, own);
      return {
        ...plan,
        tables: plan.tables.map((table, place) => (place > 0 ? table : { ...table, notes: [...table.notes, note] })),
      };
    }),
  );
}

/** A file that is to be planned. */
interface Found {
  readonly named: boolean;
  /** Whether it is part of an archive. */
  readonly member: boolean;
  /** Of a workbook. */
  readonly sheet: Sheet | null;
  /** Whether its workbook is part of an archive. */
  readonly packed: boolean;
  readonly plan: (byHeads: boolean, beside?: Beside) => Promise<FilePlan>;
}

/** What files beside it say of a file. */
interface Beside {
  /** The days of a table without dates. */
  readonly days?: DayRange | null;
  /** The order of dates that can be read in two. */
  readonly order?: DateOrder | null;
}

/** The sheets of a workbook. */
interface Book {
  readonly named: boolean;
  read: number;
  readonly unread: UnreadSheet[];
}

/**
 * This many files are begun before awaiting the plan of the first: long ones are read through to detect their encoding, unless
 * that is detected from their heads.
 */
const mostAhead = (byHeads: boolean): number => (byHeads ? 1 : 3);

async function* ahead(
  all: AsyncIterable<Found> | Iterable<Found>,
  byHeads: boolean,
): AsyncGenerator<readonly [Found, Promise<FilePlan>]> {
  const waiting: (readonly [Found, Promise<FilePlan>])[] = [];
  for await (const found of all) {
    const plan = found.plan(byHeads);
    // The code that awaits it gets the error.
    plan.catch(() => {});
    waiting.push([found, plan]);
    if (waiting.length > mostAhead(byHeads)) yield waiting.shift()!;
  }
  yield* waiting;
}

const tolerated = new Set(['not_recognised', 'not_text', 'empty_file', 'hidden_sheet']);

/** A file that is known to be no source of KPIs is skipped, however it is named. */
const mayBePassedOver = (error: unknown, { named, member }: Pick<Found, 'named' | 'member'>): boolean =>
  error instanceof Problem &&
  (error.code === 'not_read' || error.code === 'export_filtered' || (tolerated.has(error.code) && (!named || member)));

async function inputsOf(path: string, settings: Settings, io: Io): Promise<Input[]> {
  if (path === '-') return [await standardInput(io.stdin, settings.limits)];
  // People see paths as they named them.
  return inputsAt(resolve(io.cwd, path), settings.limits, path);
}
