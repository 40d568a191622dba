import { describe, expect, it } from 'vitest';
import { type Around, answerOf, readTables, type Tables } from './read-tables.ts';

/* Tickets, answers to surveys, leads and checkouts: what follows from their dates and from each other. */

async function of(tables: Tables, around: Around = {}) {
  const held = await readTables(tables, around);
  const all = (...ids: string[]) => Promise.all(ids.map((id) => held.value(id, '2026-11-01', '2026-11-30')));
  return { ...held, all };
}

describe('when a ticket was solved', () => {
  const rows = [
    'ticket_id,created_at,status,solved_at',
    '1,2026-11-02 10:00,solved,2026-11-03 10:00',
    '2,2026-11-02 10:00,solved,',
    '3,2026-11-02 10:00,open,2026-11-03 10:00',
    '4,2026-11-02 10:00,open,',
  ];

  it('is its time; one that only its status calls solved was so at once, one that is open again is not', async () => {
    const { value, read } = await of({ 't.csv': rows });
    expect([
      await value('open_tickets', '2026-11-01', '2026-11-02'),
      await value('open_tickets', '2026-11-01', '2026-11-03'),
    ]).toEqual([3, 2]);
    expect(await value('tickets_solved', '2026-11-03')).toBe(2);
    expect(read.service.states.map(({ file, ...counts }) => [file.path, counts])).toEqual([
      ['t.csv', { undated: 1, reopened: 1, of: 4 }],
    ]);
  });

  it('is not to be doubted where all agree, or where no column has it', async () => {
    const { read } = await of({ 't.csv': [rows[0]!, rows[1]!, rows[4]!] });
    expect(read.service.states).toEqual([]);
    const without = await of({
      't.csv': ['ticket_id,created_at,status', '1,2026-11-02 10:00,solved', '2,2026-11-02 10:00,open'],
    });
    expect(without.read.service.states).toEqual([]);
    expect(await without.value('open_tickets', '2026-11-01', '2026-11-02')).toBe(1);
  });

  it('follows from how long it took, unless it is open', async () => {
    const { value, all } = await of({
      't.csv': [
        'ticket_id,created_at,status,resolution_seconds',
        '1,2026-11-02 10:00,solved,86400',
        '2,2026-11-02 10:00,open,86400',
      ],
    });
    expect([await value('tickets_solved', '2026-11-03'), ...(await all('tickets_solved', 'resolution'))]).toEqual([
      1, 1, 86_400,
    ]);
  });
});

describe('the times of a ticket', () => {
  it('are from its creation; what the file says comes first, except of a solve', async () => {
    const { all } = await of({
      't.csv': [
        'ticket_id,created_at,first_reply_at,first_reply_seconds,solved_at,resolution_seconds,first_solved_at,first_resolution_seconds',
        '1,2026-11-02 10:00,2026-11-02 10:30,,2026-11-02 12:00,60,2026-11-02 11:00,',
        '2,2026-11-02 10:00,2026-11-02 10:30,600,2026-11-02 14:00,,2026-11-02 11:00,1200',
        '3,2026-11-02 10:00,,,,,,',
      ],
    });
    // Replies after 30 and 10 minutes; solved after 2 and 4 hours, for the first time after 60 and 20 minutes.
    expect(await all('first_reply', 'first_reply_sum', 'replied_tickets', 'resolution', 'first_resolution')).toEqual([
      ...[20 * 60, 40 * 60, 2],
      ...[3 * 3600, 40 * 60],
    ]);
  });

  it('before it are impossible: they are told, and count nowhere', async () => {
    const { read, all } = await of({
      't.csv': [
        'ticket_id,created_at,first_reply_at,solved_at',
        '1,2026-11-02 10:00,2026-11-02 09:00,2026-11-02 12:00',
        '2,2026-11-02 10:00,2026-11-02 10:30,2026-11-02 09:00',
        '3,2026-11-02 10:00,2026-11-02 10:00,2026-11-02 13:00',
      ],
    });
    expect(await all('replied_tickets', 'first_reply_sum', 'resolution')).toEqual([2, 1800, 2.5 * 3600]);
    expect(read.service.impossible.map(({ file, ...one }) => [file.path, one])).toEqual([
      ['t.csv', { field: 'first_reply_seconds', tickets: 1, of: 3 }],
      ['t.csv', { field: 'resolution_seconds', tickets: 1, of: 3 }],
    ]);
  });

  it('in business hours are those that the service is open, from day to day', async () => {
    const business_hours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:30' };
    const tables = (created: string, replied: string) => ({
      't.csv': ['ticket_id,created_at,first_reply_at', `1,${created},${replied}`],
    });
    const hours = async (created: string, replied: string) => {
      const { all } = await of(tables(created, replied), { options: { business_hours } });
      const [seconds] = await all('first_reply_business');
      return seconds === null ? null : seconds! / 3600;
    };
    // Friday to Monday: an hour and a half, and an hour.
    expect(await hours('2026-11-06 16:00', '2026-11-09 10:00')).toBe(2.5);
    expect(await hours('2026-11-03 10:00', '2026-11-03 10:45')).toBe(0.75);
    // Wednesday evening to Thursday before nine, and a whole day between.
    expect(await hours('2026-11-04 20:00', '2026-11-05 08:00')).toBe(0);
    expect(await hours('2026-11-03 17:00', '2026-11-05 09:30')).toBe(0.5 + 8.5 + 0.5);
    // An answer before the question.
    expect(await hours('2026-11-03 10:00', '2026-11-03 09:30')).toBe(null);
    // Three hours by the clock, of which it was open for one and a half.
    const lasted = { 't.csv': ['ticket_id,created_at,first_reply_seconds', '1,2026-11-06 16:00,10800'] };
    expect(await (await of(lasted, { options: { business_hours } })).all('first_reply_business')).toEqual([1.5 * 3600]);
    const { all } = await of(tables('2026-11-06 16:00', '2026-11-09 10:00'));
    expect(await all('first_reply_business')).toEqual([null]);
  });
});

describe('a ticket that was settled by the first contact', () => {
  const head = 'ticket_id,created_at,solved_at,requester_email,reopens,customer_messages';
  const row = (id: number, created: string, solved: string, who: string, more = '0,') =>
    `${id},2026-11-${created},${solved === '' ? '' : `2026-11-${solved}`},${who}@x.de,${more}`;

  it('was not reopened, has one message, and nobody wrote again within a week', async () => {
    const { all } = await of({
      't.csv': [
        head.replace('requester_email', 'requester'),
        row(1, '01 10:00', '01 12:00', 'a'),
        // Within the week after 1.
        row(2, '08 11:59', '08 12:30', 'a'),
        row(3, '02 10:00', '02 12:00', 'b'),
        // A minute later than a week.
        row(4, '09 12:01', '09 12:30', 'b'),
        row(5, '03 10:00', '03 12:00', 'c', '1,'),
        row(6, '03 10:00', '03 12:00', 'd', '0,2'),
        row(7, '03 10:00', '03 12:00', 'e', '0,1'),
        row(8, '25 10:00', '', 'f'),
        // Too late to be settled when the last ticket came.
        row(9, '20 10:00', '20 12:00', 'g'),
        // It says neither how often it was reopened nor how often its customer wrote.
        row(10, '03 10:00', '03 12:00', 'h', ','),
      ],
    });
    // Settled: 1 to 7. At once: 2, 3, 4 and 7. Of 10 it is not known.
    expect(await all('settled_tickets', 'first_contact_solved', 'tickets_solved')).toEqual([7, 4, 9]);
    // Of ticket 5 one and another after it was reopened, of 6 two, of 1 to 4, 7 and 9 one; of 10 nothing is told.
    expect(await all('customer_messages', 'tickets_with_message_count')).toEqual([10, 8]);
  });

  it('is counted by the window of the configuration', async () => {
    const tables = {
      't.csv': [
        head.replace('requester_email', 'requester'),
        row(1, '01 10:00', '01 12:00', 'a'),
        row(2, '03 11:00', '03 12:00', 'a'),
        row(3, '20 10:00', '', 'z'),
      ],
    };
    const counted = async (fcr_window_days: number) =>
      (await of(tables, { options: { fcr_window_days } })).all('first_contact_solved');
    expect([await counted(1), await counted(2)]).toEqual([[2], [1]]);
  });
});

it('a complaint is a ticket with one of the tags of the configuration, in any case', async () => {
  const tables = {
    't.csv': [
      'ticket_id,created_at,tags',
      '1,2026-11-02,"new, Casse"',
      '2,2026-11-02,retour;vip',
      '3,2026-11-02,cassette',
      '4,2026-11-02,',
    ],
  };
  const { all } = await of(tables, { options: { complaint_tags: ['casse', 'RETOUR'] } });
  expect(await all('complaints', 'tickets_created')).toEqual([2, 4]);
});

describe('answers about satisfaction', () => {
  const tickets = [
    'ticket_id,created_at,solved_at,updated_at,satisfaction',
    ...['1,2026-11-02 10:00,2026-11-03 10:00,2026-11-09 10:00,good', '2,2026-11-02 10:00,,2026-11-05 10:00,bad'],
    ...['3,2026-11-06 10:00,,,good', '4,2026-11-06 10:00,2026-11-07 10:00,,offered'],
  ];

  it('that tickets carry count on the day of the solve, else of the last change, else of the creation', async () => {
    const { value, all, read } = await of({ 't.csv': tickets });
    expect(await all('csat_answers', 'csat_positive', 'csat_answers_of_solved')).toEqual([3, 2, 1]);
    const days = ['2026-11-03', '2026-11-05', '2026-11-06', '2026-11-07', '2026-11-09'];
    expect(await Promise.all(days.map((day) => value('csat_answers', day)))).toEqual([1, 1, 1, 0, 0]);
    const [carried] = [...read.ticketAnswers.values()];
    expect([carried!.days.size, carried!.scored]).toEqual([3, false]);
  });

  it('of a survey about a ticket stand for that of the ticket, and are asked for when it was solved', async () => {
    const survey = [
      'answered_at,type,score,scale,ticket_id',
      '2026-11-10,csat,5,5,1',
      '2026-11-10,csat,1,5,1',
      '2026-11-10,csat,4,5,99',
    ];
    const { value, all } = await of({ 't.csv': tickets, 's.csv': survey });
    // Three of the survey, and tickets 2 and 3.
    expect(await all('csat_answers', 'csat_positive')).toEqual([5, 3]);
    // The first answer about ticket 1 alone: the second is about the same, that about 99 about none of these.
    expect([await value('csat_answers_of_solved', '2026-11-03'), ...(await all('csat_answers_of_solved'))]).toEqual([
      1, 1,
    ]);
  });

  it('of a survey that names no ticket count on their own day', async () => {
    const { value } = await of({
      's.csv': [
        'answered_at,type,score,scale',
        '2026-11-10,csat,5,5',
        '2026-11-10,NPS,9,10',
        '2026-11-11,nps,6,10',
        '2026-11-11,nps,7,10',
      ],
    });
    expect([await value('csat_answers_of_solved', '2026-11-10'), await value('csat_answers', '2026-11-10')]).toEqual([
      1, 1,
    ]);
    expect(await value('nps_answers', '2026-11-10', '2026-11-11')).toBe(3);
    expect([
      await value('promoters', '2026-11-10', '2026-11-11'),
      await value('detractors', '2026-11-10', '2026-11-11'),
    ]).toEqual([1, 1]);
  });

  const scores = (...rows: string[]) => ['answered_at,type,score', ...rows.map((score) => `2026-11-10,csat,${score}`)];

  it('without a scale have that which their own numbers prove', async () => {
    const { all, read, accounts } = await of({ 's.csv': scores('1', '4', '5', '3') });
    // 4 and 5 are at least 80 % of 5.
    expect(await all('csat_answers', 'csat_positive', 'csat_scored', 'csat_score_sum', 'csat_scales')).toEqual([
      4, 2, 4, 13, 1,
    ]);
    expect(read.service.proven.map(({ file, ...one }) => [file.path, one])).toEqual([
      ['s.csv', { column: 'score', files: 1, scale: 5_000_000, highest: 5_000_000 }],
    ]);
    expect(read.service.scales).toEqual([5_000_000]);
    expect(accounts['s.csv']).toEqual([4, 0, 0, 0]);
  });

  it('of 0 are none on a scale that begins with 1', async () => {
    const five = await of({ 's.csv': scores('0', '5', '4') });
    expect(await five.all('csat_answers')).toEqual([2]);
    expect(five.accounts['s.csv']).toEqual([2, 1, 0, 0]);
    expect(five.read.files[0]!.account.rejects).toEqual([
      { record: 1, column: 'score', reason: 'score_outside_scale', value: '0' },
    ]);
    const ten = await of({ 's.csv': scores('0', '9', '4') });
    expect(await ten.all('csat_answers', 'csat_positive')).toEqual([3, 1]);
  });

  it('of two files of one source are of one scale', async () => {
    const { all, read } = await of({ 'a.csv': scores('4', '5'), 'b.csv': scores('10', '3') });
    // On a scale of 10 only one is positive.
    expect(await all('csat_positive')).toEqual([1]);
    expect(read.service.proven.map(({ file, files, scale }) => [file.path, files, scale])).toEqual([
      ['a.csv', 2, 10_000_000],
    ]);
  });

  it('of a recommendation have no part in the scales of satisfaction', async () => {
    const { read } = await of({
      's.csv': ['answered_at,type,score,scale', '2026-11-10,csat,4,5', '2026-11-10,nps,9,10'],
    });
    expect(read.service.scales).toEqual([5_000_000]);
  });

  it('of two shops are about the tickets of their own, of no shop about any', async () => {
    const tables = (ticket: number) => ({
      'a.csv': ['ticket_id,created_at,solved_at', '1,2026-11-02 10:00,2026-11-03 10:00'],
      'b.csv': [
        'ticket_id,created_at,solved_at',
        '1,2026-11-02 11:00,2026-11-05 10:00',
        '2,2026-11-02 11:00,2026-11-06 10:00',
      ],
      's.csv': ['answered_at,type,score,scale,ticket_id', `2026-11-10,csat,5,5,${ticket}`],
    });
    const asked = async (ticket: number, store?: string) => {
      const entries = { 'a.csv': { store: 'A' }, 'b.csv': { store: 'B' }, ...(store ? { 's.csv': { store } } : {}) };
      const { value } = await of(tables(ticket), { entries });
      const days = ['2026-11-03', '2026-11-05', '2026-11-06'];
      return Promise.all(days.map((day) => value('csat_answers_of_solved', day)));
    };
    expect(await asked(1, 'A')).toEqual([1, 0, 0]);
    expect(await asked(1, 'B')).toEqual([0, 1, 0]);
    expect(await asked(2)).toEqual([0, 0, 1]);
    // No ticket of A has this number.
    expect(await asked(2, 'A')).toEqual([0, 0, 0]);
  });

  it('that state their scale keep it, in ascending order of what there is', async () => {
    const { all, read } = await of({
      's.csv': [
        'answered_at,type,score,scale',
        '2026-11-10,csat,8,10',
        '2026-11-10,csat,4/5,',
        '2026-11-10,csat,good,',
      ],
    });
    expect(read.service.scales).toEqual([5_000_000, 10_000_000]);
    expect(await all('csat_positive', 'csat_scored', 'csat_score_sum', 'csat_scales')).toEqual([3, 2, 12, 2]);
  });
});

describe('leads', () => {
  it('are people, who are won by their first order within the window', async () => {
    const tables = {
      'l.csv': [
        'lead_id,created_at,email',
        ...[
          '1,2026-11-02 10:00,a@x.de',
          '2,2026-11-03 10:00,A@x.de',
          '3,2026-11-02 10:00,b@x.de',
          '4,2026-11-02 10:00,',
        ],
        ...['5,2026-11-02 10:00,', '6,2026-11-02 10:00,c@x.de'],
      ],
      'o.csv': [
        'order_id,ordered_at,customer_email,gross_sales',
        '1,2026-11-05 10:00,a@x.de,1',
        '2,2026-11-20 10:00,b@x.de,1',
        '3,2026-11-01 10:00,c@x.de,1',
        '4,2026-11-06 10:00,c@x.de,1',
      ],
    };
    const { all } = await of(tables, { options: { lead_window_days: 10 } });
    // a, b, c, and two without a name; a is won, b too late, c had bought before.
    expect(await all('leads', 'converted_leads')).toEqual([5, 1]);
  });
});

describe('checkouts', () => {
  it('were abandoned if they were not completed; of a file without any completion nobody knows', async () => {
    const list = [
      'checkout_id,created_at,completed_at',
      '1,2026-11-02 10:00,',
      '2,2026-11-02 10:00,2026-11-02 10:05',
      '3,2026-11-03 10:00,',
    ];
    const { all, read } = await of({ 'c.csv': list });
    expect(await all('abandoned_checkouts', 'begun_checkouts', 'lost_checkouts')).toEqual([2, 3, 2]);
    expect(read.tables[0]!.told.has('completed_at')).toBe(true);
    const none = await of({ 'c.csv': [list[0]!, list[1]!, list[3]!] });
    expect(await none.all('abandoned_checkouts', 'begun_checkouts', 'lost_checkouts')).toEqual([2, 0, 0]);
    expect(none.read.tables[0]!.told.has('completed_at')).toBe(false);
  });
});

it('an answer that is asked for a ticket is approximate nowhere', async () => {
  const { read } = await of({ 's.csv': ['answered_at,type,score,scale', '2026-11-10,csat,5,5'] });
  expect((await answerOf(read, 'csat_answers', '2026-11-10')).approx(0, 0)).toBe(false);
});
