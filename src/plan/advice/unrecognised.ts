import type { Kind } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { joined, type Text } from '../../core/text.ts';
import { recordOf } from '../../records/index.ts';
import { type Source, titleOf } from '../../sources/source.ts';
import { Columns } from '../head/column-cells.ts';
import { below, type HeadRecords, type Records } from '../head/head-records.ts';
import { columnsText, isData, shownName } from '../head/shown-columns.ts';
import { damageOf, faultIn, hasTwoHeaders, isFault } from '../head/table-damage.ts';
import { genericSource, given } from '../recognise/generic.ts';
import { partOfExport } from '../recognise/proof.ts';
import { checkMapped, placeAt, type SourceEntry } from '../recognise/recognise.ts';
import { bestFit, type Fit, type Place } from '../recognise/signature.ts';
import { type Subject, subjectOf, subjects } from '../recognise/subjects.ts';
import { yamlText } from '../yaml-text.ts';
import { type Advice, adviceFor, type NoAdvice } from './advice.ts';
import { adviceLines } from './advice-text.ts';
import { listAdvice } from './nested-lists.ts';
import { Unrecognised } from './unrecognised-file.ts';

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Above the lines of a configuration. */
const writeIt: Text = { en: 'If it is, write into kpi.yaml:', fr: "Si c'est le cas, écrivez dans kpi.yaml\u00a0:" };

/** Why a file is not recognised: what it seems to be, the closest format of that kind, and the configuration that would map it. */
export function unrecognised(
  path: string,
  records: HeadRecords,
  tools: readonly Source[],
  entry: SourceEntry,
  /** Whether the rows of the file can be read by an entry. */
  works: (entry: SourceEntry) => boolean,
  /** The path as the configuration writes it. */
  written: string,
): Problem {
  const at = headerAt(records.first);
  if (at === null)
    return new Problem(
      'not_recognised',
      { en: `${path} holds no table`, fr: `${path} ne contient aucun tableau` },
      [{ en: 'Remove it, or export it again.', fr: 'Retirez-le, ou exportez-le à nouveau.' }],
      { file: path },
    );
  const damage = damageOf(path, records.first.slice(at));
  if (damage !== null) return damage;
  const place = placeAt(records, at);
  const { header } = place;
  if (isData(records.first[at]!, records.first.slice(at + 1))) return headless(path);
  checkMapped(path, entry, header);
  if (entry.format !== undefined) return notTheFormat(path, place, tools, entry);
  const columns = columnsText(header.names);
  const text = {
    en: `${path} is of no known format; its columns are ${columns.en}`,
    fr: `${path} n'est d'aucun format connu\u00a0; ses colonnes sont ${columns.fr}`,
  };
  if (isFault(header.names)) return faultIn(path);
  const table = records.first.slice(at);
  const cells = new Columns((asked) => below(records.all(asked), at));
  const found =
    entry.kind === undefined
      ? subjectOf(header.names, place.above, path, cells)
      : { subject: ofKind(entry.kind), because: [] as string[] };
  const lists = listAdvice(header.names);
  if (found === null)
    return (
      partOfExport(path, place, tools, false) ??
      new Unrecognised(text, [...nothingClose, ...lists], path, [], header.names.length > 1)
    );
  const { subject } = found;
  const because = found.because.length === 0 ? '' : ` (${found.because.map(shownName).join(', ')})`;
  const { kind } = subject;
  if (kind === undefined)
    return new Unrecognised(text, [seems(subject, because, since(subject.instead ?? noKpi))], path);
  const close = closest(kind, place, tools, entry);
  const advice = adviceFor(kind, header, cells);
  const isDouble = hasTwoHeaders(table);
  const isSound = !isDouble && !('missing' in advice) && path !== '-' && works(entryOf(advice));
  if (!isSound) {
    const why = isDouble ? twoHeaders : 'missing' in advice ? whyNot(advice) : noLines;
    return new Unrecognised(text, [close, seems(subject, because, but(why)), ...lists], path);
  }
  const lines = adviceLines(advice, yamlText(written), yamlText);
  const it = {
    en: `It seems to be ${subject.is.en}${because}.`,
    fr: `Il semble que ce soit ${subject.is.fr}${because}.`,
  };
  return new Unrecognised(text, [close, joined([it, writeIt], ' '), ...lines], path, lines.slice(1), true, it);
}

const ofKind = (kind: Kind): Subject =>
  subjects.find((subject) => subject.kind === kind) ?? { id: kind, kind, is: recordOf(kind).words.one, signs: [] };

const seems = ({ is }: Subject, because: string, then: Text): Text => ({
  en: `It seems to be ${is.en}${because}${then.en}`,
  fr: `Il semble que ce soit ${is.fr}${because}${then.fr}`,
});

const but = ({ en, fr }: Text): Text => ({ en: `, but ${en}`, fr: `, mais ${fr}` });
const since = ({ en, fr }: Text): Text => ({ en: `: ${en}`, fr: `\u00a0: ${fr}` });

const noKpi: Text = { en: 'kpi counts nothing in such files.', fr: 'kpi ne compte rien dans de tels fichiers.' };
const noLines: Text = {
  en: 'its rows cannot be read as such. `kpi list --fields` names the fields that a table needs.',
  fr: 'ses lignes ne peuvent pas être lues ainsi. `kpi list --fields` nomme les champs nécessaires.',
};
const twoHeaders: Text = {
  en: 'the names of its columns are in two rows. Join them into one.',
  fr: 'les noms de ses colonnes occupent deux lignes. Réunissez-les en une seule.',
};
const nothingClose: readonly Text[] = [
  {
    en: 'No format is close: its columns are not those of orders, visits, ads, tickets, surveys, social networks, e-mail campaigns, organic search or leads.',
    fr: "Aucun format ne s'en approche\u00a0: ses colonnes ne sont pas celles de commandes, visites, publicités, tickets, enquêtes, réseaux sociaux, campagnes e-mail, recherche naturelle ou leads.",
  },
  {
    en: 'If it is one of these all the same, map its columns in kpi.yaml; `kpi list --fields` names the fields.',
    fr: "Si c'est tout de même le cas, associez ses colonnes dans kpi.yaml\u00a0; `kpi list --fields` nomme les champs.",
  },
];

function whyNot({ missing, unclear }: NoAdvice): Text {
  const several = unclear.find(({ field }) => missing.includes(field));
  if (several !== undefined) {
    const names = several.columns.map(shownName);
    if (several.field === 'date' || several.field === 'started_at')
      return {
        en: `it does not show on which days its figures are: ${names.join(', ')} may say something else. If one does, name it in \`columns\` as \`${several.field}\`; else state the first and last day of the table as \`from\` and \`to\`.`,
        fr: `rien ne montre de quels jours sont ses chiffres\u00a0: ${names.join(', ')} peut dire autre chose. Si c'en est la date, nommez-la dans \`columns\` comme \`${several.field}\`\u00a0; sinon indiquez le premier et le dernier jour du tableau comme \`from\` et \`to\`.`,
      };
    return {
      en: `several columns could be its ${several.field} (${names.join(', ')}), and one is read. Put them one below the other, with a column that distinguishes them.`,
      fr: `plusieurs colonnes pourraient être ${several.field} (${names.join(', ')}), et une seule est lue. Mettez-les l'une sous l'autre, avec une colonne qui les distingue.`,
    };
  }
  const fields = missing.join(', ');
  return { en: `no column contains ${fields}.`, fr: `aucune colonne ne donne ${fields}.` };
}

/** The first record that could be a header: filled as far as most of the records are. */
function headerAt(records: Records): number | null {
  const first = records.findIndex((cells) => !isBlank(cells));
  if (first === -1) return null;
  const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;
  const widths = records.slice(0, 100).map((cells) => cells.length);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || b - a).map(([width]) => width);
  if (most === undefined) return first;
  const at = records.slice(0, 60).findIndex((cells) => cells.length === most && filled(cells) > most / 2);
  return at === -1 ? first : at;
}

function headless(path: string): Problem {
  return new Unrecognised(
    {
      en: `${path} is of no known format; the first row seems to be data, not column names`,
      fr: `${path} n'est d'aucun format connu\u00a0; la première ligne semble contenir des données, pas des noms de colonnes`,
    },
    [
      {
        en: 'Export it with the names of its columns, or write them above the first row.',
        fr: 'Exportez-le avec les noms de ses colonnes, ou écrivez-les au-dessus de la première ligne.',
      },
    ],
    path,
  );
}

/** The format of a kind that a header is closest to: a tool's if it has most of what that needs, else the generic one. */
function closest(kind: Kind, place: Place, tools: readonly Source[], entry: SourceEntry): Text {
  const fits = tools
    .filter((tool) => tool.kind === kind && tool.json === undefined && entry.columns === undefined)
    .map((tool) => bestFit(tool, place))
    .filter(({ asks, missing }) => asks >= 3 && missing.length < asks / 2)
    .sort((a, b) => a.missing.length / a.asks - b.missing.length / b.asks);
  const { source, missing } = fits[0] ?? closestWay(genericSource(kind, given(entry)), place);
  const title = titleOf(source);
  const names = joined(missing, ', ');
  if (missing.length === 0)
    return { en: `Closest: "${title.en}".`, fr: `Le plus proche\u00a0: «\u00a0${title.fr}\u00a0».` };
  return {
    en: `Closest: "${title.en}", which also needs ${names.en}.`,
    fr: `Le plus proche\u00a0: «\u00a0${title.fr}\u00a0», qui exige aussi ${names.fr}.`,
  };
}

/** Of the ways in which a file may be of a generic kind, the first that lacks the fewest columns. */
function closestWay(source: Source, place: Place): Fit {
  const ways = [source.signature].flat().map((signature) => bestFit({ ...source, signature }, place));
  return ways.reduce((best, one) => (one.missing.length < best.missing.length ? one : best));
}

/** The configuration entry, for a trial. */
function entryOf({ kind, columns, set, asks, needsPeriod, needsDateOrder, currency }: Advice): SourceEntry {
  const constants = { ...set, ...Object.fromEntries(asks.map((field) => [field, field === 'type' ? 'csat' : 'x'])) };
  return {
    kind,
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(Object.keys(constants).length > 0 ? { set: constants } : {}),
    ...(needsPeriod ? { from: 0, to: 1 } : {}),
    ...(needsDateOrder ? { date_order: 'dmy' } : {}),
    ...(currency === null ? {} : { currency }),
  };
}

function notTheFormat(path: string, place: Place, tools: readonly Source[], entry: SourceEntry): Problem {
  const source = tools.find(({ id }) => id === entry.format) ?? genericSource(entry.kind ?? 'order', given(entry));
  const title = titleOf(source);
  const missing = joined(bestFit(source, place).missing, ', ');
  const columns = columnsText(place.header.names);
  return new Problem(
    'not_recognised',
    {
      en: `${path} is not what the configuration says, "${title.en}": it lacks ${missing.en}`,
      fr: `${path} n'est pas ce que dit la configuration, «\u00a0${title.fr}\u00a0»\u00a0: il lui manque ${missing.fr}`,
    },
    [
      { en: `its columns are ${columns.en}`, fr: `ses colonnes sont ${columns.fr}` },
      {
        en: 'without `format` in its `sources` entry it is recognised by them',
        fr: "sans `format` dans son entrée de `sources`, il est reconnu d'après ses colonnes",
      },
    ],
    { file: path },
  );
}
