import { idOr } from './crm.ts';
import { col, defineSource, first } from './source.ts';

const created = ['Lead - Creation date', 'Lead - Lead created', 'Lead - Created', 'Lead - Add time'];
const emails = ['Person - Email', 'Person - Email - Work', 'Lead - Email', 'Person - Email - Home'];

const firstOf = (...cells: string[]): string =>
  cells.map((cell) => (cell.split(',')[0] ?? '').trim()).find((cell) => cell !== '') ?? '';

export default defineSource({
  id: 'pipedrive-leads',
  title: 'Pipedrive: Leads, Export',
  titleFr: 'Pipedrive\u00a0: Leads, Exporter',
  tool: 'Pipedrive',
  doc: "`Lead - Source channel` is the channel. Dates follow the user's locale: the column decides. Without the column `Lead - ID` a lead is identified by the address of its person, else by its title.",
  signature: { all: ['Lead - Title', created] },
  kind: 'lead',
  derive: [
    { name: 'person', from: emails, text: firstOf },
    {
      name: 'number',
      from: [['Lead - ID', 'Lead - Pipedrive System ID'], ...emails, 'Lead - Title'],
      text: (id, ...person) => idOr(id, ...person),
    },
  ],
  fields: {
    lead_id: col('number'),
    created_at: col(created, 'instant'),
    channel: col(['Lead - Source channel', 'Lead - Source']),
    customer_key: first(col('person', 'key'), col(['Person - Phone', 'Person - Phone - Work'], 'key')),
    converted_at: col(['Lead - Converted time', 'Lead - Won time'], 'instant'),
  },
});
