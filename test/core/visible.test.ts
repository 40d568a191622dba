import { expect, it } from 'vitest';
import { visible } from '../../src/core/visible.ts';

it.each([
  ['a\u001b[31mb', 'a␛[31mb'],
  ['a\nb\tc', 'a␊b␉c'],
  ['\u007f\u009b', '␡<U+009B>'],
  ['a\u202eb', 'a<U+202E>b'],
  ['Café €12', 'Café €12'],
])('%j is shown as %s', (text, shown) => expect(visible(text)).toBe(shown));
