// Memory is handed out one piece after the other, and all of it given back at once, before each stretch of a file.

let next: usize = 0;

/** The first byte that may be handed out. */
export function begin(): void {
  next = (__heap_base + 15) & ~15;
}

/** A piece of memory, not cleared, with room behind it for reading a whole block from its last byte on. */
export function alloc(size: usize): usize {
  const at = next;
  next = (at + size + 64 + 15) & ~15;
  const pages = (<i32>next + 0xffff) >>> 16;
  const missing = pages - memory.size();
  // Some more than asked for, as growing is slow.
  if (missing > 0 && memory.grow(missing + (memory.size() >> 2)) < 0 && memory.grow(missing) < 0) unreachable();
  return at;
}

/** The same, all zeros. */
export function zeros(size: usize): usize {
  const at = alloc(size);
  memory.fill(at, 0, size);
  return at;
}

/** Eight bytes from a place on, of which only some count. */
export function bytesAt(at: usize, count: usize): u64 {
  return count >= 8 ? load<u64>(at) : load<u64>(at) & (((<u64>1) << ((<u64>count) << 3)) - 1);
}

/** Whether bytes at two places are the same. */
export function isSame(a: usize, b: usize, count: i32): bool {
  for (let at = 0; at < count; at += 8) if (bytesAt(a + at, count - at) !== bytesAt(b + at, count - at)) return false;
  return true;
}
