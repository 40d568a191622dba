import type { Text } from './text.ts';

/** Why rows are rejected, in words. The codes themselves are in `--rejects` files and in JSON. */
const words: Readonly<Record<string, Text>> = {
  ambiguous: { en: 'ambiguous', fr: 'valeur ambiguë' },
  breaks_convention: { en: 'breaks convention', fr: 'format différent du reste de la colonne' },
  cut_off: { en: 'the file stops in the middle of this row', fr: "le fichier s'arrête au milieu de cette ligne" },
  ends_before_it_begins: { en: 'ends before it begins', fr: 'fin avant le début' },
  missing_value: { en: 'missing value', fr: 'valeur manquante' },
  no_such_day: { en: 'no such day', fr: 'jour inexistant' },
  no_such_time: { en: 'no such time', fr: 'heure inexistante' },
  not_a_date: { en: 'not a date', fr: 'date attendue' },
  not_a_duration: { en: 'not a duration', fr: 'durée attendue' },
  not_a_number: { en: 'not a number', fr: 'nombre attendu' },
  not_readable: { en: 'not readable', fr: 'ligne illisible' },
  not_whole: { en: 'not whole', fr: 'nombre entier attendu' },
  other_currency: { en: 'a currency other than the one stated', fr: 'autre devise que celle indiquée' },
  order_rejected: { en: 'order rejected', fr: 'commande rejetée' },
  order_row_missing: { en: 'order row missing', fr: 'ligne de la commande manquante' },
  out_of_range: { en: 'out of range', fr: 'valeur hors limites' },
  outside_period: { en: 'outside period', fr: 'hors de la période' },
  score_outside_scale: { en: 'score outside its scale', fr: 'note hors de son échelle' },
  score_outside_0_to_10: { en: 'score outside 0 to 10', fr: 'note hors de 0 à 10' },
  too_few_cells: { en: 'too few cells', fr: 'trop peu de cellules' },
  too_large: { en: 'too large', fr: 'valeur trop grande' },
  too_many_cells: { en: 'too many cells', fr: 'trop de cellules' },
  unexpected_sign: { en: 'unexpected sign', fr: 'signe inattendu' },
  unexpected_percent: { en: 'unexpected percent', fr: 'pourcentage inattendu' },
  unknown_currency: { en: 'unknown currency', fr: 'devise inconnue' },
  unknown_zone: { en: 'unknown time zone', fr: 'fuseau horaire inconnu' },
  unknown_word: { en: 'unknown word', fr: 'mot inconnu' },
};

/** A reason code as people read it. */
export const rejectText = (code: string): Text => {
  const plain = code.replaceAll('_', ' ');
  return words[code] ?? { en: plain, fr: plain };
};
