import type { Language } from '../../core/choices.ts';
import { type Dimension, unattributed } from '../../core/kinds.ts';
import { words } from '../../page/page-words.ts';

/** The words of `kpi explain`. A missing language does not compile. */
const en = {
  source: (address: string) => `Source: ${address}`,
  operands: { operand: 'operand', unit: 'unit', meaning: 'meaning' },
  period: 'period',
  dimension: (name: Dimension): string => name,
  /** The name of a period or a group, if it is one of our words. */
  named: (name: string) => name,
  /** An exact decimal. */
  decimal: (text: string) => text,
  none: (reason: string) => `null (${reason})`,
  amounts: (currency: string) => `Amounts in ${currency}.`,
  files: {
    file: 'file',
    format: 'format',
    read: 'read',
    accepted: 'accepted',
    skipped: 'skipped',
    superseded: 'superseded',
    rejected: 'rejected',
  },
};

export type ExplainWords = typeof en;

const fr: ExplainWords = {
  source: (address) => `Source\u00a0: ${address}`,
  operands: { operand: 'opérande', unit: 'unité', meaning: 'définition' },
  period: 'période',
  dimension: (name) => words.fr.dimensions[name].toLowerCase(),
  named: (name) => (name === 'all' ? 'total' : name === unattributed ? words.fr.unattributed : name),
  decimal: (text) => text.replace('.', ','),
  none: (reason) => `– (${reason})`,
  amounts: (currency) => `Montants en ${currency}.`,
  files: {
    file: 'fichier',
    format: 'format',
    read: 'lues',
    accepted: 'retenues',
    skipped: 'écartées',
    superseded: 'remplacées',
    rejected: 'rejetées',
  },
};

export const explainWords: Readonly<Record<Language, ExplainWords>> = { en, fr };
