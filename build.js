// Bundles the program into dist/kpi.cjs, and leaves its compiled code beside it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const built = existsSync(`${root}dist/kpi.cjs`);
const esbuild = await import('esbuild').catch(() => null);

if (esbuild === null && built && process.argv.includes('--if-possible')) {
  console.log('kpi: esbuild is not installed: dist/ stays as it is');
} else if (esbuild === null) {
  console.error('kpi: cannot be built: esbuild is not installed. Run npm ci with development dependencies.');
  process.exitCode = 1;
} else {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  rmSync(`${root}dist`, { recursive: true, force: true });
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/cli/bin.ts'],
    outfile: 'dist/kpi.cjs',
    write: false,
    bundle: true,
    // One file: what a dynamic import names is in it, and runs only when it is imported.
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    external: ['@duckdb/node-api'],
    // A package that is not bundled is required: a script that runs from compiled code cannot import.
    supported: { 'dynamic-import': false },
    // Commander can start programs, kpi never does.
    alias: { 'node:child_process': './src/dev/nothing.cjs' },
    define: { KPI_VERSION: JSON.stringify(version), 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
  mkdirSync(`${root}dist`);
  writeFileSync(`${root}dist/kpi.cjs`, ascii(outputFiles[0].text));
  compile();
}

/**
 * Letters beyond ASCII, which esbuild leaves in regular expressions, as escapes: V8 holds a text of ASCII in half the memory
 * and reads it in half the time.
 */
function ascii(text) {
  return text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Runs a report of the fixtures and a help, so that V8 has compiled what they need, and keeps that. */
function compile() {
  const report = ['report', 'fixtures/shop', '--timezone', 'Europe/Paris', '--as-of', '2026-11-22'];
  const env = { ...process.env, KPI_KEEP_COMPILED: '1' };
  const { status } = spawnSync(process.execPath, ['bin/kpi.js', ...report], { cwd: root, env, stdio: 'ignore' });
  // Without it the program runs as well, only slower to start.
  if (status !== 0) rmSync(`${root}dist/kpi.cjs.cache`, { force: true });
}
