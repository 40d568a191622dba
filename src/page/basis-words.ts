import { sameInAll, type Text } from '../core/text.ts';

/** What a figure is based on, in words for people; in outputs for programs it is the words of the configuration. */

const names: Readonly<Record<string, Text>> = {
  revenue: { en: 'revenue', fr: "chiffre d'affaires" },
  cac: sameInAll('CAC'),
  clicks: { en: 'clicks', fr: 'clics' },
  ltv: sameInAll('LTV'),
};

const values: Readonly<Record<string, Text>> = {
  net_sales: { en: 'net sales', fr: 'ventes nettes' },
  total_sales: { en: 'total sales', fr: 'ventes totales' },
  order_value: { en: 'order value', fr: 'valeur des commandes' },
  fully_loaded: { en: 'all costs', fr: 'tous les coûts' },
  media: { en: 'media costs', fr: 'coûts média' },
  link: { en: 'on links', fr: 'sur un lien' },
  all: { en: 'all', fr: 'tous' },
  revenue: { en: 'of revenue', fr: 'sur le revenu' },
  margin: { en: 'of margin', fr: 'sur la marge' },
};

/** `net sales` */
export const basisText = (value: string): Text => values[value] ?? sameInAll(value);

/** `revenue: net sales` for each. */
export const basisTexts = (basis: Readonly<Record<string, string>>, lang: 'en' | 'fr'): string[] =>
  Object.entries(basis).map(([name, value]) => {
    const between = lang === 'fr' ? '\u00a0: ' : ': ';
    return `${(names[name] ?? sameInAll(name))[lang]}${between}${basisText(value)[lang]}`;
  });
