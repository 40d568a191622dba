import fc from 'fast-check';

/** Inserts, removes, replaces or doubles up to three characters of a text, taking new ones from an alphabet. */
export const mangled = (alphabet: string): fc.Arbitrary<(text: string) => string> =>
  fc
    .array(
      fc.record({
        what: fc.constantFrom('insert', 'remove', 'replace', 'double'),
        at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        by: fc.constantFrom(...alphabet),
      }),
      { maxLength: 3 },
    )
    .map((steps) => (text) => {
      let out = text;
      for (const { what, at, by } of steps) {
        const i = Math.floor(at * (out.length + 1));
        const old = out.slice(i, i + 1);
        out =
          out.slice(0, i) + { insert: by + old, remove: '', replace: by, double: old + old }[what] + out.slice(i + 1);
      }
      return out;
    });
