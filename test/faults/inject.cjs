/*
 * Makes one call to the system fail, or kills the program at it: `node --require inject.cjs bin/kpi.js …`, with the fault
 * as JSON in KPI_FAULT (`Fault` in faults.ts). What was hit is written to the file of KPI_FAULT_HIT.
 *
 * The functions are replaced on node:fs itself, where the bundle, its workers and Node's own streams find them. Calls are
 * counted over all threads.
 */
const fs = require('node:fs');
const { getEnvironmentData, isMainThread, setEnvironmentData, threadId } = require('node:worker_threads');

const { on, of, nth, onward, does } = JSON.parse(process.env.KPI_FAULT);

/** The functions of each kind, by their names without `Sync`. */
const kinds = {
  open: ['open', 'opendir'],
  read: ['read', 'readFile', 'readdir'],
  stat: ['stat', 'lstat', 'fstat', 'realpath', 'access', 'statfs'],
  write: ['write', 'writeFile', 'appendFile', 'utimes'],
  rename: ['rename', 'link', 'copyFile'],
  fsync: ['fsync', 'fdatasync', 'sync', 'datasync'],
  close: ['close'],
  unlink: ['unlink', 'rm', 'rmdir'],
  mkdir: ['mkdir', 'mkdtemp'],
};

// A worker has the counter of the thread that started it.
const shared = getEnvironmentData('kpi faults') ?? new SharedArrayBuffer(4);
setEnvironmentData('kpi faults', shared);
const calls = new Int32Array(shared);
const real = { openSync: fs.openSync, writeSync: fs.writeSync, closeSync: fs.closeSync, renameSync: fs.renameSync };

/**
 * Files that Node loads by itself: the first of the program, of which nothing runs yet that could say what is wrong; those of
 * DuckDB, of which one stands for all; that of a worker thread. Only a fault that names one hits it.
 */
const loaded = [
  /[\\/]bin[\\/](kpi\.js|compiled\.js|package\.json)$/,
  /node_modules[\\/](?!.*node-api[\\/]lib[\\/]index\.js$)/,
  /[\\/]dist[\\/]reader\.cjs$/,
];
const isCounted = (target) => (of === undefined ? !loaded.some((name) => name.test(target)) : target.includes(of));

/** Calls of any kind, in this thread. */
let seen = 0;

/** Counts a call; whether it is the one to be hit. */
function isHit(kind, target) {
  seen += 1;
  if (!on.includes(kind) || !isCounted(target)) return false;
  const now = Atomics.add(calls, 0, 1) + 1;
  if (now === nth) {
    // Whole or not at all: a thread may be ended meanwhile, because it is not needed any more.
    const written = `${process.env.KPI_FAULT_HIT}.${threadId}`;
    const file = real.openSync(written, 'a');
    real.writeSync(file, JSON.stringify({ kind, target }));
    real.closeSync(file);
    real.renameSync(written, process.env.KPI_FAULT_HIT);
  }
  return now === nth || (onward && now > nth);
}

/** As the system says it: with the path if the call names one, not if it names an open file. */
const failure = (name, [first]) => {
  const path = typeof first === 'string' ? { path: first } : {};
  return Object.assign(new Error(`${does}: injected, ${name}`), { code: does, errno: -1, syscall: name, ...path });
};

/** The arguments of the same call for half of its bytes, which are at `at`; null if it has none. */
function halved(name, args, at) {
  const bytes = args[at];
  if ((name === 'read' || name === 'write') && ArrayBuffer.isView(bytes) && args[at + 2] > 1)
    return args.map((arg, place) => (place === at + 2 ? Math.ceil(arg / 2) : arg));
  if (name !== 'writeFile') return null;
  const content = Buffer.from(bytes);
  return args.map((arg, place) => (place === at ? content.subarray(0, Math.ceil(content.length / 2)) : arg));
}

/** What files are open, by their descriptors, for messages. */
const opened = new Map();
const targetOf = (first) => (typeof first === 'number' ? (opened.get(first) ?? `descriptor ${first}`) : String(first));

/**
 * Replaces a function. `fail` says how it returns an error, `target` what it is called with; its bytes, if it has any, are
 * argument `at`.
 */
function replace(owner, property, kind, { at, target, fail, later }) {
  const original = owner[property];
  if (typeof original !== 'function') return;
  const name = property.replace(/Sync$/, '');
  const replaced = function (...args) {
    const call = (given) => Reflect.apply(original, this, given);
    const what = target.call(this, args);
    if (wholeFiles.has(property)) {
      // It consists of calls that are counted themselves; in some versions of Node of none.
      const before = seen;
      const result = call(args);
      return seen === before && does !== 'half' && isHit(kind, what) ? fail(failure(name, args), args) : result;
    }
    const half = does === 'half' || does === 'SIGKILL' ? halved(name, args, at) : null;
    // A short read or write is no fault of a call without a length.
    if ((does === 'half' && (half === null || name === 'writeFile')) || !isHit(kind, what)) return call(args);
    switch (does) {
      case 'half':
        return call(half);
      case 'SIGTERM':
        process.kill(process.pid, 'SIGTERM');
        return later(call, args);
      case 'SIGKILL': {
        const kill = () => process.kill(process.pid, 'SIGKILL');
        const begun = half === null || kind !== 'write' ? null : call(half);
        if (begun instanceof Promise) return begun.then(kill);
        kill();
        return begun;
      }
      default:
        // A file is closed even where that fails.
        if (kind === 'close') call(args);
        return fail(failure(name, target === pathOf ? [] : args), args);
    }
  };
  owner[property] = Object.assign(replaced, original);
  if (typeof original.native === 'function') replace(owner[property], 'native', kind, { at, target, fail, later });
}

const wholeFiles = new Set(['readFileSync', 'writeFileSync', 'appendFileSync']);

const raise = (error) => {
  throw error;
};
const soon = (call, args) => new Promise((resolve) => setTimeout(resolve, 20)).then(() => call(args));
const now = (call, args) => call(args);
const onFirst = ([first]) => targetOf(first);
const back = (error, args) => process.nextTick(args.at(-1), error);

const handleKind = Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => [name, kind]));
const paths = new WeakMap();
const pathOf = function () {
  return paths.get(this) ?? 'a file';
};
let handles = false;

for (const [name, kind] of handleKind) {
  replace(fs, `${name}Sync`, kind, { at: 1, target: onFirst, fail: raise, later: now });
  replace(fs, name, kind, { at: 1, target: onFirst, fail: back, later: now });
  replace(fs.promises, name, kind, { at: 1, target: onFirst, fail: (error) => Promise.reject(error), later: soon });
}

// What is opened by a path is known by it later.
const { openSync, open } = fs;
fs.openSync = (path, ...rest) => {
  const file = openSync(path, ...rest);
  opened.set(file, String(path));
  return file;
};
fs.open = (path, ...rest) => {
  const done = rest.pop();
  open(path, ...rest, (error, file) => {
    if (!error) opened.set(file, String(path));
    done(error, file);
  });
};
const openHandle = fs.promises.open;
fs.promises.open = async (path, ...rest) => {
  const handle = await openHandle(path, ...rest);
  paths.set(handle, String(path));
  if (!handles) {
    handles = true;
    const prototype = Object.getPrototypeOf(handle);
    const how = { at: 0, target: pathOf, fail: (error) => Promise.reject(error), later: soon };
    for (const [name, kind] of handleKind) replace(prototype, name, kind, how);
    replace(prototype, 'stat', 'stat', how);
  }
  return handle;
};

/** Below this, memory is there. */
const large = 64 * 1024;
if (on.includes('memory') && isMainThread) {
  const noMemory = () => raise(new RangeError('Array buffer allocation failed'));
  const check = (bytes) => {
    if (bytes >= large && isHit('memory', `${bytes} bytes`)) noMemory();
  };
  for (const name of ['alloc', 'allocUnsafe', 'allocUnsafeSlow']) {
    const original = Buffer[name];
    Buffer[name] = (bytes, ...rest) => {
      check(bytes);
      return original(bytes, ...rest);
    };
  }
  const types = ['Uint8', 'Int8', 'Uint16', 'Int16', 'Uint32', 'Int32', 'Float64', 'BigInt64', 'BigUint64'];
  for (const name of types.map((type) => `${type}Array`)) {
    const original = globalThis[name];
    globalThis[name] = new Proxy(original, {
      construct(type, args, self) {
        const [length] = args;
        const count =
          typeof length === 'number' ? length : ArrayBuffer.isView(length) || Array.isArray(length) ? length.length : 0;
        check(count * original.BYTES_PER_ELEMENT);
        return Reflect.construct(type, args, self);
      },
    });
  }
}
