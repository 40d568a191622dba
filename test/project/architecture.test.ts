import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/*
 * The directions of imports. docs/architecture.md says what each folder is; a rule that is in the way is changed here, with its
 * reason, or the file is in the wrong folder.
 */

interface Rule {
  readonly use: readonly string[];
  readonly because: string;
}

/** In the order of the data flow: a folder uses folders above it only. */
const may: Readonly<Record<string, Rule>> = {
  core: { use: [], because: 'the rest is written in its words' },
  fields: { use: ['core'], because: 'it knows the text of one cell and nothing around it' },
  readers: { use: ['core'], because: 'it turns bytes into rows of text and knows no meaning' },
  records: { use: ['core'], because: 'it says what a record is, whichever file it comes from' },
  sources: { use: ['core', 'records'], because: 'a source describes a file as plain data, it reads nothing' },
  plan: {
    use: ['core', 'fields', 'readers', 'records', 'sources'],
    because: 'it decides all that an engine may not decide, before any engine runs',
  },
  ingest: {
    use: ['core', 'fields', 'readers', 'records', 'plan'],
    because: 'it carries a plan out in TypeScript, rows to fields and no further',
  },
  store: {
    use: ['core'],
    because: 'it keeps named bytes between runs and knows neither what they mean nor whose clock it is',
  },
  reader: {
    use: ['core', 'fields', 'readers', 'plan', 'store'],
    because: 'it turns the bytes of long files into typed columns, by plans, and knows no kind of records',
  },
  measures: {
    use: ['core', 'records'],
    because: 'a measure is plain data that every engine can carry out, over fields that its kind of records has',
  },
  kpis: { use: ['core', 'measures'], because: 'a formula sees measures, never rows and never an engine' },
  engine: {
    use: ['core', 'readers', 'records', 'plan', 'ingest', 'reader', 'measures'],
    because: 'it settles and counts what was read; it knows no KPI and reads no text',
  },
  figures: {
    use: ['core', 'records', 'plan', 'measures', 'kpis', 'engine'],
    because: 'it turns answers into figures and knows neither rows nor the documents that show figures',
  },
  config: { use: ['core'], because: 'it checks the form; whether a KPI or format exists is checked by a command' },
  page: {
    use: ['core', 'figures'],
    because: 'it is what documents are printed with, and knows none of them',
  },
  documents: {
    use: ['core', 'measures', 'kpis', 'engine', 'figures', 'config', 'page'],
    because: 'it works out what a command prints, and prints it; it reads no file and writes none',
  },
  cli: {
    use: [
      ...['core', 'fields', 'readers', 'records', 'sources', 'plan', 'ingest', 'reader', 'measures', 'kpis', 'engine'],
      ...['figures', 'config', 'page', 'documents', 'store'],
    ],
    because: 'it puts everything together, and nothing is built on it but the scripts of src/dev',
  },
  dev: {
    use: ['core', 'records', 'sources', 'kpis', 'plan', 'page', 'documents', 'config', 'cli'],
    because: 'scripts for those who work on the program, no part of it',
  },
};

/** The rooms of the large folders, in order: each uses those above it. '' has the files that are in none. */
const rooms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plan: {
    head: 'the first records of a table, its header and what its columns hold',
    '': 'a plan as data, and how its fields are read',
    recognise: 'which export a table is',
    conventions: 'how columns write numbers, signs, currencies, taxes and offsets',
    dates: 'which days, weeks or months rows are about',
    fields: 'which column is which field, and what is doubtful about it',
    rows: 'rows that are totals, descriptions, or left out',
    advice: 'what is said of a file that is not read, or not certain',
    file: 'the plan of a whole file',
  },
  engine: {
    columns: 'growing columns of numbers, hashes and texts',
    state: 'what a run knows: records in columns, tables, findings; and what others see of it (read.ts)',
    collect: 'rows become records',
    orders: 'rows become orders with their lines and refunds',
    settle: 'which of several records count',
    derive: 'what follows from several records together',
    answers: 'what is counted and added up',
    load: 'all of it in its order: files in, answers out',
    '': 'the contract of engines, and what they share',
    memory: 'an engine',
    duckdb: 'an engine',
  },
  cli: {
    process: 'the terminal, the clock and the signals of a process',
    options: 'what is asked for: options, help, configuration',
    files: 'which files are read, and which are not',
    kept: 'what is kept between runs',
    run: 'from files to a document: reading, warnings, outputs, failures',
    init: 'what kpi init proposes',
    completion: 'completion in shells',
    commands: 'one file for each command',
    '': 'the beginning, and the list of commands',
  },
};

/** Files that stand for their folder: others may not be used from outside the folders named. */
const doors: readonly { readonly from: RegExp; readonly to: RegExp; readonly because: string }[] = [
  {
    from: /^src\/(figures|documents)\//,
    to: /^src\/facts\/(?!read\.ts$)/,
    because: 'only src/engine/state/read.ts: what comes after the facts must not care how they are kept',
  },
  {
    from: /^src\/page\//,
    to: /^src\/figures\/(?!figure-model\.ts$)/,
    because: 'only the shape of figures: a page works nothing out',
  },
  {
    from: /^src\/documents\//,
    to: /^src\/config\/(?!(load-config|weekday)\.ts$)/,
    because: 'only what a configuration says: its form is settled, and zod is not loaded for it again',
  },
];

/** Where a package or a module of Node is at home. */
const home: Readonly<Record<string, RegExp>> = {
  '@duckdb/node-api': /^src\/engine\/duckdb\//,
  '@date-fns/utc/date/mini': /^src\/core\/calendar\.ts$/,
  '@date-fns/tz/tzOffset': /^src\/core\/zone\.ts$/,
  'date-fns': /^src\/core\/calendar\.ts$/,
  chalk: /^src\/(page|cli)\//,
  'cli-table3': /^src\/page\/row-table\.ts$/,
  commander: /^src\/cli\/(main|options\/(help|program))\.ts$/,
  'csv-parse': /^src\/readers\//,
  'csv-parse/sync': /^src\/(config\/read-rates|page\/excel-csv)\.ts$/,
  'd3-array': /^src\/(page\/drawing|engine\/answers\/median)\.ts$/,
  'd3-shape': /^src\/page\/drawing\.ts$/,
  fflate: /^src\/page\/workbook\//,
  sax: /^src\/readers\/workbook\/xml\.ts$/,
  'string-width': /^src\/page\/text-width\.ts$/,
  tinyglobby: /^src\/cli\/files\/inputs\.ts$/,
  yaml: /^src\/config\/document\.ts$/,
  yauzl: /^src\/readers\/zip\.ts$/,
  zod: /^src\/(page\/schema-parts|documents\/([a-z]+)\/\2-schema)\.ts$/,
  'zod/mini': /^src\/(config|dev)\//,
  'node:child_process': /^src\/cli\/process\/programs\.ts$/,
  'node:buffer': /^src\/(readers|reader)\//,
  'node:crypto': /^src\/(store|reader|cli)\//,
  'node:fs': /^src\/(readers|store|reader|engine\/duckdb|config|cli|dev)\//,
  'node:fs/promises': /^src\/(readers|config|cli)\//,
  'node:os': /^src\/(engine|cli)\//,
  'node:path': /^src\/(store|engine\/duckdb|config|documents\/checks|cli|dev)\//,
  'node:stream': /^src\/(readers|cli)\//,
  'node:url': /^src\/(readers\/kernel-module\.ts$|reader\/workers\.ts$|dev\/)/,
  'node:v8': /^src\/(cli\/kept\/kept-plans|engine\/load\/packed-facts)\.ts$/,
  'node:worker_threads': /^src\/(reader\/|readers\/kernel-module\.ts$)/,
  'node:zlib': /^src\/readers\//,
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);
const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const importing =
  /^\s*(?:import|export)\b[^;'"]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^\s*import\s+'([^']+)'/gm;
const edges = files.flatMap((file) =>
  [...textOf.get(file)!.matchAll(importing)].map((match) => {
    const to = match[1] ?? match[2] ?? match[3] ?? '';
    const own = to.startsWith('.');
    const typeOnly = /^\s*(?:import|export)\s+type\b/.test(match[0]);
    // AssemblyScript, of which the kernel of the reader is, names files without their ending.
    const named = file.startsWith('src/reader/kernel/') ? `${to}.ts` : to;
    return { file, typeOnly, to: own ? join(dirname(file), named).replaceAll('\\', '/') : to, own };
  }),
);
const folder = (file: string): string => file.split('/')[1] ?? '';
const room = (file: string): string => file.split('/').slice(2, -1)[0] ?? '';
const between = edges
  .filter(({ own, file, to }) => own && folder(file) !== folder(to))
  .map((edge) => ({ ...edge, from: folder(edge.file), target: folder(edge.to) }));

describe('imports', () => {
  it('are seen at all', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(edges.length).toBeGreaterThan(1000);
    for (const { own, to } of edges) if (own) expect(textOf.has(to), to).toBe(true);
  });

  it('go one way', () => {
    const wrong = between.flatMap(({ file, to, from, target }) => {
      const rule = may[from];
      return rule === undefined || rule.use.includes(target) ? [] : [`${file} -> ${to}: ${from}: ${rule.because}`];
    });
    expect(wrong).toEqual([]);
  });

  it('go one way inside the large folders, too', () => {
    const wrong = edges.flatMap(({ file, to, own }) => {
      const order = Object.keys(rooms[folder(file)] ?? {});
      if (!own || folder(file) !== folder(to) || order.length === 0) return [];
      return order.indexOf(room(to)) > order.indexOf(room(file)) ? [`${file} -> ${to}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('go through the doors', () => {
    const wrong = between.flatMap(({ file, to }) =>
      doors.flatMap((door) => (door.from.test(file) && door.to.test(to) ? [`${file} -> ${to}: ${door.because}`] : [])),
    );
    expect(wrong).toEqual([]);
  });

  it('are of types alone where a shape is all that is needed', () => {
    const shapes = ['figures -> engine', 'documents -> engine', 'page -> figures'];
    const wrong = between.filter(({ from, target, typeOnly }) => shapes.includes(`${from} -> ${target}`) && !typeOnly);
    expect(wrong).toEqual([]);
  });

  it('lead from no document to another, but from a report, whose page shows a funnel, cohorts and checks', () => {
    const document = (file: string) => /^src\/documents\/([^/]+)\//.exec(file)?.[1];
    const wrong = edges.filter(({ file, to }) => {
      const [from, other] = [document(file), document(to)];
      return (
        from &&
        other &&
        from !== other &&
        !(from === 'report' && (other === 'funnel' || other === 'cohorts' || other === 'checks'))
      );
    });
    expect(wrong).toEqual([]);
  });

  it('lead from no output to what works a document out', () => {
    const output = /^src\/documents\/([a-z]+)\/\1-(table|markdown|json|csv|html|xlsx|junit|github|schema)\.ts$/;
    const reached = new Set(files.filter((file) => output.test(file)));
    const printing = () => edges.filter(({ file, own, typeOnly }) => own && !typeOnly && reached.has(file));
    for (const file of reached)
      for (const edge of printing()) if (edge.file === file && folder(edge.to) === 'documents') reached.add(edge.to);
    const works =
      /^src\/(figures|engine|measures|config)\/|-compute\.ts$|^src\/kpis\/(?!(index|formula-text|headline)\.ts$)/;
    const wrong = printing().filter(({ to }) => works.test(to));
    expect(wrong.map(({ file, to }) => `${file} -> ${to}`)).toEqual([]);
  });

  it('lead from no engine to another', () => {
    const engine = (file: string) => /^src\/engine\/(memory|duckdb)\//.exec(file)?.[1];
    const wrong = edges.filter(({ file, to }) => engine(file) && engine(to) && engine(file) !== engine(to));
    expect(wrong).toEqual([]);
  });

  it('make no circle', () => {
    const uses = new Map<string, string[]>();
    for (const { file, to, own } of edges) if (own) uses.set(file, [...(uses.get(file) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      const at = path.indexOf(file);
      if (at !== -1) circles.push([...path.slice(at), file].join(' -> '));
      if (at !== -1 || done.has(file)) return;
      for (const to of uses.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('lead to files whose name stands once, but for rooms that have a file for each kind of records, command or document', () => {
    const parallel =
      /^src\/(records|measures|cli\/commands|documents\/\w+)\/|\/index\.ts$|^src\/(engine\/duckdb|sources)\//;
    const named = new Map<string, string[]>();
    for (const file of files.filter((one) => !parallel.test(one))) {
      const name = file.split('/').at(-1)!;
      named.set(name, [...(named.get(name) ?? []), file]);
    }
    expect([...named.values()].filter(({ length }) => length > 1)).toEqual([]);
  });

  it('have packages and modules of Node at home', () => {
    const wrong = edges.flatMap(({ file, to, own }) => {
      if (own) return [];
      return home[to]?.test(file) ? [] : [`${file} may not use ${to}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('rules', () => {
  it('name no two files alike in the rooms of figures and documents: a name is enough to find a file', () => {
    const nameOf = (file: string) => file.replace(/^.*\//, '');
    const own = files.filter((file) => ['figures', 'page', 'documents'].includes(folder(file)));
    const twice = own.filter((file) => files.some((other) => other !== file && nameOf(other) === nameOf(file)));
    expect(twice.filter((file) => nameOf(file) !== 'index.ts')).toEqual([]);
  });

  it('are there for every folder, and every room of the large ones', () => {
    expect([...new Set(files.map(folder))].filter((name) => may[name] === undefined)).toEqual([]);
    for (const [large, inside] of Object.entries(rooms)) {
      const there = new Set(files.filter((file) => folder(file) === large).map(room));
      expect([...there].sort()).toEqual(Object.keys(inside).sort());
    }
  });

  it('are told of by docs/architecture.md: it names every folder and room', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const names = [...Object.keys(may), ...Object.values(rooms).flatMap((inside) => Object.keys(inside))];
    const cells = new Set([...page.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) => cell.split(', ')));
    expect(names.filter((name) => name !== '' && !cells.has(`\`${name}\``))).toEqual([]);
  });

  it('allow no circle', () => {
    const order = Object.keys(may);
    const back = order.flatMap((name, at) =>
      may[name]!.use.flatMap((used) => (order.indexOf(used) < at ? [] : [`${name} -> ${used}`])),
    );
    expect(back).toEqual([]);
  });

  it('allow nothing that no file needs', () => {
    const used = new Set(between.map(({ from, target }) => `${from} -> ${target}`));
    const idle = Object.entries(may).flatMap(([name, { use }]) =>
      name === 'cli' || name === 'dev'
        ? []
        : use.flatMap((one) => (used.has(`${name} -> ${one}`) ? [] : [`${name} -> ${one}`])),
    );
    expect(idle).toEqual([]);
    const homeless = Object.keys(home).filter((name) => !edges.some(({ to, own }) => !own && to === name));
    expect(homeless).toEqual([]);
  });
});

describe('the process', () => {
  it('belongs to the command line', () => {
    const wrong = files.filter(
      (file) => !/^src\/(cli|dev)\//.test(file) && /\bconsole\.|\bprocess\.(?!versions\b)/.test(textOf.get(file)!),
    );
    expect(wrong).toEqual([]);
  });
});

describe('packages', () => {
  const { dependencies, optionalDependencies, devDependencies, ...manifest } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as {
    dependencies?: Record<string, string>;
    optionalDependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const nameOf = (to: string): string => /^(@[^/]+\/[^/]+|[^/]+)/.exec(to)?.[1] ?? to;
  const used = new Set(edges.flatMap(({ to, own }) => (own || to.startsWith('node:') ? [] : [nameOf(to)])));

  it('of the program are listed, and docs/architecture.md says what for', () => {
    const listed = { ...devDependencies, ...optionalDependencies };
    expect([...used].filter((name) => !(name in listed))).toEqual([]);
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const rows = [...page.matchAll(/^\| (\S+) \| .* \| (?:MIT|ISC|Apache-2\.0|BlueOak-1\.0\.0) \|$/gm)].map(
      ([, name = '']) => name,
    );
    expect(rows.sort()).toEqual([...used].sort());
  });

  it('are fetched by an install only where they are not bundled', () => {
    expect(dependencies ?? {}).toEqual({});
    const build = readFileSync(join(root, 'build.js'), 'utf8');
    for (const name of Object.keys(optionalDependencies)) expect(build).toContain(`external: ['${name}']`);
    expect(Object.keys(optionalDependencies).filter((name) => !used.has(name))).toEqual([]);
  });

  it('for development are used', () => {
    const tools = [
      '@biomejs/biome',
      '@types/d3-array',
      '@types/d3-shape',
      '@types/node',
      '@types/sax',
      '@types/yauzl',
      'assemblyscript',
      'tsx',
      'typescript',
      'esbuild',
    ];
    const places = ['test', 'bench'].flatMap((place) =>
      readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|mjs)$/.test(name))
        .map((name) => readFileSync(join(root, place, name), 'utf8')),
    );
    const idle = Object.keys(devDependencies).filter(
      (name) => !used.has(name) && !tools.includes(name) && !places.some((text) => text.includes(`'${name}`)),
    );
    expect(idle).toEqual([]);
  });

  it('come from wherever npm is told: the lock file names no address', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
    expect(manifest).not.toHaveProperty('repository');
  });
});
