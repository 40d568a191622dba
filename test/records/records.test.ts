import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Kind } from '../../src/core/kinds.ts';
import { kinds } from '../../src/core/kinds.ts';
import { run } from '../support/run.ts';
import { schemaOf } from './record-schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'kpi-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('records that kpi normalize writes', () => {
  it('are of their schema, every one', async () => {
    const others = ['emails.csv', 'recherche.csv'].map((name) => `fixtures/sources/generic/${name}`);
    const { code } = await run(['normalize', 'fixtures/shop', ...others, '--out', folder, '--format', 'ndjson']);
    expect(code).toBe(0);
    const files = readdirSync(folder);
    expect(files.length).toBe(kinds.length);
    for (const file of files) {
      const schema = schemaOf(file.replace('.ndjson', '') as Kind);
      const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines)
        expect(schema.safeParse(JSON.parse(line)), `${file}: ${line}`).toMatchObject({ success: true });
    }
  });
});
