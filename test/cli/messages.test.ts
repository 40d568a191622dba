import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sameInAll } from '../../src/core/text.ts';
import { folder, run } from './kit.ts';

/* French messages as they are read, with a plain blank for each no-break space, and how their language is chosen. */

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function placeWith(files: Readonly<Record<string, string>>): string {
  const cwd = folder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

const orders = 'id,ordered_at,gross_sales,currency\n';
const first = async (args: readonly string[], cwd: string, env = {}): Promise<string> =>
  plain((await run(args, { cwd, env })).err.split('\n')[0] ?? '');

describe('the language of an error', () => {
  const english = 'kpi: unknown option --perod';
  const french = 'kpi: option inconnue --perod';
  const system = { LANG: 'fr_FR.UTF-8' };
  const filed = { 'kpi.yaml': 'report: { lang: fr }\n' };

  it.each([
    ['report --perod week', {}, {}, english],
    ['report --lang fr --perod week', {}, {}, french],
    ['report --perod week --lang=fr', {}, {}, french],
    ['report --perod week --lang FR', {}, {}, french],
    // Before the command it is no option, but says what is wanted.
    ['--lang fr report --perod week', {}, {}, 'kpi: option inconnue --lang'],
    ['report --lang fr --lang en --perod week', {}, {}, english],
    // Behind -- there are only names of files.
    ['report --perod week -- --lang fr', {}, {}, english],
    ['report --perod week', system, {}, french],
    ['report --lang en --perod week', system, {}, english],
    ['report --lang de --perod week', system, {}, french],
    ['report --perod week', {}, filed, french],
    ['report --perod week --lang en', system, filed, english],
    ['report --perod week', system, { 'kpi.yaml': 'report: { lang: en }\n' }, english],
    ['report --perod week', {}, { 'kpi.yaml': 'report: { lang: de }\n' }, english],
    ['report --perod week', {}, { 'kpi.yaml': 'report: { lang: fr, perod: week }\n' }, french],
    ['report --perod week', {}, { 'kpi.yaml': 'report: [\n' }, english],
    ['report --perod week', {}, { 'kpi.yaml': 'lang: fr\n', 'kpi.yml': 'lang: fr\n' }, english],
    ['report --perod week --config own.yaml', {}, { 'own.yaml': 'report: { lang: fr }\n' }, french],
  ])('%s', async (line, env, files, said) => {
    expect(await first(line.split(' '), placeWith(files), env)).toBe(said);
  });

  it('is that of the report, which the configuration names', async () => {
    const cwd = placeWith({ 'kpi.yaml': 'report: { lang: fr }\n', 'orders.csv': `${orders}1,2026-11-02,x,EUR\n` });
    expect(await first(['report', 'orders.csv'], cwd)).toBe(
      'kpi: orders.csv : 1 ligne sur 1 est illisible, au-delà de la limite de 5 %',
    );
    expect(await first(['report', 'orders.csv', '--max-rejects', '100%'], cwd)).toBe(
      "avertissement : orders.csv : 1 ligne sur 1 est illisible et n'est comptée nulle part ; la première est l'enregistrement 1, colonne « gross_sales » (nombre attendu) [rejected]",
    );
  });
});

describe('a command line that is not understood, in French', () => {
  const said = async (line: string): Promise<string> =>
    plain((await run([...line.split(' '), '--lang', 'fr'], { cwd: folder() })).err);

  it.each([
    [
      'report --perod week',
      ['kpi: option inconnue --perod', '  vouliez-vous dire --period ?', '  voir kpi report --help'],
    ],
    ['reprot', ['kpi: commande inconnue « reprot »', '  vouliez-vous dire report ?', '  voir kpi --help']],
    [
      'orders.csv',
      ['kpi: commande inconnue « orders.csv »', '  pour lire un fichier : kpi report orders.csv', '  voir kpi --help'],
    ],
    [
      'list --kpi cac',
      ['kpi: option inconnue --kpi', "  c'est une option de kpi report, kpi check", '  voir kpi list --help'],
    ],
    ['explain', ['kpi: kpi explain attend un argument : kpi', '  voir kpi explain --help']],
    ['report x.csv --last 0', ['kpi: --last doit être un nombre entier de 1 à 99999, pas « 0 »']],
    [
      'report x.csv --period wek',
      [
        'kpi: --period : valeur « wek » inconnue ; valeurs possibles : hour, day, week, month, quarter, year, all',
        '  vouliez-vous dire week ?',
      ],
    ],
  ])('%s', async (line, lines) => expect(await said(line)).toBe(`${lines.join('\n')}\n`));

  it('names too many or too few', async () => {
    const { err } = await run(['completion', 'bash', 'zsh'], { env: { LANG: 'fr_FR' } });
    expect(plain(err)).toBe("kpi: kpi completion ne prend pas d'autres noms\n  voir kpi completion --help\n");
    const { err: none } = await run(['completion'], { env: { LANG: 'fr_FR' } });
    expect(plain(none)).toBe(
      'kpi: kpi completion attend un argument : shell\n  valeurs possibles : bash, zsh, fish\n  voir kpi completion --help\n',
    );
    const { err: shell } = await run(['completion', 'bas'], { env: { LANG: 'fr_FR' } });
    expect(plain(shell)).toBe(
      'kpi: le shell : valeur « bas » inconnue ; valeurs possibles : bash, zsh, fish\n  vouliez-vous dire bash ?\n',
    );
  });
});

describe('a configuration with mistakes, in French', () => {
  const said = async (yaml: string, command = 'report'): Promise<string[]> => {
    const cwd = placeWith({ 'kpi.yaml': yaml, 'x.csv': orders });
    return plain((await run([command, 'x.csv', '--lang', 'fr'], { cwd })).err)
      .trimEnd()
      .split('\n');
  };

  it('says all of them, with their lines', async () => {
    const yaml = [
      'active_days: 0',
      'assume_full_history: oui',
      'gross_margin_rate: 1.5',
      'business_hours: { days: [monday], from: "18:00", to: "09:00" }',
      'week_start: 8',
      'timezon: UTC',
      'costs:',
      '  - { amount: 3 }',
      'channels:',
      '  - { channel: Email }',
    ];
    expect(await said(`${yaml.join('\n')}\n`)).toEqual([
      'kpi: kpi.yaml:1 : active_days doit être un nombre entier de 1 à 36500',
      '  et aussi kpi.yaml:2 : assume_full_history doit être true ou false',
      '  et aussi kpi.yaml:3 : gross_margin_rate doit être un nombre décimal simple de 0 à 1, comme 0.55',
      '  et aussi kpi.yaml:4 : business_hours.to doit être après from',
      '  et aussi kpi.yaml:5 : week_start doit être un jour de la semaine : de monday (lundi) à sunday (dimanche), ou de 1 (lundi) à 7',
      "  et aussi kpi.yaml:6 : timezon n'est pas une clé connue",
      '  vouliez-vous dire timezone ?',
      '  et aussi kpi.yaml:8 : il manque costs[0].category',
      '  et aussi kpi.yaml:10 : channels[0] doit avoir source, medium, campaign ou platform à côté de channel',
    ]);
  });

  it.each([
    [
      'checks:\n  - { kpi: cac, must: "60" }',
      "kpi: kpi.yaml:2 : checks[0].must « 60 » ne dit pas si c'est un minimum ou un maximum",
      '  écrivez ">= 60" ou "<= 60"',
    ],
    [
      'checks:\n  - { kpi: cac, fail: "> 60" }',
      "kpi: kpi.yaml:2 : checks[0].fail n'est pas une clé connue",
      '  kpi énonce ce qui est vrai quand tout va bien, pas ce qui ne va pas : écrivez must: ">= 1.5%"',
    ],
    [
      'checks:\n  - { kpi: csat, must: ">= 150%" }',
      "kpi: kpi.yaml:2 : checks[0].must « >= 150% » ne peut jamais être vrai : csat n'est jamais au-dessus de 100%",
      undefined,
    ],
    [
      'checks:\n  - { kpi: first_reply_time, must: "<= 8" }',
      "kpi: kpi.yaml:2 : checks[0].must « <= 8 » n'a pas d'unité de temps",
      '  écrivez "<= 8h" ou "<= 8 min" ou "<= 8s"',
    ],
    [
      'checks:\n  - { kpi: orders, must: ">= 1,500" }',
      'kpi: kpi.yaml:2 : checks[0].must « >= 1,500 » peut désigner des milliers ou des décimales',
      '  écrivez ">= 1500" ou ">= 1.500"',
    ],
    [
      'targets:\n  - { kpi: orders, period: soon, value: 5 }\nchecks:\n  - { kpi: orders, must: ">= 1" }',
      "kpi: kpi.yaml:2 : targets[0].period « soon » n'est pas le nom d'une période",
      '  les périodes se nomment comme dans les rapports : 2026, 2026-Q4, 2026-11 ou 2026-W47',
    ],
    [
      'checks:\n  - { kpi: cac, must: > 60 }',
      'kpi: kpi.yaml:2 : un texte qui commence par > s\'écrit entre guillemets : "> 60"',
      undefined,
    ],
  ])('%s', async (yaml, message, advice) => {
    expect((await said(`${yaml}\n`, 'check')).slice(0, 2)).toEqual([
      message,
      ...(advice === undefined ? [] : [advice]),
    ]);
  });
});

describe('what commands say beside their results, in French', () => {
  const row = (day: number) => `${day},2026-11-${String(day).padStart(2, '0')},10.00,EUR\n`;
  const shop = placeWith.bind(null, { 'a/orders.csv': orders + [2, 3, 4].map(row).join(''), 'a/notes.txt': 'rien\n' });

  it('--verbose', async () => {
    const { err } = await run(['report', 'a/orders.csv', '--verbose', '--lang', 'fr'], { cwd: shop() });
    expect(plain(err).split('\n').slice(0, 2)).toEqual([
      "moteur : memory (choisi d'après la taille des visites, la mémoire et ce qui est installé)",
      'a/orders.csv : Fichier générique : commandes (generic-orders), utf-8',
    ]);
  });

  it('kpi init', async () => {
    const { out, err } = await run(['init', 'a', '--lang', 'fr'], { cwd: shop() });
    expect(plain(out)).toBe('kpi.yaml est écrit, sans contrôles. Relisez-le, puis : kpi report\n');
    expect(plain(err)).toContain("avertissement : fichier ignoré : a/notes.txt n'est d'aucun format connu");
  });

  it('kpi normalize', async () => {
    const { err } = await run(['normalize', 'a/orders.csv', '--out', 'records', '--lang', 'fr'], { cwd: shop() });
    expect(err).toBe('records/order.csv  3 enregistrements\n');
  });

  it('a fault of its own', async () => {
    const fails = { summary: sameInAll('fails'), takes: '', options: ['lang'], examples: [] } as const;
    const load = async () => ({ run: () => Promise.reject(new TypeError('oh')) });
    const { err, code } = await run(['fail', '--lang', 'fr'], {}, { fail: { ...fails, load } });
    expect(code).toBe(101);
    expect(plain(err)).toBe(
      [
        'kpi: erreur interne : oh',
        "  c'est un défaut de kpi : merci de le signaler avec la ligne de commande et ce qu'affiche `kpi --version`",
        "  avec KPI_DEBUG=1 dans l'environnement, il dit où cela s'est produit",
        '',
      ].join('\n'),
    );
  });
});

describe('warnings, in French', () => {
  const warned = async (files: Readonly<Record<string, string>>, line: string): Promise<string[]> => {
    const { err } = await run([...line.split(' '), '--lang', 'fr'], { cwd: placeWith(files) });
    return plain(err).trimEnd().split('\n');
  };
  const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

  it('of statuses', async () => {
    const rows = ['id,ordered_at,gross_sales,currency,status', '1,2026-11-02,10,EUR,livrée par chat'];
    const one = lines(...rows, '2,2026-11-03,10,EUR,paid', '3,2026-11-04,10,EUR,cancelled');
    const asked = 'report o.csv --kpi orders --period all';
    expect(await warned({ 'o.csv': one }, asked)).toEqual([
      'avertissement : o.csv : beaucoup de commandes ne comptent pas en raison de leur statut : 1 commande sur 3 : annulées (cancelled) ; pour compter aussi ces commandes, écrivez dans kpi.yaml : valid_status: [paid, refunded, livrée par chat, cancelled] [many_not_valid]',
      'avertissement : les commandes au statut inconnu sont comptées : « livrée par chat » (1) ; pour dire lesquelles comptent, écrivez dans kpi.yaml, sans les mots qui ne comptent pas : valid_status: [paid, refunded, livrée par chat] [unknown_status]',
    ]);
    const none = lines(rows[0]!, '1,2026-11-03,10,EUR,cancelled', '2,2026-11-04,10,EUR,failed');
    expect(await warned({ 'o.csv': none }, asked)).toEqual([
      "avertissement : o.csv : aucune de ses commandes n'a un statut qui compte : 1 commande sur 2 : annulées (cancelled), 1 : échouées (failed) ; pour compter aussi ces commandes, écrivez dans kpi.yaml : valid_status: [paid, refunded, cancelled, failed] [nothing_counts]",
    ]);
  });

  it('of steps of a funnel that grow', async () => {
    const visits = lines(
      'date,channel,sessions,product_views,carts',
      '2026-11-02,Email,100,40,50',
      '2026-11-02,Direct,9,3,4',
    );
    const said = await warned({ 'v.csv': visits }, 'funnel v.csv --period all --by channel');
    expect(said).toEqual([
      'avertissement : les fichiers comptent plus de paniers (4) que de vues produit (3) pour all, Direct : ils y comptent chaque étape à part, et le taux de passage entre les deux est inconnu ; de même dans 2 autres entonnoirs [inconsistent_counts]',
    ]);
  });

  it('stand in the page as they do on the terminal', async () => {
    const cwd = placeWith({
      'o.csv': lines('id,ordered_at,gross_sales,currency', '1,2026-11-02,10,EUR', '2,2026-11-03,x,EUR'),
    });
    const line = 'report o.csv --kpi orders --period all --max-rejects 50% --lang fr --format';
    const [page, json] = await Promise.all(
      ['html', 'json'].map(async (format) => (await run([...line.split(' '), format], { cwd })).out),
    );
    expect(plain(page!)).toContain('o.csv : 1 ligne sur 2 est illisible');
    expect(JSON.parse(json!).quality.warnings[0].message).toMatch(
      /^o\.csv: 1 row of 2 cannot be read and counts nowhere/,
    );
  });
});
