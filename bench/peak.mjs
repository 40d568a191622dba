// Loaded into a process that is measured: at its end, writes its peak memory in KiB to file descriptor 3.
import { readFileSync, writeSync } from 'node:fs';

/** Linux counts what the parent used before the process began into its maxRSS; VmHWM is the process alone. */
function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => writeSync(3, String(peak())));
