import { toDecimal } from '../../core/fraction.ts';
import type { FunnelStepName } from '../../core/funnel-steps.ts';
import { decimal, type Text } from '../../core/text.ts';
import type { Figure, Warning } from '../../figures/figure-model.ts';
import type { FunnelRow } from './funnel-model.ts';

/** Steps of visits that count more than the step before: one warning per pair. */
export function inconsistencies(rows: readonly FunnelRow[]): Warning[] {
  const found = new Map<string, { message: Text; more: number }>();
  for (const { period, dimensions, steps } of rows) {
    for (const [at, { step, figures }] of steps.entries()) {
      const before = steps[at - 1]?.step;
      // Visits need no ad, and buyers are not sessions: only steps of visits are a part of the step before.
      if (before === undefined || before === 'impressions' || step === 'repeat') continue;
      if (figures.rate?.reason !== 'inconsistent_counts') continue;
      const known = found.get(step);
      if (known !== undefined) {
        known.more += 1;
        continue;
      }
      const where = [period, ...Object.values(dimensions)].join(', ');
      const [some, all] = [stepWords[step], stepWords[before]];
      const [count, base] = [numeral(figures.count), numeral(figures.base)];
      const message = {
        en: `the files count more ${some.en} (${count.en}) than ${all.en} (${base.en}) in ${where}: they count each step by itself there, and the rate between the two is not known`,
        fr: `les fichiers comptent plus ${some.fr} (${count.fr}) que ${all.fr} (${base.fr}) pour ${where}\u00a0: ils y comptent chaque étape à part, et le taux de passage entre les deux est inconnu`,
      };
      found.set(step, { message, more: 0 });
    }
  }
  return [...found.values()].map(({ message, more }) => ({
    code: 'inconsistent_counts',
    message: more === 0 ? message : andInMore(message, more),
  }));
}

const andInMore = ({ en, fr }: Text, more: number): Text => ({
  en: `${en}; the same in ${more} more of the funnels`,
  fr: `${fr}\u00a0; de même dans ${more} ${more === 1 ? 'autre entonnoir' : 'autres entonnoirs'}`,
});

/** The steps within a sentence. */
const stepWords: Readonly<Record<FunnelStepName, Text>> = {
  impressions: { en: 'impressions', fr: "d'impressions" },
  visits: { en: 'visits', fr: 'de visites' },
  product_views: { en: 'product views', fr: 'de vues produit' },
  carts: { en: 'carts', fr: 'de paniers' },
  checkouts: { en: 'checkouts', fr: 'de paiements commencés' },
  purchases: { en: 'purchases', fr: "d'achats" },
  repeat: { en: 'repeat', fr: 'de réachats' },
};
const numeral = (figure: Figure | undefined): Text =>
  decimal(
    figure === undefined || figure.value === null || typeof figure.value === 'string' ? '' : toDecimal(figure.value),
  );
