import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../core/problem.ts';

/** Makes a separate folder for what does not fit in memory. Throws the Problem `not_writable`. */
export function temporary(place: string): string {
  try {
    return mkdtempSync(join(place, 'kpi-'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const says = { en: `${place} cannot be written (${code})`, fr: `impossible d'écrire dans ${place} (${code})` };
    throw new Problem('not_writable', says, [
      {
        en: 'The duckdb engine puts there what does not fit in memory: name another folder by --temp-dir.',
        fr: 'Le moteur duckdb y met ce qui ne tient pas en mémoire\u00a0: indiquez un autre dossier avec --temp-dir.',
      },
    ]);
  }
}

/** What DuckDB lacks, in our words; other errors are its own. */
export function inOurWords(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (/No space left|disk.*full|max_temp_directory_size/i.test(message)) {
    const says = {
      en: 'the temporary folder of the duckdb engine is full',
      fr: 'le dossier temporaire du moteur duckdb est plein',
    };
    return new Problem('disk_full', says, [
      {
        en: 'Name a folder with more room: --temp-dir FOLDER',
        fr: 'Indiquez un dossier qui a plus de place\u00a0: --temp-dir DOSSIER',
      },
      {
        en: 'or give it more memory: --memory-limit 4GB',
        fr: 'ou donnez-lui plus de mémoire\u00a0: --memory-limit 4GB',
      },
    ]);
  }
  if (/^Out of Memory Error|could not (?:allocate|pin) block/.test(message)) {
    const says = {
      en: 'the duckdb engine needs more memory than it may have',
      fr: 'le moteur duckdb a besoin de plus de mémoire que ce qui lui est permis',
    };
    return new Problem('out_of_memory', says, [
      { en: 'Give it more: --memory-limit 4GB', fr: 'Donnez-lui-en plus\u00a0: --memory-limit 4GB' },
      {
        en: 'or fewer threads, which need less: --threads 1',
        fr: 'ou moins de threads, qui en demandent moins\u00a0: --threads 1',
      },
    ]);
  }
  return error;
}
