import { constants } from 'node:os';
import { cleanUp } from './cleanup.ts';
import { main } from './main.ts';
import { processIo } from './process-io.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    cleanUp();
    process.exit(128 + constants.signals[signal]);
  });
}

const io = processIo();
const code = await main(process.argv.slice(2), io);
await io.flush();
process.exit(code);
