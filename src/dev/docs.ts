/** The parts of the documentation that are written from the registries that the program uses, and the outputs it shows. */
import * as z from 'zod/mini';
import { commands } from '../cli/commands.ts';
import { main } from '../cli/main.ts';
import { type OptionName, options } from '../cli/options/options.ts';
import type { Io } from '../cli/process/io.ts';
import { exit } from '../cli/run/failure.ts';
import { configSchema } from '../config/config-schema.ts';
import { kinds, marks } from '../core/kinds.ts';
import type { Formula } from '../kpis/formula.ts';
import { formulaText } from '../kpis/formula-text.ts';
import { kpis } from '../kpis/index.ts';
import { groups, type Kpi } from '../kpis/kpi.ts';
import { Notes } from '../page/footnotes.ts';
import { words } from '../page/page-words.ts';
import { kindsOf } from '../plan/supply.ts';
import { recordFields } from '../records/index.ts';
import { sources } from '../sources/index.ts';
import { unread } from '../sources/unread.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const code = (text: string): string => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** Every command with what it takes, in the order of the help. */
const commandTable = (): string =>
  table(
    ['Command', 'Does'],
    Object.entries(commands).map(([name, { takes, summary }]) => [code(`kpi ${name} ${takes}`.trim()), summary.en]),
  );

const shownOptions = (Object.keys(options) as OptionName[])
  .map((name) => [name, options[name]] as const)
  .filter(([, { hidden }]) => hidden !== true);

/** Every option with the commands that take it. */
function optionTables(): string {
  const headings = [...new Set(shownOptions.map(([, { heading }]) => heading))];
  return headings
    .map((heading) => {
      // Options of several commands with the same text are listed together.
      const said = new Map<string, OptionName[]>();
      for (const [name, spec] of shownOptions) {
        const row = `${code(spec.flags)}\n${spec.doc.en}`;
        if (spec.heading === heading) said.set(row, [...(said.get(row) ?? []), name]);
      }
      const rows = [...said].flatMap(([row, names]) => {
        const takers = Object.entries(commands).flatMap(([command, { options }]) =>
          names.some((name) => options.includes(name)) ? [command] : [],
        );
        return takers.length === 0 ? [] : [[...row.split('\n'), takers.join(', ')]];
      });
      return rows.length === 0 ? '' : table([heading.en.replace(/:$/, ''), 'Meaning', 'Commands'], rows);
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

/** A formula in words; a measure on its own says what it counts. */
const formulaWords = ({ formula, bands }: Kpi): string => {
  const lone = (f: Formula): string =>
    f.op === 'measure' && f.window === undefined ? f.measure.doc.en : formulaText(f);
  return bands === undefined ? lone(formula) : `${lone(formula)}, as a word: ${bands.join(', ')}`;
};

const better = { up: 'higher', down: 'lower', flat: '' } as const;

const kpiTables = (): string =>
  groups
    .map((group) => {
      const rows = kpis
        .filter((kpi) => kpi.group === group)
        .map((kpi) => [code(kpi.id), kpi.label.en, kpi.unit, better[kpi.direction], formulaWords(kpi)]);
      const head = ['Id', 'Label', 'Unit', 'Better', 'Formula'];
      return `## ${words.en.groups[group]} (${code(group)})\n\n${table(head, rows)}`;
    })
    .join('\n\n');

const sourceTable = (): string =>
  table(
    ['Format', 'Export', 'Records', 'What to know'],
    sources.map((source) => [code(source.id), source.title, kindsOf(source).map(code).join(', '), source.doc]),
  );

const unreadTable = (): string =>
  table(
    ['File', 'Why it is not read'],
    unread.map(({ is, because }) => [is.en, because.en]),
  );

const fieldTables = (): string =>
  kinds
    .map((kind) => {
      const rows = [...recordFields(kind)].map(([name, { type, required, doc, names }]) => [
        required ? `**${code(name)}**` : code(name),
        type,
        doc.en,
        names.map(code).join(', '),
      ]);
      return `## ${code(kind)}\n\n${table(['Field', 'Type', 'Meaning', 'Other headers understood'], rows)}`;
    })
    .join('\n\n');

const exitWords: Record<keyof typeof exit, string> = {
  done: 'Done. There may be warnings.',
  failed: 'A check failed. An error takes precedence.',
  usage:
    'The command line, the configuration or the input is at fault: unreadable or unrecognised files, mixed currencies without rates, more rejected rows than allowed. No report is written.',
  internal: 'A fault in kpi itself. With `KPI_DEBUG=1` in the environment it prints where.',
};

const exitTable = (): string => {
  const rows = Object.entries(exit).map(([name, number]) => [String(number), exitWords[name as keyof typeof exit]]);
  return table(['Code', 'Meaning'], [...rows, ['128 + n', 'Ended by signal n, such as 130 after Ctrl-C.']]);
};

const reasonTable = (): string =>
  table(
    ['Reason', 'Meaning'],
    Object.entries(words.en.reasons).map(([reason, text]) => [code(reason), text]),
  );

const markTable = (): string =>
  table(
    ['In tables', 'In JSON', 'Meaning'],
    marks.map((mark) => [new Notes().mark([mark]), code(mark), words.en.marks[mark]]),
  );

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/** Every key of the configuration, with the keys inside it after a point. */
function configTable(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const rowsOf = (properties: JsonSchema['properties'] = {}, before = ''): string[][] =>
    Object.entries(properties).flatMap(([key, { description = '', properties: inner, items }]) => {
      const nested = inner ?? items?.properties;
      const name = `${before}${key}${items?.properties === undefined ? '' : '[]'}`;
      return [[code(name), description], ...rowsOf(nested, `${name}.`)];
    });
  return table(['Key', 'Meaning; default'], rowsOf(schema.properties));
}

const regions: Readonly<Record<string, () => string>> = {
  commands: commandTable,
  options: optionTables,
  kpis: kpiTables,
  sources: sourceTable,
  unread: unreadTable,
  fields: fieldTables,
  'exit-codes': exitTable,
  reasons: reasonTable,
  marks: markTable,
  configuration: configTable,
};

export const regionNames = Object.keys(regions);

/** A page with its marked regions, `<!-- kpis -->…<!-- /kpis -->`, written again. */
export const refill = (page: string): string =>
  page.replace(/<!-- ([a-z-]+) -->\n[\s\S]*?<!-- \/\1 -->/g, (whole, name: string) => {
    const region = regions[name];
    return region === undefined ? whole : `<!-- ${name} -->\n\n${region()}\n\n<!-- /${name} -->`;
  });

/** The words of a command line: quotes keep spaces, nothing else is special. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');

/** What `kpi …` prints on standard output at the given place, 80 columns wide, on 22 November 2026 in Paris. */
export async function printed(line: string, cwd: string): Promise<{ out: string; err: string; code: number }> {
  const result = { out: '', err: '' };
  const io: Io = {
    out: (text) => {
      result.out += text;
    },
    err: (text) => {
      result.err += text;
    },
    stdin: process.stdin,
    cwd,
    env: {},
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    width: 80,
    now: () => Date.parse('2026-11-22T00:00:00+01:00'),
    height: Number.POSITIVE_INFINITY,
    page: async () => false,
    open: async () => false,
    systemZone: () => 'Europe/Paris',
  };
  const code = await main(wordsOf(line).slice(1), io);
  return { ...result, code };
}

/**
 * A page with the outputs it shows written again: `<!-- output: kpi list --group social -->`, with `output 12` only the
 * first 12 lines.
 */
export async function withOutputs(page: string, cwd: string): Promise<string> {
  const marked = /<!-- output( \d+)?: (kpi .*) -->\n[\s\S]*?<!-- \/output -->/g;
  const texts: string[] = [];
  for (const [, most, line = ''] of page.matchAll(marked)) {
    const { out } = await printed(line, cwd);
    const lines = out.trimEnd().split('\n');
    const shown = most === undefined || lines.length <= Number(most) ? lines : [...lines.slice(0, Number(most)), '…'];
    texts.push([`$ ${line}`, ...shown].join('\n'));
  }
  let at = 0;
  return page.replace(marked, (_, most = '', line) => {
    const text = texts[at];
    at += 1;
    return `<!-- output${most}: ${line} -->\n\n\`\`\`console\n${text}\n\`\`\`\n\n<!-- /output -->`;
  });
}
