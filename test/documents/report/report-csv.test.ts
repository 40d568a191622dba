import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../../src/documents/report/report-csv.ts';
import { code, figure, kpi, missing, over, report, row } from './kit.ts';

const kpis = [kpi('net_sales'), kpi('ltv_cac_rating', { unit: 'text' })];

describe('the CSV report', () => {
  it('has a line a figure', () => {
    const text = renderCsv(
      report({
        dimensions: ['channel', 'country'],
        kpis,
        rows: [
          row([figure('-1234.5', 'approx'), code('weak')], { dimensions: { channel: 'Paid Search', country: 'FR' } }),
          row([figure(over('1', '3')), missing('zero_denominator')], { period: 'all', partial: true }),
        ],
      }),
    );
    expect(text).toBe(
      [
        'period,from,to,partial,channel,country,kpi,unit,value,null_reason,flags',
        '2026-W45,2026-11-02,2026-11-08,false,Paid Search,FR,net_sales,money,-1234.5,,approx',
        '2026-W45,2026-11-02,2026-11-08,false,Paid Search,FR,ltv_cac_rating,text,weak,,',
        'all,2026-11-02,2026-11-08,true,,,net_sales,money,0.333333333333,,',
        'all,2026-11-02,2026-11-08,true,,,ltv_cac_rating,text,,zero_denominator,',
        '',
      ].join('\n'),
    );
  });

  it('prints sums in full', () => {
    const text = renderCsv(report({ kpis: [kpi('x')], rows: [row([figure('12345678901234567890.000001')])] }));
    expect(text).toContain(',x,money,12345678901234567890.000001,,\n');
  });

  it.each([
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['+33 1', "'+33 1"],
    ['-5 %', "'-5 %"],
    ['@home', "'@home"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['a, "b"\nc', 'a, "b"\nc'],
    ["it's = fine", "it's = fine"],
    ['\u001b[2Jx\u009b', '␛[2Jx<U+009B>'],
  ])('writes the text %j so that it does no harm', (channel, read) => {
    const text = renderCsv(
      report({ dimensions: ['channel'], kpis: [kpi('x')], rows: [row([figure('1')], { dimensions: { channel } })] }),
    );
    expect(parse(text, { columns: true, record_delimiter: '\n' })).toEqual([
      {
        period: '2026-W45',
        from: '2026-11-02',
        to: '2026-11-08',
        partial: 'false',
        channel: read,
        kpi: 'x',
        unit: 'money',
        value: '1',
        null_reason: '',
        flags: '',
      },
    ]);
  });
});
