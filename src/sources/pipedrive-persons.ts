import { idOr } from './crm.ts';
import { col, defineSource, first } from './source.ts';

const created = ['Person - Creation date', 'Person - Person created', 'Person - Created', 'Person - Add time'];
const emails = ['Person - Email', 'Person - Email - Work', 'Person - Email - Home', 'Person - Email - Other'];
const phones = ['Person - Phone', 'Person - Phone - Work', 'Person - Phone - Mobile', 'Person - Phone - Home'];

/** Of several in one cell, the first. */
const firstOf = (...cells: string[]): string =>
  cells.map((cell) => (cell.split(',')[0] ?? '').trim()).find((cell) => cell !== '') ?? '';

export default defineSource({
  id: 'pipedrive-persons',
  title: 'Pipedrive: Persons, Export',
  titleFr: 'Pipedrive\u00a0: Personnes, Exporter',
  tool: 'Pipedrive',
  doc: "Each person is a lead of their creation date. Of several e-mail addresses in a cell the first is used. Dates follow the user's locale: the column decides. Without the column `Person - ID` a person is identified by address, else by name.",
  signature: { all: [['Person - Name', 'Person - First name'], created], none: ['Lead - Title', 'Deal - Title'] },
  kind: 'lead',
  derive: [
    { name: 'person', from: emails, text: firstOf },
    { name: 'phone', from: phones, text: firstOf },
    {
      name: 'number',
      from: [['Person - ID', 'Person - Pipedrive System ID'], ...emails, ['Person - Name', 'Person - First name']],
      text: (id, ...person) => idOr(id, ...person),
    },
  ],
  fields: {
    lead_id: col('number'),
    created_at: col(created, 'instant'),
    channel: col(['Person - Source channel', 'Person - Source']),
    customer_key: first(col('person', 'key'), col('phone', 'key')),
  },
});
