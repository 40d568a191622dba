import { describe, expect, it } from 'vitest';
import { type Files, folderWith, kpi, lastWeek, table, told } from './kit.ts';

/*
 * The orders lie as an old workbook beside the visits: without a word the report would say that there are none.
 */

const visits = table('date,source,sessions', '2026-11-02,google,90', '2026-11-08,google,40');
/** What is in such a file does not matter: its ending says that it is not looked into. */
const bytes = Buffer.from([0x50, 0x4b, 3, 4]);

describe('files of a folder that are not read', () => {
  it('are named in one warning with what to do, and --strict does not pass', async () => {
    const files: Files = {
      'in/visits.csv': visits,
      'in/orders.xls': bytes,
      'in/more/orders 2025.XLSB': bytes,
      'in/terms.pdf': bytes,
      'in/logo.png': bytes,
    };
    const { warnings } = await told(`report in ${lastWeek} --kpi sessions --compare none`, files);
    const [warning, ...others] = warnings;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: 'files_not_read' });
    expect(warning!.message).toBe(
      'not read: 1 picture or recording (in/logo.png), 2 Excel workbooks (in/more/orders 2025.XLSB, …), 1 PDF document (in/terms.pdf); save spreadsheets as .xlsx, export other data as CSV or JSON',
    );
    const { code, err } = await kpi(`report in ${lastWeek} --strict`, files);
    expect(code).toBe(2);
    expect(err).toContain('orders 2025.XLSB');
  });

  it.each([
    'a.xls',
    'a.ods',
    'a.numbers',
    'a.docx',
    'a.parquet',
    'a.dat',
    'orders',
    'a.csv.crdownload',
    'a.xml',
    'a.html',
  ])('%s is named, and an error under --strict', async (name) => {
    const files = { 'in/visits.csv': visits, [`in/${name}`]: bytes };
    const { code, err } = await kpi(`report in ${lastWeek} --strict`, files);
    expect(code).toBe(2);
    expect(err).toContain(`in/${name}`);
  });

  it.each(['a.png', 'a.mp4'])('%s is named, but hides no figure', async (name) => {
    const files = { 'in/visits.csv': visits, [`in/${name}`]: bytes };
    const { code, err } = await kpi(`report in ${lastWeek} --strict`, files);
    expect(code).toBe(0);
    expect(err).toContain(`in/${name}`);
  });

  it('are not those that nobody takes for data', async () => {
    const files: Files = {
      'in/visits.csv': visits,
      'in/README': 'about',
      'in/notes.md': '# about',
      'in/kpi.yaml': 'timezone: Europe/Paris\n',
      'in/.DS_Store': bytes,
      'in/~$orders.xlsx': bytes,
      'in/package.json': '{}',
    };
    const { warnings } = await told(`report in ${lastWeek} --kpi sessions --compare none --strict`, files);
    expect(warnings).toEqual([]);
  });

  it('are not the reports that were written there before', async () => {
    const folder = folderWith({
      'visits.csv': visits,
      'kpi.yaml': 'timezone: Europe/Paris\nchecks: [{ kpi: sessions, must: ">= 1" }]\n',
    });
    const outs = ['json', 'csv', 'html', 'md'].map((ending) => `--out report.${ending}`).join(' ');
    const first = await kpi(`report visits.csv --last 1 --kpi sessions --compare none ${outs}`, folder);
    expect(first.code, first.err).toBe(0);
    await kpi('check visits.csv --out checks.xml --out checks.json', folder);
    await kpi('funnel visits.csv --last 1 --out funnel.json --out funnel.csv', folder);
    const { code, out, err } = await kpi('report . --last 1 --kpi sessions --compare none --strict', folder);
    expect(code, err).toBe(0);
    expect(out).toContain('130');
    // Those that could be data are known for what they are.
    expect(err).toContain('a report that kpi wrote');
  });

  it('are named where a folder holds nothing else', async () => {
    const { code, err } = await kpi(`report in ${lastWeek}`, { 'in/orders.xls': bytes, 'in/x/b.ods': bytes });
    expect(code).toBe(2);
    expect(err).toContain('in/orders.xls');
    expect(err).toContain('in/x/b.ods');
    expect(err).toContain('save spreadsheets as .xlsx');
  });

  it('are named beside files that are no export', async () => {
    const { code, err } = await kpi(`report in ${lastWeek}`, {
      'in/orders.xls': bytes,
      'in/people.csv': 'name,age\nann,30\n',
    });
    expect(code).toBe(2);
    expect(err).toContain('in/orders.xls');
    expect(err).toContain('in/people.csv');
  });

  it('are named by the folder of a configuration, by inspect, init and check', async () => {
    const folder = folderWith({
      'in/visits.csv': visits,
      'in/orders.xls': bytes,
      'kpi.yaml': 'timezone: Europe/Paris\nsources: [{ path: in/ }]\nchecks: [{ kpi: sessions, must: ">= 1" }]\n',
    });
    for (const line of ['report --last 1', 'inspect', 'check', 'init in --out -', 'funnel --last 1']) {
      const { err } = await kpi(line, folder);
      expect(err, line).toContain('in/orders.xls');
    }
  });

  it('of files that no format fits there is one line, however many they are', async () => {
    const files: Record<string, string> = { 'in/visits.csv': visits };
    for (const name of ['a', 'b', 'c', 'd', 'e']) files[`in/${name}.csv`] = 'name,age\nann,30\n';
    const { warnings } = await told(`report in ${lastWeek} --kpi sessions --compare none`, files);
    expect(warnings.map(({ message }) => message)).toEqual([
      'passed over: in/a.csv is of no known format; its columns are name, age; passed over, too: in/b.csv, in/c.csv, in/d.csv, … and 1 more (kpi inspect FILE says more)',
    ]);
    expect((await kpi(`report in ${lastWeek} --strict`, files)).code).toBe(2);
  });
});

describe('files that are known and no source of KPIs', () => {
  const customers = table(
    'First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders',
    'Ann,A,a@example.com,no,10,1',
  );

  it('are told, and --strict passes', async () => {
    const files = { 'in/visits.csv': visits, 'in/customers.csv': customers };
    const { warnings } = await told(`report in ${lastWeek} --kpi sessions --compare none --strict`, files);
    expect(warnings).toEqual([
      {
        code: 'not_read',
        message:
          'in/customers.csv (Shopify: Customers, Export) is recognised, not read: it lists people, not sales; customer KPIs come from the export of orders',
        file: 'in/customers.csv',
      },
    ]);
  });

  it('are passed over where they are named beside others, and an error alone', async () => {
    const files = { 'visits.csv': visits, 'customers.csv': customers };
    expect((await kpi(`report visits.csv customers.csv ${lastWeek}`, files)).code).toBe(0);
    const { code, err } = await kpi(`report customers.csv ${lastWeek}`, files);
    expect(code).toBe(2);
    expect(err).toContain('recognised, not read');
    expect(err).not.toContain('a@example.com');
  });

  it.each([
    ['deals', 'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date', '1,Big,won,default,1000,2026-11-02'],
    ['payouts', 'id,Arrival Date (UTC),Amount,Livemode,Currency', 'po_1,2026-11-02,100.00,true,eur'],
    ['products', 'Handle,Title,Body (HTML),Variant SKU,Variant Price', 'tee,Tee,x,T,20.00'],
    ['a stock', 'Handle,Title,SKU,Location,Available', 'tee,Tee,T,Paris,4'],
    ['a ledger', 'Transaction creation date,Type,Order number,Net amount,Payout ID', 'Nov 2, 2026,Order,1,10,2'],
  ])('%s', async (_, header, row) => {
    const { code, err } = await kpi(`report it.csv ${lastWeek}`, { 'it.csv': table(header, row) });
    expect(code).toBe(2);
    expect(err).toContain('recognised, not read');
  });

  it('are read all the same where the configuration says what they are', async () => {
    const { rows } = await told('report --last 1 --kpi leads --compare none', {
      'deals.csv': table('Record ID,Deal Name,Deal Stage,Create Date', '1,Big,won,2026-11-02'),
      'kpi.yaml':
        'timezone: Europe/Paris\nsources: [{ path: deals.csv, kind: lead, columns: { lead_id: Record ID, created_at: Create Date } }]\n',
    });
    expect(rows.at(-1)?.values).toMatchObject({ leads: 1 });
  });
});
