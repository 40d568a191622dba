import { deserialize, serialize } from 'node:v8';
import { planFile } from '../../plan/file/plan-file.ts';
import type { FilePlan } from '../../plan/plan.ts';
import type { Planning } from '../../plan/planning.ts';
import type { SourceEntry } from '../../plan/recognise/recognise.ts';
import type { Input } from '../../readers/input.ts';
import type { Source } from '../../sources/source.ts';
import { type IdentityMode, identityOf } from '../../store/file-identity.ts';
import type { Io } from '../process/io.ts';
import { userStore } from './user-store.ts';

/** Plans a file on disk as an earlier run has planned it, if it is unchanged. */
export async function planKept(
  mode: IdentityMode,
  io: Pick<Io, 'env' | 'now'>,
  /** Told of a file that is planned anew. */
  onNew: (input: Input) => void,
  input: Input,
  entry: SourceEntry,
  planning: Planning,
): Promise<FilePlan> {
  const { store } = userStore(io);
  const identity = store === null || input.disk === null ? null : identityOf(input.disk, mode, io.now());
  if (store === null || identity === null) {
    onNew(input);
    return planFile(input, entry, planning);
  }
  const { options, zone, today, limits, byHeads } = planning;
  const written = planning.written?.(input.path);
  const key = JSON.stringify({
    ...{ identity, path: input.path, written, entry, options, zone: zone.name, today, limits, byHeads },
  });
  const known = store.get('plans', key)?.get('plan');
  if (known !== undefined) {
    const { source, ...plan } = deserialize(known) as KeptPlan;
    const own = typeof source === 'string' ? planning.sources.find(({ id }) => id === source) : source;
    if (own !== undefined) return { ...plan, input, source: own };
  }
  onNew(input);
  const made = await planFile(input, entry, planning);
  const bytes = bytesOf(made, planning);
  if (bytes !== null && JSON.stringify(identityOf(input.disk!, mode, io.now())) === JSON.stringify(identity))
    store.put('plans', key, new Map([['plan', bytes]]));
  return made;
}

/** A plan without its input; a source of the catalog by its id. */
type KeptPlan = Omit<FilePlan, 'input' | 'source'> & { readonly source: string | Source };

/** A plan as bytes; null for one that is not plain data, such as one with texts that are made of others. */
function bytesOf(plan: FilePlan, { sources }: Planning): Uint8Array | null {
  const plain = plainPlan(plan, sources);
  try {
    return plain === null ? null : serialize(plain);
  } catch {
    return null;
  }
}

/** A plan without its input; null where texts of it are made of others. */
function plainPlan({ input: _, source, ...plan }: FilePlan, sources: readonly Source[]): KeptPlan | null {
  if (plan.tables.some(({ derived }) => derived.length > 0)) return null;
  return { ...plan, source: sources.includes(source) ? source.id : source };
}

/** A text that two plans share if they are the same; null for one that is not plain data. */
export function planText(plan: FilePlan, sources: readonly Source[]): string | null {
  const written = (_: string, value: unknown): unknown => {
    if (typeof value === 'function') throw new TypeError('not plain data');
    if (value instanceof Map || value instanceof Set) return [...value];
    return value instanceof RegExp ? String(value) : value;
  };
  const plain = plainPlan(plan, sources);
  try {
    return plain === null ? null : JSON.stringify(plain, written);
  } catch {
    return null;
  }
}
