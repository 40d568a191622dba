import type { Language } from '../core/choices.ts';
import type { TimeUnit } from '../core/time-unit.ts';
import type { Resolved } from '../plan/plan.ts';

type Column = Extract<Resolved, { op: 'column' }>;

const units: Readonly<Record<TimeUnit, string>> = {
  day: 'day',
  week: 'week',
  week_ending: 'week ending',
  iso_week: 'ISO week',
  us_week: 'week from Sunday',
  nth_week: 'week by its number from 0',
  month: 'month',
  nth_month: 'month by its number from 0',
  quarter: 'quarter',
  year: 'year',
  iso_year: 'ISO year',
};

/** How `kpi inspect` says where values come from. A missing language does not compile. */
const en = {
  /** What the text of a column is read as. */
  types: {
    text: 'text',
    key: 'key',
    money: 'money',
    count: 'count',
    number: 'number',
    ratio: 'ratio',
    duration: 'duration',
    instant: 'instant',
    day: 'day',
  } satisfies Record<Column['as']['type'], string>,
  decimal: { '.': 'decimal point', ',': 'decimal comma' },
  /** For a column that writes magnitudes below 0. */
  below: 'written below 0',
  orders: { dmy: 'dmy', mdy: 'mdy' },
  /** A name of the file's own. */
  quoted: (name: string) => `"${name}"`,
  else: ', else ',
  always: (value: string) => `always "${value}"`,
  whenFilled: (gives: string, column: string, otherwise: string) =>
    `${gives} where ${column} is filled, else ${otherwise}`,
  part: (nth: number, of: string, by: string) => `part ${nth} of ${of}, parted by "${by}"`,
  stated: (day: string) => `${day}, stated above the table`,
  yearless: (column: string, newest: string) => `"${column}" without a year, up to ${newest}`,
  daysAfter: (column: string, day: string) => `"${column}" days after ${day}`,
  dayOf: (edge: 'from' | 'to', of: readonly { unit: TimeUnit; column: string }[]) =>
    `${edge === 'from' ? 'first' : 'last'} day of ${of.map(({ unit, column }) => `the ${units[unit]} in "${column}"`).join(' and ')}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' },
  json: { array: 'array', lines: 'lines', object: 'object' },
  bom: ' with byte order mark',
  /** Of a workbook. */
  sheet: 'sheet of an Excel workbook',
};

export type InspectWords = typeof en;

const quoted = (name: string): string => `«\u00a0${name}\u00a0»`;
const ofUnit: Readonly<Record<TimeUnit, string>> = {
  day: 'du jour',
  week: 'de la semaine',
  week_ending: 'de la semaine finissant au jour',
  iso_week: 'de la semaine ISO',
  us_week: 'de la semaine (du dimanche au samedi)',
  nth_week: 'de la semaine, numérotée à partir de 0,',
  month: 'du mois',
  nth_month: 'du mois, numéroté à partir de 0,',
  quarter: 'du trimestre',
  year: "de l'année",
  iso_year: "de l'année ISO",
};

const fr: InspectWords = {
  types: {
    text: 'texte',
    key: 'clé',
    money: 'montant',
    count: 'nombre entier',
    number: 'nombre',
    ratio: 'taux',
    duration: 'durée',
    instant: 'date et heure',
    day: 'jour',
  },
  decimal: { '.': 'point décimal', ',': 'virgule décimale' },
  below: 'écrit en négatif',
  orders: { dmy: 'jour/mois/année', mdy: 'mois/jour/année' },
  quoted,
  else: ', sinon ',
  always: (value) => `toujours ${quoted(value)}`,
  whenFilled: (gives, column, otherwise) => `${gives} si ${column} est renseigné, sinon ${otherwise}`,
  part: (nth, of, by) => `partie ${nth} de ${of}, séparée par ${quoted(by)}`,
  stated: (day) => `${day}, indiqué au-dessus du tableau`,
  yearless: (column, newest) => `${quoted(column)} sans année, jusqu'au ${newest}`,
  daysAfter: (column, day) => `${quoted(column)} jours après le ${day}`,
  dayOf: (edge, of) =>
    `${edge === 'from' ? 'premier' : 'dernier'} jour ${of.map(({ unit, column }) => `${ofUnit[unit]} dans ${quoted(column)}`).join(' et ')}`,
  span: (from, to) => `du ${from} au ${to}`,
  delimiters: { ',': 'virgule', ';': 'point-virgule', '\t': 'tabulation', '|': 'barre verticale' },
  json: { array: 'tableau', lines: 'un objet par ligne', object: 'objet' },
  bom: " avec marque d'ordre des octets",
  sheet: "feuille d'un classeur Excel",
};

export const inspectWords: Readonly<Record<Language, InspectWords>> = { en, fr };
