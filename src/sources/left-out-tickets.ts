import { namesIn } from '../core/names-in.ts';
import type { From, Skip } from './source.ts';

/*
 * What help desks, and the people who name their stages, call a ticket that is no request: in English, French, German,
 * Spanish, Italian and Dutch. A word that is missing here leaves a ticket in the backlog for good.
 */

const words = {
  deleted: namesIn`
    deleted | trash | trashed | supprimé | supprimée | supprimé(e) | effacé | effacée | corbeille | gelöscht
    geloescht | papierkorb | eliminado | eliminada | borrado | borrada | papelera | eliminato | eliminata | cestino
    verwijderd | prullenbak | prullenmand
  `,
  spam: namesIn`
    spam | junk | junk mail | junk email | junk e-mail | indésirable | courrier indésirable | message indésirable
    pourriel | junk-e-mail | unerwünscht | unerwuenscht | no deseado | no deseada | correo no deseado | indesiderato
    indesiderata | posta indesiderata | ongewenst | ongewenste e-mail | ongewenste mail
  `,
  merged: namesIn`
    merged | duplicate | duplicated | fusionné | fusionnée | fusionné(e) | doublon | dupliqué | dupliquée
    en double | zusammengeführt | zusammengefuehrt | duplikat | dublette | doppelt | fusionado | fusionada
    combinado | combinada | duplicado | duplicada | duplicato | duplicata | samengevoegd | duplicaat | dubbel
  `,
} as const;

/** A word, and the same without accents, as it is typed by hand. */
const spelled = (word: string): string[] => [...new Set([word, word.normalize('NFKD').replace(/\p{M}/gu, '')])];

/** Leaves out the tickets that a status calls deleted, spam, or a part of another. */
export const leftOutTickets = (of: From): Skip[] =>
  Object.entries(words).map(([reason, all]) => ({ of, words: all.flatMap(spelled), reason }));
