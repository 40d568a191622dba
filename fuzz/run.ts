// Runs kpi on inputs that nobody would write: npm run fuzz [-- --seconds 60 --seed 1]
import { fork } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepFound } from './found.ts';
import { caseOf } from './generate.ts';
import type { Said } from './loop.ts';
import type { Broken } from './promises.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
if (!Number.isFinite(seconds) || seconds <= 0 || !Number.isSafeInteger(seed))
  throw new Error('--seconds must be a number above 0, and --seed a whole number');

/** Seconds without a word from the process of the cases after which it hangs. */
const patience = 180;
const until = Date.now() + seconds * 1000;
const program = fileURLToPath(new URL('loop.ts', import.meta.url));

let [runs, findings] = [0, 0];
const known: string[] = [];

function report({ promise, detail }: Broken, path: string): void {
  findings += 1;
  console.log(`\nfound: ${promise}\n  ${detail.replaceAll('\n', '\n  ')}\n  ${relative(process.cwd(), path)}`);
}

/** Runs cases from a number on; the case in which the process ended that should not have, and how, or null. */
const casesFrom = (number: number): Promise<{ at: number; how: string } | null> =>
  new Promise((resolve) => {
    const child = fork(program, [seed, number, until, ...known].map(String));
    let at = number;
    let timer = setTimeout(() => {}, 0);
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), patience * 1000);
    };
    wait();
    child.on('message', ({ begins, runs: more = 0, found }: Said) => {
      wait();
      at = begins ?? at;
      runs += more;
      if (found === undefined) return;
      known.push(found.kind);
      report(found.broken, found.path);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(
        code === 0
          ? null
          : {
              at,
              how: signal === 'SIGKILL' ? `no end after ${patience} s` : `the process ended with ${code ?? signal}`,
            },
      );
    });
  });

for (let number = 0; Date.now() < until; ) {
  const ended = await casesFrom(number);
  if (ended === null) break;
  const broken = { promise: 'every run ends', detail: ended.how };
  report(broken, keepFound(`seed-${seed}-case-${ended.at}`, caseOf(seed, ended.at), broken));
  number = ended.at + 1;
}
console.log(`\n${runs} runs, ${findings} findings`);
process.exitCode = findings > 0 ? 1 : 0;
