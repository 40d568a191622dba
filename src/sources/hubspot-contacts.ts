import { channels } from './crm.ts';
import { col, defineSource, first } from './source.ts';

export default defineSource({
  id: 'hubspot-contacts',
  title: 'HubSpot: Contacts, Export',
  titleFr: 'HubSpot\u00a0: Contacts, Exporter',
  tool: 'HubSpot',
  doc: "Each contact is a lead of its `Create Date`, whatever its lifecycle stage is now; it is converted on its `Became a Customer Date`. `Original Source` is the channel, by its label or its internal name. Times are those of the account's zone, without offset; a date of creation may be that of an import.",
  signature: [
    {
      all: [
        ['Record ID', 'Contact ID'],
        ['Lifecycle Stage', 'Lead Status'],
        ['Create Date', 'Became a Lead Date'],
        ['Email', 'First Name', 'Last Name', 'Contact owner'],
      ],
      none: ['Deal Name', 'Ticket name'],
    },
    {
      all: [
        ["ID de fiche d'informations", 'ID du contact'],
        ['Phase du cycle de vie', 'Statut du lead'],
        'Date de création',
        ['E-mail', 'Prénom', 'Nom', 'Propriétaire du contact'],
      ],
    },
  ],
  kind: 'lead',
  fields: {
    lead_id: col(['Record ID', 'Contact ID', "ID de fiche d'informations", 'ID du contact']),
    created_at: first(col(['Create Date', 'Date de création'], 'instant'), col('Became a Lead Date', 'instant')),
    channel: col(['Original Source', 'Original Traffic Source', 'Original Source Type', "Source d'origine"], 'text', {
      words: channels,
    }),
    customer_key: first(col(['Email', 'E-mail'], 'key'), col(['Phone Number', 'Numéro de téléphone'], 'key')),
    converted_at: col(['Became a Customer Date', 'Date à laquelle le contact est devenu client'], 'instant'),
  },
});
