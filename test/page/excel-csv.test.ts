import { expect, it } from 'vitest';
import { excelCsv } from '../../src/page/excel-csv.ts';
import { run, wordsOf } from '../support/run.ts';

it('writes commas in figures and nowhere else', () => {
  const csv = 'period,channel,value,flags,year_value,year_change_pct\n2026,"1.5; ""a""",12.5,x.y,-0.25,0.1\n';
  expect(excelCsv(csv)).toBe(
    '\ufeffperiod;channel;value;flags;year_value;year_change_pct\r\n2026;"1.5; ""a""";12,5;x.y;-0,25;0,1\r\n',
  );
});

it.each(['report', 'funnel', 'cohorts'])('has the rows and figures of the CSV: kpi %s', async (command) => {
  const { out: csv } = await run(wordsOf(`${command} fixtures/shop --format csv`));
  const { out: excel } = await run(wordsOf(`${command} fixtures/shop --format csv-excel`));
  const plain = (text: string): string => text.replace(/[,;.]/g, '').replace(/[\ufeff\r]/g, '');
  expect(plain(excel)).toBe(plain(csv));
  expect(excel).toMatch(/;\d+,\d+;/);
});
