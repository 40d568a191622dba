// In place of modules that a bundled package loads and kpi does not need; see build.js.
module.exports = { createRequire: () => undefined };
