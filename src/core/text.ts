import type { Language } from './choices.ts';

/** What a person reads, in every language of the user interface: what one lacks does not compile. */
export type Text = Readonly<Record<Language, string>>;
