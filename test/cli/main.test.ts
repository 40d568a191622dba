import { describe, expect, it } from 'vitest';
import type { CommandEntry } from '../../src/cli/options/command.ts';
import { inColor } from '../../src/cli/process/io.ts';
import { Problem } from '../../src/core/problem.ts';
import { sameInAll } from '../../src/core/text.ts';
import { kpis } from '../../src/kpis/index.ts';
import { ioOf, run } from './kit.ts';

/** A command that ends as it is told to. */
const entry = (act: () => number | Promise<number>): CommandEntry => ({
  summary: sameInAll('works'),
  takes: '[paths...]',
  options: ['period', 'noColor'],
  examples: [],
  load: async () => ({ run: async () => act() }),
});
const withCommand = (act: () => number | Promise<number>) => ({ work: entry(act) });
const fail = (error: unknown) => () => {
  throw error;
};

describe('help', () => {
  it('names the commands', async () => {
    const { code, out, err } = await run(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: kpi \[options\] \[command\]\n/);
    expect(out).toContain('list');
  });

  it('names the options of a command, by what they are about, without loading it', async () => {
    const table = { work: { ...entry(() => 0), load: () => Promise.reject(new Error('loaded')) } };
    for (const args of [
      ['work', '--help'],
      ['help', 'work'],
    ]) {
      const { code, out } = await run(args, {}, table);
      expect(code).toBe(0);
      expect(out).toMatch(/Usage: kpi work \[options\] \[paths\.\.\.\]\n\nWorks\.\n\nPeriods:\n {2}--period <length>/);
    }
  });

  it('comes as an error where no command is named', async () => {
    const { code, out, err } = await run([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Usage: kpi/);
  });

  it('and the version', async () => expect(await run(['--version'])).toEqual({ code: 0, out: 'source\n', err: '' }));
});

describe('a mistake in the usage', () => {
  it.each([
    [['lst'], 'kpi: unknown command "lst"\n  did you mean list?\n  see kpi --help\n'],
    [['a.csv'], 'kpi: unknown command "a.csv"\n  to read a file: kpi report a.csv\n  see kpi --help\n'],
    [['--versio'], 'kpi: unknown option --versio\n  did you mean --version?\n  see kpi --help\n'],
    [
      ['--no-color', 'list'],
      'kpi: unknown option --no-color\n  options follow the command: kpi <command> --no-color\n  see kpi --help\n',
    ],
    [['list', '--formt', 'x'], 'kpi: unknown option --formt\n  did you mean --format?\n  see kpi list --help\n'],
    [['list', '--format'], 'kpi: --format needs a value\n  see kpi list --help\n'],
    [['list', 'x'], 'kpi: x does not exist\n  there is no folder .\n'],
    [['list', '--format', 'x'], 'kpi: --format must be one of table, json, csv, not "x"\n'],
  ])('%j', async (args, err) => expect(await run(args)).toEqual({ code: 2, out: '', err }));

  it('of a command that needs a name', async () => {
    const table = { explain: { ...entry(() => 0), takes: '<kpi> [paths...]' } };
    const { code, err } = await run(['explain'], {}, table);
    expect([code, err]).toEqual([2, 'kpi: kpi explain needs a kpi\n  see kpi explain --help\n']);
  });
});

describe('a command', () => {
  it('gets its names and options', async () => {
    let got: unknown[] = [];
    const command = async (...all: unknown[]) => {
      got = all.slice(0, 2);
      return 1;
    };
    const table = { work: { ...entry(() => 0), load: async () => ({ run: command }) } };
    const { code } = await run(['work', 'a', '--period', 'day', '-', 'b'], {}, table);
    expect([code, got]).toEqual([1, [['a', '-', 'b'], { period: 'day', color: true }]]);
  });

  it('ends with its own exit code', async () => {
    expect(
      await run(
        ['work'],
        {},
        withCommand(() => 1),
      ),
    ).toEqual({ code: 1, out: '', err: '' });
  });

  it('tells a Problem and what to do', async () => {
    const problem = new Problem(
      'x',
      sameInAll('a.csv is\u001b[2J odd\nkpi: all is well'),
      ['do this', 'or that'].map(sameInAll),
    );
    const { code, err } = await run(['work'], {}, withCommand(fail(problem)));
    expect([code, err]).toEqual([2, 'kpi: a.csv is␛[2J odd␊kpi: all is well\n  do this\n  or that\n']);
  });

  it('tells an internal error without its stack', async () => {
    const { code, err } = await run(['work'], {}, withCommand(fail(new TypeError('oh'))));
    expect([code, err]).toEqual([
      101,
      'kpi: internal error: oh\n  this is a fault in kpi: please report it with the command line and what `kpi --version` prints\n' +
        '  with KPI_DEBUG=1 in the environment it says where it happened\n',
    ]);
  });

  it('tells the stack where it is asked for', async () => {
    const { err } = await run(['work'], { env: { KPI_DEBUG: '1' } }, withCommand(fail(new TypeError('oh'))));
    expect(err).toMatch(/\nTypeError: oh\n {4}at /);
  });

  it('may throw anything', async () => {
    const { code, err } = await run(['work'], {}, withCommand(fail('oh')));
    expect(code).toBe(101);
    expect(err).toMatch(/^kpi: internal error: oh\n/);
  });

  it('is coloured on a terminal, unless that is forbidden', async () => {
    const table = withCommand(fail(new Problem('x', sameInAll('oh'))));
    const terminal = { stderrIsTerminal: true };
    expect((await run(['work'], terminal, table)).err).toBe('\u001b[31mkpi:\u001b[39m oh\n');
    expect((await run(['work', '--no-color'], terminal, table)).err).toBe('kpi: oh\n');
  });
});

it.each([
  [{}, true, true, true],
  [{}, false, true, false],
  [{}, true, false, false],
  [{ NO_COLOR: '1' }, true, true, false],
  [{ NO_COLOR: '' }, true, true, true],
  [{ FORCE_COLOR: '1' }, false, true, true],
  [{ FORCE_COLOR: '' }, false, true, true],
  [{ FORCE_COLOR: '0' }, true, true, false],
  [{ FORCE_COLOR: 'false' }, true, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true, true],
  [{ FORCE_COLOR: '1' }, true, false, false],
  [{ TERM: 'dumb' }, true, true, false],
])('colours with %j, terminal %j, allowed %j: %j', (env, terminal, allowed, color) => {
  const out = ioOf({ env, stdoutIsTerminal: terminal, stderrIsTerminal: !terminal });
  const err = ioOf({ env, stdoutIsTerminal: !terminal, stderrIsTerminal: terminal });
  expect(inColor(out, 'out', allowed)).toBe(color);
  expect(inColor(err, 'err', allowed)).toBe(color);
});

describe('kpi list', () => {
  it('lists all KPIs by group', async () => {
    const { code, out } = await run(['list']);
    expect(code).toBe(0);
    for (const { id, label } of kpis)
      expect(out).toMatch(new RegExp(`^  ${id} .*${label.en.replace(/[()+*.?]/g, '\\$&')}$`, 'm'));
    expect(out).toMatch(/^Sales\n {2}\S/);
    expect(out).toMatch(/^ {2}cac +money +↓ {2}Customer acquisition cost, blended$/m);
  });

  it('of some groups, in French', async () => {
    const { out } = await run(['list', '--group', 'social,service'], { env: { LANG: 'fr_FR' } });
    expect(out.match(/^\S.*$/gm)).toEqual(['Service client', 'Réseaux sociaux et leads']);
    expect((await run(['list', '--group', 'social', '--lang', 'en'], { env: { LANG: 'fr_FR' } })).out).toMatch(
      /^Social and/,
    );
  });

  it('as JSON and CSV, never translated', async () => {
    const env = { LANG: 'fr_FR' };
    const json = JSON.parse((await run(['list', '--format', 'json'], { env })).out);
    expect(json.schema).toBe('kpi-list/1');
    expect(json.kpis.map(({ id }: { id: string }) => id)).toEqual(kpis.map(({ id }) => id));
    expect(json.kpis.find(({ id }: { id: string }) => id === 'cac')).toMatchObject({
      ...{ label: 'Customer acquisition cost, blended', group: 'acquisition', unit: 'money', direction: 'down' },
    });
    const csv = (await run(['list', '--format', 'csv'], { env })).out;
    expect(csv).toMatch(/^id,label,group,unit,direction,doc\n/);
    expect(csv).toMatch(/^cac,"Customer acquisition cost, blended",acquisition,money,down,/m);
  });

  it('lists the fields of each kind', async () => {
    const { out } = await run(['list', '--fields']);
    expect(out).toMatch(/^order\n {2}order_id +text +The number/);
    expect(out).toMatch(/^ {2}ordered_at +instant +required +When it was made\. Also: .*date_commande/m);
    const { kinds } = JSON.parse((await run(['list', '--fields', '--format', 'json'])).out);
    expect(kinds[0].fields[1]).toMatchObject({ name: 'ordered_at', type: 'instant', required: true });
    expect((await run(['list', '--fields', '--format', 'csv'])).out).toMatch(
      /^kind,field,type,required,doc,names\norder,/,
    );
  });

  it('has bold headings on a terminal', async () => {
    const { out } = await run(['list'], { stdoutIsTerminal: true });
    expect(out.slice(0, out.indexOf('\n'))).toBe('\u001b[1mSales\u001b[22m');
  });
});
