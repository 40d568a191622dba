import type { Language } from '../../core/choices.ts';
import { type Dimension, unattributed } from '../../core/kinds.ts';
import { words } from '../../page/page-words.ts';

/** The words of `kpi explain`. A missing language does not compile. */
export interface ExplainWords {
  readonly source: (address: string) => string;
  readonly operands: Readonly<Record<'operand' | 'unit' | 'meaning', string>>;
  readonly period: string;
  readonly dimension: (name: Dimension) => string;
  /** The name of a period or a group, if it is one of our words. */
  readonly named: (name: string) => string;
  /** An exact decimal. */
  readonly decimal: (text: string) => string;
  readonly none: (reason: string) => string;
  readonly amounts: (currency: string) => string;
  readonly files: Readonly<
    Record<'file' | 'format' | 'read' | 'accepted' | 'skipped' | 'superseded' | 'rejected', string>
  >;
}

const en: ExplainWords = {
  source: (address) => `Source: ${address}`,
  operands: { operand: 'operand', unit: 'unit', meaning: 'meaning' },
  period: 'period',
  dimension: (name) => name,
  named: (name) => name,
  decimal: (text) => text,
  none: (reason) => `null (${reason})`,
  amounts: (currency) => `Amounts in ${currency}.`,
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
