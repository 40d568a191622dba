import type { RowAccount } from '../core/accounting.ts';
import { dayOfHour, dayText } from '../core/civil.ts';
import { rejectText } from '../core/reject-words.ts';
import { counted, nouns, quoted, sameInAll, type Text } from '../core/text.ts';
import type { Read } from '../engine/state/read.ts';
import { areFacets } from '../plan/dates/sibling-days.ts';
import { withoutCompletions } from './checkout-warning.ts';
import { copyWarnings } from './copy-warnings.ts';
import type { SourceCover } from './coverage.ts';
import { coverageWarnings } from './coverage-warnings.ts';
import type { Figure, Warning } from './figure-model.ts';
import type { ReportSettings } from './figure-settings.ts';
import { giftCardsLeftOut } from './gift-card-warning.ts';
import { lateRefunds } from './late-refunds.ts';
import { lateSolves } from './late-solves.ts';
import { otherTable } from './other-table.ts';
import type { Slot } from './periods.ts';
import { serviceWarnings } from './service-warnings.ts';
import { leftByStatus, unknownStatuses } from './status-warnings.ts';
import { totalWarnings } from './total-warnings.ts';

/** What a user must know to trust the figures, file by file and then for all together. */
export function warningsOf(
  read: Read,
  settings: ReportSettings,
  covers: readonly SourceCover[],
  all: Slot | null,
  rows: readonly { readonly figures: readonly Figure[] }[],
): Warning[] {
  const warnings = fileWarnings(read);
  const history = shortHistory(read, settings, all);
  if (history !== null && rows.some(needsHistory)) warnings.push(history);
  const late = lateRefunds(read, settings, covers, all);
  if (late !== null) warnings.push(late);
  const solves = lateSolves(read, settings, covers, all);
  if (solves !== null) warnings.push(solves);
  return [...warnings, ...coverageWarnings(covers, settings, all)];
}

/** Warnings about the files, whatever is asked. */
export function fileWarnings(read: Read): Warning[] {
  const warnings: Warning[] = [];
  for (const { file, account, totals } of read.files) {
    const say = (code: string, message: Text, strict?: true) =>
      warnings.push({ code, message, file: file.path, ...(strict === true ? { strict } : {}) });
    for (const message of file.warnings) say('encoding', message);
    if (file.uncomputed !== undefined) say('formulas_without_values', file.uncomputed);
    for (const { code, message, strict } of file.tables.flatMap(({ notes }) => notes))
      say(code, message, strict || undefined);
    if (account.read === 0) {
      const message = { en: `${file.path} has a header and no rows`, fr: `${file.path} a un en-tête et aucune ligne` };
      // An empty list of refunds says that nothing was refunded.
      say('no_rows', message, file.tables.every(({ kind }) => kind === 'refund') ? undefined : true);
    }
    if (account.rejects.some(({ reason }) => reason === 'cut_off')) {
      const message = {
        en: `${file.path} stops in the middle of a row, and what came after it is missing: download it again`,
        fr: `${file.path} s'arrête au milieu d'une ligne, et la suite manque\u00a0: téléchargez-le à nouveau`,
      };
      say('cut_off', message, true);
    }
    if (account.noteAt !== null) {
      const rows = counted(account.counts.get('notes') ?? 1, nouns.row);
      const message = {
        en: `${file.path}: ${rows.en} of words in one cell left out as notes, the first is record ${account.noteAt}; a record must have all its cells`,
        fr: `${file.path}\u00a0: ${rows.fr} d'une seule cellule de texte, laissée${(account.counts.get('notes') ?? 1) < 2 ? '' : 's'} de côté comme notes, la première est l'enregistrement ${account.noteAt}\u00a0; un enregistrement doit avoir toutes ses cellules`,
      };
      say('notes', message, true);
    }
    if (account.rejected > 0) say('rejected', rejectedText(file.path, account));
    const unbalanced = account.counts.get('unbalanced') ?? 0;
    if (unbalanced > 0) {
      const orders = counted(unbalanced, nouns.order);
      say('unbalanced', {
        en: `${file.path}: in ${orders.en} the total is not the sum of items, shipping and tax`,
        fr: `${file.path}\u00a0: pour ${orders.fr}, le total n'est pas la somme des articles, des frais de port et des taxes`,
      });
    }
    for (const found of totals) warnings.push(...totalWarnings(file.path, found));
    const left = leftByStatus(file, read);
    if (left !== null) warnings.push(left);
  }
  warnings.push(...copyWarnings(read));
  for (const left of read.leftOut) if (!areFacets(left.table.file, left.instead.file)) warnings.push(otherTable(left));
  for (const { file, counts } of read.tables) {
    const { part } = file.source;
    const message = part && { en: `${file.path}: ${part.en}`, fr: `${file.path}\u00a0: ${part.fr}` };
    if (message !== undefined && counts) warnings.push({ code: 'part_of_whole', file: file.path, message });
  }
  warnings.push(...withoutCompletions(read));
  const cards = giftCardsLeftOut(read);
  if (cards !== null) warnings.push(cards);
  const unknown = unknownStatuses(read);
  if (unknown !== null) warnings.push(unknown);
  return [...warnings, ...serviceWarnings(read)];
}

function rejectedText(file: string, { rejected, read, rejects }: RowAccount): Text {
  const [first] = rejects;
  const [rows, reason] = [counted(rejected, nouns.row), rejectText(first?.reason ?? '')];
  const name = first === undefined || first.column === '' ? null : quoted(first.column);
  const column = { en: name === null ? '' : `, column ${name.en}`, fr: name === null ? '' : `, colonne ${name.fr}` };
  const where =
    first === undefined
      ? sameInAll('')
      : {
          en: `; the first is record ${first.record}${column.en} (${reason.en})`,
          fr: `\u00a0; la première est l'enregistrement ${first.record}${column.fr} (${reason.fr})`,
        };
  const one = rejected === 1;
  const cannot: Text = {
    en: one ? 'cannot be read and counts' : 'cannot be read and count',
    fr: one ? "est illisible et n'est comptée" : 'sont illisibles et ne sont comptées',
  };
  return {
    en: `${file}: ${rows.en} of ${read} ${cannot.en} nowhere${where.en}`,
    fr: `${file}\u00a0: ${rows.fr} sur ${read} ${cannot.fr} nulle part${where.fr}`,
  };
}

/** Whether a row shows a figure that depends on who bought before. */
const needsHistory = ({ figures }: { readonly figures: readonly Figure[] }): boolean =>
  figures.some(({ marks, reason }) => marks.includes('short_history') || reason === 'insufficient_history');

function shortHistory(read: Read, { options }: ReportSettings, all: Slot | null): Warning | null {
  if (options.assume_full_history || read.firstOrder === null || all === null) return null;
  if (dayOfHour(all.span.from) - read.firstOrder >= options.history_days) return null;
  const first = dayText(read.firstOrder);
  return {
    code: 'short_history',
    message: {
      en: `the orders go back to ${first} only: who is a new customer is known for less than ${options.history_days} days before the report; --assume-full-history says that no older order exists`,
      fr: `les commandes ne remontent qu'au ${first}\u00a0: avec moins de ${options.history_days} jours d'historique avant le rapport, les nouveaux clients ne sont pas reconnus avec certitude\u00a0; --assume-full-history indique qu'il n'existe aucune commande plus ancienne`,
    },
  };
}
