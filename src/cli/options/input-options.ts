import { cacheModes, engines } from '../../core/choices.ts';
import { below, listed } from './option-spec.ts';

const heading = { en: 'Input:', fr: 'Entrée\u00a0:' };

export const inputOptions = below(heading, {
  strict: {
    flags: '--strict',
    doc: {
      en: 'allow no rejected rows and no sources that end early',
      fr: "aucune ligne rejetée, aucune source qui s'arrête trop tôt",
    },
  },
  noStrict: { flags: '--no-strict', doc: { en: 'as usual', fr: "comme d'habitude" }, hidden: true },
  maxRejects: {
    flags: '--max-rejects <n>',
    doc: {
      en: 'rejected rows allowed in a file, or P% (default: 5%)',
      fr: 'lignes rejetées admises par fichier, ou P% (par défaut\u00a0: 5%)',
    },
  },
  rejects: { flags: '--rejects <file>', doc: { en: 'write the rejected rows', fr: 'écrire les lignes rejetées' } },
  engine: {
    flags: '--engine <name>',
    doc: { en: `${listed(engines)} (default: auto)`, fr: `${listed(engines)} (par défaut\u00a0: auto)` },
    words: engines,
  },
  threads: {
    flags: '--threads <n>',
    doc: {
      en: 'threads of the duckdb engine (default: one per core)',
      fr: 'threads du moteur duckdb (par défaut\u00a0: un par cœur)',
    },
  },
  memoryLimit: {
    flags: '--memory-limit <size>',
    doc: {
      en: 'memory of a run on the duckdb engine, such as 2GB',
      fr: 'mémoire accordée au moteur duckdb, par exemple 2GB',
    },
  },
  tempDir: {
    flags: '--temp-dir <folder>',
    doc: {
      en: 'where the duckdb engine writes what does not fit in memory',
      fr: 'où le moteur duckdb met ce qui ne tient pas en mémoire',
    },
  },
  cache: {
    flags: '--cache <by>',
    doc: {
      en: `${listed(cacheModes)}: how a file is recognised that an earlier run has read (default: stat)`,
      fr: `${listed(cacheModes)}\u00a0: comment reconnaître un fichier qu'une exécution précédente a lu (par défaut\u00a0: stat)`,
    },
    words: cacheModes,
  },
  noCache: {
    flags: '--no-cache',
    doc: { en: 'read every file again, and keep nothing of it', fr: "relire chaque fichier, et n'en rien conserver" },
  },
});
