import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../src/cli/files/folders.ts';

it('makes a folder with those above it, and again', () => {
  const root = mkdtempSync(join(tmpdir(), 'kpi-folders-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const path = join(root, 'a', 'b', 'c');
  expect(makeFolder(path)).toEqual([join(root, 'a'), join(root, 'a', 'b'), path]);
  expect(makeFolder(path)).toEqual([]);
  expect(existsSync(path)).toBe(true);
});

it('fails where a file is in the way', () => {
  const root = mkdtempSync(join(tmpdir(), 'kpi-folders-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file', 'a', 'b'))).toThrow(/ENOTDIR/);
});

it.runIf(existsSync('/proc/self'))('ends where a folder takes no other: /proc hung for ever', () => {
  expect(() => makeFolder('/proc/kpi/reports')).toThrow(/ENOENT/);
});
