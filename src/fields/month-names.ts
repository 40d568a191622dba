/** English, French, German, Spanish, Italian, Dutch and Portuguese months, by number, with their abbreviations; lower case and without accents. */
const months = [
  'january jan janvier janv januar janner enero ene gennaio gen januari janeiro',
  'february feb fevrier fevr fev februar febrero febbraio febr februari fevereiro',
  'march mar mars marz maerz mrz marzo maart mrt marco',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag mei maio',
  'june jun juin juni junio giugno giu junho',
  'july jul juillet juil juli julio luglio lug julho',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre setiembre set settembre sett setembro',
  'october oct octobre oktober okt octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec decembre dezember dez diciembre dic dicembre dezembro',
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
