/**
 * Numbers of one run that contradict each other: a fault of the program, and no figure may rest on them. The message names
 * files, measures and counts, and nothing that is in a row: anyone who reports it needs to send no data.
 */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}
