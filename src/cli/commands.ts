import { cacheActions, shells } from '../core/choices.ts';
import type { CommandEntry } from './options/command.ts';
import { type OptionName, readingOptions } from './options/options.ts';

/** Options of commands that read files and calculate nothing. */
const inspectOptions: readonly OptionName[] = readingOptions.filter((name) =>
  [
    'timezone',
    'asOf',
    'format',
    'lang',
    'noPager',
    'noColor',
    'strict',
    'noStrict',
    'maxRejects',
    'rejects',
    'config',
    'quiet',
    'verbose',
  ].includes(name),
);

/** Those of commands that print a report, which has more formats. */
const reportOptions: readonly OptionName[] = [
  'full',
  'open',
  'title',
  ...readingOptions.map((name) => (name === 'format' ? 'reportFormat' : name)),
];

/** The commands, in the order of the help. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  init: {
    summary: {
      en: 'writes a kpi.yaml for the files, with checks derived from past values',
      fr: 'écrit un kpi.yaml pour les fichiers, avec des contrôles tirés des valeurs habituelles',
    },
    takes: '[paths...]',
    options: [
      'period',
      'currency',
      'rates',
      'configOut',
      ...inspectOptions.filter((name) => !['format', 'rejects', 'config'].includes(name)),
    ],
    examples: [
      [
        {
          en: 'a kpi.yaml for a folder; kpi report and kpi check then need no paths',
          fr: 'un kpi.yaml pour un dossier\u00a0; kpi report et kpi check se passent de chemins',
        },
        'kpi init exports/',
      ],
      [{ en: 'to see it first', fr: "pour le voir d'abord" }, 'kpi init exports/ --out -'],
      [
        { en: 'for a shop that works by month', fr: 'pour une boutique qui raisonne en mois' },
        'kpi init exports/ --period month --timezone Europe/Paris',
      ],
    ],
    load: () => import('./commands/init.ts'),
  },
  report: {
    summary: {
      en: 'the KPI table per period, and per group with --by',
      fr: 'tableau des KPI par période, et par groupe avec --by',
    },
    takes: '[paths...]',
    pathsFrom: 0,
    options: reportOptions,
    examples: [
      [
        { en: 'the last 4 complete weeks, by channel', fr: 'les 4 dernières semaines complètes, par canal' },
        'kpi report exports/ --last 4 --by channel',
      ],
      [
        {
          en: 'three KPIs by month, each compared with the year before',
          fr: "trois KPI par mois, chacun à côté de sa valeur de l'année précédente",
        },
        'kpi report exports/ --period month --kpi net_sales,orders,cac --compare year',
      ],
      [
        {
          en: 'a file for other programs, named after its days',
          fr: "un fichier pour d'autres programmes, nommé d'après ses dates",
        },
        'kpi report exports/ --out "reports/{from} to {to}.json"',
      ],
    ],
    load: () => import('./commands/report.ts'),
  },
  funnel: {
    summary: {
      en: 'the conversion funnel, from impressions to repeat purchases: rates, losses, and where most is lost',
      fr: "entonnoir de conversion, des impressions aux réachats\u00a0: taux, pertes, et où l'on perd le plus",
    },
    takes: '[paths...]',
    pathsFrom: 0,
    options: [
      ...readingOptions
        .filter((name) => !['kpi', 'group', 'format'].includes(name))
        .map((name) => (name === 'compare' ? 'periodCompare' : name)),
      'funnelFormat',
    ],
    examples: [
      [
        {
          en: 'the last complete week against the one before',
          fr: 'la dernière semaine complète, comparée à la précédente',
        },
        'kpi funnel exports/',
      ],
      [
        { en: 'one funnel per channel, for the last 3 months', fr: 'un entonnoir par canal, sur les 3 derniers mois' },
        'kpi funnel exports/ --period month --last 3 --by channel',
      ],
      [
        {
          en: 'for a wiki, and one figure per line for a spreadsheet',
          fr: 'pour un wiki, et un chiffre par ligne pour un tableur',
        },
        'kpi funnel exports/ --out funnel.md --out funnel.csv',
      ],
      [
        { en: 'as a page with a picture', fr: 'sous forme de page, avec un graphique' },
        'kpi funnel exports/ --out funnel.html',
      ],
    ],
    load: () => import('./commands/funnel.ts'),
  },
  check: {
    summary: {
      en: 'evaluates the checks of kpi.yaml and exits with 1 if one fails, for CI',
      fr: "évalue les contrôles de kpi.yaml\u00a0: code 1 si l'un d'eux échoue, pour l'intégration continue",
    },
    takes: '[paths...]',
    options: [
      ...readingOptions.filter(
        (name) => !['group', 'by', 'compare', 'format', 'includePartial', 'noIncludePartial'].includes(name),
      ),
      'checkFormat',
      'exitZero',
      'errorOnWarning',
      'suggest',
    ],
    examples: [
      [
        {
          en: 'the last complete week against the checks of kpi.yaml',
          fr: 'la dernière semaine complète, selon kpi.yaml',
        },
        'kpi check exports/',
      ],
      [
        {
          en: 'annotations for GitHub, and a file for its reports',
          fr: 'des annotations pour GitHub, et un fichier pour ses rapports',
        },
        'kpi check exports/ --format github --out - --out junit.xml',
      ],
      [
        { en: 'yesterday, as if it were the 22nd', fr: 'hier, comme si nous étions le 22' },
        'kpi check exports/ --period day --as-of 2026-11-22',
      ],
      [
        {
          en: 'checks to start with, derived from past values',
          fr: 'des contrôles pour commencer, tirés des valeurs habituelles',
        },
        'kpi check exports/ --suggest',
      ],
    ],
    load: () => import('./commands/check.ts'),
  },
  cohorts: {
    summary: {
      en: 'customers by the period of their first order: retention, sales and margin by age',
      fr: 'clients selon la période de leur première commande\u00a0: rétention, ventes et marge par âge',
    },
    takes: '[paths...]',
    pathsFrom: 0,
    options: [
      'cohortPeriod',
      ...readingOptions.filter((name) => !['period', 'kpi', 'group', 'compare', 'format'].includes(name)),
      'cohortsFormat',
    ],
    examples: [
      [
        {
          en: 'the customers of the last 12 months, month by month',
          fr: 'les clients des 12 derniers mois, mois par mois',
        },
        'kpi cohorts exports/',
      ],
      [
        { en: 'by week, of one quarter', fr: 'par semaine, sur un trimestre' },
        'kpi cohorts exports/ --period week --from 2026-07-01 --to 2026-09-30',
      ],
      [
        { en: 'as a page of heat maps, channel by channel', fr: 'une page de cartes de chaleur, canal par canal' },
        'kpi cohorts exports/ --by channel --out cohorts.html',
      ],
      [
        {
          en: 'everything, one figure per line, for a spreadsheet',
          fr: "tout ce qu'il y a, un chiffre par ligne, pour un tableur",
        },
        'kpi cohorts exports/ --all --format csv',
      ],
    ],
    load: () => import('./commands/cohorts.ts'),
  },
  inspect: {
    summary: {
      en: 'what each file was recognised as, how it is read, and what happened to its rows',
      fr: 'comment chaque fichier est reconnu et lu, et ce que deviennent ses lignes',
    },
    takes: '[paths...]',
    options: inspectOptions,
    examples: [
      [
        {
          en: 'what a file was recognised as, and which column became which field',
          fr: "le format reconnu d'un fichier, et le champ que donne chaque colonne",
        },
        'kpi inspect exports/orders.csv',
      ],
      [
        {
          en: 'all files, with the rows that cannot be read written to a file',
          fr: 'tous les fichiers, et leurs lignes illisibles dans un fichier à part',
        },
        'kpi inspect exports/ --rejects rejects.csv',
      ],
    ],
    load: () => import('./commands/inspect.ts'),
  },
  explain: {
    summary: {
      en: 'formula and meaning of a KPI; with paths, the operands of each period',
      fr: "formule et sens d'un KPI\u00a0; avec des chemins, les opérandes de chaque période",
    },
    takes: '<kpi> [paths...]',
    words: 'kpis',
    pathsFrom: 1,
    options: readingOptions.filter((name) => name !== 'kpi' && name !== 'group' && name !== 'compare'),
    examples: [
      [
        { en: 'the formula of a KPI, and what it leaves out', fr: "la formule d'un KPI, et ce qu'elle laisse de côté" },
        'kpi explain average_order_value',
      ],
      [
        {
          en: 'its operands in each of the last 4 weeks',
          fr: 'de quoi il a été calculé, pour chacune des 4 dernières semaines',
        },
        'kpi explain cac exports/ --last 4',
      ],
      [
        { en: 'the same by channel, for a spreadsheet', fr: 'la même chose par canal, pour un tableur' },
        'kpi explain cac exports/ --last 4 --by channel --format csv',
      ],
    ],
    load: () => import('./commands/explain.ts'),
  },
  normalize: {
    summary: {
      en: 'the typed records of the files, one file per record kind',
      fr: "enregistrements typés des fichiers, un fichier par type d'enregistrement",
    },
    takes: '[paths...]',
    options: ['dir', 'recordFormat', 'hashKeys', ...inspectOptions.filter((name) => name !== 'format')],
    examples: [
      [
        {
          en: 'all records as CSV, to check them in any other tool',
          fr: "tous les enregistrements en CSV, à vérifier dans l'outil de son choix",
        },
        'kpi normalize exports/ --out records/',
      ],
      [
        { en: 'in typed columns, for DuckDB or pandas', fr: 'en colonnes typées, pour DuckDB ou pandas' },
        'kpi normalize exports/ --out records/ --format parquet',
      ],
      [
        {
          en: 'without the names of customers; KPI_HASH_KEY holds a secret',
          fr: 'sans le nom des clients\u00a0; KPI_HASH_KEY contient un secret',
        },
        'kpi normalize exports/ --out records/ --hash-keys',
      ],
    ],
    load: () => import('./commands/normalize.ts'),
  },
  list: {
    summary: {
      en: 'all KPIs; with paths, those that the files allow; with --missing, what the others need; with --fields, the columns that files may have; with --formats, the exports that are recognised',
      fr: 'les KPI qui existent\u00a0; avec des chemins, ceux que permettent les fichiers\u00a0; avec --missing, ce que demandent les autres\u00a0; avec --fields, les colonnes que les fichiers peuvent avoir\u00a0; avec --formats, les exports reconnus',
    },
    takes: '[paths...]',
    options: ['group', 'fields', 'formats', 'missing', ...inspectOptions, 'currency', 'rates'],
    examples: [
      [{ en: 'those that the files allow', fr: 'ceux que permettent les fichiers' }, 'kpi list exports/'],
      [{ en: 'what the other KPIs need', fr: 'ce que demandent les autres' }, 'kpi list exports/ --missing'],
      [
        {
          en: 'the columns that a hand-made file may have',
          fr: 'les colonnes que peut avoir un fichier fait à la main',
        },
        'kpi list --fields',
      ],
      [{ en: 'the exports that are recognised', fr: 'les exports reconnus' }, 'kpi list --formats'],
    ],
    load: () => import('./commands/list.ts'),
  },
  cache: {
    summary: {
      en: 'what earlier runs have kept on disk, so that unchanged files are not read twice; clear removes it',
      fr: 'ce que les exécutions précédentes ont conservé, pour ne pas relire les fichiers inchangés\u00a0; clear le supprime',
    },
    takes: '<action>',
    words: cacheActions,
    options: ['lang'],
    examples: [
      [{ en: 'where it is, how much there is', fr: "où c'est, et combien il y en a" }, 'kpi cache status'],
      [{ en: 'to remove it', fr: 'pour le supprimer' }, 'kpi cache clear'],
    ],
    load: () => import('./commands/cache.ts'),
  },
  completion: {
    summary: {
      en: 'a script that completes commands, options and values in bash, zsh or fish',
      fr: 'script qui complète commandes, options et valeurs dans bash, zsh ou fish',
    },
    takes: '<shell>',
    words: shells,
    options: [],
    examples: [
      [
        { en: 'for bash, with the package bash-completion', fr: 'pour bash, avec le paquet bash-completion' },
        'kpi completion bash > ~/.local/share/bash-completion/completions/kpi',
      ],
      [
        { en: 'for zsh, in a folder of $fpath', fr: 'pour zsh, dans un dossier de $fpath' },
        'kpi completion zsh > ~/.zfunc/_kpi',
      ],
      [{ en: 'for fish', fr: 'pour fish' }, 'kpi completion fish > ~/.config/fish/completions/kpi.fish'],
    ],
    load: async () => (await import('./commands/completion.ts')).completionOf(commands),
  },
};
