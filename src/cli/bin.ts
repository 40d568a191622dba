import { main } from './main.ts';
import { processIo } from './process/process-io.ts';
import { endOnSignals } from './process/signals.ts';
import { tellFailure } from './run/failure.ts';

async function start(): Promise<void> {
  endOnSignals();
  const io = processIo();
  const args = process.argv.slice(2);
  // Node ends a process, with 0, that waits for what never comes, such as the answer of a thread that is gone.
  process.once('beforeExit', async () => {
    process.exit(await tellFailure(new Error('a part of the run never ended'), io, args));
  });
  const code = await main(args, io);
  await io.flush();
  process.exit(code);
}

void start();
