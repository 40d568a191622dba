import { html } from './escape.ts';

/** A table that scrolls in a box of its own, which the keyboard reaches and a screen reader names. */
export const scroll = (name: string, table: string, kind = ''): string =>
  `<div class="s${kind}" tabindex=0 role=region aria-label="${name}">${table}</div>`;

/** A head of a column or row. */
export const head = (scope: 'col' | 'row', content: string, attributes = ''): string =>
  `<th scope=${scope}${attributes}>${content}`;

/** Above a table, in sight however far it is scrolled. */
export const caption = (text: string): string => `<caption><span>${html(text)}</span></caption>`;

/** Heads the rows of a group of KPIs; its words stay in sight as well. */
export const groupHead = (name: string, columns: number): string =>
  `<tbody><tr><th scope=rowgroup class=h colspan=${columns}><span>${html(name)}</span>`;
