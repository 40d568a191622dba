import { describe, expect, it } from 'vitest';
import { maxRejectsOf, tooMany } from '../../src/cli/options/max-rejects.ts';
import { ofText } from '../../src/core/fraction.ts';
import { optionsFrom, told } from './kit.ts';

describe('options', () => {
  it('are nothing where nothing is said', async () =>
    expect(await optionsFrom('')).toEqual({ color: true, pager: true }));

  it.each([
    ['--period Month', { period: 'month' }],
    ['--by channel --by source,channel', { by: ['channel', 'source'] }],
    ['--by none --compare none', { by: [], compare: [] }],
    ['--compare previous,year', { compare: ['previous', 'year'] }],
    ['--compare season,mean,benchmark', { compare: ['season', 'mean', 'benchmark'] }],
    ['--kpi cac,roas --kpi "orders, cac"', { kpi: ['cac', 'roas', 'orders'] }],
    ['--group sales', { group: ['sales'] }],
    ['--from 2026-11-01 --to 2026-11-22', { from: 20758, to: 20779 }],
    ['--last 8 --include-partial', { last: 8, includePartial: true }],
    [
      '--no-include-partial --no-strict --no-assume-full-history',
      { includePartial: false, strict: false, assumeFullHistory: false },
    ],
    ['--no-strict --max-rejects 3', { strict: false, maxRejects: { rows: 3 } }],
    ['--max-rejects 2.5%', { maxRejects: { percent: ofText('2.5') } }],
    ['--out a.json --out - --out a.json', { out: ['a.json', '-'] }],
    ['--as-of 2026-11-22', { asOf: { is: 'day', at: 20779 } }],
    ['--as-of 2026-11-22T18:00:00+01:00', { asOf: { is: 'instant', at: Date.UTC(2026, 10, 22, 17) } }],
    ['--as-of "2026-11-22 18:00"', { asOf: { is: 'wall', at: Date.UTC(2026, 10, 22, 18) } }],
    ['--locale fr_fr --lang FR', { locale: 'fr-FR', lang: 'fr' }],
    ['--cache Content', { cache: 'content' }],
    ['--cache content --no-cache', { cache: 'off' }],
    ['--no-cache', { cache: 'off' }],
    ['--no-color -q', { color: false, quiet: true }],
    ['--engine memory --assume-full-history --strict', { engine: 'memory', assumeFullHistory: true, strict: true }],
    [
      '--config a.yaml --rates r.csv --rejects x.csv --currency EUR --timezone UTC -v',
      {
        ...{ config: 'a.yaml', rates: 'r.csv', rejects: 'x.csv', currency: 'EUR', timezone: 'UTC', verbose: true },
      },
    ],
  ])('%s', async (line, said) => expect(await optionsFrom(line)).toEqual({ color: true, pager: true, ...said }));

  it.each([
    [
      '--period wek',
      '--period must be one of hour, day, week, month, quarter, year, all, not "wek"\ndid you mean week?',
    ],
    ['--by color', /^--by must be one of channel, .*, not "color"/],
    ['--by channel,none', /not "none"$/],
    [
      '--compare yaer',
      '--compare must be one of previous, year, season, mean, benchmark, not "yaer"\ndid you mean year?',
    ],
    ['--group sale', /\ndid you mean sales\?$/],
    ['--group ,', /^--group needs a value\none of sales/],
    ['--kpi ,', '--kpi needs a value'],
    [
      '--format jsn',
      '--format must be one of table, text, json, csv, csv-excel, markdown, html, xlsx, eml, slack, not "jsn"\ndid you mean json?',
    ],
    ['--engine clickhouse', '--engine must be one of auto, memory, duckdb, not "clickhouse"'],
    ['--cache no', '--cache must be one of stat, content, off, not "no"'],
    ['--memory-limit lots', '--memory-limit must be a size such as 2GB or 500MB, not "lots"'],
    ['--threads 0', '--threads must be a whole number from 1 to 99999, not "0"'],
    ['--lang de', '--lang must be one of en, fr, not "de"'],
    ['--locale qq-!!', '--locale "qq-!!" is not a locale\nwrite a language and a country, such as fr-FR'],
    ['--from 2026-02-30', '--from "2026-02-30" is not a date\nwrite it YYYY-MM-DD, such as 2026-11-22'],
    ['--to 22/11/2026', '--to "22/11/2026" is not a date\nwrite it YYYY-MM-DD, such as 2026-11-22'],
    ['--last 0', '--last must be a whole number from 1 to 99999, not "0"'],
    ['--last 1.5', '--last must be a whole number from 1 to 99999, not "1.5"'],
    [
      '--as-of now',
      '--as-of "now" is not a time\nwrite a date (2026-11-22) or a time with its offset (2026-11-22T18:00:00+01:00)',
    ],
    ['--as-of 2026-11-22T25:00', /is not a time/],
    ['--max-rejects many', '--max-rejects must be a number of rows or a share such as 5%, not "many"'],
    ['--max-rejects 101%', /must be a number of rows or a share/],
    ['--out "{week}.json"', '--out {week}.json: {week} is not a known placeholder\nknown: {period}, {from}, {to}'],
    [
      '--out "{perod}.json"',
      '--out {perod}.json: {perod} is not a known placeholder\ndid you mean {period}?\nknown: {period}, {from}, {to}',
    ],
    ['--config ""', '--config needs a value'],
    ['--last 3 --all', '--last and --all contradict each other\ngive one of them'],
    ['--last 3 --from 2026-01-01', '--last and --from contradict each other\ngive one of them'],
    ['--last 3 --to 2026-01-01', '--last and --to contradict each other\ngive one of them'],
    ['--all --from 2026-01-01', '--all and --from contradict each other\ngive one of them'],
    ['--all --to 2026-01-01', '--all and --to contradict each other\ngive one of them'],
    ['--strict --max-rejects 3', '--strict and --max-rejects contradict each other\ngive one of them'],
    ['--quiet --verbose', '--quiet and --verbose contradict each other\ngive one of them'],
    ['--from 2026-02-01 --to 2026-01-01', '--from 2026-02-01 is after --to 2026-01-01'],
    ['--perid week', 'unknown option --perid\ndid you mean --period?\nsee kpi report --help'],
    ['--perid=week', 'unknown option --perid\ndid you mean --period?\nsee kpi report --help'],
    ['--zebra', 'unknown option --zebra\nsee kpi report --help'],
    ['--period', '--period needs a value\nsee kpi report --help'],
  ])('%s is refused', async (line, says) => {
    const words = await told(() => optionsFrom(line.replace('""', '" "')));
    if (typeof says === 'string') expect(words).toBe(says);
    else expect(words).toMatch(says);
  });
});

describe('a limit of rejects', () => {
  it.each([
    ['5%', 5, 100, false],
    ['5%', 6, 100, true],
    ['0.1%', 1, 1000, false],
    ['0.1%', 2, 1999, true],
    ['3', 3, 3, false],
    ['3', 4, 1000, true],
    ['0', 0, 0, false],
  ])('of %s: %i of %i rows', (text, rejected, read, over) => {
    const max = maxRejectsOf(text);
    expect(max && tooMany(max, rejected, read)).toBe(over);
  });
  it.each(['', '-1', '1.5', '5 percent', '101%'])('%j is none', (text) => expect(maxRejectsOf(text)).toBe(null));
});
