// Bundles the program into dist/: one small entry, and a file for each part that is loaded only when it is needed.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('.', import.meta.url);
const built = existsSync(new URL('dist/kpi.js', root));
const esbuild = await import('esbuild').catch(() => null);

if (esbuild === null && built && process.argv.includes('--if-possible')) {
  console.log('kpi: esbuild is not installed: dist/ stays as it is');
} else if (esbuild === null) {
  console.error('kpi: cannot be built: esbuild is not installed. Run npm ci with development dependencies.');
  process.exitCode = 1;
} else {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  rmSync(new URL('dist', root), { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: { kpi: 'src/cli/bin.ts' },
    outdir: 'dist',
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    external: ['@duckdb/node-api'],
    define: { KPI_VERSION: JSON.stringify(version) },
    // Packages written for CommonJS ask for Node's own modules by `require`.
    banner: { js: "import{createRequire as kpiRequire}from'node:module';const require=kpiRequire(import.meta.url);" },
    logLevel: 'warning',
  });
}
