import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/run.ts';
import { folderWith, kpi, type Row, table, told } from './kit.ts';

/*
 * Exports of survey tools do not say which of their questions counts, and as what. The message has the lines that say it:
 * written into kpi.yaml as they are, they give the right figures.
 */

const fixture = (path: string): Buffer => readFileSync(join(root, 'fixtures/sources', path));

async function followed(content: string | Buffer, kpis: string): Promise<{ message: string; values: Row['values'] }> {
  const folder = folderWith({ 'answers.csv': content });
  const { code, err: message } = await kpi('report answers.csv --timezone Europe/Paris', folder);
  expect(code, message).toBe(2);
  const lines = message.split('\n');
  const entry = lines.slice(lines.findIndex((line) => line.trim() === 'sources:'));
  writeFileSync(join(folder, 'kpi.yaml'), `timezone: Europe/Paris\n${entry.map((line) => line.slice(4)).join('\n')}`);
  const report = await told(`report --all --period all --compare none --kpi ${kpis}`, folder);
  return { message, values: report.row().values };
}

describe('lines that are followed', () => {
  it('of Typeform: a question over two lines', async () => {
    const { message, values } = await followed(fixture('typeform-responses/plain.csv'), 'nps');
    expect(message).toContain('set: { type: nps }');
    expect(values).toEqual({ nps: 25 });
  });

  it('of an old Typeform export: a question of satisfaction, beside two of one name', async () => {
    const { message, values } = await followed(fixture('typeform-responses/old.csv'), 'csat');
    expect(message).toContain('set: { type: csat }');
    expect(values.csat).toBeCloseTo(2 / 3);
  });

  it.each([
    ['plain.csv', 25],
    ['old.csv', 50],
    ['one-row.csv', -50],
  ])('of SurveyMonkey: %s', async (name, nps) => {
    const { message, values } = await followed(fixture(`surveymonkey-responses/${name}`), 'nps');
    expect(message).not.toContain('Response   ');
    expect(values).toEqual({ nps });
  });
});

describe('two questions side by side', () => {
  it.each([
    ['CSAT', 'NPS'],
    ['CSAT score', 'NPS score'],
    ['How satisfied are you?', 'How likely are you to recommend us?'],
  ])('%s and %s: one is read, and the other is named', async (csat, nps) => {
    const { message, values } = await followed(
      table(`Date,Email,${csat},${nps}`, '2026-10-05,a@x.fr,5,10', '2026-10-16,b@x.fr,4,9', '2026-10-17,c@x.fr,2,3'),
      'csat,nps',
    );
    // 5 and 4 of three.
    expect(values.csat).toBeCloseTo(2 / 3);
    expect(message).toContain(`# "${nps}" is another question and is not read: put it into a file of its own`);
    // Followed to the letter: promoters 10 and 9, a detractor 3, of three.
    const own = table(`Date,Email,${nps}`, '2026-10-05,a@x.fr,10', '2026-10-16,b@x.fr,9', '2026-10-17,c@x.fr,3');
    const other = await followed(own, 'nps');
    expect(other.message).not.toContain('another question');
    expect(other.values.nps).toBeCloseTo(100 / 3);
  });
});

const head = '#,Speed,Price,Submit Date (UTC),Network ID';

it('names the questions where several may be meant, and leaves the choice open', async () => {
  const { code, err } = await kpi('report a.csv --lang fr', {
    'a.csv': table(head, 'x1,9,3,2026-11-02 10:00:00,n', 'x2,10,5,2026-11-03 10:00:00,n'),
  });
  expect(code).toBe(2);
  expect(err).toContain('«\u00a0Speed\u00a0», «\u00a0Price\u00a0»');
  expect(err).toContain('score: "…"   # la colonne de la question, à la place de …');
});

it('says so where no question is answered by numbers', async () => {
  const { code, err } = await kpi('report a.csv', {
    'a.csv': table(head, 'x1,fast,low,2026-11-02 10:00:00,n', 'x2,slow,20,2026-11-03 10:00:00,n'),
  });
  expect(code).toBe(2);
  expect(err).toContain('none of its questions is answered by numbers from 0 to 10');
});

it('does not guess the scale of answers up to 5', async () => {
  const { err } = await kpi('report a.csv', {
    'a.csv': table('#,Speed,Submit Date (UTC),Network ID', 'x1,4,2026-11-02 10:00:00,n', 'x2,5,2026-11-03 10:00:00,n'),
  });
  expect(err).toContain('set: { type: "…" }   # nps or csat, in place of …');
});

it('of a folder is a warning, and the other files are read', async () => {
  const { code, out, err } = await kpi('report . --timezone Europe/Paris --all --kpi tickets_created', {
    'survey.csv': fixture('typeform-responses/plain.csv'),
    'tickets.csv': fixture('freshdesk-tickets/plain.csv'),
  });
  expect(code, err).toBe(0);
  expect(err).toContain('survey.csv ("Typeform: Results, Responses, Download CSV") is recognised');
  expect(out).toContain('Tickets created');
});

it('is asked of a table mapped by hand, too, without its second row of names becoming a row', async () => {
  const folder = folderWith({
    'answers.csv': fixture('surveymonkey-responses/plain.csv'),
    'kpi.yaml': table(
      'timezone: Europe/Paris',
      'sources:',
      '  - path: answers.csv',
      '    kind: survey',
      '    set: { type: nps }',
      '    columns:',
      '      answered_at: Start Date',
      '      score: "How likely is it that you would recommend us to a friend or colleague?"',
    ),
  });
  const report = await told('report --all --period all --compare none --kpi nps', folder);
  expect(report.row().values).toEqual({ nps: 25 });
});
