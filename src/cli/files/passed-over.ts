import type { Problem } from '../../core/problem.ts';
import { andMore, joined, sameInAll, type Text } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import type { Warning } from '../../figures/figure-model.ts';
import { Unrecognised } from '../../plan/advice/unrecognised-file.ts';
import { SheetsNotRead } from './unread-sheets.ts';

/** Codes of files without anything that a figure could miss. */
const harmless = (problem: Problem): boolean =>
  problem.code === 'not_read' ||
  ((problem instanceof Unrecognised || problem instanceof SheetsNotRead) && !problem.couldBeData);

/** What says itself that it is not read. */
const saysItself: ReadonlySet<string> = new Set(['not_read', 'export_filtered', 'sheets_not_read', 'hidden_sheet']);

/** Warnings about files that were found but are no exports: one per kind, with the first and the names of others. */
export function passedOverWarnings(problems: readonly Problem[]): Warning[] {
  const byKind = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = `${problem.code} ${harmless(problem)}`;
    byKind.set(kind, [...(byKind.get(kind) ?? []), problem]);
  }
  return [...byKind.values()].map(([first, ...more]) => warningOf(first!, more));
}

function warningOf(first: Problem, more: readonly Problem[]): Warning {
  const { code, text, place } = first;
  const isAlike = saysItself.has(code);
  const others = othersText(more, isAlike);
  const message = {
    en: `${isAlike ? '' : 'passed over: '}${text.en}${others.en}`,
    fr: `${isAlike ? '' : 'fichier ignoré\u00a0: '}${text.fr}${others.fr}`,
  };
  return {
    code,
    message,
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(harmless(first) ? {} : { strict: true }),
  };
}

/** `; passed over, too: data/a.csv, data/b.csv`. `isAlike`: for the same reason. */
function othersText(more: readonly Problem[], isAlike: boolean): Text {
  if (more.length === 0) return sameInAll('');
  const names = more.slice(0, 3).map(({ place }) => sameInAll(visible(place.file ?? '')));
  const list = joined([...names, ...(more.length > 3 ? [andMore(more.length - 3)] : [])], ', ');
  const says = isAlike
    ? { en: 'the same of', fr: 'de même pour' }
    : { en: 'passed over, too:', fr: 'ignoré de même\u00a0:' };
  return {
    en: `; ${says.en} ${list.en} (kpi inspect FILE says more)`,
    fr: `\u00a0; ${says.fr} ${list.fr} (kpi inspect FICHIER en dit plus)`,
  };
}
