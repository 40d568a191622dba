/** How tools, and the spreadsheets that save their files again, write yes and no. */
export const yesWords: readonly string[] = 'true t yes y 1 oui vrai ja wahr si verdadero vero'.split(' ');
export const noWords: readonly string[] = 'false f no n 0 non faux nein falsch falso'.split(' ');

/** Whether a cell says yes; null if it is neither yes nor no. */
export function saysYes(cell: string): boolean | null {
  const word = cell.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return yesWords.includes(word) ? true : noWords.includes(word) ? false : null;
}
