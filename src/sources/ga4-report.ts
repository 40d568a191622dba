import { ga4, reportSignatures } from './ga4.ts';
import { defineSource } from './source.ts';

export default defineSource({
  ...ga4,
  id: 'ga4-report',
  title: 'Google Analytics 4: a report, Share, Download CSV',
  titleFr: 'Google Analytics 4\u00a0: un rapport, Partager, Télécharger au format CSV',
  doc: "One file may contain several tables, each read by its own header. Without a date column the dates are those of the lines above. Days are those of the property's time zone. Averages and rates are multiplied by the sessions of their row. Add to carts, checkouts and purchases are counts of events. Key events are not purchases. A comparison (column `Date range`) is refused: export one period. Tables of this data downloaded from Looker Studio are read, too: without dates they need `from` and `to`.",
  signature: reportSignatures,
});
