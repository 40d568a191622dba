// Bundles the program into dist/kpi.cjs and compiles what reads bytes into dist/reader.wasm, with the licences and the bill of materials of what is in it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bomOf, licensesOf, packagesOf } from './src/dev/bundled.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const built = existsSync(`${root}dist/kpi.cjs`);
const esbuild = await import('esbuild').catch(() => null);

/** Node has these regular expressions; without, each use of such a literal would construct a RegExp anew. */
const expressions = { 'regexp-lookbehind-assertions': true, 'regexp-unicode-property-escapes': true };

/** What of tsconfig.json changes the bundle, so that a copy of the sources without it gives the same bytes. */
const tsconfigRaw = { compilerOptions: { target: 'es2022', strict: true, verbatimModuleSyntax: true } };

if (esbuild === null && built && process.argv.includes('--if-possible')) {
  console.log('kpi: esbuild is not installed: dist/ stays as it is');
} else if (esbuild === null) {
  console.error('kpi: cannot be built: esbuild is not installed. Run npm ci with development dependencies.');
  process.exitCode = 1;
} else {
  // Where the program names its build, which is only known when it is there.
  const unnamed = '{the build of kpi}';
  const own = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  rmSync(`${root}dist`, { recursive: true, force: true });
  const { metafile, outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/cli/bin.ts'],
    outfile: 'dist/kpi.cjs',
    write: false,
    metafile: true,
    bundle: true,
    // One file: what a dynamic import names is in it, and runs only when it is imported.
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    tsconfigRaw,
    minifySyntax: true,
    minifyIdentifiers: true,
    minifyWhitespace: true,
    legalComments: 'none',
    external: ['@duckdb/node-api'],
    // A package that is not bundled is required: a script that runs from compiled code cannot import.
    supported: { 'dynamic-import': false, ...expressions },
    // fdir looks for a picomatch of whoever installed kpi, and would run that.
    alias: { module: './src/dev/nothing.cjs' },
    plugins: [withoutPrograms()],
    define: {
      KPI_VERSION: JSON.stringify(own.version),
      KPI_BUILD: JSON.stringify(unnamed),
      'import.meta.url': 'bundleUrl',
    },
    // A function that bin/kpi.js calls: joined by it to 2 MB of text it would be copied.
    banner: {
      js: "(function(exports,require,module,__filename,__dirname){const bundleUrl=require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
    logLevel: 'warning',
  });
  const worker = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/reader/worker.ts'],
    write: false,
    metafile: true,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    tsconfigRaw,
    supported: expressions,
    // It is given the kernel, and looks for no file.
    define: { 'import.meta.url': 'undefined' },
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  const kernel = await compiled('src/reader/kernel/index.ts');
  mkdirSync(`${root}dist`);
  writeFileSync(`${root}dist/reader.wasm`, kernel);
  writeFileSync(`${root}dist/reader.cjs`, ascii(worker.outputFiles[0].text));
  const text = ascii(outputFiles[0].text);
  // Its name among builds, by which bin/kpi.js finds what was compiled of it.
  const build = createHash('sha256').update(text).update(kernel).digest('hex').slice(0, 16);
  if (!text.includes(unnamed)) throw new Error('the program does not name its build');
  writeFileSync(`${root}dist/kpi.cjs`, `/*${build}*/${text.replaceAll(unnamed, build)}`);
  const files = [metafile, worker.metafile].flatMap(({ inputs }) => Object.keys(inputs));
  const packages = packagesOf(files, root);
  writeFileSync(`${root}dist/licenses.txt`, licensesOf(packages, root));
  const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
  writeFileSync(`${root}dist/bom.json`, `${JSON.stringify(bomOf(packages, own, lock.packages), null, 2)}\n`);
}

/** What AssemblyScript makes of a file, as WebAssembly. */
async function compiled(file) {
  const { main } = await import('assemblyscript/asc');
  const made = new Map();
  const options = ['--outFile', 'kernel.wasm', '-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert'];
  const { error, stderr } = await main([file, '--baseDir', root, ...options], {
    writeFile: (name, contents) => made.set(name, contents),
  });
  if (error !== null) throw new Error(`${file} cannot be compiled: ${stderr.toString()}`);
  return made.get('kernel.wasm');
}

/**
 * Letters beyond ASCII, which esbuild leaves in regular expressions, as escapes: V8 holds a text of ASCII in half the memory
 * and reads it in half the time.
 */
function ascii(text) {
  return text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Commander can start programs by the name of a subcommand, which kpi never asks for. */
function withoutPrograms() {
  return {
    name: 'without programs',
    setup: (build) =>
      build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        importer.includes('commander') ? { path: `${root}src/dev/nothing.cjs` } : { external: true },
      ),
  };
}
