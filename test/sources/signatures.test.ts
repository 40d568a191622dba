import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/civil.ts';
import { defaultOptions } from '../../src/core/kpi-options.ts';
import { zoneOf } from '../../src/core/zone.ts';
import { planFile } from '../../src/plan/file/plan-file.ts';
import { Header } from '../../src/plan/head/header.ts';
import type { FilePlan } from '../../src/plan/plan.ts';
import type { SourceEntry } from '../../src/plan/recognise/recognise.ts';
import { bestFit, type Place } from '../../src/plan/recognise/signature.ts';
import { inputsAt } from '../../src/readers/bytes.ts';
import { defaultLimits } from '../../src/readers/input.ts';
import { sources } from '../../src/sources/index.ts';
import { jsonBlock } from '../support/ask.ts';
import { root } from '../support/run.ts';

/*
 * What a file is must never depend on what else is read, on its name, or on luck: the headers that tools really write, in
 * the fixtures of all formats, are tried with the signatures of all formats.
 */

const folder = 'fixtures/sources';
const utc = zoneOf('UTC');
const planning = {
  sources,
  options: defaultOptions,
  zone: utc,
  utc,
  limits: defaultLimits,
  today: parseDay('2027-01-01')!,
};

interface Known {
  readonly format: string;
  readonly name: string;
  readonly plans: readonly FilePlan[];
}

/** The plans of a file's tables. What has no dates gets the ones that its notes give. */
async function plansOf(format: string, name: string, entry: SourceEntry, days: SourceEntry): Promise<FilePlan[]> {
  const path = join(root, folder, format, name);
  const plans: FilePlan[] = [];
  for (const input of await inputsAt(path, defaultLimits, name)) {
    const plan = await planFile(input, entry, planning).catch(() => planFile(input, { ...entry, ...days }, planning));
    plans.push(plan);
  }
  return plans;
}

async function allFixtures(): Promise<Known[]> {
  const found: Known[] = [];
  for (const format of readdirSync(join(root, folder))) {
    if (format === 'generic') continue;
    const notes = jsonBlock(`${folder}/${format}/NOTES.md`) as Record<string, { entry?: Record<string, string> }>;
    for (const [name, { entry = {} }] of Object.entries(notes)) {
      const { from, to, ...more } = entry;
      const days = { from: parseDay(from ?? '2026-03-01')!, to: parseDay(to ?? '2026-03-31')! };
      found.push({ format, name, plans: await plansOf(format, name, more, days) });
    }
  }
  return found;
}

const fixtures = await allFixtures();
const tables = fixtures.flatMap(({ format, name, plans }) =>
  plans
    .filter(({ shape }) => shape.form === 'csv')
    .flatMap((plan) => plan.tables.map(({ header }) => ({ format, name, header }))),
);

/** A header without what is around it. */
const placeOf = (names: readonly string[]): Place => ({ header: new Header(names), above: [], rows: () => [] });

describe('the headers that tools write', () => {
  it.each(fixtures.map(({ format, name, plans }) => [format, name, plans] as const))(
    '%s, %s: of its own format, whatever else is known',
    (format, _, plans) => {
      expect(new Set(plans.map(({ source }) => source.id))).toEqual(new Set([format]));
    },
  );

  it('fit the signature of another format only where their own asks for more', () => {
    for (const { format, name, header } of tables) {
      const place = placeOf(header);
      const own = sources.find(({ id }) => id === format)!;
      const { asks } = bestFit(own, place);
      for (const other of sources) {
        if (other === own || other.json !== undefined) continue;
        const fit = bestFit(other, place);
        if (fit.missing.length === 0)
          expect([format, name, other.id, asks > fit.asks]).toEqual([format, name, other.id, true]);
      }
    }
  });
});
