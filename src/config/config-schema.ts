import * as z from 'zod/mini';
import { cacheModes, comparisons, engines, grains, languages, reportFormats } from '../core/choices.ts';
import { costCategories } from '../core/cost-categories.ts';
import { dimensions, groups, kinds } from '../core/kinds.ts';
import type { Text } from '../core/text.ts';
import { date, dayOfWeek, decimal, flag, oneOf, opt, req, someOf, text, texts, whole } from './config-parts.ts';
import { events } from './event-schema.ts';
import { optionKeys } from './option-schema.ts';
import { mustBe, said } from './said.ts';

const constantValue = mustBe({ en: 'a text or a number', fr: 'un texte ou un nombre' });

/** A file, a folder or a glob, and what its own bytes do not show. */
const source = z.strictObject({
  path: req('A file, a folder or a glob; relative to this file.', text()),
  format: opt('The format of the files, by the id that `kpi inspect` prints, if it should not be recognised.', text()),
  kind: opt('The kind of the records, for a file that comes from no known tool.', oneOf(kinds)),
  from: opt('First day of a table without dates.', date()),
  to: opt('Last day of a table without dates.', date()),
  timezone: opt("Time zone of times without an offset; by default the report's.", text()),
  currency: opt('Currency of amounts without one: three letters.', text()),
  store: opt('The shop that the files belong to, if there are several.', text()),
  account: opt('The advertising account that the files belong to, if there are several.', text()),
  prefer: opt('On days that several tables report, such as two exports of one account, these are read.', flag()),
  date_order: opt('Order of day, month and year in dates such as 03/04/2026.', oneOf(['dmy', 'mdy', 'ymd'])),
  decimal: opt('The decimal separator.', oneOf(['.', ','])),
  columns: opt(
    'Names of columns, by the field that they contain: `ordered_at: Bestelldatum`.',
    z.record(
      text(),
      text(),
      mustBe({
        en: 'a map of a field to the name of a column',
        fr: 'un ensemble de champs, chacun avec le nom de sa colonne',
      }),
    ),
  ),
  set: opt(
    'Values that apply to every row and are in no column, by field: `type: nps`, `quantity: 1`.',
    z.record(
      text(),
      z.union([text(), z.number()], constantValue),
      mustBe({
        en: 'a map of a field to its value, such as { type: nps }',
        fr: 'un ensemble de champs, chacun avec sa valeur, comme { type: nps }',
      }),
    ),
  ),
});

const channel = z
  .strictObject({
    source: opt('Pattern of utm_source, or of the ad platform. `*` matches any text.', text()),
    medium: opt('Pattern of utm_medium.', text()),
    campaign: opt('Pattern of the campaign.', text()),
    platform: opt('Pattern of the ad platform.', text()),
    channel: req('The channel of what matches all patterns of the rule.', text()),
  })
  .check(
    z.refine(
      (rule) => Object.keys(rule).length > 1,
      said({
        en: 'must have a source, medium, campaign or platform beside its channel',
        fr: 'doit avoir source, medium, campaign ou platform à côté de channel',
      }),
    ),
  );

const kpi = mustBe({
  en: 'one or more KPIs, as a list or separated by commas',
  fr: 'un ou plusieurs KPI, en liste ou séparés par des virgules',
});
const rejects = mustBe({
  en: 'a number of rows, or a share of a file such as "5%"',
  fr: 'un nombre de lignes, ou un pourcentage du fichier comme "5%"',
});

const report = z.strictObject({
  period: opt('Length of a period; week.', oneOf(grains)),
  by: opt('Dimensions to break figures down by.', someOf(dimensions)),
  from: opt('First day.', date()),
  to: opt('Last day.', date()),
  last: opt('Number of complete periods before now.', whole(1)),
  all: opt('All periods that the files cover.', flag()),
  include_partial: opt('Also show incomplete periods, marked.', flag()),
  compare: opt(
    'What each period is compared with: the `previous` one, that of the `year` before, its `season`, the 28-day `mean`, a published `benchmark`.',
    someOf(comparisons),
  ),
  kpi: opt('The KPIs to show, by id.', z.union([text(), z.array(text(), kpi)], kpi)),
  group: opt('The groups of KPIs to show.', someOf(groups)),
  format: opt('How a report is printed.', oneOf(reportFormats)),
  engine: opt('The engine that counts.', oneOf(engines)),
  cache: opt('How a file is recognised that an earlier run has read; stat.', oneOf(cacheModes)),
  strict: opt('Allow no rejected rows and no sources that end early.', flag()),
  max_rejects: opt(
    'Rejected rows allowed in a file before it is refused: a number, or a share of its rows such as 5%.',
    z.union(
      [z.int(rejects).check(z.minimum(0, rejects)), z.string().check(z.regex(/^\d+(\.\d+)?%$|^\d+$/, rejects))],
      rejects,
    ),
  ),
  rejects: opt('File that rejected rows are written to, below the folder of this file.', text()),
  lang: opt('Language of labels.', oneOf(languages)),
  locale: opt('How numbers are written, such as fr-FR.', text()),
});

const cost = z
  .strictObject({
    date: opt('Day of the expense.', date()),
    date_from: opt('First day of a span that it covers.', date()),
    date_to: opt('Last day of a span that it covers.', date()),
    category: req('What was paid for.', oneOf(costCategories)),
    amount: req('How much, as a decimal.', decimal({ least: '0', most: '9000000000' })),
    currency: opt("Three letters; by default the report's.", text()),
    channel: opt('The marketing channel that it was spent on.', text()),
  })
  .check(
    z.refine(
      (row) => (row.date === undefined) === (row.date_from !== undefined && row.date_to !== undefined),
      said({
        en: 'must have a date, or a date_from and a date_to',
        fr: 'doit avoir date, ou date_from et date_to',
      }),
    ),
    z.refine(
      (row) => row.date === undefined || (row.date_from ?? row.date_to) === undefined,
      said({
        en: 'must have either a date, or a date_from and a date_to',
        fr: 'doit avoir soit date, soit date_from et date_to',
      }),
    ),
    z.refine((row) => (row.date_from ?? '') <= (row.date_to ?? '~'), {
      path: ['date_to'],
      ...said({ en: 'must not be before date_from', fr: 'ne doit pas précéder date_from' }),
    }),
  );

const limits = z.strictObject({
  max_ratio: opt('Decompressed bytes for each compressed byte; 200.', whole(1)),
  max_bytes: opt('Decompressed bytes of one file; 64 GiB.', whole(1)),
  max_record_bytes: opt('Bytes of one record; 16 MiB.', whole(1)),
  max_columns: opt('Columns of one table; 16384.', whole(1)),
});

const bound = mustBe({
  en: 'a bound in quotes, such as ">= 1.5%"',
  fr: 'une borne entre guillemets, comme ">= 1.5%"',
});
const against = mustBe({
  en: 'previous, year, target, or the path of a saved report that ends in .json',
  fr: "previous, year, target, ou le chemin d'un rapport enregistré qui finit en .json",
});
const groupValues = mustBe({ en: 'a text or a list of texts', fr: 'un texte ou une liste de textes' });
const number = mustBe({
  en: 'a number, or a text with its unit such as "1.5%"',
  fr: 'un nombre, ou un texte avec son unité comme "1.5%"',
});

/** Reported if nothing else is wrong: an unknown key was perhaps meant to be the missing one. */
const whenFine = { when: ({ issues }: z.core.ParsePayload) => issues.length === 0 };

const aDimension: Text = { en: 'a dimension', fr: 'une dimension' };

/** A map without a known key says nothing: `{ __proto__: x }` has no key left. */
const filled = ({ en, fr }: Text) =>
  z.refine<Readonly<Record<string, unknown>>>((map) => Object.keys(map).length > 0, {
    ...said({ en: `must name ${en}`, fr: `doit indiquer ${fr}` }),
    ...whenFine,
  });

const check = z
  .strictObject(
    {
      kpi: req('The KPI that is checked, by id.', text()),
      name: opt('Name of the check in results; by default derived from what it checks.', text()),
      must: opt('What must hold, else the check fails: `">= 1.5%"`, `"<= 60"`, `"< 8h"`.', z.string(bound)),
      should: opt('What should hold, else the check warns: a stricter bound than `must`.', z.string(bound)),
      by: opt('Dimensions: one result for each group.', someOf(dimensions)),
      where: opt(
        'The groups that are checked: a value, or a list of values, of each dimension named.',
        z
          .partialRecord(
            z.enum(dimensions),
            z.union(
              [
                text(),
                texts().check(z.minLength(1, said({ en: 'must name a value', fr: 'doit indiquer une valeur' }))),
              ],
              groupValues,
            ),
            mustBe({
              en: 'a map of a dimension to its values',
              fr: 'un ensemble de dimensions, chacune avec ses valeurs',
            }),
          )
          .check(filled(aDimension)),
      ),
      vs: opt(
        'What the bounds compare with: the change since the previous period, since the year before (`year`), or since a report saved by `--format json` (its path, relative to this file); or the share of the `target` that is reached. By default the value itself.',
        z.string(against).check(z.regex(/^(previous|year|target)$|.\.json$/, against)),
      ),
      min_base: opt(
        'Minimum values of KPIs, by id, in the same group: below them the check is skipped. With `vs`, in the period that is compared with.',
        z
          .record(
            text(),
            decimal({ above: '0' }),
            mustBe({
              en: 'a map of a KPI to its least value',
              fr: 'un ensemble de KPI, chacun avec sa valeur minimale',
            }),
          )
          .check(filled({ en: 'a KPI', fr: 'un KPI' })),
      ),
      min_abs_change: opt(
        'With `vs`: changes smaller than this, in the unit of the KPI, are skipped.',
        z.union([z.number(), text()], number),
      ),
      on_null: opt(
        'What the check does if the value is not known; fail, or warn if there is only `should`.',
        oneOf(['fail', 'warn', 'skip']),
      ),
      significant: opt('For rates: only what lies beyond the bound with 95 % confidence counts.', flag()),
      period: opt("Length of a period; by default the report's.", oneOf(grains)),
      last: opt('Number of complete periods that are checked; by default the last one.', whole(1)),
    },
    mustBe({
      en: 'a check, such as { kpi: cac, must: "<= 60" }',
      fr: 'un contrôle, comme { kpi: cac, must: "<= 60" }',
    }),
  )
  .check(
    z.refine(({ must, should }) => (must ?? should) !== undefined, {
      ...said({ en: 'must have a must, a should, or both', fr: 'doit avoir must, should, ou les deux' }),
      ...whenFine,
    }),
  );

const periodName = mustBe({
  en: 'the name of a period, such as 2026, 2026-Q4, 2026-11 or 2026-W47',
  fr: "le nom d'une période, comme 2026, 2026-Q4, 2026-11 ou 2026-W47",
});

const target = z
  .strictObject(
    {
      kpi: req('The KPI, by id.', text()),
      value: req(
        'The value to be reached, with its unit as in checks: 5000, "1.5%", "8h".',
        z.union([z.number(), text()], number),
      ),
      period: opt(
        'When, by the name that the period has in reports: 2026, FY2026, 2026-Q4, 2026-11, 2026-W47.',
        z.union([z.int(periodName).check(z.minimum(1, periodName), z.maximum(9999, periodName)), text()], periodName),
      ),
      from: opt('Instead of a period: the first day.', date()),
      to: opt('Instead of a period: the last day.', date()),
      where: opt(
        'The group that it is set for, by dimension; by default all groups together.',
        z
          .partialRecord(
            z.enum(dimensions),
            text(),
            mustBe({
              en: 'a map of a dimension to its value',
              fr: 'un ensemble de dimensions, chacune avec sa valeur',
            }),
          )
          .check(filled(aDimension)),
      ),
    },
    mustBe({
      en: 'a target, such as { kpi: orders, period: 2026-Q4, value: 5000 }',
      fr: 'un objectif, comme { kpi: orders, period: 2026-Q4, value: 5000 }',
    }),
  )
  .check(
    z.refine(
      (row) => (row.period === undefined) === (row.from !== undefined && row.to !== undefined),
      said({
        en: 'must have a period, or a from and a to',
        fr: 'doit avoir period, ou from et to',
      }),
    ),
    z.refine(
      (row) => row.period === undefined || (row.from ?? row.to) === undefined,
      said({
        en: 'must have either a period, or a from and a to',
        fr: 'doit avoir soit period, soit from et to',
      }),
    ),
    z.refine((row) => (row.from ?? '') <= (row.to ?? '~'), {
      path: ['to'],
      ...said({ en: 'must not be before from', fr: 'ne doit pas précéder from' }),
    }),
  );

const rates = mustBe({
  en: 'the path of a CSV file, or a rate for each currency',
  fr: "le chemin d'un fichier CSV, ou un taux de change pour chaque devise",
});

export const configSchema = z.strictObject({
  $schema: opt('Address of the JSON Schema, for editors.', text()),
  name: opt('Name of the shop, above reports.', text()),
  timezone: opt('Time zone of the report, such as Europe/Paris.', text()),
  currency: opt('Currency of the report: three letters.', text()),
  rates: opt(
    'What one unit of each other currency is worth in that of the report; or the path of a CSV with date, currency and rate.',
    z.union([text(), z.record(text(), decimal({ above: '0' }))], rates),
  ),
  week_start: opt('First day of a week, by name or number; monday, the ISO week.', dayOfWeek()),
  fiscal_year_start_month: opt('First month of a fiscal year; 1.', whole(1, 12)),
  sources: opt(
    'The files to read if the command line names none, and what should be known about them.',
    z.array(source),
  ),
  channels: opt('Rules that give a channel; the first that matches counts.', z.array(channel)),
  report: opt('Defaults of the options of the command line.', report),
  costs: opt('Expenses that are in no file.', z.array(cost)),
  checks: opt('Thresholds that `kpi check` evaluates.', z.array(check)),
  targets: opt('Values to be reached.', z.array(target)),
  events: opt(
    'Events on different days each year, such as Black Friday: with `compare: year` a day of one is compared with the same day of the one before, the week in which it begins with the week in which that began.',
    events,
  ),
  limits: opt('What one file may cost before it is refused.', limits),
  ...optionKeys,
});

/** What a configuration file says, in the words of the file. */
export type ConfigValues = z.infer<typeof configSchema>;
