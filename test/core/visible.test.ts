import { expect, it } from 'vitest';
import { visible } from '../../src/core/visible.ts';

it.each([
  ['a\u001b[31mb', 'a␛[31mb'],
  ['a\tb\r\nc\0', 'a␉b␍␊c␀'],
  ['\u007f\u009b2J', '␡<U+009B>2J'],
  ['abc\u202etxt.exe', 'abc<U+202E>txt.exe'],
  ['a\u200bb\ufeff', 'a<U+200B>b<U+FEFF>'],
  ['\ud800', '<U+D800>'],
  ['Référents 訪問 👩‍💻 €12', 'Référents 訪問 👩‍💻 €12'],
])('%j is shown as %s', (text, shown) => expect(visible(text)).toBe(shown));
