import { expect, it } from 'vitest';
import { kpi, table, told } from './kit.ts';

it('a time to close says when a ticket was solved, if no column does', async () => {
  const report = await told(
    'report . --timezone Europe/Paris --all --period all --compare none --kpi tickets_solved,resolution_time,backlog',
    {
      'conversations.csv': table(
        'Conversation ID,Conversation started at,Conversation state,Time to close',
        // Four hours over the night in which clocks are put back.
        '1,2026-10-25 01:00,closed,14400',
        '2,2026-10-26 09:00,open,',
        // Reopened: what was the time to close is none any more.
        '3,2026-10-26 10:00,open,60',
      ),
    },
  );
  expect(report.row().values).toEqual({ tickets_solved: 1, resolution_time: 14400, backlog: 2 });
});

it('a line by itself below a blank one is no row of the table, whatever it says', async () => {
  const { code, err } = await kpi('inspect leads.csv', {
    'leads.csv': `${table('"LeadSource","IsConverted","CreatedDate","Id"', '"Web","0","2026-11-02T10:00:00Z","A"')}\n\n"Leads"\n"Acme"\n`,
  });
  expect(code, err).toBe(0);
  const strict = await kpi('report leads.csv --strict --all --kpi leads', {
    'leads.csv': `${table('"LeadSource","IsConverted","CreatedDate","Id"', '"Web","0","2026-11-02T10:00:00Z","A"')}\n\n"Leads"\n`,
  });
  expect(strict.err).not.toContain('reject');
});

it('metrics in a file of their own are joined to the tickets of another, and count no ticket that was merged', async () => {
  const ticket = { id: 1, via: { channel: 'email' }, requester_id: 5, status: 'closed', satisfaction_rating: null };
  const created = '2026-11-02T08:00:00Z';
  const minutes = { calendar: 30, business: null };
  const merged = { ...ticket, id: 2, created_at: created, updated_at: created, tags: ['closed_by_merge'] };
  const metrics = { ticket_id: 1, created_at: created, solved_at: '2026-11-02T10:00:00Z', replies: 1, reopens: 0 };
  const report = await told(
    'report . --all --period all --compare none --timezone Europe/Paris --kpi tickets_created,first_reply_time,tickets_solved',
    {
      'tickets.json': JSON.stringify({
        tickets: [{ ...ticket, created_at: created, updated_at: created, tags: [] }, merged],
      }),
      'metrics.json': JSON.stringify({
        ticket_metrics: [1, 2].map((id) => ({ ...metrics, ticket_id: id, reply_time_in_minutes: minutes })),
      }),
    },
  );
  expect(report.row().values).toEqual({ tickets_created: 1, first_reply_time: 1800, tickets_solved: 1 });
});

it('the message about known files that are not read', async () => {
  for (const [header, is] of [
    ['Id,Name,StageName,Amount,CloseDate,IsClosed', 'Salesforce: Opportunities'],
    ['Opportunity Name,Stage,Amount,Close Date', 'Salesforce: Opportunities'],
    ['Deal - Title,Deal - Value,Deal - Status', 'Pipedrive: Deals, Export'],
    ['Record ID,Deal Name,Deal Stage,Pipeline,Amount,Create Date', 'HubSpot: Deals, Export'],
    ['Person - Name,Person - Email', 'Pipedrive: Persons or Leads, Export'],
    ['Record ID,Company name,Lifecycle Stage,Create Date', 'HubSpot: Companies, Export'],
    ['Ticket ID,Ticket created - Date,First reply time - Calendar hours (min)', 'Zendesk: Explore report'],
    ['id,created_time,ad_id,form_id,form_name,platform,email', 'Leads of an ad form'],
  ] as const) {
    const { code, err } = await kpi('report file.csv', { 'file.csv': table(header, header.replace(/[^,]+/g, '1')) });
    expect([header, code]).toEqual([header, 2]);
    expect(err).toContain(`(${is}) is recognised, not read`);
  }
});
