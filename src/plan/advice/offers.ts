import type { Kind } from '../../core/kinds.ts';

/** Words that may name a field's column, beyond its own names: good enough to suggest, not to read unasked. */
type Offers = Readonly<Record<string, RegExp>>;

/** The first and the last day of what a row covers, by words beside those of the records. */
export const spanWords = {
  date_from:
    /^(start|starts|started|begin|beginn|debut|inicio|reporting starts|period start)( date| day| time)?$|^(date|jour) (de )?(debut|start)$|^startdatum$|^fecha (de )?inicio$/,
  date_to:
    /^(end|ends|ended|fin|ende|reporting ends|period end)( date| day| time)?$|^(date|jour) (de )?(fin|end)$|^enddatum$|^fecha (de )?(fin|finalizacion)$/,
} as const;

const date = /^(date|day|jour|datum|tag|fecha|dia)\b|^(time )?period$|^periode$|\b(date|datum|fecha|day|jour|tag)$/;
const campaign = /^(campaign|campagne|kampagne|campana)( name| nom)?$|^nom campagne$/;
const country =
  /^(shipping |billing |ship |delivery |bill )?(country|pays|land|pais|paese|nazione)( code| name| livraison| facturation| client)?$|^(liefer|versand)land$/;
const channel = /^(marketing |acquisition )?(channel|canal|kanal)( group| acquisition| marketing)?$/;
const currency = /\b(currency|devise|wahrung|moneda|valuta)( code)?$/;
const email = /\be ?mail\b/;
const orderId =
  /^(order|invoice|receipt|commande|facture|bestell|bestellung|auftrag|auftrags|rechnungs|pedido|factura) ?(id|no|nr|num|number|nummer|numero|name|reference|ref|#)?$|^(bestell|auftrags|rechnungs)(nummer|nr|id)$|^(n|no|nr|num|numero|number|id|reference|ref) (de |d |of |del |des |dell |di )?(order|commande|facture|bestellung|auftrag|pedido|invoice|factura|ordine|fattura)$|^(ordine|fattura|bestelling)$|^(bestel|order|factuur)(nummer|nr|id)$/;
const count = (words: string): RegExp => new RegExp(`^(total |nb de |nombre de |anzahl )?(${words})$`);

const order: Offers = {
  order_id: orderId,
  ordered_at:
    /^(order|ordered|purchase|purchased|invoice|created|creation|placed|sale|transaction)( date| at| time| on| datetime)*$|^date (of |de |d |du |der )?(la )?(order|commande|achat|purchase|creation|facture|vente|created|compra|pedido)$|^(bestell|kauf|auftrags|rechnungs)(datum|zeit)$|^bestellt am$|^fecha (de |del )?(pedido|compra|venta)$|^(date|datum|fecha|data|timestamp|day|jour|tag|datetime)( time)?$|^data (e ora )?(di |d |dell |del )?(ordine|acquisto|creazione|vendita|fattura)$|^(bestel|order|aankoop|verkoop|factuur)datum$/,
  status:
    /^(order |payment |financial )?(status|state|etat|statut|estado|stato)( de la commande| du paiement| (dell )?ordine| pagamento)?$|^(bestell|bestel|order)status$/,
  currency,
  customer_key:
    /^(customer |client |buyer |billing |contact )?e ?mail( address| adresse)?$|^(customer|client|buyer|user|kunden|cliente|acheteur) ?(id|no|nr|number|nummer|key)$|^(kunde|kunden(nummer|nr|id)|customer|client|id client|cliente|buyer|klant|klant(nummer|nr|id)|id cliente|acheteur)$|^adresse e ?mail$|^(klant )?e ?mail(adres| cliente| client| customer| buyer| acheteur)?$/,
  gross_sales:
    /^(montant|total|sous total|valeur|value|amount|subtotal) (articles?|produits?|items?|products?|goods|marchandises?)$|^(items?|products?|goods|merchandise) (sub ?total|total|amount|value|sales)$|^(order |net |gross |item |items )?(amount|sales|revenue|subtotal|betrag|umsatz|montant|importe|ventas?|ventes?|chiffre affaires|ca|sous total|zwischensumme|warenwert|nettobetrag|nettosumme|nettopreis|subtotale|importo|imponibile|fatturato|vendite|subtotaal|bedrag|omzet)( eur| usd| gbp| chf| net| brut)?$|^(total|montant total|gesamt(betrag)?|summe|importe total|totale|totaal)( order| commande)? (ht|hors taxes?|net|netto|excl|(excl|excluding|without|ex) (vat|tax|tva|mwst|iva|btw)|sin iva)$/,
  total:
    /^(order |grand |total |invoice )?(total|gesamtbetrag|gesamtsumme|gesamtpreis|gesamt|summe|bruttobetrag|bruttosumme|bruttopreis|bruttoumsatz|rechnungsbetrag|zahlbetrag|endbetrag|endsumme|montant total|importe total|total (paid|price|amount|ttc|order|commande|eur|usd|gbp|chf|incl tax|inc vat|pagado))( eur| usd| gbp| chf)?$|^(amount|montant|prix) (paid|paye|total|ttc)$|^(net|total|montant) (a )?(payer|payee?|regle|encaisse)$|^(order|purchase) (value|total|amount)$|^(importo )?totale( ordine| pagato| ivato| iva inclusa| eur)?$|^totaal(bedrag)?( incl btw| eur)?$/,
  discounts:
    /^(total |order |coupon )?(discounts?|remises?|rabatt|rabatte|descuentos?|reductions?)( amount| total| code amount)?$|^montant (de la )?remise$|^scont[oi]( totale)?$|^korting(en)?$/,
  shipping:
    /^(shipping|delivery|postage)( amount| cost| costs| fee| fees| charge| charged| price| total)?$|^(versand|liefer|fracht)(kosten|gebuhr)?$|^porto$|^(frais )?(port|livraison|expedition|envoi)$|^(gastos )?envio$|^((spese|costi|costo) (di )?)?spedizione$|^verzend(ing|kosten)$/,
  taxes:
    /^(total |order |sales )?(tax|taxes|vat|tva|mw ?st|u ?st|(mehrwert|umsatz)?steuern?|iva|impuestos?|impost[ae]|btw)( amount| total|bedrag| bedrag)?$|^montant (de la )?tva$/,
  refunded_total:
    /^(total |order |amount |montant )?(refunds?|refunded|rembourse(ments?)?|erstattet|erstattung(en)?|reembolsos?|reembolsado)( amount| total| eur| usd| gbp| chf)?$|^montant (du |des )?remboursements?$|^erstattungsbetrag$|^(importo )?rimborsat[oi]$|^rimbors[oi]$|^terugbetaald( bedrag)?$|^terugbetaling(en)?$/,
  channel,
  source: /^utm source$/,
  medium: /^utm medium$/,
  campaign: /^utm campaign$/,
  country,
  device: /^(device|appareil|gerat|dispositivo)( type| category)?$/,
  store: /^(store|shop|boutique|magasin|filiale|tienda|branch|outlet|succursale|point vente)( name)?$/,
  customer_type: /^(customer|client) type$|^type de client$/,
  updated_at: /^(updated|modified|last modified|last updated)( at| date| on| time)?$/,
};

const orderLine: Offers = {
  quantity:
    /^(quantity|qty|quantite|qte|menge|anzahl|cantidad|units|item quantity|pieces|stuckzahl|quantita|qta|aantal)$/,
  unit_price:
    /^(unit price|price|prix unitaire|prix|pu|p u|prix unit|stuckpreis|einzelpreis|preis|precio|precio unitario|prezzo|prezzo unitario|prijs|stukprijs|item price|price each|price per unit)$/,
  unit_cost:
    /^(unit cost|cost of goods|cogs|cost price|einkaufspreis|prix achat|cout( achat)? unitaire|cout achat|coste unitario|costo unitario|inkoopprijs|kostprijs)( eur| usd| gbp)?$/,
  sku: /^(sku|article number|artikelnummer|item number|stock ?code|product id|(ref|reference|code) (article|produit)|artikel nr)$/,
  product:
    /^(product|produit|produkt|artikel|producto|article|item|prodotto|articolo|designation|libelle|bezeichnung)( name| title| article| produit)?$/,
};

/** Common column names of files of each kind, in English, French, German and Spanish. */
export const offers: Readonly<Record<Kind, Offers>> = {
  order: { ...order, ...orderLine },
  order_line: { order_id: orderId, ...orderLine },
  refund: {
    refund_id: /^(refund|remboursement|erstattung|reembolso|credit note|avoir|gutschrift) ?(id|no|nr|number|nummer)$/,
    order_id: orderId,
    refunded_at:
      /^(refund|refunded|rembourse|erstattet|reembolso)( date| at| on| le| am)*$|^(date|datum|fecha) (of |de |du |der |d )?(refund|remboursement|erstattung|reembolso)$|^erstattungsdatum$|^(date|datum|fecha|data|created|created at|day|jour)$|^data (del |di )?(rimborso|reso)$|^terugbetaald op$|^(terugbetalings|retour)datum$/,
    item_amount:
      /^(refund|refunded|rembourse|erstattung|erstattungs|reembolso)? ?(amount|betrag|montant|importe|total|value)( articles?| produits?)?( rembourses?| refunded| reembolsado)?$|^montant rembourse$|^erstattungsbetrag$|^importo( (del )?rimborso| rimborsato)?$|^(terugbetaald )?bedrag$/,
    currency,
    shipping_amount:
      /^(frais )?(port|livraison|shipping|delivery|versand(kosten)?)( refund(ed)?| rembourses?| erstattet)?( amount)?$|^refunded shipping$/,
    tax_amount:
      /^(tva|tax|taxes|vat|mwst|mw st|iva)( refund(ed)?| remboursee?s?| erstattet)?( amount)?$|^refunded (tax|vat)$/,
    quantity: orderLine.quantity!,
  },
  checkout: {
    checkout_id: /^(checkout|cart|panier|warenkorb|carrito) ?(id|no|nr|number|token)$|^id$/,
    created_at: /^(created|started|begun|cree|erstellt|creado|date)( at| le| am| date| on)?$|^date creation$/,
    customer_key: email,
    currency,
    value:
      /^(cart |checkout |total |panier )?(value|total|amount|montant|valeur|wert|valor|importe)( total| panier| cart)?$|^warenwert$|^warenkorbwert$/,
    completed_at:
      /^(completed|recovered|converted|ordered|finished|bought)( at| on| date)$|^(complete|finalise|converti|recupere|commande|achete)e?( le)?$|^date (finalisation|commande|achat|conversion|completed)$|^(abgeschlossen|bestellt|gekauft)( am)?$/,
  },
  visit: {
    started_at: /^(session start|started|start|visit)( at| time| date)$/,
    date,
    source: /^(session )?(utm )?source$/,
    medium: /^(session )?(utm )?(medium|support)$/,
    campaign: /^(session )?(utm )?(campaign|campagne|kampagne)$/,
    channel: /^(session )?(default |marketing |acquisition )?(channel|canal|kanal)( group| grouping| acquisition)?$/,
    device: /^(device|appareil|gerat|dispositivo)( type| category)?$/,
    country,
    sessions: count('sessions?|visits|visites|sitzungen|besuche|sesiones|visitas'),
    visitors: count(
      '(unique |active )?(visitors|users)|visiteurs( uniques)?|utilisateurs( actifs)?|besucher|nutzer|usuarios|visitantes',
    ),
    new_visitors: count('new (visitors|users)|nouveaux (visiteurs|utilisateurs)|neue (besucher|nutzer)'),
    pageviews: count('page ?views|pages vues|seitenaufrufe|views|paginas vistas'),
    engaged_sessions: /^(engaged sessions|sessions engagees|sessions avec engagement)$/,
    carts: count(
      '(sessions with )?(add to carts?|added to cart|cart additions|carts)|ajouts? panier|paniers|mises? panier|in warenkorb|warenkorbe',
    ),
    checkouts: count(
      '(sessions with )?(begin checkouts?|checkouts( started)?|started checkouts?)|commandes commencees|paiements commences',
    ),
    purchases: count('purchases|transactions|achats|orders|commandes|kaufe|bestellungen|transaktionen|compras'),
  },
  spend: {
    date,
    platform: /^(ad )?(platform|plateforme|plattform|network|regie|plataforma)$/,
    account: /^(ad )?account( name| id)?$|^compte$/,
    campaign,
    channel,
    country,
    currency,
    cost: /\b(spend|spent|cost|costs|ausgaben|kosten|depenses?|cout|couts|gastos?|gastado|coste)\b/,
    impressions: count('impressions?|impr|impressionen|impresiones|anzeigenaufrufe|affichages'),
    clicks: count('clicks?|clics?|klicks?|clicks all'),
    link_clicks: /^(link|outbound) (clicks?|clics?)$|^clics sur (un )?lien$/,
    conversions: count(
      'conversions?|conversiones|konversionen|purchases|achats|orders|commandes|kaufe|bestellungen|compras',
    ),
    conversion_value:
      /^(conversion|conversions|purchase|purchases) value$|^conv value$|^valeur (de |des )?(conversions?|achats?)$|^(ca|chiffre affaires) (genere|attribue)$|^conversionwert$/,
  },
  ticket: {
    ticket_id:
      /^(ticket|conversation|case|call|request|anfrage|demande|vorgang|incidencia|chat|richiesta|melding) ?(id|no|nr|number|nummer|numero|#)?$|^(id|#|n|no|numero)( du| de| of)?( ticket| demande)?$/,
    created_at:
      /^(created|creation|opened|received|creee?|ouverte?|recue?|erstellt|geoffnet|creado|date|datum|fecha|timestamp)( at| on| time| date| datetime| le| am| el)*$|^(date|heure) (creation|ouverture|opening|opened|created|received|reception)$|^erstell(t am|ungsdatum|datum)$|^fecha de creacion$|^(ticket )?created (time|date|at)( ticket)?$|^date time (opened|created)$|^data( (di )?(creazione|apertura))?$|^(creato|aperto)( il)?$|^aangemaakt( op)?$/,
    status: /^(ticket |case )?(status|state|statut|etat|estado|stato)( ticket| demande)?$/,
    contact_channel:
      /^(contact |case )?(channel|canal|kanal|source|via|origin|origine|canale|kanaal)( ticket| contact| demande)?$/,
    requester_key:
      /^(requester|customer|client|contact|kunde|cliente|demandeur|richiedente|klant)( (e ?)?mail| id)?$|^(adresse )?e ?mail( client| demandeur| customer| requester| contact)?$/,
    first_reply_at:
      /^stats first responded at$|^(first|initial|erste|premiere|primera) (reply|response|answer|antwort|reponse|respuesta)( time| at| date| on| am| le| el| sent at)*$|^(date|heure|fecha|datum) (premiere reponse|primera respuesta|ersten antwort|first (reply|response))$|^(first )?(replied|responded|answered)( at| on)$|^(data )?prima risposta$|^eerste (reactie|antwoord)$/,
    first_reply_seconds:
      /^(time )?(first|initial|erste|premiere|primera|prima) (reply|response|answer|antwort|reponse|respuesta|risposta)( time)?$|^(temps|delai) premiere reponse$|^eerste (reactie|reactietijd)$/,
    resolution_seconds:
      /^(full |total )?(resolution|handling|loesungs|losungs) ?(time|duration|zeit|dauer)$|^time (resolution|resolve|solve|close)$|^(temps|delai|duree) resolution$|^(losungs|bearbeitungs)(zeit|dauer)$|^tempo (di )?risoluzione$|^tiempo resolucion$/,
    first_solved_at:
      /^first (solved|resolved|resolution)( at| on| date| time)$|^(premiere resolution|erste losung|primera resolucion)( le| am| el)?$|^(date|heure) premiere resolution$/,
    solved_at:
      /^(last |stats )?(resolved|solved|closed|resolue?|close?|fermee?|cloturee?|gelost|geschlossen|resuelto|cerrado|resolution)( at| on| time| date| datetime| le| am| el)*$|^(date|heure) (resolution|cloture|fermeture|closed|solved|resolved|closing)$|^(ticket )?closed time$|^date time closed$|^fecha de (resolucion|cierre)$|^data (di )?(chiusura|risoluzione)$|^(chiuso|risolto)( il)?$|^(gesloten|opgelost)( op)?$/,
    reopens: /^(nb |nombre |number )?(reopens?|reopened( count)?|reopenings|reouvertures)$/,
    agent_replies: /^(number of )?(agent|outbound) (messages|replies|responses)$/,
    customer_messages: /^(number of )?(customer|requester|inbound) (messages|replies)$/,
    tags: /^(tags?|labels?|etiquettes?|mots cles|schlagworte?|etiquetas)$/,
    satisfaction:
      /^(customer )?(satisfaction|csat|zufriedenheit|satisfaccion|soddisfazione|tevredenheid)( rating| score| note| client)?$|^(note|score) satisfaction( client)?$|^(customer |satisfaction )?rating$/,
    order_id: orderId,
    updated_at: /^(last )?(updated|modified)( at| on| time| date)*$/,
  },
  survey: {
    answered_at:
      /^(answered|responded|submitted|submit|completed|response|reviewed|review created|created)( at| on| date| time| utc)*$|^(date|datum|fecha|data)( de| della)?( la)?( reponse| review| avis| risposta)?$|^(end date|timestamp|horodateur|zeitstempel|marca temporal|datum der antwort)$/,
    type: /^(survey|enquete|umfrage)? ?(type|art|typ)$/,
    score:
      /\b(how likely|recommend|recommand\w*|weiterempfehl\w*|recomendar\w*|raccomand\w*|consiglier\w*|aanbevel\w*|aanraden)\b|^(nps|csat|score|rating|stars|note|voto|punteggio|valutazione|cijfer|beoordeling|bewertung|sterne|puntuacion|valoracion|estrellas)\b|\b(score|rating|stars|note|etoiles|satisfaction|zufriedenheit)( \d+ ((to|a|bis|sur|out of) )?\d+| von \d+| sur \d+| out of \d+)?$|^how satisfied\b/,
    contact_channel: /^(contact )?(channel|canal)$/,
    customer_key: /^(customer |respondent |client )?e ?mail( address)?$/,
    ticket_id: /^(ticket|conversation) ?(id|no|number)?$/,
    order_id: orderId,
  },
  social: {
    date: /^(date|day|jour|datum|tag|fecha)$|^(video )?(publish|published|posted|publication)( time| date| at| on)*$|^date (de )?publication$|^heure de publication$|^(veroffentlicht|gepostet)( am)?$/,
    network: /^(social )?(network|platform|reseau( social)?|netzwerk|plattform|red( social)?|plateforme)$/,
    posts: count('posts|publications|beitrage|publicaciones'),
    impressions: count('impressions|impressionen|impresiones'),
    reach: count('reach|portee|couverture|reichweite|alcance'),
    engagements: count('engagements?|interactions?|interaktionen|interacciones'),
    link_clicks: /^(link|url) (clicks?|clics?)$|^clics sur (un )?lien$/,
    followers: count('followers|total followers|abonnes|followers total|seguidores'),
  },
  email: {
    date: /^(send|sent|sending|envoi|versand)?( |_)?(date|day|time|jour|datum|fecha|dia)( d envoi| de envio)?$|^(sent|envoye|envoyee|gesendet|enviado)( at| on| le| am| el)?$|^date (de |d )?envoi$/,
    campaign:
      /^(campaign|campagne|kampagne|campana|newsletter|mailing)( name| nom| title| titre)?$|^(nom|titre) (campagne|newsletter)$/,
    channel: /^((campaign|message|campaign message) )?(channel|canal|kanal)$/,
    recipients: count(
      'recipients|sent|sends|emails sent|destinataires|envoyes|envois|empfanger|gesendet|destinatarios',
    ),
    delivered: count('delivered|deliveries|successful deliveries|delivres|distribues|zugestellt|entregados'),
    opens:
      /^(unique opens?|opens? unique|opened|ouvertures uniques|ouvreurs( uniques)?|aperturas unicas|eindeutige offnungen)$/,
    clicks:
      /^(unique clicks?|clicks? unique|clicked|clics uniques|cliqueurs( uniques)?|clics unicos|eindeutige klicks)$/,
    unsubscribes: count(
      'unsubscribes?|unsubscribed|desinscriptions?|desabonnements?|desabonnes|desinscrits|abmeldungen|bajas',
    ),
    bounces: /^(total )?(bounces|bounced|rebonds|rebotes|erreurs)$/,
    orders: /^((unique )?placed orders?|orders|commandes|bestellungen|pedidos)$/,
    revenue: /^(total )?(revenue|revenus?|umsatz|ingresos|chiffre affaires|ca|placed order value)$/,
    currency,
  },
  search: {
    date,
    clicks: count('clicks|clics|klicks'),
    impressions: count('impressions|impressionen|impresiones|impr'),
    position:
      /^(avg |average |mean )?position( moyenne)?$|^(durchschnittliche|durchschn) position$|^posicion( media)?$/,
    country,
    device: /^(device|appareil|gerat|dispositivo)( type| category)?$/,
    query: /^(top )?(query|queries|requetes?|suchanfragen?|consultas?|keywords?|mots? cles?)$/,
    page: /^(top )?(pages?|urls?|landing page|seiten?|paginas?)$/,
  },
  lead: {
    lead_id: /^(lead|prospect|contact|record) ?(id|no|number)$|^(id|n|no|numero) (lead|prospect|contact|demande)$|^id$/,
    created_at:
      /^(createdate|created|create|submitted|received|creee?|recue?|date|datum|fecha)( at| on| le| date| time| created)*$|^date creation$|^erstellt am$/,
    channel,
    customer_key: email,
    converted_at:
      /^(converted|conversion)( at| on| date| time)$|^convertie?( le)?$|^date conversion$|^(konvertiert|gewonnen) am$/,
  },
  cost: {
    date,
    category: /^(expense )?(category|categorie|kategorie|poste|categoria|type)$/,
    amount: /^(total )?(amount|montant|betrag|importe|cost|cout|kosten)( eur| usd| gbp)?$/,
    currency,
    channel,
  },
};
