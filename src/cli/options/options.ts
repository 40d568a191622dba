import { figureOptions } from './figure-options.ts';
import { inputOptions } from './input-options.ts';
import { below } from './option-spec.ts';
import { outputOptions } from './output-options.ts';
import { periodOptions } from './period-options.ts';

const general = { en: 'General:', fr: 'Général\u00a0:' };

const generalOptions = below(general, {
  config: {
    flags: '--config <file>',
    doc: {
      en: 'configuration (default: kpi.yaml in this folder or above)',
      fr: 'configuration (par défaut\u00a0: kpi.yaml, ici ou dans un dossier parent)',
    },
  },
  quiet: { flags: '-q, --quiet', doc: { en: 'no warnings, no progress', fr: 'ni avertissements, ni progression' } },
  verbose: { flags: '-v, --verbose', doc: { en: 'print more about what is done', fr: 'détailler ce qui est fait' } },
});

/** The shared options, in the order of the help. */
export const options = { ...periodOptions, ...figureOptions, ...outputOptions, ...inputOptions, ...generalOptions };

export type OptionName = keyof typeof options;

/** Options of most commands that read files. */
export const readingOptions = (Object.keys(options) as OptionName[]).filter(
  (name) =>
    ![
      'fields',
      'formats',
      'missing',
      'full',
      'title',
      'open',
      'dir',
      'recordFormat',
      'reportFormat',
      'funnelFormat',
      'cohortsFormat',
      'hashKeys',
      'cohortPeriod',
      'periodCompare',
      'checkFormat',
      'exitZero',
      'errorOnWarning',
      'suggest',
      'configOut',
    ].includes(name),
);

/** Values of options as they were typed, by name. */
export type RawOptions = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
