// What V8 made of the program, kept in the cache folder of the user: a small report takes less time than compiling anew.
// It is code that will run, so it is never shipped: only this user, on this machine, writes it.
const fs = require('node:fs');
const { homedir } = require('node:os');
const { dirname, isAbsolute, join } = require('node:path');
const { cachedDataVersionTag, getHeapCodeStatistics } = require('node:v8');
// From Node 20.15 on; older ones compile each time.
const { crc32 } = require('node:zlib');

/** Before the code: how much bytecode there was when it was written, and its checksum. Eight bytes, since V8 wants it aligned. */
const headBytes = 8;

/** So much more bytecode than is kept, and it is kept anew: the command did something new. Its size is told in 2 ms, it made in 40. */
const growth = 32_768;

/** Seconds. In a longer run V8 drops what only its beginning needed, and nobody notices how it starts. */
const longRun = 5;

const month = 30 * 24 * 3600 * 1000;

/** Where the user's programs keep what they can make again; null where there is no such place. */
function cacheFolder({ XDG_CACHE_HOME: xdg, LOCALAPPDATA: local }) {
  if (xdg && isAbsolute(xdg)) return join(xdg, 'kpi');
  if (process.platform === 'win32') return local ? join(local, 'kpi', 'Cache') : null;
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'kpi');
}

/**
 * The compiled code of a build, if there is any that this Node can use with its flags. Whatever fails, the program runs without.
 * Each command keeps its own: V8 takes in all that a file has, and a report would pay for what only others use.
 */
exports.compiledCode = (build, command = 'help') => {
  let folder = null;
  let found = Buffer.alloc(0);
  try {
    // Node's own variable for its own cache of this kind.
    const none = process.env.NODE_DISABLE_COMPILE_CACHE;
    folder = none || crc32 === undefined ? null : cacheFolder(process.env);
  } catch {
    // A user without a home.
  }
  const use = /^[a-z]+$/.test(command) ? command : 'help';
  const name = `${build}-${cachedDataVersionTag().toString(16)}-${use}.compiled`;
  try {
    if (folder !== null && isOwn(folder)) found = fs.readFileSync(join(folder, name));
  } catch {
    // The first run.
  }
  // V8 trusts what it is given, and would crash on a file that a failing disk has damaged.
  const data = found.subarray(headBytes);
  const usable = data.length > 0 && crc32(data) === found.readUInt32LE(4);
  return {
    data: usable ? data : undefined,
    /** To be called at the end of a run that went well. */
    keep(script) {
      if (folder === null || process.uptime() > longRun) return;
      const size = getHeapCodeStatistics().bytecode_and_metadata_size;
      const kept = usable && !script.cachedDataRejected ? found.readUInt32LE() : 0;
      if (size - kept < growth) return;
      try {
        write(folder, name, () => {
          const code = script.createCachedData();
          const head = Buffer.alloc(headBytes);
          head.writeUInt32LE(size);
          head.writeUInt32LE(crc32(code), 4);
          return Buffer.concat([head, code]);
        });
      } catch {
        // A disk that is full, or may only be read.
      }
    },
  };
};

/** Whether the folder is this user's: under `sudo` the home may be that of another, whose files must not run. */
const isOwn = (folder) => process.getuid === undefined || fs.statSync(folder).uid === process.getuid();

/** Makes a folder and its missing parents. Node's own `recursive` tries for ever where a folder accepts no other, as /proc does. */
function makeFolder(path) {
  if (fs.existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    fs.mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another run may have been first.
    if (error.code !== 'EEXIST') throw error;
  }
}

/** Writes a file whole or not at all, since others may start at the same time. What was not made anew for a month goes. */
function write(folder, name, content) {
  makeFolder(folder);
  if (!isOwn(folder)) return;
  // A number that no other run has: in a container each has the same process id, and one that was killed left its file.
  const begun = join(folder, `${name}.${process.hrtime.bigint().toString(36)}-${process.pid}`);
  // Whether one may write here is known before the work is done.
  const file = fs.openSync(begun, 'wx', 0o600);
  try {
    fs.writeFileSync(file, content());
    fs.closeSync(file);
    fs.renameSync(begun, join(folder, name));
  } catch (error) {
    fs.rmSync(begun, { force: true });
    throw error;
  }
  for (const other of fs.readdirSync(folder)) {
    const path = join(folder, other);
    if (other.includes('.compiled') && Date.now() - fs.statSync(path).mtimeMs > month) fs.rmSync(path);
  }
}
