/** English, French, German and Spanish months, by number, with their abbreviations; lower case and without accents. */
const months = [
  'january jan janvier janv januar janner enero ene',
  'february feb fevrier fevr fev februar febrero',
  'march mar mars marz maerz mrz marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juin juni junio',
  'july jul juillet juil juli julio',
  'august aug aout agosto ago',
  'september sep sept septembre septiembre setiembre set',
  'october oct octobre oktober okt octubre',
  'november nov novembre noviembre',
  'december dec decembre dezember dez diciembre dic',
];

const days =
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun ' +
  'lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim ' +
  'montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend sonntag so ' +
  'lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom';

const numbers: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** 1 to 12, or 0 for a word that is no month; the word as `folded` returns it. */
export const monthNumber = (word: string): number => numbers.get(word) ?? 0;

/** A day of the week says nothing about the date, so it is not compared with it. */
export const weekdayNames: ReadonlySet<string> = new Set(days.split(' '));

/** Lower case without accents. */
export const folded = (text: string): string =>
  (isAscii.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();

const isAscii = /^[ -~]*$/;
