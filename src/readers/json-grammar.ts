/** Where the records of a JSON file are: in an array, in one array of an object (or of objects in it), or one after another. */
export type JsonForm = 'array' | 'object' | 'lines';

/** What may come next at the outer levels of a file. */
export type State =
  | 'start'
  | 'first'
  | 'item'
  | 'afterItem'
  | 'firstKey'
  | 'key'
  | 'colon'
  | 'member'
  | 'afterMember'
  | 'line'
  | 'done';

/**
 * What to do with the next byte: pass a sign, read the name of a member, pass over a value, take an element, enter an
 * object, or leave one.
 */
export interface Step {
  readonly take: 'sign' | 'key' | 'member' | 'element' | 'enter' | 'leave';
  readonly next: State;
}

const [comma, colon, openArray, closeArray, openObject, closeObject, quote] = [44, 58, 91, 93, 123, 125, 34];

/** Where in nested objects a byte is: how many are open around it, and whether the member that begins is to be entered. */
export interface Nesting {
  readonly depth: number;
  readonly enters: boolean;
}

const flat: Nesting = { depth: 0, enters: false };

/** The step for a byte; null if it is not JSON. */
export function stepAt(state: State, byte: number, form: JsonForm, nesting = flat): Step | null {
  switch (state) {
    case 'start':
      return form === 'object' ? sign(byte === openObject, 'firstKey') : sign(byte === openArray, 'first');
    case 'first':
      return byte === closeArray ? afterArray(form) : value(byte, 'element', 'afterItem');
    case 'item':
      return value(byte, 'element', 'afterItem');
    case 'afterItem':
      return byte === closeArray ? afterArray(form) : sign(byte === comma, 'item');
    case 'firstKey':
      return byte === closeObject ? afterObject(nesting) : stepAt('key', byte, form);
    case 'key':
      return byte === quote ? { take: 'key', next: 'colon' } : null;
    case 'colon':
      return sign(byte === colon, 'member');
    case 'member':
      if (byte === openObject && nesting.enters) return { take: 'enter', next: 'firstKey' };
      return byte === openArray ? sign(true, 'first') : value(byte, 'member', 'afterMember');
    case 'afterMember':
      return byte === closeObject ? afterObject(nesting) : sign(byte === comma, 'key');
    case 'line':
      return value(byte, 'element', 'line');
    case 'done':
      return null;
  }
}

function sign(expected: boolean, next: State): Step | null {
  return expected ? { take: 'sign', next } : null;
}

function afterObject({ depth }: Nesting): Step {
  return depth === 0 ? { take: 'sign', next: 'done' } : { take: 'leave', next: 'afterMember' };
}

function afterArray(form: JsonForm): Step | null {
  return sign(true, form === 'object' ? 'afterMember' : 'done');
}

function value(byte: number, take: 'member' | 'element', next: State): Step | null {
  return byte === comma || byte === closeArray || byte === closeObject ? null : { take, next };
}
