import { type CallKind, type Ended, type Fault, knownAs, type Program, type Situation } from './faults.ts';

/** What happens to one call after the other. */
export interface Pass extends Omit<Fault, 'nth'> {
  readonly name: string;
}

/** Calls after which something on the disk is different. */
const changing: readonly CallKind[] = ['open', 'write', 'rename', 'fsync', 'unlink', 'mkdir'];

export const passes: readonly Pass[] = [
  { name: 'the disk answers with an error', on: [...changing, 'read', 'stat', 'close'], does: 'EIO' },
  { name: 'the disk is full from then on', on: ['write'], onward: true, does: 'ENOSPC' },
  { name: 'too many files are open from then on', on: ['open'], onward: true, does: 'EMFILE' },
  { name: 'half of the bytes are read or written', on: ['read', 'write'], does: 'half' },
  { name: 'there is no memory', on: ['memory'], does: 'no memory' },
  { name: 'the run is killed', on: changing, does: 'SIGKILL' },
  { name: 'the run is ended by a signal', on: changing, does: 'SIGTERM' },
];

/** Carries a pass out, from one call on at every so manieth; yields what is wrong, in words. */
export function* wrongOf(
  program: Program,
  situation: Situation,
  clean: Ended,
  { name: _, ...pass }: Pass,
  { from, every }: { readonly from: number; readonly every: number },
): Generator<string> {
  const isSignal = pass.does.startsWith('SIG');
  for (let nth = from; ; nth += every) {
    const [ended, next] = program.run(situation, { ...pass, nth }, ...(isSignal ? [null] : []));
    const { hit } = ended!;
    if (hit === null) return;
    const wrong = isSignal
      ? afterSignal(ended!, next!, clean, situation)
      : afterFailure(ended!, clean, situation, pass.onward === true);
    if (wrong.length > 0)
      yield [
        `${pass.does} at ${nth}, ${hit.kind} of ${hit.target}`,
        ...wrong,
        `code ${ended!.code}: ${ended!.err}`,
      ].join('\n  ');
  }
}

/**
 * A run in which a call fails gives what it gives without, or says what failed by its name and ends with 2; then all files
 * are as they were. What is kept for later runs is never a reason to fail.
 */
function afterFailure(ended: Ended, clean: Ended, situation: Situation, onward: boolean): string[] {
  const { code, out, err } = ended;
  const hit = ended.hit!;
  const wrong: string[] = [];
  if (/^\s+at .*[:(]/m.test(err)) wrong.push('prints a stack');
  if (code === clean.code) {
    if (out !== clean.out) wrong.push('prints another result');
    if (withoutReason(err) !== clean.err) wrong.push('prints another message');
    wrong.push(...situation.writes.filter((name) => ended.files.get(name) !== clean.files.get(name)));
  } else {
    if (code !== 2) wrong.push(`ends with ${code}`);
    const names =
      hit.kind === 'memory' ? ['memory', 'allocation'] : [knownAs(hit), ...namedByFolder(hit.kind, situation)];
    // Where several calls fail, any of them may be told of.
    if (onward) names.push('exports/', ...situation.writes);
    if (!names.some((name) => err.includes(name))) wrong.push(`does not name ${knownAs(hit)}`);
    for (const name of situation.writes) {
      const now = ended.files.get(name);
      // Several files are put in place one after the other.
      const isPlaced = hit.kind === 'rename' && now === clean.files.get(name);
      if (now !== situation.files[name] && !isPlaced) wrong.push(`${name} is not as before`);
    }
    if (!onward && hit.target.includes('/cache/')) wrong.push('fails for want of a cache');
  }
  // What cannot be removed stays.
  if (hit.kind !== 'unlink') wrong.push(...leftBy(ended, situation));
  return wrong;
}

/** A run that is ended leaves each file as it was or as it becomes, and the next run does not mind. */
function afterSignal(ended: Ended, next: Ended, clean: Ended, situation: Situation): string[] {
  const wrong: string[] = [];
  const isKilled = ended.code === 'SIGKILL';
  // Before the program runs a signal ends it as any other; a run that is nearly done may be so before it knows.
  if (!isKilled && ![143, 'SIGTERM', clean.code].includes(ended.code)) wrong.push(`ends with ${ended.code}`);
  const isNew = (name: string) => ended.files.get(name) === clean.files.get(name);
  for (const name of situation.writes)
    if (!isNew(name) && ended.files.get(name) !== situation.files[name]) wrong.push(`${name} is neither old nor new`);
  if (!isKilled) wrong.push(...leftBy(ended, situation));
  // `kpi init` replaces nothing.
  const isDone = situation.once === true && situation.writes.every(isNew);
  if (isDone ? next.code !== 2 : next.code !== clean.code || next.out !== clean.out)
    wrong.push(`the next run ends with ${next.code}\n${next.err}`);
  wrong.push(...situation.writes.filter((name) => next.files.get(name) !== clean.files.get(name)));
  return wrong;
}

/** Names that a message about a folder may have: of a file that was to be in it. */
const namedByFolder = (kind: CallKind, { writes }: Situation): readonly string[] => (kind === 'mkdir' ? writes : []);

/** `--verbose` says why nothing is kept. */
const withoutReason = (err: string): string => err.replace(/^nothing is kept: .*\n/m, '');

/** What is there and should not be. */
function leftBy({ files, folders, temporary, unfinished }: Ended, { files: before, writes }: Situation): string[] {
  const strange = [...files.keys()].filter((name) => !(name in before) && !writes.includes(name));
  const empty = folders.filter((folder) => ![...files.keys()].some((name) => name.startsWith(`${folder}/`)));
  return [...strange, ...empty, ...temporary, ...unfinished].map((name) => `leaves ${name}`);
}
