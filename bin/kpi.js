#!/usr/bin/env node
// Runs the bundle. A small report takes less time than compiling the program anew, so the build leaves its compiled code
// beside it; another version of Node passes over that and compiles for itself.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

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
