import { type Day, dayOfHour, dayText } from '../core/civil.ts';
import { sourcesLine } from '../core/sources-line.ts';
import { counted, joined, nouns, quoted, type Text } from '../core/text.ts';
import type { TableFacts } from '../engine/state/read.ts';
import { recordOf } from '../records/index.ts';
import { rangesTogether, type SourceCover, standsIn } from './coverage.ts';
import { coversAll, type DayRange, touches } from './days.ts';
import type { Warning } from './figure-model.ts';
import type { ReportSettings } from './figure-settings.ts';
import type { Slot } from './periods.ts';

/** Items of a list shown in a sentence. */
const MOST = 3;

/**
 * What the files leave out of the periods shown: sources that end early, gaps between files, and that none of them has
 * anything in the period asked for. `all` is the span of the periods.
 */
export function coverageWarnings(
  covers: readonly SourceCover[],
  settings: ReportSettings,
  all: Slot | null,
): readonly Warning[] {
  const held = covers.filter(
    ({ kind, ranges, tables }) => ranges.length > 0 && tables.some(({ plan }) => plan.kind === kind),
  );
  if (all === null) return outside(held, settings, null);
  const today = dayOfHour(settings.zone.hour(settings.asOf));
  const [from, to] = [dayOfHour(all.elapsed.from), Math.min(dayOfHour(all.elapsed.to - 1) + 1, today)];
  const found = [
    ...late(held),
    ...stale(held, from, to),
    ...gaps(held, from, to),
    ...changed(held, from, to),
    ...renamed(held, from, to),
  ];
  return found.length > 0 ? found : outside(held, settings, { from, to: dayOfHour(all.span.to - 1) + 1 });
}

/** The file of a source that has a given day, among those of its kind. */
export function fileWith({ tables, kind }: SourceCover, day: Day): string {
  const own = tables.filter(({ plan }) => plan.kind === kind);
  const has = ({ days, plan }: TableFacts): boolean =>
    days.has(day) || plan.period?.from === day || plan.period?.to === day;
  return (own.find(has) ?? own[0]!).file.path;
}

/** The first few of several, in parentheses, and how many more there are. */
export function others(texts: readonly Text[]): Text {
  const shown = joined(texts.slice(0, MOST), ', ');
  const left = texts.length - MOST;
  return { en: shown.en + (left > 0 ? `, ${left} more` : ''), fr: shown.fr + (left > 0 ? `, ${left} de plus` : '') };
}

/** Records long after now: a mistyped year. */
function late(covers: readonly SourceCover[]): Warning[] {
  const [first, ...more] = covers.filter((cover) => cover.late !== null);
  if (first === undefined || first.late === null) return [];
  const [file, day, kind] = [fileWith(first, first.late), dayText(first.late), recordOf(first.kind).words.one];
  const also = more.length === 0 ? '' : ` (${more.length + 1})`;
  const message = {
    en: `${file}: ${kind.en} record on ${day}${also}, long after now: it covers no days until then; correct the date`,
    fr: `${file}\u00a0: enregistrement (${kind.fr}) au ${day}${also}, bien après aujourd'hui\u00a0: il ne couvre aucun des jours d'ici là\u00a0; corrigez la date`,
  };
  return [{ code: 'late_date', file, message, strict: true }];
}

/** The day from which on a source has nothing. */
export const endOf = ({ to, silent }: SourceCover): Day => silent.find(({ isEnd }) => isEnd)?.first ?? to;

/** Whether another source goes on where one ends. */
export function isContinued(cover: SourceCover, among: readonly SourceCover[]): boolean {
  const end = endOf(cover);
  const range = rangesTogether(cover, among)?.find(({ from, to }) => from < end && to >= end);
  return range !== undefined && range.to > end;
}

/** Sources with past days before `to` that are in none of their files. Lines have no days of their own. */
function stale(covers: readonly SourceCover[], from: Day, to: Day): Warning[] {
  const [first, ...more] = covers.filter((cover) => {
    const end = endOf(cover);
    return Number.isFinite(cover.last) && end < to && to > from && !isContinued(cover, covers);
  });
  if (first === undefined) return [];
  const [file, last, kind] = [fileWith(first, first.last), dayText(first.last), recordOf(first.kind).words.one];
  const also = others(
    more.map((cover): Text => {
      const [path, day, words] = [fileWith(cover, cover.last), dayText(cover.last), recordOf(cover.kind).words.one];
      return { en: `${path} on ${day} (${words.en})`, fr: `${path} au ${day} (${words.fr})` };
    }),
  );
  const one = more.length === 0;
  const message = {
    en: `${file} ends on ${last}: its ${kind.en} figures after that are incomplete; export it again${one ? '' : `. So do ${also.en}`}`,
    fr: `${file} s'arrête au ${last}\u00a0: après ce jour, ses chiffres (${kind.fr}) sont incomplets\u00a0; exportez-le à nouveau${one ? '' : `. De même ${also.fr}`}`,
  };
  return [{ code: 'stale', file, message, strict: true }];
}

const toolOf = ({ tables }: SourceCover): string | undefined => tables[0]?.file.source.tool;

/** Days before the periods shown in which a change of the tool still matters: those of comparisons with the year before. */
const comparedDays = 371;

/** A tool of visits in whose place another goes on: they do not count alike. */
function changed(covers: readonly SourceCover[], from: Day, to: Day): Warning[] {
  return covers.flatMap((cover) => {
    const end = endOf(cover);
    const next = covers.find((other) => standsIn(other, cover) && other.from <= end && other.to > end);
    if (next === undefined || end >= to || end <= from - comparedDays || !isContinued(cover, covers)) return [];
    // Two reports of one tool count alike.
    if (toolOf(next) === toolOf(cover)) return [];
    const [file, last, other] = [fileWith(cover, cover.last), dayText(cover.last), fileWith(next, next.last)];
    const message = {
      en: `${file} ends on ${last}, and ${other} goes on: two tools count visits differently, so a change across that day is one of the tool, too`,
      fr: `${file} s'arrête au ${last}, et ${other} prend la suite\u00a0: deux outils comptent les visites différemment, une évolution autour de ce jour est donc aussi celle de l'outil`,
    };
    return [{ code: 'tool_changed', file, message }];
  });
}

/** Visits of one property that go on under the name of another: it was renamed, or they are two shops. */
function renamed(covers: readonly SourceCover[], from: Day, to: Day): Warning[] {
  const all = [...new Set(covers.flatMap(({ tables }) => tables.map(({ file }) => file.written)))];
  return covers.flatMap(({ kind, tables }): Warning[] => {
    const named = tables
      .filter(
        ({ plan, file, days }) =>
          plan.kind === kind && file.property !== undefined && file.store === null && days.size > 0,
      )
      .map(({ file, days }) => ({ file, first: Math.min(...days), last: Math.max(...days) }))
      .sort((a, b) => a.first - b.first);
    const at = named.findIndex(({ file, first }, i) => {
      const before = named[i - 1];
      return (
        before !== undefined && before.file.property !== file.property && first < to && first > from - comparedDays
      );
    });
    const [one, other] = [named[at - 1], named[at]];
    if (kind !== 'visit' || one === undefined || other === undefined) return [];
    const [last, line] = [dayText(one.last), sourcesLine(one.file.written, other.file.written, 'store', all)];
    const [ends, goesOn] = [one.file, other.file].map(({ path, property }) => ({
      en: `${path} (${quoted(property!).en})`,
      fr: `${path} (${quoted(property!).fr})`,
    })) as [Text, Text];
    const message = {
      en: `${ends.en} ends on ${last}, and ${goesOn.en} goes on under the name of another property: if they are two shops, neither is known for all days. ${line === null ? 'For two shops, give each file its `store` in `sources` of kpi.yaml' : `For two shops, write in kpi.yaml: ${line}`}; if it was renamed, give both files the same \`store\` there`,
      fr: `${ends.fr} s'arrête au ${last}, et ${goesOn.fr} prend la suite sous le nom d'une autre propriété\u00a0: s'il s'agit de deux boutiques, aucune n'est connue pour tous les jours. ${line === null ? 'Pour deux boutiques, donnez à chaque fichier son `store` dans `sources` de kpi.yaml' : `Pour deux boutiques, écrivez dans kpi.yaml\u00a0: ${line}`}\u00a0; si elle a été renommée, donnez-y aux deux fichiers le même \`store\``,
    };
    return [{ code: 'property_changed', file: other.file.path, message }];
  });
}

export interface Hole {
  readonly cover: SourceCover;
  /** The days without a record: first and last. */
  readonly first: Day;
  readonly last: Day;
}

/** The days between two ranges of a source, if some of [from, to) are among them. */
export function holesOf(cover: SourceCover, from: Day, to: Day): Hole[] {
  const silent = cover.silent.filter(({ first, last, isEnd }) => !isEnd && first < to && last >= from);
  const between = cover.ranges.slice(1).flatMap((range, i): Hole[] => {
    const before: DayRange = cover.ranges[i]!;
    if (before.to >= to || range.from <= from) return [];
    return [{ cover, first: before.last + 1, last: range.first - 1 }];
  });
  return [...between, ...silent.map(({ first, last }) => ({ cover, first, last }))];
}

export const holeText = ({ first, last }: Hole): Text => {
  const [from, to] = [dayText(first), dayText(last)];
  return first === last ? { en: from, fr: from } : { en: `${from} to ${to}`, fr: `${from} au ${to}` };
};

/** Days between the files of a source that none of them has. */
function gaps(covers: readonly SourceCover[], from: Day, to: Day): Warning[] {
  const holes = covers.flatMap((cover) =>
    holesOf(cover, from, to).filter(
      ({ first, last }) => !coversAll(rangesTogether(cover, covers) ?? [], first, last + 1),
    ),
  );
  const [hole, ...more] = holes;
  if (hole === undefined) return [];
  const { cover, first, last } = hole;
  const [before, after] = [fileWith(cover, first - 1), fileWith(cover, last + 1)];
  const [kind, days, left] = [recordOf(cover.kind).words.one, holeText(hole), counted(last - first + 1, nouns.day)];
  const also = others(
    more.map((one): Text => {
      const [text, words] = [holeText(one), recordOf(one.cover.kind).words.one];
      return { en: `${text.en} (${words.en})`, fr: `${text.fr} (${words.fr})` };
    }),
  );
  const isOne = more.length === 0;
  const message = {
    en: `no file has ${days.en} (${left.en}), between ${before} and ${after}: ${kind.en} figures of these days are unknown, not 0; export them, too${isOne ? '' : `. The same for ${also.en}`}`,
    fr: `aucun fichier ne couvre ${days.fr} (${left.fr}), entre ${before} et ${after}\u00a0: les chiffres (${kind.fr}) de ces jours sont inconnus, et ne valent pas 0\u00a0; exportez-les aussi${isOne ? '' : `. De même ${also.fr}`}`,
  };
  return [{ code: 'gap', file: before, message, strict: true }];
}

/** If no file has anything in the period asked for: what they hold. */
function outside(
  covers: readonly SourceCover[],
  { from, to, last }: ReportSettings,
  span: { readonly from: Day; readonly to: Day } | null,
): Warning[] {
  if (covers.length === 0 || (from === null && to === null && last === null)) return [];
  if (span !== null && covers.some(({ ranges }) => touches(ranges, span.from, span.to))) return [];
  const ends = [Math.min(...covers.map((one) => one.first)), Math.max(...covers.map((one) => one.last))];
  const [first, end] = ends.map((day) => dayText(day));
  const message = {
    en: `the files hold ${first} to ${end}: nothing in the requested period`,
    fr: `les fichiers vont du ${first} au ${end}\u00a0: rien de la période demandée`,
  };
  return [{ code: 'outside', message, strict: true }];
}
