import { unattributed } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { Figures, type Tongue } from '../../page/figure-text.ts';
import { words } from '../../page/page-words.ts';
import { accountOf, warningText } from '../../page/quality-lines.ts';
import { maxSheetRows } from '../../page/workbook/parts.ts';
import { dayFormat, hourFormat, type SheetCell, type SheetColumn, type SheetTable } from '../../page/workbook/table.ts';
import { workbookBytes } from '../../page/workbook/workbook-bytes.ts';
import { benchmarkText, citation, eventEntries } from './benchmarks-and-events.ts';
import { asAsked, type Report, type ReportRow } from './report-model.ts';
import { titleOf } from './report-sections.ts';
import { notesOf, sheetColumns } from './report-xlsx-columns.ts';
import { workbookWords } from './report-xlsx-words.ts';

const ALL = 'all';

/** A report as a workbook: a sheet for each group of KPIs, with a line per period and group, and one about the figures. */
export function renderXlsx(given: Report, tongue: Tongue): Uint8Array {
  const report = asAsked(given);
  if (report.rows.length >= maxSheetRows) throw tooManyRows(report.rows.length);
  const text = words[tongue.lang];
  const groups = [...new Set(report.kpis.map(({ group }) => group))];
  const sheets = groups.map((group): SheetTable => {
    const places = report.kpis.flatMap((kpi, i) => (kpi.group === group ? [i] : []));
    return figureSheet(text.groups[group], places, report, tongue);
  });
  return workbookBytes([...sheets, aboutSheet(report, tongue)]);
}

function figureSheet(name: string, places: readonly number[], report: Report, tongue: Tongue): SheetTable {
  const text = words[tongue.lang];
  const own = workbookWords[tongue.lang];
  const columns = sheetColumns(places, report, tongue);
  const hours = report.grain === 'hour';
  const heads: SheetColumn[] = [
    { head: own.period, width: hours ? 18 : 12 },
    ...report.dimensions.map((dimension) => ({ head: text.dimensions[dimension], width: 20 })),
    { head: own.from, width: hours ? 16 : 11 },
    { head: own.to, width: hours ? 16 : 11 },
    ...columns.map(({ head }) => ({ head, width: 15 })),
    { head: own.notes, width: 80 },
  ];
  const rows = report.rows.map((row): SheetCell[] => [
    row.period === ALL ? text.total : row.period,
    ...groupCells(row, report, text),
    timeCell(row.from),
    timeCell(row.to),
    ...columns.map(({ cell }) => cell(row)),
    [...(row.partial ? [text.partial] : []), ...notesOf(row, places, report, tongue)].join('; '),
  ]);
  return { name, columns: heads, rows, fixed: 1 + report.dimensions.length };
}

function groupCells(row: ReportRow, { dimensions }: Report, text: (typeof words)['en']): string[] {
  return dimensions.map((dimension) => {
    const value = row.dimensions[dimension];
    return value === undefined ? text.total : value === unattributed ? text.unattributed : value;
  });
}

/** Days and hours as spreadsheets count them: in days since 30 December 1899. */
function timeCell(iso: string): SheetCell {
  const [day = '', hour] = iso.split('T');
  const days = Date.parse(`${day}T00:00Z`) / 86_400_000 + 25_569;
  if (!(days > 60)) return iso;
  if (hour === undefined) return { number: String(days), format: dayFormat };
  return { number: String(days + Number(hour) / 24), format: hourFormat };
}

/** What the figures are and what they are based on: what other outputs write around their tables. */
function aboutSheet(report: Report, tongue: Tongue): SheetTable {
  const text = words[tongue.lang];
  const own = workbookWords[tongue.lang];
  const figures = new Figures(report.currency, tongue);
  const { name, basis } = titleOf(report, text, tongue.lang);
  const published = report.kpis.flatMap(({ id, label, unit }) => {
    const benchmark = report.benchmarks?.[id];
    if (benchmark === undefined) return [];
    const said = `${benchmarkText(benchmark, unit, figures)} – ${citation(benchmark, tongue)}`;
    return [[`${text.beside.benchmark}${text.colon}${label[tongue.lang]}`, said]];
  });
  const rows = [
    [own.basis, basis],
    ...(report.rows.length === 0 ? [['', text.noPeriod]] : []),
    ...published,
    ...eventEntries(report.rows, text),
    ...report.warnings.map((warning) => [text.warning, `${warningText(warning, tongue.lang)} [${warning.code}]`]),
    ...report.files.map((file) => [file.path, `${file.format} · ${accountOf(file, text, figures)}`]),
  ];
  const columns = [
    { head: own.about, width: 40 },
    { head: name, width: 120 },
  ];
  return { name: own.about, columns, rows, fixed: 0 };
}

function tooManyRows(rows: number): Problem {
  const most = maxSheetRows - 1;
  return new Problem(
    'too_large',
    {
      en: `a sheet holds ${most} lines at most, and this report has ${rows}`,
      fr: `une feuille contient au plus ${most} lignes, et ce rapport en a ${rows}`,
    },
    [
      {
        en: 'Ask for longer periods or fewer groups, or write CSV (--format csv).',
        fr: 'Demandez des périodes plus longues ou moins de groupes, ou écrivez du CSV (--format csv).',
      },
    ],
  );
}
