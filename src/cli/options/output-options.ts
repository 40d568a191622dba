import { formats, languages, recordFormats } from '../../core/choices.ts';
import { formatsOf } from '../../documents/define-document.ts';
import { documents } from '../../documents/index.ts';
import { below, listed, type OptionSpec } from './option-spec.ts';

/** What a command prints: several have the flag, each with formats of its own. */
const formatOption = (formats: readonly string[], usual: string): Omit<OptionSpec, 'heading'> => ({
  flags: '--format <name>',
  doc: { en: `${listed(formats)} (default: ${usual})`, fr: `${listed(formats)} (par défaut\u00a0: ${usual})` },
  words: formats,
});

const heading = { en: 'Output:', fr: 'Sortie\u00a0:' };

export const outputOptions = below(heading, {
  full: {
    flags: '--full',
    doc: {
      en: 'every KPI that the files supply, in all periods, instead of one screen',
      fr: "tous les KPI que permettent les fichiers, dans toutes les périodes, au lieu d'un seul écran",
    },
  },
  open: {
    flags: '--open',
    doc: { en: 'show the report as a page in the browser', fr: 'montre le rapport comme page dans le navigateur' },
  },
  title: {
    flags: '--title <text>',
    doc: { en: 'name of the shop, above the report', fr: 'nom de la boutique, en tête du rapport' },
  },
  format: formatOption(formats, 'table'),
  out: {
    flags: '--out <file>',
    doc: {
      en: 'write a file in the format of its extension; - also prints; {period}, {from}, {to} are filled in',
      fr: 'écrire un fichier, au format de son extension\u00a0; - affiche en plus le résultat\u00a0; {period}, {from} et {to} sont remplacés',
    },
    many: true,
  },
  lang: {
    flags: '--lang <code>',
    doc: {
      en: `${listed(languages)} (default: that of the system)`,
      fr: `${listed(languages)} (par défaut\u00a0: celle du système)`,
    },
    words: languages,
  },
  locale: {
    flags: '--locale <name>',
    doc: { en: 'how numbers are written, such as fr-FR', fr: 'écriture des nombres, par exemple fr-FR' },
  },
  noPager: {
    flags: '--no-pager',
    doc: {
      en: 'print long results without a pager (KPI_PAGER, PAGER, less)',
      fr: 'affiche les longs résultats sans pager (KPI_PAGER, PAGER, less)',
    },
  },
  noColor: { flags: '--no-color', doc: { en: 'no colours', fr: 'sans couleurs' } },
  dir: {
    flags: '--out <folder>',
    doc: {
      en: 'where the files are written, one per record kind',
      fr: "où écrire les fichiers, un par type d'enregistrement",
    },
  },
  recordFormat: formatOption(recordFormats, 'csv'),
  reportFormat: formatOption(formatsOf(documents.report), 'table'),
  funnelFormat: formatOption(formatsOf(documents.funnel), 'table'),
  cohortsFormat: formatOption(formatsOf(documents.cohorts), 'table'),
  checkFormat: formatOption(formatsOf(documents.checks), 'table'),
  exitZero: {
    flags: '--exit-zero',
    doc: {
      en: 'exit with 0 whatever the checks say',
      fr: 'se terminer par le code 0, quel que soit le résultat des contrôles',
    },
  },
  errorOnWarning: {
    flags: '--error-on-warning',
    doc: { en: 'treat warnings of checks as failures', fr: 'un avertissement vaut un échec' },
  },
  configOut: {
    flags: '--out <file>',
    doc: {
      en: 'the configuration to write (default: kpi.yaml here); - prints it',
      fr: "la configuration à écrire (par défaut\u00a0: kpi.yaml, ici)\u00a0; - l'affiche",
    },
    many: true,
  },
  hashKeys: {
    flags: '--hash-keys',
    doc: {
      en: 'replace customer keys by a keyed hash; the key is in the variable KPI_HASH_KEY',
      fr: 'clés des clients remplacées par une empreinte à clé secrète, lue dans la variable KPI_HASH_KEY',
    },
  },
});
