import type { Random } from '../bench/random.ts';

/** Bytes and texts that something went wrong with, somewhere between a tool and a disk. */

/** What is put into files at random places: what begins, ends or quotes something in one of the forms that are read. */
const fragments: readonly (string | Buffer)[] = [
  ...['"', '""', '\n', '\r', '\r\n', ',', ';', '\t', '|', '\0', '\u001a', '\ufeff', '\u2028', '\u0085', '\u001b[2J'],
  ...['sep=;\n', '[', ']', '{', '}', ':', '\\u0000', '\\ud800', '1e999', '-', 'null', '\n\n\n', '"\n"', '#', '%', '&'],
  ...[
    '&#0;',
    '&lol;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<!DOCTYPE a [<!ENTITY lol "lol">]>',
    '<row>',
    '</c>',
    "'",
    '*a',
    '!!js',
  ],
  ...[[0xff, 0xfe], [0xfe, 0xff], [0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]].map(
    (bytes) => Buffer.from(bytes),
  ),
  ...['PK\x03\x04', 'PK\x05\x06', '\x1f\x8b\x08', '%PDF-'].map((text) => Buffer.from(text, 'latin1')),
];

/** A few bytes changed, taken away, put in, written twice, or cut off. */
export function damaged(bytes: Buffer, random: Random): Buffer {
  let made = bytes;
  for (let left = 1 + random.low(6); left > 0; left -= 1) made = changed(made, random);
  return made;
}

function changed(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  const length = random.low(random.once(4) ? Math.max(2, bytes.length) : 12);
  const before = bytes.subarray(0, at);
  switch (random.below(7)) {
    case 0: {
      const made = Buffer.from(bytes);
      if (at < made.length) made[at] = made[at]! ^ (1 << random.below(8));
      return made;
    }
    case 1:
      return Buffer.concat([before, bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 3:
      return before;
    case 4:
      return Buffer.concat([before, Buffer.alloc(length, random.below(256)), bytes.subarray(at)]);
    default:
      return Buffer.concat([before, Buffer.from(fragments[random.below(fragments.length)]!), bytes.subarray(at)]);
  }
}

/** A text that was damaged as bytes are, as text again. */
export const damagedText = (text: string, random: Random): string => damaged(Buffer.from(text), random).toString();
