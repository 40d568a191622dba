import type { Language } from '../../core/choices.ts';
import { kinds } from '../../core/kinds.ts';
import { csvText } from '../../page/csv-text.ts';
import { kindsOf } from '../../plan/supply.ts';
import { sources } from '../../sources/index.ts';
import { titleOf } from '../../sources/source.ts';
import { unread } from '../../sources/unread.ts';
import { columns } from './list-text.ts';
import { listWords } from './list-words.ts';

/** The exports that are recognised, by the kind of their records, and the known files that are not read. */
export function formatTable(lang: Language, bold: (text: string) => string): string {
  const say = listWords[lang];
  const rows = columns(sources.map((source) => [source.id, titleOf(source)[lang]]));
  const read = kinds.flatMap((kind) => {
    const own = rows.filter((_, at) => sources[at]?.kind === kind);
    return own.length === 0 ? [] : [[bold(say.kind(kind)), ...own.map((row) => `  ${row}`)]];
  });
  const others = [bold(say.notRead), ...unread.map(({ is, because }) => `  ${is[lang]}${say.because}${because[lang]}`)];
  return [...read, others].map((block) => `${block.join('\n')}\n`).join('\n');
}

export const formatData = () => ({
  schema: 'kpi-formats/1',
  formats: sources.map((source) => ({
    id: source.id,
    tool: source.tool,
    export: source.title,
    kinds: kindsOf(source),
    fields: Object.keys(source.fields),
    doc: source.doc,
  })),
  not_read: unread.map(({ id, is, because }) => ({ id, is: is.en, because: because.en })),
});

export function formatCsv(): string {
  const rows = formatData().formats.map(({ id, tool, export: way, kinds: given, fields, doc }) => [
    ...[id, tool, way, given.join(', '), fields.join(', ')],
    doc,
  ]);
  return csvText([['format', 'tool', 'export', 'kinds', 'fields', 'doc'], ...rows]);
}
