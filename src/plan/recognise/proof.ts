import { kinds } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { joined, quoted, sameInAll, type Text } from '../../core/text.ts';
import { recordFields } from '../../records/index.ts';
import { type From, type Source, titleOf } from '../../sources/source.ts';
import type { Columns } from '../head/column-cells.ts';
import type { Header } from '../head/header.ts';
import { plainName } from '../head/plain-name.ts';
import { shownName } from '../head/shown-columns.ts';
import { yamlText } from '../yaml-text.ts';
import { aboutOrders } from './about-orders.ts';
import { aboutRecords } from './about-records.ts';
import { asCrossTable } from './cross-table.ts';
import { fieldNames } from './generic.ts';
import type { SourceEntry } from './recognise.ts';
import { bestFit, type Place } from './signature.ts';
import { sumsUpOrders } from './sums-up.ts';
import { kindOfRow } from './unnamed-status.ts';

/*
 * A table whose columns merely have the names of those of orders must prove that its rows are orders: ledgers of
 * payments, summaries by day and exports with columns left out have the same names, and would be counted silently.
 */

const ledgerWords =
  /^((payment |processing |transaction |stripe |paypal )?fees?( amount)?|frais|gebuhr(en)?|comision|(running )?balance|solde|saldo|kontostand|payout( id| date| amount)?|settlement( id| date| amount| currency| reference)?|consumer (name|bank account|iban|bic)|psp reference|debit|credit|soll|haben|versement|auszahlung)$/;
const grossWords = /^(gross|brut|brutto|bruto)( amount| eur| usd)?$/;
const netWords = /^(net|netto|neto|montant net)( amount| eur| usd)?$/;
const typeWords =
  /^((transaction|event|entry|payment|row|balance) )?(type|typ|art|tipo|nature|kind)( de transaction)?$|^reporting category$/;
/** Rows that are not sales, in the words of payment providers. */
const noSale =
  /\b(refund\w*|payouts?|fees?|transfers?|withdrawals?|deposits?|adjustments?|charge ?backs?|disputes?|reversal|void(ed)?|authori[sz]ations?|virements?|frais|remboursements?|versements?|retraits?|auszahlung\w*|gebuhr\w*|erstattung\w*|ruckerstattung|reembolsos?|comision\w*|conversion)\b/;

/** The columns that speak against orders in a table whose kind the user has not stated; empty for none. */
function ledgerColumns(header: Header, cells: Columns): string[] {
  const names = header.names.map(plainName);
  const found = names.flatMap((name, at) => (ledgerWords.test(name) ? [at] : []));
  for (const [at, name] of names.entries()) {
    if (!typeWords.test(name)) continue;
    for (const row of cells.rows([at]))
      if (noSale.test(plainName(row[at] ?? ''))) {
        found.push(at);
        break;
      }
  }
  return [...new Set(found)].map((at) => header.names[at]!);
}

interface NetAndGross {
  readonly net: string;
  readonly gross: string;
}

/** A net amount beside a gross one: tax is between them, or a fee, or a discount. */
export function netAndGross({ names }: Header): NetAndGross | null {
  const gross = names.find((name) => grossWords.test(plainName(name)));
  const net = names.find((name) => netWords.test(plainName(name)));
  return gross === undefined || net === undefined ? null : { net, gross };
}

/** The fields' own names prove a file that was made for this program. */
const isOurs = (header: Header): boolean =>
  header.find('gross_sales') !== undefined && header.find('ordered_at') !== undefined;

/** Throws if a generic file of orders, or of requests, does not prove that it is one. */
export function refuseUnproven(
  path: string,
  source: Source,
  place: Place,
  cells: Columns,
  entry: SourceEntry,
  tools: readonly Source[],
): void {
  const { header } = place;
  if (source.tool !== 'generic') return;
  if (source.kind === 'ticket' && entry.kind === undefined) refuseAdmissions(path, place);
  const isSaid = entry.kind !== undefined || entry.columns !== undefined || entry.format !== undefined;
  const others = isSaid ? null : aboutRecords(path, source.kind, header);
  if (others !== null) throw others;
  if (source.kind !== 'order') return;
  const notes = creditNotes(header, cells, entry);
  if (notes !== null && (isSaid || ledgerColumns(header, cells).length === 0)) throw addedNotes(path, notes);
  if (entry.columns?.order_id !== undefined) return;
  if (sumsUpOrders(header, cells)) throw summary(path);
  if (isSaid) return;
  const part = partOfExport(path, place, tools, true);
  if (part !== null) throw part;
  if (isOurs(header)) return;
  const ledger = ledgerColumns(header, cells);
  if (ledger.length > 0) throw asLedger(path, ledger);
  const both = netAndGross(header);
  if (both !== null) throw netBesideGross(path, header, both);
  const other = aboutOrders(path, header);
  if (other !== null) throw other;
  const amount = amountColumn(header);
  if (amount === undefined || header.find(fieldNames('order', 'order_id')) !== undefined) return;
  const figures = asCrossTable(path, header, cells, amount, [sayKind]);
  if (figures !== null) throw figures;
  const { above, below } = cells.of(amount);
  if (above > 0 && below > 0) throw bothSigns(path, header.names[amount]!);
}

/** Columns of tickets that are sold: for events, journeys, draws. */
const admission =
  /^(event( name| date| title)?|venue|seats?|attendees?|passengers?|buyer( name| email)?|flight|admission|ticket (type|price|tier|holder|class)|(ticket )?(price|prix|preis|precio)( eur| usd| gbp)?|evenement|veranstaltung|place|lieu|sitzplatz)$/;

function refuseAdmissions(path: string, { header }: Place): void {
  const found = header.names.filter((name) => admission.test(plainName(name)));
  if (found.length === 0) return;
  const names = joined(
    found.slice(0, 4).map((name) => quoted(shownName(name))),
    ', ',
  );
  throw new Problem(
    'not_recognised',
    {
      en: `${path} looks like tickets that are sold (${names.en}), not like requests to customer service`,
      fr: `${path} ressemble à des billets vendus (${names.fr}), pas à des demandes au service client`,
    },
    [
      {
        en: 'If they are requests all the same, `kind: ticket` in its entry of `sources` says so.',
        fr: 'Si ce sont tout de même des demandes, `kind: ticket` dans son entrée de `sources` le dit.',
      },
    ],
    { file: path },
  );
}

/** What takes a sale back, in the words of documents. */
const takesBack =
  /^(credit (notes?|memos?)|refunds?|returns?|avoirs?|note de credit|facture d avoir|remboursements?|retours?|gutschrift(en)?|rechnungskorrektur|stornorechnung|(ruck)?erstattung(en)?|retouren?|notas? (de )?credito|abonos?|devolucion(es)?|reembolsos?|not[ae] di credito|res[oi]|rimbors[oi]|credit(nota|factuur)|terugbetaling)$/;

/** A column in which some rows are called credit notes while nothing of them is below 0. */
interface AddedNotes {
  readonly column: string;
  readonly word: string;
  readonly rows: number;
}

/** Credit notes with the amount of what they take back, which would be added. */
function creditNotes(header: Header, cells: Columns, { columns = {} }: SourceEntry): AddedNotes | null {
  const kind = header.names.findIndex((name) => kindOfRow.test(plainName(name)));
  if (kind === -1) return null;
  const amounts = ['gross_sales', 'total', 'quantity', 'unit_price'].flatMap(
    (field) => header.find(columns[field] === undefined ? fieldNames('order', field) : [columns[field]]) ?? [],
  );
  let word = '';
  let rows = 0;
  for (const row of cells.rows([kind, ...amounts])) {
    const own = row[kind] ?? '';
    if (!takesBack.test(plainName(own)) || !amounts.some((at) => /[1-9]/.test(row[at] ?? ''))) continue;
    if (amounts.some((at) => /^\D*[-\u2212(]|-\D*$/.test(row[at] ?? ''))) continue;
    word ||= own.trim();
    rows += 1;
  }
  return rows === 0 ? null : { column: header.names[kind]!, word, rows };
}

function addedNotes(path: string, { column, word, rows }: AddedNotes): Problem {
  const [name, kind] = [quoted(shownName(column)), quoted(word)];
  return new Problem(
    'not_recognised',
    {
      en: `${path} has rows with ${kind.en} in ${name.en} and amounts above 0 (${rows} at its beginning): as orders they would be added to the sales that they take back`,
      fr: `${path} contient des lignes avec ${kind.fr} dans ${name.fr} et des montants supérieurs à 0 (${rows} au début) : lues comme des commandes, elles s'ajouteraient aux ventes qu'elles annulent`,
    },
    [
      {
        en: 'Write their amounts below 0, and they are refunds; or leave these rows out and list them in a file of refunds of its own.',
        fr: 'Écrivez leurs montants en dessous de 0, et ce sont des remboursements ; ou retirez ces lignes et listez-les dans un fichier de remboursements à part.',
      },
    ],
    { file: path },
  );
}

const amountColumn = (header: Header): number | undefined =>
  header.find([...fieldNames('order', 'gross_sales'), ...fieldNames('order', 'total')]);

const namesIn = (from: From): readonly string[] => {
  switch (from.op) {
    case 'column':
      return from.names;
    case 'first':
    case 'plus':
      return from.of.flatMap(namesIn);
    default:
      return [];
  }
};

/** Names that any hand-made file may have. Filled once from the fields of all kinds, which never change. */
let common: ReadonlySet<string> | null = null;
const commonNames = (): ReadonlySet<string> => {
  common ??= new Set(
    kinds.flatMap((kind) => [...recordFields(kind).keys()].flatMap((field) => fieldNames(kind, field))),
  );
  return common;
};

/** A tool's export of orders that is incomplete: two columns that only it has, but not all that it needs. */
function partOf(source: Source, place: Place): { source: Source; missing: readonly Text[] } | null {
  if (source.json !== undefined || source.kind !== 'order') return null;
  const { missing, asks } = bestFit(source, place);
  if (missing.length === 0 || missing.length >= asks) return null;
  const names = [
    ...[source.signature].flat().flatMap(({ all }) => all.flat()),
    ...Object.values({ ...source.fields, ...source.line }).flatMap(namesIn),
  ];
  const own = new Set(
    names.filter((name) => !commonNames().has(name.toLowerCase()) && !commonNames().has(plainName(name))),
  );
  const found = [...own].filter((name) => place.header.find(name) !== undefined);
  return found.length >= 2 ? { source, missing } : null;
}

/**
 * What is to be said of a tool's export of orders that is incomplete; null if it is none. `mayBeOwn`: as a list of one's own it could be
 * read.
 */
export function partOfExport(path: string, place: Place, tools: readonly Source[], mayBeOwn: boolean): Problem | null {
  const tool = tools.map((one) => partOf(one, place)).find((fit) => fit !== null);
  return tool === undefined ? null : leftOut(path, tool.source, tool.missing, mayBeOwn);
}

const isOwn: Text = {
  en: 'If it is not from that tool, and its rows are orders or their items, `kind: order` in its entry of `sources` says so.',
  fr: "S'il ne vient pas de cet outil et que ses lignes sont des commandes ou leurs articles, `kind: order` dans son entrée de `sources` le dit.",
};

function leftOut(path: string, source: Source, missing: readonly Text[], mayBeOwn: boolean): Problem {
  const title = titleOf(source);
  const names = joined(missing, ', ');
  return new Problem(
    'not_recognised',
    {
      en: `${path} looks like "${title.en}" without ${names.en}: a part of its columns was left out or renamed`,
      fr: `${path} ressemble à «\u00a0${title.fr}\u00a0», sans ${names.fr}\u00a0: des colonnes ont été retirées ou renommées`,
    },
    [
      {
        en: 'Export it again with all of its columns, under the names that the tool gives them.',
        fr: "Exportez-le à nouveau avec toutes ses colonnes, sous les noms que l'outil leur donne.",
      },
      ...(mayBeOwn ? [isOwn] : []),
    ],
    { file: path },
  );
}

const exportOrders: Text = {
  en: 'Export the orders of the shop instead.',
  fr: 'Exportez plutôt les commandes de la boutique.',
};
const sayKind: Text = {
  en: 'If each of its rows is an order all the same, `kind: order` in its entry of `sources` says so.',
  fr: 'Si chacune de ses lignes est tout de même une commande, `kind: order` dans son entrée de `sources` le dit.',
};

function summary(path: string): Problem {
  return new Problem(
    'not_recognised',
    {
      en: `${path} sums up sales by day, product or channel: no order can be counted in its rows`,
      fr: `${path} récapitule des ventes par jour, produit ou canal\u00a0: aucune commande ne peut être comptée dans ses lignes`,
    },
    [exportOrders],
    { file: path },
  );
}

function asLedger(path: string, columns: readonly string[]): Problem {
  const names = joined(
    columns.slice(0, 4).map((name) => quoted(shownName(name))),
    ', ',
  );
  return new Problem(
    'not_recognised',
    {
      en: `${path} looks like a ledger of payments (${names.en}), not like orders: it is not read as orders unless you say so`,
      fr: `${path} ressemble à un journal de paiements (${names.fr}), pas à des commandes\u00a0: il n'est pas lu comme tel sans qu'on le demande`,
    },
    [exportOrders, sayKind],
    { file: path },
  );
}

function netBesideGross(path: string, header: Header, { net, gross }: NetAndGross): Problem {
  const [one, other] = [quoted(shownName(net)), quoted(shownName(gross))];
  const taxes = header.find(fieldNames('order', 'taxes'));
  const columns = [
    `gross_sales: ${JSON.stringify(net)}`,
    `total: ${JSON.stringify(gross)}`,
    ...(taxes === undefined ? [] : [`taxes: ${JSON.stringify(header.names[taxes])}`]),
  ].join(', ');
  return new Problem(
    'not_recognised',
    {
      en: `${path} has ${one.en} beside ${other.en}: nothing shows whether the difference is tax, a fee or a discount`,
      fr: `${path} contient ${one.fr} à côté de ${other.fr}\u00a0: rien ne dit si la différence est une taxe, des frais ou une remise`,
    },
    [
      { en: 'If it is tax, write into kpi.yaml:', fr: "Si c'est une taxe, écrivez dans kpi.yaml\u00a0:" },
      sameInAll('  sources:'),
      sameInAll(`    - path: ${yamlText(path)}`),
      sameInAll('      kind: order'),
      sameInAll(`      columns: { ${columns} }`),
    ],
    { file: path },
  );
}

function bothSigns(path: string, column: string): Problem {
  const name = quoted(shownName(column));
  return new Problem(
    'not_recognised',
    {
      en: `${path} has amounts above and below 0 in ${name.en} and no order numbers: its rows may be payments and refunds, not orders`,
      fr: `${path} contient des montants au-dessus et en dessous de 0 dans ${name.fr}, sans numéros de commande\u00a0: ses lignes peuvent être des paiements et des remboursements, pas des commandes`,
    },
    [exportOrders, sayKind],
    { file: path },
  );
}
