/**
 * Values of options in French: a French user who reads `Semaine 47` may ask for `--period semaine`. In messages, in the
 * configuration and in outputs for programs they have one name each, the English one.
 */
const french: Readonly<Record<string, readonly string[]>> = {
  hour: ['heure'],
  day: ['jour'],
  week: ['semaine'],
  month: ['mois'],
  quarter: ['trimestre'],
  year: ['an', 'annee'],
  all: ['tout', 'toutes'],
  previous: ['precedent', 'precedente'],
  season: ['saison'],
  mean: ['moyenne'],
  benchmark: ['repere', 'reference'],
  channel: ['canal'],
  campaign: ['campagne'],
  country: ['pays'],
  device: ['appareil'],
  store: ['boutique', 'magasin'],
  contact_channel: ['canal_de_contact'],
  payment_method: ['moyen_de_paiement'],
  discount_code: ['code_de_remise', 'code_promo'],
  none: ['aucun', 'aucune'],
  table: ['tableau'],
  text: ['texte'],
  content: ['contenu'],
  status: ['etat'],
  clear: ['vider'],
  fr: ['francais'],
  en: ['anglais'],
  sales: ['ventes'],
  traffic: ['trafic'],
  customers: ['clients'],
  service: ['support', 'service_client'],
  social: ['reseaux_sociaux'],
};

/** Names of options in French, which are only understood in a question what was meant. */
const frenchOptions: Readonly<Record<string, readonly string[]>> = {
  '--by': ['--par'],
  '--from': ['--du', '--depuis', '--de'],
  '--to': ['--au', '--jusqu_au', '--jusqua'],
  '--last': ['--dernier', '--derniers', '--dernieres'],
  '--all': ['--tout', '--toutes'],
  '--compare': ['--comparer'],
  '--currency': ['--devise'],
  '--rates': ['--taux'],
  '--timezone': ['--fuseau', '--fuseau_horaire'],
  '--group': ['--groupe'],
  '--title': ['--titre', '--nom'],
  '--open': ['--ouvrir'],
  '--out': ['--sortie'],
  '--lang': ['--langue'],
  '--full': ['--complet'],
  '--missing': ['--manquants', '--manque'],
  '--help': ['--aide'],
};

/** The options that French words may mean, of those that there are. */
export const optionsInFrench = (flag: string, known: readonly string[]): string[] => {
  const word = `--${plain(flag.slice(2))}`;
  return known.filter((name) => frenchOptions[name]?.includes(word));
};

/** A word without accents, with `_` for blanks and hyphens. */
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s-]+/g, '_');

/** Whether a word is another's French name. */
export const isFrenchFor = (word: string, name: string): boolean => french[name]?.includes(plain(word)) ?? false;
