import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { encodedWords, mailDate } from '../../../src/documents/report/report-eml.ts';
import { run, wordsOf } from '../../support/run.ts';

/* The same first screen as text, as a mail and as a chat message: none may say a figure that the others do not. */

const shop = 'report fixtures/shop --last 1';

/** The headers of a mail, and its parts decoded. */
function mailOf(eml: string) {
  const [head = '', ...rest] = eml.split('\n\n');
  const headers = new Map(
    head
      .replace(/\n[ \t]/g, '')
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
  );
  const subject = (headers.get('Subject') ?? '').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) =>
    Buffer.from(word, 'base64').toString(),
  );
  const parts = rest.join('\n\n').split('--=_kpi').slice(1, -1);
  const decoded = parts.map((part) => Buffer.from(part.slice(part.indexOf('\n\n')), 'base64').toString());
  return { headers, subject, text: decoded[0] ?? '', html: decoded[1] ?? '' };
}

/** The figures of a text, in order. */
const figuresOf = (text: string): string[] => text.match(/[€+-]?[€\d][\d,.]*(?:%| pt|×)?/g) ?? [];

it('text has at most 40 lines of 80 columns, in each language', async () => {
  for (const lang of ['en', 'fr']) {
    const { out } = await run(wordsOf(`${shop} --lang ${lang} --format text`));
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
    // Nothing to type: nobody answers a mail with a command.
    expect(out).not.toContain('kpi report');
  }
});

it('a mail has the text and the same figures as a table, a subject with period and headline, and is small', async () => {
  const { out } = await run(wordsOf(`${shop} --title Léa --format eml`));
  const { out: text } = await run(wordsOf(`${shop} --title Léa --format text`));
  const mail = mailOf(out);
  expect(out.length).toBeLessThan(100_000);
  expect(out.split('\n').every((line) => line.length <= 78 && /^[\x20-\x7e]*$/.test(line))).toBe(true);
  expect(mail.subject.replaceAll('\u2009', ' ')).toBe(
    'Léa · Week 46 · Nov 9 – 15, 2026 · Net sales €365.00~ (+65.9%), Orders 6 (+20.0%)',
  );
  expect(mail.text).toBe(text);
  expect(mail.html).not.toMatch(/<(script|img|link|style)|https?:|url\(/);
  const table = text.split('\n').slice(3, 16).join('\n');
  const cells = mail.html.slice(mail.html.indexOf('<tr><th'), mail.html.indexOf('</table>')).replace(/<[^>]*>/g, ' ');
  expect(figuresOf(cells)).toEqual(figuresOf(table.replace(/[▁-█·]/g, '')));
  expect(mail.headers.get('Date')).toBe('Sun, 22 Nov 2026 00:00:00 +0100');
});

it('a chat message keeps the limits of Slack and says the figures of the text', async () => {
  const { out } = await run(wordsOf(`${shop} --format slack --title A&B<!channel>`));
  const { text, blocks } = JSON.parse(out) as {
    text: string;
    blocks: { type: string; text?: { text: string }; elements?: { text: string }[] }[];
  };
  expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'section', 'context']);
  expect(blocks[0]?.text?.text).toMatch(/^A&B<!channel> · Week 46/);
  // What would call everybody in a channel is text.
  expect(text).toMatch(/^A&amp;B&lt;!channel&gt; · Week 46/);
  const table = blocks[1]?.text?.text ?? '';
  expect(table).toMatch(/^```\nNet sales +€365\.00~ +\+65\.9%\n/);
  expect(blocks.every((block) => (block.text?.text.length ?? 0) <= 3000)).toBe(true);
});

it('a digest shows the KPIs asked for, of all groups together', async () => {
  const { out } = await run(wordsOf(`${shop} --kpi orders,units_sold --by channel --format text`));
  const labels = out.split('\n').filter((line) => /^(Orders|Units sold) /.test(line));
  expect(labels).toHaveLength(2);
  expect(out).not.toContain('Net sales');
});

it('a subject is cut between characters, never within one', () => {
  const text = 'é'.repeat(100);
  const words = encodedWords(text).split('\n ');
  expect(words.every((word) => word.length <= 75)).toBe(true);
  const read = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString()).join('');
  expect(read).toBe(text);
  expect(encodedWords('plain')).toBe('plain');
  expect(encodedWords('a\r\nBcc: x@y.example')).toBe('a Bcc: x@y.example');
});

it('the day of a mail is that of its time zone', () => {
  expect(mailDate('2026-11-29T23:30:00+01:00')).toBe('Sun, 29 Nov 2026 23:30:00 +0100');
  expect(mailDate('2026-01-01T00:00:00Z')).toBe('Thu, 1 Jan 2026 00:00:00 +0000');
});

it('a name of any length, with signs of any language, is a short text', async () => {
  const name = `<b>*bold*</b> \u202e${'w'.repeat(10_000)}`;
  const outs = await Promise.all(
    ['text', 'slack', 'eml', 'html'].map((format) =>
      run(['report', 'fixtures/shop', '--last', '1', '--title', name, '--format', format]).then(({ out }) => out),
    ),
  );
  const [text = '', slack = '', eml = '', page = ''] = outs;
  expect(text.split('\n').length).toBeLessThanOrEqual(41);
  const { subject, html } = mailOf(eml);
  expect(subject.length).toBeLessThan(200);
  for (const one of [text, slack, subject, html, page]) expect(/w{60}|\u202e/.test(one)).toBe(false);
  expect(`${html}${page}`.includes('<b>*bold')).toBe(false);
  const message = JSON.parse(slack) as { mrkdwn: boolean; blocks: { elements?: { type: string }[] }[] };
  // Neither the name nor a file's formats a text.
  expect(message.mrkdwn).toBe(false);
  expect(message.blocks.at(-1)?.elements?.[0]?.type).toBe('plain_text');
});

it('a chat message of many KPIs keeps its limits, and its table ends', async () => {
  const groups = '--group sales,traffic,acquisition,customers,service,social --format slack';
  const { out } = await run(wordsOf(`${shop} ${groups} --lang fr`));
  const { blocks } = JSON.parse(out) as { blocks: { text?: { text: string } }[] };
  const table = blocks[1]?.text?.text ?? '';
  expect(table.length).toBeGreaterThan(2500);
  expect(table.length).toBeLessThanOrEqual(3000);
  expect(table).toMatch(/^```\n[^`]*\n…\n```$/);
});

it('files are named after the period that they show', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'kpi-digest-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  for (const format of ['text', 'eml', 'slack', 'json'])
    await run([...wordsOf(`${shop} --format ${format}`), '--out', join(cwd, `${format} {period} {from} {to}`)]);
  const named = ['eml', 'json', 'slack', 'text'].map((format) => `${format} 2026-W46 2026-11-09 2026-11-15`);
  expect(readdirSync(cwd).sort()).toEqual(named);
});

it('the name of the shop is above every report for people', async () => {
  for (const how of ['--full', '--by channel', '--format markdown', '--format html', '--format text', '']) {
    const { out } = await run([...wordsOf(`report fixtures/shop --last 1 ${how}`), '--title', 'Léa *Cie*']);
    expect(/(?:^|^## |<h1>)Léa (?:\*|&#42;)Cie(?:\*|&#42;) · /.test(out), how).toBe(true);
  }
});

it('HTML keeps the parts of the running period apart', async () => {
  const { out } = await run(wordsOf(`${shop} --format eml`));
  const { out: page } = await run(wordsOf(`${shop} --format html`));
  for (const html of [mailOf(out).html, page])
    expect(/Net sales €0\.00 · -100\.0%~ on W46 · ±€0\.00 on 2025/.test(html)).toBe(true);
});
