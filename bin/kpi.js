#!/usr/bin/env node
// Runs the bundle. A small report takes less time than compiling the program anew, so the build leaves its compiled code
// beside it; another version of Node passes over that and compiles for itself.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// V8 optimizes what runs often. With six times its patience Node 20 has a small report a fifth sooner, because it spends
// nothing on code that hardly runs again; big files come to the same speed. Later versions have no such flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');

const path = join(__dirname, '../dist/kpi.cjs');
const compiled = `${path}.cache`;
const script = new Script(
  `(function(exports,require,module,__filename,__dirname){${readFileSync(path, 'latin1')}\n})`,
  {
    filename: path,
    cachedData: existsSync(compiled) ? readFileSync(compiled) : undefined,
  },
);
// The build runs the program once to have all that a report needs compiled.
if (process.env.KPI_KEEP_COMPILED) process.on('exit', () => writeFileSync(compiled, script.createCachedData()));
const bundle = { exports: {} };
script.runInThisContext()(bundle.exports, require, bundle, path, dirname(path));
