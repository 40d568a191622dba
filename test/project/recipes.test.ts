import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config/load-config.ts';
import { checksOf } from '../../src/documents/checks/configured-checks.ts';
import { targetsOf } from '../../src/documents/checks/targets.ts';
import { kpis } from '../../src/kpis/index.ts';
import { root } from '../support/run.ts';

/* What the documentation tells people to copy, and what is promised of runs that nobody watches. */

const pages = ['docs/checks.md', 'docs/automation.md'].map((page) => readFileSync(join(root, page), 'utf8')).join('\n');
const blocks = [...pages.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, lang, text = '']) => ({ lang, text }));
const block = (lang: string, begins: string): string => {
  const found = blocks.find((one) => one.lang === lang && one.text.startsWith(begins));
  if (found === undefined) throw new Error(`no page has a ${lang} that begins with ${begins}`);
  return found.text;
};

let shop = '';
let path = '';
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-recipes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  shop = join(folder, 'shop');
  mkdirSync(shop);
  cpSync(join(root, 'fixtures/shop'), join(shop, 'exports'), { recursive: true });
  rmSync(join(shop, 'exports/kpi.yaml'), { force: true });
  // `kpi` as it is in this folder, in November 2026; installing it has gone well.
  path = join(folder, 'bin');
  mkdirSync(path);
  const run = `exec ${process.execPath} --import ${join(root, 'node_modules/tsx/dist/loader.mjs')} ${join(root, 'src/cli/bin.ts')}`;
  writeFileSync(join(path, 'kpi'), `#!/bin/sh\n${run} "$@" --as-of 2026-11-16T06:00 --timezone Europe/Paris\n`);
  writeFileSync(join(path, 'npm'), '#!/bin/sh\n');
  for (const name of ['kpi', 'npm']) chmodSync(join(path, name), 0o755);
});

const env = () => ({ PATH: `${path}:${process.env.PATH}`, TZ: 'Europe/Paris', LANG: 'C.UTF-8', KPI_CACHE: 'off' });
const inShell = (line: string) =>
  spawnSync('sh', ['-c', line.replaceAll('/srv/shop', shop)], { cwd: shop, env: env(), encoding: 'utf8' });
const put = (name: string, text: string): void => writeFileSync(join(shop, name), text);
/** Runs the last step of this repository's own action, as GitHub does. */
function asAction(inputs: Readonly<Record<string, string>>) {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const { env: wanted, run } = action.runs.steps.at(-1) as { env: Record<string, string>; run: string };
  const given = Object.entries(wanted).map(([name, value]) => {
    const [, input = ''] = /^\$\{\{ inputs\.(.+) \}\}$/.exec(value) ?? [];
    return [name, inputs[input] ?? action.inputs[input].default];
  });
  const around = { cwd: shop, env: { ...env(), ...Object.fromEntries(given) }, encoding: 'utf8' } as const;
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], around);
}
/** Without the files of the shop itself. */
const made = (): string[] =>
  (readdirSync(shop, { recursive: true }) as string[]).filter((name) => !/^exports|^kpi/.test(name)).sort();

describe('the recipes of the documentation', { timeout: 30_000 }, () => {
  it('have checks that the program understands', async () => {
    put('kpi.yaml', block('yml', 'checks:'));
    const config = await loadConfig(join(shop, 'kpi.yaml'));
    expect(checksOf(config, kpis)).toHaveLength(4);
    expect(targetsOf(config, kpis)).toHaveLength(1);
  });

  it('have a crontab line that writes the report of last week', () => {
    const [, fields, command = ''] = /^(0 6 \* \* 1) {2}(.*)\n$/.exec(block('crontab', '0 6')) ?? [];
    expect(fields).toBe('0 6 * * 1');
    // A percent sign would end the command there.
    expect(command).not.toContain('%');
    const { status, stdout, stderr } = inShell(command);
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    expect(made()).toEqual(['reports', 'reports/2026-W46.csv', 'reports/2026-W46.json']);
    expect(JSON.parse(readFileSync(join(shop, 'reports/2026-W46.json'), 'utf8')).to).toBe('2026-11-15');
  });

  it('have a systemd service that does, and a timer that starts it', () => {
    const values = (unit: string) =>
      new Map(
        unit.split('\n').flatMap((line) => {
          const at = line.indexOf('=');
          return at === -1 ? [] : [[line.slice(0, at), line.slice(at + 1)] as const];
        }),
      );
    const service = values(block('ini', '# /etc/systemd/system/kpi-report.service'));
    const timer = values(block('ini', '# /etc/systemd/system/kpi-report.timer'));
    expect([timer.get('OnCalendar'), timer.get('WantedBy')]).toEqual([
      'Mon *-*-* 06:00:00 Europe/Paris',
      'timers.target',
    ]);
    const command = service.get('ExecStart') ?? '';
    // What systemd would take for its own.
    expect(command).not.toMatch(/[%$\\]/);
    const { status, stderr } = inShell(`cd ${service.get('WorkingDirectory')} && ${command}`);
    expect([status, stderr]).toEqual([0, '']);
    expect(made()).toEqual(['reports', 'reports/2026-W46.json']);
  });

  it('have a script that mails the report of last week', () => {
    writeFileSync(join(path, 'sendmail'), '#!/bin/sh\ncat > sent.eml\n');
    chmodSync(join(path, 'sendmail'), 0o755);
    const { status, stdout, stderr } = inShell(block('sh', '#!/bin/sh\n# weekly-mail.sh'));
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    const mail = readFileSync(join(shop, 'sent.eml'), 'utf8');
    expect(mail).toMatch(/^To: team@shop\.example\nSubject: =\?UTF-8\?B\?/);
  });

  it('have a script that sends it to a chat', () => {
    writeFileSync(join(path, 'curl'), '#!/bin/sh\nprintf "%s\\n" "$@" > sent.txt\n');
    chmodSync(join(path, 'curl'), 0o755);
    const { status, stdout, stderr } = inShell(block('sh', '#!/bin/sh\n# weekly-slack.sh'));
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    expect(readFileSync(join(shop, 'sent.txt'), 'utf8')).toContain('@digest.json\n');
    expect(JSON.parse(readFileSync(join(shop, 'digest.json'), 'utf8')).text).toContain('My shop · Week 46');
  });

  it('have a task for Windows whose command writes a page', () => {
    const [, line = ''] = /&& (kpi .*)"\n$/.exec(block('bat', 'schtasks')) ?? [];
    const { status, stderr } = inShell(line.replaceAll('\\', '/'));
    expect([status, stderr]).toEqual([0, '']);
    expect(made()).toEqual(['reports', 'reports/2026-W46.html']);
  });

  it('have a workflow for GitHub that runs the action of this repository', () => {
    put('kpi.yaml', 'currency: EUR\nchecks: [{ kpi: net_sales, must: ">= 1000000" }]\n');
    const workflow = parse(block('yml', '# .github/workflows/kpi.yml'));
    const steps: { uses: string; with: Record<string, string> }[] = workflow.jobs.check.steps;
    const ran = asAction(steps.find(({ uses }) => uses.startsWith('./'))?.with ?? {});
    expect([ran.status, ran.stderr]).toEqual([1, expect.not.stringMatching(/^kpi:/m)]);
    expect(ran.stdout).toMatch(/^::error file=kpi\.yaml,line=2,/);
    expect(steps.at(-1)?.with.path).toBe('junit.xml');
    expect(readFileSync(join(shop, 'junit.xml'), 'utf8')).toContain('<failure');
  });

  it('may give the action any words', () => {
    writeFileSync(join(path, 'kpi'), `#!${process.execPath}\nconsole.log(JSON.stringify(process.argv.slice(2)));\n`);
    const words = (inputs: Readonly<Record<string, string>>) => JSON.parse(asAction(inputs).stdout);
    expect(words({})).toEqual(['check']);
    expect(
      words({ command: 'report', paths: 'my exports/\n"$HOME"/*.csv\n', args: `--by 'sales channel'  --last 1` }),
    ).toEqual(['report', '--by', 'sales channel', '--last', '1', 'my exports/', '"$HOME"/*.csv']);
    expect(asAction({ args: `--by 'sales` })).toMatchObject({ status: 1, stdout: '' });
  });

  it('have a job for GitLab whose script runs', () => {
    put('kpi.yaml', 'currency: EUR\nchecks: [{ kpi: net_sales, must: ">= 1" }]\n');
    const { kpi: job } = parse(block('yml', '# .gitlab-ci.yml'));
    expect(job.script.map((line: string) => inShell(line).status)).toEqual([0, 0]);
    expect(existsSync(join(shop, job.artifacts.reports.junit))).toBe(true);
  });
});

describe('a run that nobody watches', { timeout: 30_000 }, () => {
  const line = "kpi report exports/ --last 1 --out 'reports/{period}.json' --quiet";
  const file = () => readFileSync(join(shop, 'reports/2026-W46.json'), 'utf8');

  it('gives the same file when it is run again, and another when late data came in', () => {
    inShell(line);
    const first = file();
    inShell(line);
    expect(file()).toBe(first);
    put('exports/late.csv', 'order_id,ordered_at,gross_sales,currency\nlate,2026-11-12 10:00:00,100,EUR\n');
    inShell(line);
    const sales = (text: string) => JSON.parse(text).rows[0].values.gross_sales;
    expect(sales(file())).toBe(sales(first) + 100);
  });

  it('does not disturb another at the same time', async () => {
    inShell(line);
    const alone = file();
    rmSync(join(shop, 'reports'), { recursive: true });
    const runs = [1, 2].map(() => spawn('sh', ['-c', line], { cwd: shop, env: env() }));
    const codes = await Promise.all(runs.map((child) => new Promise((done) => child.once('exit', done))));
    expect(codes).toEqual([0, 0]);
    expect(file()).toBe(alone);
    expect(made()).toEqual(['reports', 'reports/2026-W46.json']);
  });

  it('prints no colour and no progress', () => {
    const { stdout, stderr } = inShell('kpi report exports/ --last 1');
    expect(`${stdout}${stderr}`).not.toContain('\u001b');
  });

  it('ends with the code of its checks when nobody reads on', async () => {
    put('kpi.yaml', 'currency: EUR\nchecks: [{ kpi: net_sales, must: ">= 1000000" }]\n');
    const child = spawn(join(path, 'kpi'), ['check', 'exports/', '--quiet'], { cwd: shop, env: env() });
    child.stdout.destroy();
    const err = textOf(child.stderr);
    expect([await new Promise((done) => child.once('exit', done)), await err]).toEqual([1, '']);
  });

  it('that SIGTERM ends in the middle leaves nothing behind', async () => {
    put('kpi.yaml', 'currency: EUR\nchecks: [{ kpi: gross_sales, must: ">= 1" }]\n');
    const rows = Array.from({ length: 1_500_000 }, (_, i) => `${i},2026-11-12 10:00:00,1.50,EUR\n`);
    put('exports.csv', `order_id,ordered_at,gross_sales,currency\n${rows.join('')}`);
    const args = ['check', 'exports.csv', '--out', 'junit.xml', '--verbose'];
    const child = spawn(join(path, 'kpi'), args, { cwd: shop, env: env() });
    // It tells what the file is, then reads it.
    child.stderr.once('data', () => setTimeout(() => child.kill('SIGTERM'), 300));
    expect(await new Promise((done) => child.once('exit', done))).toBe(143);
    expect(made()).toEqual([]);
  });
});
