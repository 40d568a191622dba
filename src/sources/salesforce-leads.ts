import { idOr } from './crm.ts';
import { col, defineSource, first } from './source.ts';

const created = ['CreatedDate', 'Created Date', 'Create Date', 'Date de création'];

/** The name of a person; blank if neither part is there. */
const nameOf = (first = '', last = '', company = ''): string =>
  first.trim() + last.trim() === '' ? '' : `${first.trim()} ${last.trim()} ${company.trim()}`;

export default defineSource({
  id: 'salesforce-leads',
  title: 'Salesforce: Leads (data export, or report)',
  titleFr: 'Salesforce\u00a0: Pistes (export de données, ou rapport)',
  tool: 'Salesforce',
  doc: "`Lead Source` is the channel. Ids are case-sensitive; in a report without `Lead ID` a lead is identified by address, else by name. The data export is in UTC, a report in the user's zone and order of dates. The lines below a report (its name, copyright, author) and its totals are left out.",
  signature: [
    { all: ['LeadSource', 'IsConverted', 'CreatedDate'] },
    {
      all: ['Lead Source', 'Lead Status', created],
      none: ['Opportunity Name', 'Record ID', 'Contact ID', 'Lifecycle Stage'],
    },
    { all: ['Origine de la piste', 'Statut de la piste', created] },
  ],
  totals: true,
  kind: 'lead',
  derive: [
    {
      name: 'number',
      from: [
        ['Id', 'Lead ID', 'Lead Id'],
        ['Email', 'Adresse e-mail'],
        ['FirstName', 'First Name', 'Prénom'],
        ['LastName', 'Last Name', 'Nom'],
        ['Company', 'Company / Account', 'Société'],
      ],
      text: (id, email = '', given, family, company) => idOr(id, email, nameOf(given, family, company)),
    },
  ],
  fields: {
    lead_id: col('number'),
    created_at: first(col('CreatedDate', 'instant', { zone: 'UTC' }), col(created.slice(1), 'instant')),
    channel: col(['LeadSource', 'Lead Source', 'Origine de la piste']),
    customer_key: first(col(['Email', 'Adresse e-mail'], 'key'), col(['Phone', 'MobilePhone', 'Mobile'], 'key')),
    converted_at: first(col('ConvertedDate', 'instant'), col(['Converted Date', 'Date de conversion'], 'instant')),
  },
  skip: [{ of: col('IsDeleted'), words: ['true', '1'], reason: 'deleted' }],
});
