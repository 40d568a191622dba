import { visible } from '../core/visible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of our own for an element or a quoted attribute. */
export const html = (text: string): string => text.replace(/[&<>"']/g, (found) => entities[found] ?? found);

/** As much of a text as `most` characters show, with `…` where it is cut; never half of a pair. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Text from data: every character seen, none obeyed, none read as markup. It can be as long as a file, a page cannot. */
export const foreign = (text: string, most = 1000): string => html(visible(shortened(text, most)));

const IN_CELL = 60;

/**
 * A name from data, apart from the text around it, whichever way it is written. CSS cuts it to the width there is; more
 * than a glance shows is in the title alone.
 */
export function named(name: string): string {
  const title = name.length > 18 ? ` title="${foreign(name)}"` : '';
  return `<bdi${title}>${foreign(name, IN_CELL)}</bdi>`;
}

/** Prose of our own in which words of the program stand between backticks. */
export const prose = (text: string): string => html(text).replace(/`([^`]+)`/g, '<code>$1</code>');
