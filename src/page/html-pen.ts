import { Figures, type Tongue } from './figure-text.ts';
import { type PageWords, pageWords } from './html-words.ts';
import { Notes } from './notes.ts';
import { type Words, words } from './page-words.ts';

/** What all parts of a page write with. */
export interface Pen {
  readonly tongue: Tongue;
  readonly text: Words;
  readonly page: PageWords;
  readonly figures: Figures;
  /** Numbers the reasons of nulls as they occur, the same all over the page. */
  readonly notes: Notes;
}

export const penOf = (currency: string | null, tongue: Tongue): Pen => ({
  tongue,
  text: words[tongue.lang],
  page: pageWords[tongue.lang],
  figures: new Figures(currency, tongue),
  notes: new Notes(),
});
