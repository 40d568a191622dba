import type { Kind } from '../../core/kinds.ts';
import type { Text } from '../../core/text.ts';
import type { Columns } from '../head/column-cells.ts';
import { plainName } from '../head/plain-name.ts';
import { isOfRefunds } from './refund-lists.ts';
import { orderCounts } from './sums-up.ts';

/** What a file of no known format may be about. */
export interface Subject {
  readonly id: string;
  /** The kind of record that its rows would be; none if no KPI counts such rows. */
  readonly kind?: Kind;
  readonly is: Text;
  /** What to do instead, if no KPI counts its rows. */
  readonly instead?: Text;
  /** Words of column names, in English, French, German and Spanish, with their weights. */
  readonly signs: readonly (readonly [words: RegExp, weight: number])[];
  /** Column names that it never has. */
  readonly not?: RegExp;
  /** What its cells must also hold. */
  readonly holds?: (names: readonly string[], columns: Columns) => boolean;
}

const costWords =
  /\b(spend|spent|cost|costs|ausgaben|kosten|depenses?|montant depense|cout|couts|gastos?|gastado|coste)\b/;
/** Costs that are not advertising: of goods, of delivery, of one click. */
const otherCosts =
  /\b(unit\w*|achat|einkauf\w*|stuck|acquisto|inkoop|goods|cogs|shipping|delivery|product|item|per|par|pro|cpc|cpm|conv)\b/;

/** Whether a column is called an amount of money and holds numbers. */
const hasNumbers =
  (words: RegExp, but?: RegExp) =>
  (names: readonly string[], columns: Columns): boolean =>
    names.some((name, at) => words.test(name) && !but?.test(name) && columns.holds(at, 'money'));

const hasDate = (names: readonly string[], columns: Columns): boolean =>
  names.some((_, at) => columns.holds(at, 'day'));

/** Words for the total amount of an order. */
export const amountWords =
  /\b(amount|total|subtotal|sales|revenue|turnover|price|value|gross|\w*betrag|\w*umsatz|\w*summe|gesamt\w*|\w*preis|montant|prix|pu|ventes?|ca|chiffre|importe|ventas?|precio|paid|totale|importo|subtotale|imponibile|prezzo|vendite|fatturato|totaal\w*|subtotaal|bedrag|prijs|omzet)\b/;

const requestWords =
  /\b(tickets?|conversations?|calls?|appels?|case (id|number|owner)|cases?|anfragen?|demandes?|incidencias?|richiest[ae]|meldingen|request id|vorgang\w*)\b/;
const replyWords =
  /\b(first (reply|response)|initial response|speed of answer|premiere reponse|erste antwort|primera respuesta|prima risposta|eerste (reactie|antwoord)|time to (first )?(reply|response))\b/;

export const subjects: readonly Subject[] = [
  {
    id: 'summary',
    is: {
      en: 'a summary of sales by day, product or channel',
      fr: 'un récapitulatif de ventes par jour, produit ou canal',
    },
    instead: {
      en: 'no order can be counted in its rows. Export the orders.',
      fr: 'aucune commande ne peut être comptée dans ses lignes. Exportez les commandes.',
    },
    signs: [
      [orderCounts, 5],
      [/\b(gross|net|total) (sales|revenue)|umsatz|ventes (brutes|nettes)|ventas\b/, 2],
      [/\b(returns|discounts|average order value|aov|items sold|panier moyen)\b/, 1],
      [/\bproduct|produit|produkt|producto|variant|channel|canal|kanal\b/, 1],
    ],
    not: /^(order|commande|bestell|pedido|n de commande) ?(id|no|nr|number|nummer|name|reference)\b|\bsessions|visit|ticket|recipients|clicks|spend/,
  },
  {
    id: 'order',
    kind: 'order',
    is: { en: 'orders', fr: 'des commandes' },
    signs: [
      [
        /\b(order|ordernummer|commande|bestel\w*|auftrag\w*|pedido|purchase|achat|invoice|facture|rechnung\w*|factura|receipt|ordin[ei]|acquisto|fattura|factuur\w*)\b/,
        3,
      ],
      [amountWords, 2],
      [/\b(customer|client|kunden?\w*|cliente|klant\w*|buyer|acheteur|e mail|email|user id)\b/, 1],
      [/\b(shipping|livraison|port|versand\w*|envio|delivery|spedizione|verzend\w*)\b/, 1],
      [/\b(payment|paiement|zahlung\w*|pago|paid|pagamento|betaal\w*|betaling)\b/, 1],
      [
        /\b(discount|remise|rabatt|descuento|coupon|tax|vat|tva|mw ?st|u ?st|mehrwertsteuer|umsatzsteuer|iva|scont[oi]|korting|btw)\b/,
        1,
      ],
      [
        /\b(quantity|qty|quantite|menge|anzahl|cantidad|product|produit|produkt|producto|sku|article|artikel|items)\b/,
        1,
      ],
    ],
    not: /\b(deal|pipeline|payout|balance|impressions|sessions|recipients|ticket)\b/,
    holds: (names, columns) =>
      hasDate(names, columns) &&
      hasNumbers(amountWords, /\b(unit|per)\b/)(names, columns) &&
      !isOfRefunds(names, columns),
  },
  {
    id: 'refund',
    kind: 'refund',
    is: { en: 'refunds', fr: 'des remboursements' },
    signs: [
      [
        /\b(refund\w*|rembourse?\w*|erstattung\w*|reembolso|avoir|credit note|gutschrift|returns?|rma|retour\w*|rimbors\w*|res[oi]|terugbeta\w*)\b/,
        5,
      ],
      [amountWords, 1],
      [/\b(order|ordernummer|commande|bestel\w*|pedido|ordine)\b/, 1],
    ],
    not: /\b(fee|balance|payout|total (paid|ttc)|subtotal)\b/,
    holds: (names, columns) => hasDate(names, columns) && hasNumbers(/./)(names, columns),
  },
  {
    id: 'visit',
    kind: 'visit',
    is: { en: 'visits of a site', fr: "les visites d'un site" },
    signs: [
      [/\b(sessions?|sitzungen|sesiones|visits?|visites?|besuche|visitas)\b/, 5],
      [/\b(users?|visitors?|visiteurs?|utilisateurs?|besucher|nutzer|usuarios|visitantes)\b/, 2],
      [/\b(page ?views?|pages vues|seitenaufrufe|bounce\w*|rebond|landing page|engagement rate|engaged sessions)\b/, 2],
      [/\b(source|medium|referrer|channel group\w*|utm \w+)\b/, 1],
    ],
    not: /\b(ticket|recipients|followers|spend)\b/,
  },
  {
    id: 'spend',
    kind: 'spend',
    is: { en: 'ad spend', fr: 'des dépenses publicitaires' },
    signs: [
      [costWords, 5],
      [/\b(impressions?|impr|klicks?|clicks?|clics?|clicks?|anzeigenaufrufe)\b/, 2],
      [/\b(campaigns?|campagnes?|kampagnen?|campanas?|ad set|ad group|adgroup|anzeigengruppe|groupe d annonces)\b/, 1],
      [/\b(cpc|cpm|roas|ctr|conversions?|platform|online|offline|marketing|budget)\b/, 1],
    ],
    not: /\b(order id|customer|unit cost|cogs|profit|ticket|total spen[dt]|lifetime spend|aov|last active|sku|stock|inventory|inventaire|bestand)\b|^e ?mail( address)?$/,
    holds: hasNumbers(costWords, otherCosts),
  },
  {
    id: 'search',
    kind: 'search',
    is: { en: 'statistics of organic search', fr: 'des statistiques de recherche naturelle (SEO)' },
    signs: [
      [/\b(position|avg position|average position|position moyenne|durchschnittliche position)\b/, 4],
      [/\b(ctr|click through rate)\b/, 2],
      [/\b(clicks|clics|klicks)\b/, 1],
      [/\b(impressions|impressionen|impresiones)\b/, 1],
      [/\b(top queries|top pages|query|queries|requetes?|suchanfragen|consultas|search appearance)\b/, 3],
    ],
    not: new RegExp(`${costWords.source}|\\bcampaign`),
  },
  {
    id: 'email',
    kind: 'email',
    is: { en: 'statistics of newsletters', fr: "des statistiques de campagnes d'e-mail" },
    signs: [
      [
        /\b(recipients|destinataires|empfanger|destinatarios|successful deliveries|delivered|delivres|zugestellt|sent|emails? sent)\b/,
        3,
      ],
      [/\b(opens?|opened|open rate|ouvertures?|offnungen|offnungsrate|aperturas)\b/, 3],
      [
        /\b(unsubscribes?|unsubscribed|desabonnements?|desinscriptions?|abmeldungen|bajas|hard bounces?|soft bounces?|bounces)\b/,
        3,
      ],
      [/\b(subject|objet|betreff|asunto|send (time|date|weekday)|newsletter|list|campaign)\b/, 1],
      [/\b(clicks?|clics?|klicks?)\b/, 1],
    ],
    not: /\b(spend|cost|ticket id|sessions)\b/,
  },
  {
    id: 'ticket',
    kind: 'ticket',
    is: { en: 'requests to customer service', fr: 'des demandes au service client' },
    signs: [
      [requestWords, 3],
      [/\b(agents?|assignee|assigned( to)?|advisor|requester|conseiller|bearbeiter|agente|demandeur)\b/, 2],
      [replyWords, 3],
      [
        /\b(resolved|resolution|solved|closed|resolu\w*|cloture\w*|gelost|geschlossen|resuelto|cerrado|chiuso|chiusura|risolto|risoluzione|gesloten|opgelost)\b/,
        2,
      ],
      [/\b(priority|priorite|prioritat|prioridad|department|queue|group|subject|tags|answered)\b/, 1],
      [/\b(satisfaction|csat|zufriedenheit|satisfaccion)\b/, 1],
      [/^tickets? ?(id|no|nr|number|nummer|numero|#)$|^(id|n|no|nr|num|numero) (de |du |d )?ticket$/, 1],
      [/^(ticket )?(status|statut|state|etat|estado|stato)$/, 1],
      [/^(ticket )?(subject|priority|sujet|objet|priorite|betreff|prioritat|asunto|prioridad)$/, 1],
    ],
    // The last words are those of tickets that are sold.
    not: /\b(deal|opens|unsubscribes|subtotal|unit price|event name|event date|venue|seats?|attendees?|passengers?|ticket (type|price|tier|holder))\b/,
    // An assignee and a status are those of any list of tasks.
    holds: (names) =>
      names.some((name) => [requestWords, replyWords, /\b(requester|demandeur)\b/].some((words) => words.test(name))),
  },
  {
    id: 'survey',
    kind: 'survey',
    is: { en: 'answers to a survey, or reviews', fr: 'des réponses à une enquête, ou des avis' },
    signs: [
      [
        /\b(nps|csat|how likely|likely to recommend|recommend\w*|recommand\w*|weiterempfehl\w*|recomendar\w*|raccomand\w*|consiglier\w*|aanbevel\w*|wie wahrscheinlich|how satisfied|satisfaction|zufrieden\w*)\b/,
        4,
      ],
      [/^(nps|csat)( (score|rating|note))?$/, 2],
      // A question is a column of answers, whatever is beside it.
      [
        /\b(how (likely|satisfied)|(would|do) you recommend|likely to recommend|recommanderi\w*|recommandez|wie (wahrscheinlich|zufrieden)|recomendaria\w*)\b/,
        2,
      ],
      [
        /\b(scores?|ratings?|stars|note|notes|voto|punteggio|valutazione|cijfer|beoordeling|bewertung|sterne|etoiles|puntuacion|estrellas|valoracion)\b/,
        3,
      ],
      [/\b(reviews?|avis|rezension\w*|resenas?|opinion\w*)\b/, 2],
      [
        /\b(responses?|respondents?|surveys?|enquete|umfrage|encuesta|antwort\w*|reponses?|submit\w*|submitted|feedback|comments?|commentaires?|kommentar\w*)\b/,
        2,
      ],
    ],
    not: /\b(ticket|first response|likes|followers|reach|call id|impressions)\b/,
  },
  {
    id: 'social',
    kind: 'social',
    is: { en: 'statistics of a social network', fr: "des statistiques d'un réseau social" },
    signs: [
      [/\b(followers?|follows?|abonnes|subscribers|seguidores|fans)\b/, 3],
      [/\b(likes?|reactions?|j aime|gefallt mir\w*|me gusta)\b/, 2],
      [/\b(reach|portee|couverture|reichweite|alcance)\b/, 2],
      [/\b(shares?|saves?|comments?|engagements?|interactions?|retweets?|reposts?|partages)\b/, 1],
      [
        /\b(posts?|permalink|videos?|video title|publish time|publication\w*|beitrag\w*|publicacion\w*|tweet\w*|reels?|watch time)\b/,
        2,
      ],
      [/\b(views|impressions|vues|aufrufe|reproducciones)\b/, 1],
      [/^(total )?(followers|abonnes|seguidores)( total)?$/, 1],
    ],
    not: new RegExp(`${costWords.source}|\\b(sessions|order id|recipients|ticket)\\b`),
  },
  {
    id: 'lead',
    kind: 'lead',
    is: { en: 'leads', fr: 'des leads' },
    signs: [
      [/\b(leads?|prospects?|interessent\w*|lead (id|status|source)|lifecycle stage|form (id|name))\b/, 4],
      [/\b(created|date|converted|creation|erstellt)\b/, 1],
      [/\b(email|e mail|phone|telephone|company|societe)\b/, 1],
    ],
    not: /\b(impressions|deal|spend|cost)\b/,
    holds: hasDate,
  },
  {
    id: 'checkout',
    kind: 'checkout',
    is: { en: 'checkouts that were started', fr: 'des paiements commencés' },
    signs: [
      [/\b(checkouts?|abandoned|abandonnes?|carts?|paniers?|warenk\w*|carritos?)\b/, 4],
      [amountWords, 1],
      [/\b(created|date|email|customer|recovered)\b/, 1],
    ],
    not: /\b(sessions|impressions|spend|visits|visites)\b/,
    holds: hasDate,
  },
  {
    id: 'cost',
    kind: 'cost',
    is: { en: 'expenses', fr: 'des dépenses' },
    signs: [
      [/\b(expenses?|depenses?|ausgaben|charges|gastos)\b/, 3],
      [/\b(category|categorie|kategorie|poste|categoria|account|compte|konto)\b/, 3],
      [/\b(amount|montant|betrag|importe|cost|cout|kosten)\b/, 2],
      [/\b(supplier|vendor|fournisseur|lieferant|proveedor)\b/, 1],
    ],
    not: /\b(impressions?|clicks?|campaign|order|customer|product|balance|sku)\b/,
    holds: (names, columns) => hasNumbers(/./)(names, columns),
  },
  {
    id: 'deals',
    is: { en: 'deals of a CRM', fr: "des affaires d'un CRM" },
    instead: {
      en: 'they are not orders. Export the orders of the shop.',
      fr: 'ce ne sont pas des commandes. Exportez les commandes de la boutique.',
    },
    signs: [
      [/\b(deals?|opportunity|opportunities|opportunites?|affaires?|verkaufschance\w*|oportunidad\w*)\b/, 4],
      [/\b(pipeline|stage|etape|phase|etapa|probability|forecast)\b/, 3],
      [/\b(close date|closing date|owner|amount)\b/, 1],
    ],
  },
  {
    id: 'customers',
    is: { en: 'a list of customers', fr: 'une liste de clients' },
    instead: {
      en: 'it lists people, not sales. Customer KPIs come from the export of orders.',
      fr: "il liste des personnes, pas des ventes. Les KPI clients viennent de l'export des commandes.",
    },
    signs: [
      [/\b(first name|prenom|vorname|nombre)\b/, 2],
      [/\b(last name|surname|nom|nom de famille|nachname|apellidos?)\b/, 2],
      [/\b(email|e mail|phone|telephone|telefon\w*|address|adresse|zip|postcode|plz)\b/, 1],
      [
        /\b(total spen[dt]|lifetime spend|total orders|orders count|accepts marketing|accepts email marketing|birthday|date of birth|newsletter|opt ?in|company|lifetime value)\b/,
        2,
      ],
    ],
    not: /\b(order id|order number|subtotal|ticket|score|rating|deal|ordered at|order date|lead)\b/,
  },
  {
    id: 'products',
    is: { en: 'a list of products or stock', fr: 'une liste de produits ou un stock' },
    instead: {
      en: 'it is not a list of sales. Export the orders.',
      fr: "ce n'est pas une liste de ventes. Exportez les commandes.",
    },
    signs: [
      [/\b(sku|handle|barcode|ean|gtin|upc|artikelnummer|reference article)\b/, 2],
      [/\b(product|produit|produkt|producto|title|variant|item name|bezeichnung|designation)\b/, 1],
      [/\b(stock|inventory|on hand|available|in stock|lager\w*|bestand|existencias|quantity on hand)\b/, 3],
      [/\b(price|prix|preis|precio|vendor|weight|category|categorie|image\w*|description)\b/, 1],
    ],
    not: /\b(order|ordered|sessions|customer|ticket|date|created|day|revenue|sales|sold)\b/,
  },
  {
    id: 'ledger',
    is: { en: 'a ledger of payments, fees and payouts', fr: 'un journal de paiements, de frais et de versements' },
    instead: {
      en: 'payments, fees and transfers are not orders. Export the orders.',
      fr: 'paiements, frais et virements ne sont pas des commandes. Exportez les commandes.',
    },
    signs: [
      [/\b(payouts?|settlements?|versements?|auszahlung\w*|transfers?|virements?|deposit\w*|liquidacion)\b/, 3],
      [/\b(fees?|frais|gebuhr\w*|comision|commission)\b/, 3],
      [/\b(balance|solde|saldo|kontostand)\b/, 3],
      [/\b(gross|net|brut|brutto|netto|bruto|neto)\b/, 1],
      [/\b(transaction|type|debit|credit)\b/, 1],
    ],
    not: /\b(sessions|impressions|ticket|shipping fee|commission (amount|status))\b/,
  },
];

/** The weight that a subject needs to be named. */
const enough = 5;

/** What the name of a file adds to a subject whose word it has: never enough by itself. */
const named = 2;

/**
 * What a table seems to be about: its subject, and the columns that say so; null if nothing is close. The name of its file
 * is only believed beside what they say.
 */
export function subjectOf(
  header: readonly string[],
  above: readonly string[],
  path: string,
  columns: Columns,
): { readonly subject: Subject; readonly because: readonly string[] } | null {
  const names = header.map(plainName);
  const title = plainName(above.join(' '));
  // `orders`, `mes commandes (2)`: a list is called by what its rows are.
  const file = plainName(path.split(/[\\/]/).at(-1) ?? '').replace(/(?<=[a-z]{3})s\b/g, '');
  let best: { subject: Subject; because: string[]; score: number } | null = null;
  for (const subject of subjects) {
    if (subject.not !== undefined && names.some((name) => subject.not!.test(name))) continue;
    const because = new Map<number, number>();
    const [[about]] = subject.signs as [(typeof subject.signs)[number]];
    let score = about.test(file) ? named : 0;
    for (const [sign, weight] of subject.signs) {
      const at = names.findIndex((name) => sign.test(name));
      if (at === -1) continue;
      score += weight;
      because.set(at, Math.max(weight, because.get(at) ?? 0));
    }
    // The subject of a table of dates and numbers is in its title.
    if (score < enough && about.test(title) && hasDate(names, columns)) score = enough;
    if (score < enough || (best !== null && score <= best.score)) continue;
    if (subject.holds !== undefined && !subject.holds(names, columns)) continue;
    const weightiest = [...because].sort(([, a], [, b]) => b - a).slice(0, 3);
    best = { subject, score, because: weightiest.map(([at]) => header[at]!) };
  }
  return best;
}
