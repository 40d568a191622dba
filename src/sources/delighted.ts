import { outOf } from './scores.ts';

/** Effort scores and product-market fit are neither satisfaction nor recommendation. */
const types: Readonly<Record<string, 'nps' | 'csat'>> = {
  nps: 'nps',
  enps: 'nps',
  csat: 'csat',
  stars: 'csat',
  stars_five: 'csat',
  star: 'csat',
  '5-star': 'csat',
  smileys: 'csat',
  thumbs: 'csat',
};

/** The type that an answer counts as; one of another survey keeps its own. */
export const typeOf = (type = ''): string => {
  const word = type.trim().toLowerCase();
  return types[word.replace(/\s+/g, '_')] ?? word;
};

/** A score with the scale of its survey: thumbs are 0 and 1, all other satisfaction surveys have five steps. */
export const scoreOf = (score = '', type = ''): string => {
  if (typeOf(type) !== 'csat') return score.trim();
  return type.trim().toLowerCase() === 'thumbs' ? outOf(1)(score) : outOf(5)(score);
};
