import { describe, expect, it } from 'vitest';
import { kpi, lastWeek, table, told } from './kit.ts';

/*
 * A table that was damaged when it was saved or downloaded: the message names the cause.
 */

const message = async (content: string | Buffer, name = 'orders.csv'): Promise<string> => {
  const { code, out, err } = await kpi(`report ${name} ${lastWeek}`, { [name]: content });
  expect(code, out).toBe(2);
  return err;
};

describe('one quoted cell a row', () => {
  it.each([
    [
      'commas',
      '"Name,Email,Total,Created at"',
      '"#1,a@example.com,10.00,2026-11-02"',
      '"#2,b@example.com,20.00,2026-11-08"',
    ],
    ['semicolons', '"order_id;ordered_at;gross_sales"', '"1;2026-11-02;10,50"', '"2;2026-11-08;20,00"'],
    ['empty cells behind it', '"order_id,ordered_at,gross_sales",,', '"1,2026-11-02,10",,', '"2,2026-11-08,20",,'],
  ])('parted by %s', async (_, ...lines) => {
    const err = await message(table(...lines));
    expect(err).toContain('each row is one quoted cell');
    expect(err).not.toContain('example.com');
  });
});

describe('a file that stops in the middle of a row', () => {
  const whole =
    'order_id,ordered_at,customer_email,gross_sales\n1,2026-11-02,a@example.com,10\n2,2026-11-03,b@example.com,20\n';

  it('is to be downloaded again', async () => {
    const err = await message(`${whole}3,2026-11-08 1`);
    expect(err).toContain('record 3: the file stops in the middle of this row');
    expect(err).toContain('download it again');
    expect(err).not.toContain('--max-rejects');
  });

  it('says so too where one row in many is allowed to be at fault', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},2026-11-02,a@example.com,1\n`).join('');
    const content = `order_id,ordered_at,customer_email,gross_sales\n${rows}40,2026-11`;
    const { row, warnings } = await told(`report orders.csv ${lastWeek} --kpi orders --compare none`, {
      'orders.csv': content,
    });
    expect(row().values.orders).toBe(40);
    expect(warnings.find(({ code }) => code === 'cut_off')?.message).toContain('stops in the middle of a row');
    expect((await kpi(`report orders.csv ${lastWeek} --strict`, { 'orders.csv': content })).code).toBe(2);
  });

  it('also one that is too long to be kept from planning to reading', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},2026-11-02,a${i}@example.com,1\n`).join('');
    const { codes } = await told(`report orders.csv ${lastWeek} --kpi orders --compare none`, {
      'orders.csv': `order_id,ordered_at,customer_email,gross_sales\n${rows}40,2026-11`,
    });
    expect(codes).toContain('cut_off');
  });

  it('is another thing than a short row above, or a file without a last line break', async () => {
    const short = await message(`${whole.replace(',b@example.com,20', '')}3,2026-11-08,c@example.com,5\n`);
    expect(short).toContain('too few cells');
    const { row, warnings } = await told(`report orders.csv ${lastWeek} --kpi orders --compare none`, {
      'orders.csv': `${whole}3,2026-11-08,c@example.com,5`,
    });
    expect(row().values.orders).toBe(3);
    expect(warnings).toEqual([]);
  });
});

describe('columns parted by blanks', () => {
  it.each([
    ['two each', '  id  date  amount', '  1  2026-11-02  11.50', '  2  2026-11-08  12.00'],
    ['one each', 'id date amount', '1 2026-11-02 11.50', '2 2026-11-08 12.00'],
  ])('%s', async (_, ...lines) => {
    expect(await message(table(...lines), 'orders.txt')).toContain('blanks do not separate columns');
  });

  it('are not seen in notes', async () => {
    expect(await message('buy some milk\nand bread\n', 'notes.txt')).not.toContain('blanks');
  });
});

describe('what is no table at all', () => {
  it('a page in place of a download', async () => {
    expect(await message('<!DOCTYPE html>\n<html><body>Log in</body></html>\n')).toContain('is an HTML page');
  });

  it('an error that a server answered, as JSON', async () => {
    const err = await message('{"error":{"code":401,"message":"token of rose@example.com expired"}}', 'orders.json');
    expect(err).toContain('holds the error that a server answered, not data');
    expect(err).not.toContain('rose@');
  });

  it('names of columns in two rows', async () => {
    const err = await message(
      table(
        'Respondent ID,Start Date,End Date,How likely are you to recommend us?,,Email',
        ',,,Response,Other,Open-Ended Response',
        '1,2026-11-02,2026-11-02,9,,rose@example.com',
      ),
    );
    expect(err).toContain('the names of its columns are in two rows');
    expect(err).not.toContain('rose@');
  });

  it('a pointer of Git LFS', async () => {
    const err = await message(table('version https://git-lfs.github.com/spec/v1', 'oid sha256:4d7a2146', 'size 12345'));
    expect(err).toContain('pointer of Git LFS');
    expect(err).toContain('git lfs pull');
  });

  it('a header and nothing else', async () => {
    const { warnings } = await told(`report orders.csv ${lastWeek} --kpi orders --compare none`, {
      'orders.csv': 'order_id,ordered_at,gross_sales\n',
    });
    expect(warnings[0]?.message).toContain('has a header and no rows');
  });

  it('UTF-16 without its mark', async () => {
    const err = await message(
      Buffer.from(table('order_id,ordered_at,gross_sales', '1,2026-11-02,10', '2,2026-11-08,20'), 'utf16le'),
    );
    expect(err).toContain('UTF-16');
  });
});
