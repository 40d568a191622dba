import { metaTool, networkOfTitle } from './meta-page.ts';
import { col, defineSource, preamble, whenFilled } from './source.ts';

export default defineSource({
  id: 'meta-page-followers',
  title: 'Meta Business Suite: Insights, Audience, Export',
  titleFr: 'Meta Business Suite\u00a0: Statistiques, Audience, Exporter',
  tool: metaTool,
  doc: 'UTF-16; the number of followers of the page on Facebook, then of the account on Instagram. The file has no date: say the day of the export as `to` in `sources` of kpi.yaml. The shares by age, gender, city and country below are not read.',
  signature: { all: [['FB_PAGE', 'IG_ACCOUNT'], 'FOLLOW'] },
  layout: 'blocks',
  short: true,
  decimal: '.',
  kind: 'social',
  fields: {
    date: preamble('to'),
    network: whenFilled(col('IG_ACCOUNT'), 'instagram', networkOfTitle),
    followers: col(['FB_PAGE', 'IG_ACCOUNT'], 'count'),
  },
});
