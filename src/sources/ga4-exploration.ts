import { explorationSignatures, ga4 } from './ga4.ts';
import { defineSource } from './source.ts';

export default defineSource({
  ...ga4,
  id: 'ga4-exploration',
  title: 'Google Analytics 4: Explore, Export data, CSV',
  titleFr: 'Google Analytics 4\u00a0: Explorer, Exporter les données, CSV',
  doc: 'Like a report. The period is one line above the table; the total row comes first, without dimensions and with one cell more than the header.',
  signature: explorationSignatures,
});
