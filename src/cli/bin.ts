import { main } from './main.ts';
import { processIo } from './process-io.ts';
import { endOnSignals } from './signals.ts';

async function start(): Promise<void> {
  endOnSignals();
  const io = processIo();
  const code = await main(process.argv.slice(2), io);
  await io.flush();
  process.exit(code);
}

void start();
