import type { Lang } from '../../page/page-words.ts';

/** Words of a report as a workbook that no other output has. */
interface WorkbookWords {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly notes: string;
  readonly about: string;
  readonly basis: string;
}

export const workbookWords: Readonly<Record<Lang, WorkbookWords>> = {
  en: { period: 'Period', from: 'From', to: 'To', notes: 'Notes', about: 'About', basis: 'Basis' },
  fr: { period: 'Période', from: 'Du', to: 'Au', notes: 'Notes', about: 'À propos', basis: 'Base' },
};
