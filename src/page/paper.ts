import { html } from './escape.ts';

/** On A4, across, there is room for so many columns of figures. */
export const PRINTED = 12;

/**
 * What of wide tables is left out in print, where nothing scrolls: the oldest periods of one whose last columns count, and the
 * last groups, but for their total. The file on screen has them, and the page says so.
 */
export function paperStyle(columns: number): string {
  const oldest =
    columns > PRINTED
      ? `.s.e :is(td,thead th):nth-child(n+2):nth-child(-n+${columns - PRINTED + 1}){display:none}`
      : '';
  return `${oldest}.by :is(td,thead th):nth-child(n+${PRINTED + 1}):not(:last-child){display:none}`;
}

/** Said in print alone. */
export const onPaper = (text: string): string => `<p class="w onpaper">${html(text)}</p>`;
