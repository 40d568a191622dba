// What the kernel asks of those who call it.

/** The number in the current column of a record, which its bytes alone do not tell. */
export declare function exact(record: i32): f64;

/** The instant of a local time, both in milliseconds. */
export declare function local(wall: f64): f64;

/** Takes the key of a record, which its bytes alone do not tell: what it is, as `keys` says. */
export declare function oddKey(record: i32): i32;

/** Whether a key is what a tool has written in the place of a person. */
export declare function isErased(from: usize, length: i32): bool;
