import type { Language } from '../../core/choices.ts';
import { BrokenInvariant } from '../../core/invariant.ts';
import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import { languageOfRun } from '../options/language.ts';
import { type Io, inColor } from '../process/io.ts';

export const exit = { done: 0, failed: 1, usage: 2, internal: 101 } as const;

/** Reports on standard error why a command line failed, in the language that it asks for; returns the exit code. */
export async function tellFailure(error: unknown, io: Io, args: readonly string[]): Promise<number> {
  const color = inColor(io, 'err', !args.includes('--no-color'));
  const lang = await languageOfRun(args, io);
  if (error instanceof Problem) {
    await io.err(lines(error.text, error.advice, { color, lang }));
    return exit.usage;
  }
  if (isOutOfMemory(error)) {
    await io.err(lines(outOfMemory, lessAtOnce, { color, lang }));
    return exit.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  const text = { en: `internal error: ${message}`, fr: `erreur interne\u00a0: ${message}` };
  const advice = error instanceof BrokenInvariant ? ofNumbers : ofOurs;
  await io.err(lines(text, [...advice, whereItHappened], { color, lang }));
  if (io.env.KPI_DEBUG && error instanceof Error) await io.err(`${error.stack}\n`);
  return exit.internal;
}

/** What V8 says where there is no memory for an array; where there is none for anything else, it ends the process. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError && error.message.startsWith('Array buffer allocation failed');

const outOfMemory: Text = {
  en: 'there is not enough memory for these files',
  fr: "il n'y a pas assez de mémoire pour ces fichiers",
};
const lessAtOnce: readonly Text[] = [
  { en: 'name fewer files at once', fr: 'indiquez moins de fichiers à la fois' },
  {
    en: 'or let sessions go to the disk: --engine duckdb',
    fr: 'ou laissez les sessions aller sur le disque\u00a0: --engine duckdb',
  },
];

/** What to do about a fault of the program. */
const ofOurs: readonly Text[] = [
  {
    en: 'this is a fault in kpi: please report it with the command line and what `kpi --version` prints',
    fr: "c'est un défaut de kpi\u00a0: merci de le signaler avec la ligne de commande et ce qu'affiche `kpi --version`",
  },
];

/** The same where two numbers of a run contradict each other. */
const ofNumbers: readonly Text[] = [
  {
    en: 'two counts contradict each other, so nothing is printed: one of them is wrong',
    fr: "deux comptes se contredisent, rien n'est donc affiché\u00a0: l'un des deux est faux",
  },
  {
    en: 'this is a fault in kpi: please report this message with the command line and what `kpi --version` prints; no rows of your files need to be sent',
    fr: "c'est un défaut de kpi\u00a0: merci de signaler ce message avec la ligne de commande et ce qu'affiche `kpi --version`\u00a0; aucune ligne de vos fichiers n'est à envoyer",
  },
];

const whereItHappened: Text = {
  en: 'with KPI_DEBUG=1 in the environment it says where it happened',
  fr: "avec KPI_DEBUG=1 dans l'environnement, il dit où cela s'est produit",
};

/** Names of columns and values can be as long as a file: no line of a message is longer than this. */
const longest = 1000;

/** `kpi: message`, then the advice, indented. Both contain text from files: nothing in it may control the terminal. */
function lines(message: Text, advice: readonly Text[], { color, lang }: { color: boolean; lang: Language }): string {
  const name = color ? '\u001b[31mkpi:\u001b[39m' : 'kpi:';
  const shown = ({ [lang]: text }: Text) => visible(text.length > longest ? `${text.slice(0, longest)}…` : text);
  return [`${name} ${shown(message)}`, ...advice.map((line) => `  ${shown(line)}`), ''].join('\n');
}
