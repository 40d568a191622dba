import type { Language } from '../../core/choices.ts';
import { type Kind, kinds } from '../../core/kinds.ts';
import type { KpiOptions } from '../../core/kpi-options.ts';
import type { Read } from '../../engine/state/read.ts';
import type { ReportKpi } from '../../figures/figure-model.ts';
import { filesOf } from '../../figures/quality.ts';
import { neededBy } from '../../kpis/evaluate.ts';
import { kpis } from '../../kpis/index.ts';
import { csvText } from '../../page/csv-text.ts';
import { kindsOf } from '../../plan/supply.ts';
import { recordOf } from '../../records/index.ts';
import { sources } from '../../sources/index.ts';
import { columns } from './list-text.ts';
import { listWords } from './list-words.ts';

/** A KPI that the files do not supply, and what is missing. */
export interface Missing {
  readonly kpi: ReportKpi;
  /** The kinds of records of which there is no file; none if only columns are missing. */
  readonly kinds: readonly Kind[];
}

/** The KPIs of a report of all that the files do not supply. */
export function missingIn(all: readonly ReportKpi[], read: Read, options: KpiOptions): Missing[] {
  const given = new Set<Kind>(filesOf(read).flatMap((file) => file.kinds));
  return all.flatMap((kpi) => {
    if (kpi.needs === undefined) return [];
    const { formula } = kpis.find(({ id }) => id === kpi.id)!;
    const over = new Set(neededBy(formula, options).map((measure) => measure.over));
    return [{ kpi, kinds: kinds.filter((kind) => over.has(kind) && !given.has(kind)) }];
  });
}

/** The formats that have records of a kind. */
const formatsOf = (kind: Kind) => sources.filter((source) => kindsOf(source).includes(kind));

/** By what is missing: the exports that would supply it, and the KPIs that wait for it. */
export function missingTable(missing: readonly Missing[], lang: Language, bold: (text: string) => string): string {
  const say = listWords[lang];
  const groups = new Map<string, Missing[]>();
  for (const one of missing) groups.set(one.kinds.join(), [...(groups.get(one.kinds.join()) ?? []), one]);
  // What another export would supply comes first.
  const ordered = [...groups].sort(([a], [b]) => Number(a === '') - Number(b === ''));
  const blocks = ordered.map(([key, own]) => {
    const lacking = own[0]!.kinds;
    const exports = lacking.map((kind) => recordOf(kind).words.export[lang]).join(say.and);
    const tools = lacking.map((kind) => {
      const names = [...new Set(formatsOf(kind).map(({ tool }) => tool))].join(', ');
      return `  ${say.kind(kind)}${say.because}${names === '' ? say.byHand : names}`;
    });
    const rows = columns(
      own.map(({ kpi }) => [kpi.id, key === '' ? kpi.needs![lang].replace(`${kpi.id} `, '') : kpi.label[lang]]),
    );
    return [bold(key === '' ? say.columns : exports), ...tools, ...rows.map((row) => `    ${row}`)];
  });
  return blocks.length === 0 ? `${say.nothingMissing}\n` : blocks.map((block) => `${block.join('\n')}\n`).join('\n');
}

export const missingData = (missing: readonly Missing[]) => ({
  schema: 'kpi-missing/1',
  kpis: missing.map(({ kpi, kinds: lacking }) => ({
    id: kpi.id,
    kinds: lacking,
    needs: kpi.needs!.en,
    formats: [...new Set(lacking.flatMap((kind) => formatsOf(kind).map(({ id }) => id)))],
  })),
});

export const missingCsv = (missing: readonly Missing[]): string =>
  csvText([
    ['id', 'kinds', 'needs', 'formats'],
    ...missingData(missing).kpis.map(({ id, kinds: lacking, needs, formats }) => [
      ...[id, lacking.join(' '), needs, formats.join(' ')],
    ]),
  ]);
