import { gzipSync } from 'node:zlib';
import { Random } from '../../bench/random.ts';
import { zipOf } from '../readers/zip-kit.ts';
import { cellOf, workbookOf } from '../support/workbook.ts';
import { type Files, plainFiles, type Writing, written } from './reports.ts';
import type { Sheet, Shop } from './whole-shop.ts';

/* What is done to the files of a shop. */

type Row = readonly string[];

/** The rows of each record together, in the order of the file. */
function records({ rows, key }: Sheet): Row[][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const name = JSON.stringify(row.slice(0, key));
    const own = found.get(name) ?? [];
    own.push(row);
    found.set(name, own);
  }
  return [...found.values()];
}

/** Another order, the same for the same seed. */
function shuffle<T>(all: readonly T[], seed: number): T[] {
  const random = new Random(seed, 99).at(0);
  const mixed = [...all];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/** Rows in another order; those of an order of Shopify stay together, because its first row says what it is. */
export const shuffled = ({ sheets, seed, form }: Shop): Files =>
  plainFiles(
    sheets.map((sheet) => {
      const isShopify = form === 'shopify' && sheet.name === 'orders';
      return { ...sheet, rows: isShopify ? shuffle(records(sheet), seed).flat() : shuffle(sheet.rows, seed) };
    }),
  );

/** Every file in parts, record by record in turn. */
export const dealt = ({ sheets }: Shop, parts: number): Files => inParts(sheets, parts, (record) => record % parts);

/** Every file in parts, one after the other, each with so many records of the part before. */
export const cut = ({ sheets }: Shop, parts: number, overlap: number): Files =>
  Object.fromEntries(
    sheets.flatMap((sheet) => {
      const all = records(sheet);
      const size = Math.ceil(all.length / parts);
      return Array.from({ length: parts }, (_, part) => {
        const rows = all.slice(Math.max(0, part * size - overlap), (part + 1) * size).flat();
        return [`${part}/${sheet.name}.csv`, written({ ...sheet, rows })] as const;
      });
    }),
  );

const inParts = (sheets: readonly Sheet[], parts: number, partOf: (record: number) => number): Files =>
  Object.fromEntries(
    sheets.flatMap((sheet) => {
      const all = records(sheet);
      return Array.from({ length: parts }, (_, part) => {
        const rows = all.filter((_, record) => partOf(record) === part).flat();
        return [`${part}/${sheet.name}.csv`, written({ ...sheet, rows })] as const;
      });
    }),
  );

/** Every file beside its second download. */
export const twice = ({ sheets }: Shop): Files => ({
  ...plainFiles(sheets),
  ...Object.fromEntries(sheets.map((sheet) => [`${sheet.name} (1).csv`, written(sheet)])),
});

const mapped = (sheets: readonly Sheet[], change: (cell: string, column: string, sheet: Sheet) => string): Sheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell, at) => change(cell, sheet.header[at]!, sheet))),
  }));

/** Numbers with a decimal comma. */
const withCommas = (sheets: readonly Sheet[]): Sheet[] =>
  mapped(sheets, (cell, column, { money }) =>
    money.includes(column) || column === 'position' ? cell.replace('.', ',') : cell,
  );

const writings: readonly Writing[] = [
  { newline: '\r\n' },
  { mark: true },
  { encoding: 'utf16le' },
  { encoding: 'latin1' },
  { quoteAll: true, newline: '\r\n', mark: true },
  { delimiter: '\t' },
  { delimiter: ';' },
  { delimiter: ';', encoding: 'latin1', newline: '\r\n' },
];

/** Each file written in another way; over the seeds every kind of file in every way. */
export const rewritten = ({ sheets, seed }: Shop): Files =>
  Object.fromEntries(
    sheets.map((sheet, at) => {
      const writing = writings[(seed + at * 3) % writings.length]!;
      const [own] = writing.delimiter === ';' ? withCommas([sheet]) : [sheet];
      return [`${sheet.name}.csv`, written(own!, writing)];
    }),
  );

/** Files packed one by one, and all in one archive. */
export const gzipped = ({ sheets }: Shop): Files =>
  Object.fromEntries(sheets.map((sheet) => [`${sheet.name}.csv.gz`, gzipSync(written(sheet))]));
export const zipped = ({ sheets }: Shop): Files => ({
  'all.zip': zipOf(sheets.map((sheet) => ({ name: `${sheet.name}.csv`, data: written(sheet) }))),
});

/** All files as sheets of a workbook, numbers and days stored as such. */
export const inWorkbook = ({ sheets }: Shop): Files => ({
  'all.xlsx': workbookOf({
    sheets: sheets.map(({ name, header, rows }) => ({ name, rows: [header, ...rows].map((row) => row.map(cellOf)) })),
  }),
});

/** Other names, in folders. */
export const renamed = ({ sheets }: Shop): Files =>
  Object.fromEntries(sheets.map((sheet, at) => [`${9 - (at % 3)}/Téléchargement ${99 - at}.csv`, written(sheet)]));

/** Columns that mean nothing, at the end and in between. */
export const withColumns = ({ sheets }: Shop): Files =>
  plainFiles(
    sheets.map(({ header, rows, ...sheet }) => ({
      ...sheet,
      header: header.toSpliced(2, 0, 'internal note').concat('x-ref'),
      rows: rows.map((row, at) => row.toSpliced(2, 0, `note ${at % 7}, "checked"`).concat(`ref-${at}`)),
    })),
  );

/** Columns in another order. */
export const inOtherColumns = ({ sheets, seed }: Shop): Files =>
  plainFiles(
    sheets.map(({ header, rows, ...sheet }) => {
      const order = shuffle(
        header.map((_, at) => at),
        seed,
      );
      return { ...sheet, header: order.map((at) => header[at]!), rows: rows.map((row) => order.map((at) => row[at]!)) };
    }),
  );

/** Every day moved by so many days: summer time begins and ends on the same Sundays 364 days before. */
export const moved = ({ sheets }: Shop, days: number): Files =>
  plainFiles(
    mapped(sheets, (cell) =>
      cell.replace(/^\d{4}-\d\d-\d\d(?=$|[T ])/, (day) =>
        new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10),
      ),
    ),
  );

/** The same instants, written in UTC. */
export const inUtc = ({ sheets }: Shop): Files =>
  plainFiles(
    mapped(sheets, (cell) => {
      const [, day, sign, time, hours] = /^(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d) ?\+(\d\d):?00$/.exec(cell) ?? [];
      if (day === undefined) return cell;
      const text = new Date(Date.parse(`${day}T${time}+${hours}:00`)).toISOString().slice(0, 19);
      return sign === 'T' ? `${text}Z` : `${text.replace('T', ' ')} +0000`;
    }),
  );

/** Amounts in dollars. */
export const inDollars = ({ sheets }: Shop): Files =>
  plainFiles(mapped(sheets, (cell, column) => (/^currency$/i.test(column) ? cell.replace('EUR', 'USD') : cell)));

/** Rows that are exact copies of another one of their record, taken out: only where records have ids. */
export const withoutCopies = ({ sheets, form }: Shop): Files =>
  plainFiles(
    sheets.map((sheet) => {
      if (sheet.name === 'spend' || sheet.name === 'order_lines') return sheet;
      const isShopify = form === 'shopify' && sheet.name === 'orders';
      const rows = records(sheet).flatMap((own) => {
        const half = own.slice(0, own.length / 2);
        const isTwice = JSON.stringify(half) === JSON.stringify(own.slice(own.length / 2));
        if (isShopify) return isTwice ? half : own;
        return own.filter((row, at) => own.findIndex((other) => JSON.stringify(other) === JSON.stringify(row)) === at);
      });
      return { ...sheet, rows };
    }),
  );

/** Rows that cannot be read, taken out with all of their record. */
export const withoutDamage = ({ sheets, form }: Shop): Files =>
  plainFiles(
    sheets.map((sheet) => {
      const isShopify = form === 'shopify' && sheet.name === 'orders';
      const rows = isShopify
        ? records(sheet)
            .filter((own) => !own.flat().includes('n/a'))
            .flat()
        : sheet.rows.filter((row) => !row.includes('n/a'));
      return { ...sheet, rows };
    }),
  );

/** French names of columns, by sheet, from the list that `kpi list --fields` prints. */
const french: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  orders: {
    order_id: 'numéro de commande',
    ordered_at: 'date de commande',
    status: 'statut',
    currency: 'devise',
    customer_key: 'courriel',
    channel: 'canal',
    country: 'pays',
    device: 'appareil',
    gross_sales: 'montant_brut',
    discounts: 'remises',
    shipping: 'frais_de_port',
    taxes: 'tva',
    total: 'total_ttc',
  },
  order_lines: {
    order_id: 'commande',
    sku: 'référence',
    product: 'produit',
    quantity: 'quantité',
    unit_price: 'prix_unitaire',
    unit_cost: 'coût_unitaire',
  },
  refunds: {
    refund_id: 'id_remboursement',
    order_id: 'commande',
    refunded_at: 'date_remboursement',
    item_amount: 'montant_articles',
    shipping_amount: 'montant_port',
    tax_amount: 'montant_tva',
    quantity: 'quantité',
    currency: 'devise',
  },
  visits: {
    visit_id: 'id_visite',
    started_at: 'date_visite',
    visitor_id: 'id_visiteur',
    channel: 'canal',
    device: 'appareil',
    country: 'pays',
    pageviews: 'pages_vues',
    engaged_sessions: 'visites_engagees',
    duration: 'durée',
    product_views: 'vues_produit',
    carts: 'ajouts_panier',
    checkouts: 'paiements',
    purchases: 'achats',
    order_id: 'numero_commande',
  },
  spend: {
    date: 'jour',
    platform: 'régie',
    campaign: 'campagne',
    channel: 'canal',
    currency: 'devise',
    cost: 'dépenses',
    impressions: 'affichages',
    clicks: 'clics',
    conversions: 'achats',
    conversion_value: 'valeur_conversion',
  },
  costs: {
    date_from: 'date_debut',
    date_to: 'date_fin',
    category: 'catégorie',
    amount: 'montant',
    currency: 'devise',
  },
  tickets: {
    ticket_id: 'id_ticket',
    created_at: 'date_creation',
    status: 'statut',
    contact_channel: 'canal_contact',
    requester_key: 'demandeur',
    first_reply_at: 'date_premiere_reponse',
    solved_at: 'date_resolution',
    agent_replies: 'reponses',
    customer_messages: 'messages_client',
    reopens: 'réouvertures',
    tags: 'étiquettes',
    updated_at: 'date_modification',
  },
  surveys: {
    answered_at: 'date_reponse',
    type: 'type_enquete',
    score: 'note',
    scale: 'échelle',
    customer_key: 'client',
  },
  social: {
    date: 'jour',
    network: 'réseau',
    posts: 'publications',
    impressions: 'vues',
    reach: 'portée',
    engagements: 'interactions',
    link_clicks: 'clics_lien',
    followers: 'abonnés',
  },
  leads: { lead_id: 'id_lead', created_at: 'date_creation', channel: 'canal', customer_key: 'courriel' },
  checkouts: {
    checkout_id: 'id_panier',
    created_at: 'date_creation',
    customer_key: 'client',
    currency: 'devise',
    value: 'montant',
    completed_at: 'date_commande',
  },
  emails: {
    date: "date_d'envoi",
    campaign: 'campagne',
    recipients: 'destinataires',
    bounces: 'rebonds',
    opens: 'ouvertures_uniques',
    clicks: 'clics_uniques',
    unsubscribes: 'désinscriptions',
    revenue: "chiffre_d'affaires",
    currency: 'devise',
  },
  search: {
    date: 'jour',
    country: 'pays',
    search_clicks: 'clics',
    search_impressions: 'affichages',
    position: 'position_moyenne',
  },
};

const frenchWords: Readonly<Record<string, string>> = {
  paid: 'payée',
  refunded: 'remboursée',
  cancelled: 'annulée',
  pending: 'en attente',
  closed: 'fermé',
  open: 'ouvert',
  FR: 'France',
  BE: 'Belgique',
  DE: 'Allemagne',
  mobile: 'mobile',
  desktop: 'ordinateur',
  tablet: 'tablette',
};

/** A day as `02/11/2026`, an amount as `1 234,50`. */
const frenchCell = (cell: string, isMoney: boolean): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell) ?? [];
  if (year !== undefined) return `${day}/${month}/${year}`;
  return isMoney ? cell.replace(/^(\d+)(\d{3}(?:,\d+)?)$/, '$1\u00a0$2') : cell;
};

/** As a French tool writes it: names of columns, statuses, countries, days, and decimal commas between semicolons. */
export const inFrench = ({ sheets, form }: Shop): Files =>
  Object.fromEntries(
    withCommas(sheets).map((sheet) => {
      if (form === 'shopify' && sheet.name === 'orders')
        return [`${sheet.name}.csv`, written(sheet, { delimiter: ';' })];
      const worded = ['status', 'country', 'device'].map((name) => sheet.header.indexOf(name));
      const rows = sheet.rows.map((row) =>
        row.map((cell, at) =>
          worded.includes(at) ? (frenchWords[cell] ?? cell) : frenchCell(cell, sheet.money.includes(sheet.header[at]!)),
        ),
      );
      const header = sheet.header.map((name) => french[sheet.name]?.[name] ?? name);
      return [`${sheet.name}.csv`, written({ header, rows }, { delimiter: ';', encoding: 'latin1' })];
    }),
  );
