import { dimensions } from '../../core/kinds.ts';
import { sameInAll } from '../../core/text.ts';
import { groups } from '../../kpis/kpi.ts';
import { below, listed } from './option-spec.ts';

const heading = { en: 'Figures:', fr: 'Chiffres\u00a0:' };

export const figureOptions = below(heading, {
  kpi: {
    flags: '--kpi <ids>',
    doc: {
      en: 'the KPIs to show, separated by commas; see kpi list',
      fr: 'les KPI à montrer, séparés par des virgules\u00a0; voir kpi list',
    },
    words: 'kpis',
    many: true,
  },
  group: { flags: '--group <names>', doc: sameInAll(listed(groups)), words: groups, many: true },
  by: {
    flags: '--by <dimension>',
    doc: {
      en: `${listed(dimensions)} or none; repeat for several`,
      fr: `${listed(dimensions)} ou none\u00a0; à répéter pour plusieurs`,
    },
    words: [...dimensions, 'none'],
    many: true,
  },
  currency: {
    flags: '--currency <code>',
    doc: { en: 'currency of the report, such as EUR', fr: 'devise du rapport, par exemple EUR' },
  },
  rates: {
    flags: '--rates <file>',
    doc: { en: 'CSV with date, currency and rate', fr: 'CSV des taux de change, avec date, currency et rate' },
  },
  assumeFullHistory: {
    flags: '--assume-full-history',
    doc: {
      en: 'the files hold every order ever made',
      fr: 'les fichiers contiennent toutes les commandes depuis les débuts de la boutique',
    },
  },
  noAssumeFullHistory: {
    flags: '--no-assume-full-history',
    doc: { en: 'they do not', fr: 'ils ne les contiennent pas toutes' },
    hidden: true,
  },
  suggest: {
    flags: '--suggest',
    doc: {
      en: 'evaluate nothing: print checks derived from past values, for the main KPIs or those of --kpi',
      fr: "ne rien évaluer\u00a0: proposer des contrôles d'après les valeurs habituelles, pour les principaux KPI ou ceux de --kpi",
    },
  },
  fields: {
    flags: '--fields',
    doc: {
      en: 'the record kinds and their fields instead of the KPIs',
      fr: "les types d'enregistrement et leurs champs au lieu des KPI",
    },
  },
  missing: {
    flags: '--missing',
    doc: {
      en: 'the KPIs that the files do not supply, and the exports that would',
      fr: 'les KPI que les fichiers ne permettent pas, et les exports qui les permettraient',
    },
  },
  formats: {
    flags: '--formats',
    doc: {
      en: 'the exports that are recognised, and how to export them, instead of the KPIs',
      fr: 'les exports reconnus, et comment les exporter, au lieu des KPI',
    },
  },
});
