import { describe, expect, it } from 'vitest';
import { table, told } from './kit.ts';

/* From a day to 16:00 of the same day it is not sixteen hours: a ticket that states no time of its creation was answered after an unknown while. */

const kpis = 'first_reply_time,resolution_time,first_resolution_time,tickets_solved';
const line = `report . --timezone Europe/Paris --period all --all --kpi ${kpis}`;
const header = 'ticket_id,created_at,status,first_reply_at,first_solved_at,solved_at';
const unknown = { first_reply_time: null, resolution_time: null, first_resolution_time: null };

describe('tickets whose dates have no time', () => {
  it('have no times to a reply or a solve', async () => {
    const { row } = await told(line, {
      't.csv': table(
        header,
        '1,2026-11-03,solved,2026-11-03 16:00,2026-11-03 16:30,2026-11-03 16:30',
        '2,2026-11-04,solved,2026-11-04 10:00,2026-11-04 11:00,2026-11-04 12:00',
      ),
    });
    expect(row()).toMatchObject({
      values: { ...unknown, tickets_solved: 2 },
      nulls: { first_reply_time: 'no_observations', resolution_time: 'no_observations' },
    });
  });

  it('have none where only the reply and the solve are days, which would be before the creation', async () => {
    const { row, codes } = await told(line, {
      't.csv': table(header, '1,2026-11-03 09:00,solved,2026-11-03,2026-11-03,2026-11-03'),
    });
    expect(row().values).toEqual({ ...unknown, tickets_solved: 1 });
    expect(codes).not.toContain('impossible_times');
  });

  it('have none where all are days, never 0 seconds', async () => {
    const { row } = await told(line, {
      't.csv': table(header, '1,2026-11-03,solved,2026-11-03,2026-11-03,2026-11-03'),
    });
    expect(row().values).toEqual({ ...unknown, tickets_solved: 1 });
  });

  it('have those that the file states in seconds', async () => {
    const { row } = await told(line, {
      't.csv': table(
        'ticket_id,created_at,status,solved_at,first_reply_seconds,resolution_seconds',
        '1,2026-11-03,solved,2026-11-03,600,7200',
      ),
    });
    expect(row().values).toMatchObject({ first_reply_time: 600, resolution_time: 7200 });
  });

  it('have no times in business hours', async () => {
    const { row } = await told('report t.csv --period all --all --kpi first_reply_time_business', {
      'kpi.yaml': table(
        'timezone: Europe/Paris',
        'business_hours: { days: [monday, tuesday, wednesday, thursday, friday], from: "09:00", to: "18:00" }',
      ),
      't.csv': table(header, '1,2026-11-03,solved,2026-11-03 16:00,,2026-11-03 16:30'),
    });
    expect(row().values).toEqual({ first_reply_time_business: null });
  });
});

describe('tickets of which one was written at midnight', () => {
  it('have their times', async () => {
    const { row } = await told(line, {
      't.csv': table(
        header,
        '1,2026-11-03 00:00,solved,2026-11-03 01:00,2026-11-03 02:00,2026-11-03 02:00',
        '2,2026-11-04 08:00,solved,2026-11-04 11:00,2026-11-04 12:00,2026-11-04 12:00',
      ),
    });
    // The medians of 1 and 3 hours, and of 2 and 4 hours.
    expect(row().values).toEqual({
      first_reply_time: 7200,
      resolution_time: 10_800,
      first_resolution_time: 10_800,
      tickets_solved: 2,
    });
  });
});
