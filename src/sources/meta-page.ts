import { col, type Declared, type FieldsFrom, type From, titled } from './source.ts';

/** The files of Meta Business Suite are in UTF-16, with a title above the table of each network. */
const doc =
  'UTF-16; a line `sep=`, then a table of Facebook and one of Instagram, each below a title that names the figure and the network: without a network it is Facebook. Saved again by a spreadsheet, the columns are separated by tabs.';

export const metaTool = 'Meta';

/** The network that the title of a table names. */
export const networkOfTitle: From<'text'> = titled(/instagram/i, 'instagram', 'facebook');

/** A day per row, one figure, which only the title names. */
export const metaSeries = (
  id: string,
  [title, titleFr]: readonly [string, string],
  figure: RegExp,
  field: keyof FieldsFrom<'social'> & string,
  more: string,
): Declared<'social'> => ({
  id,
  title: `Meta Business Suite: Insights, ${title}, Export`,
  titleFr: `Meta Business Suite\u00a0: Statistiques, ${titleFr}, Exporter`,
  tool: metaTool,
  doc: `${doc} ${more}`,
  signature: { all: ['Date', 'Primary'], above: [figure] },
  layout: 'blocks',
  decimal: '.',
  kind: 'social',
  fields: { date: col('Date', 'day'), network: networkOfTitle, [field]: col('Primary', 'count') },
});
