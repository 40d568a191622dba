import { Problem } from '../core/problem.ts';

/** What a system or decompressor code means, in plain words, and what to do about it. */
const known: Readonly<Record<string, readonly [code: string, says: string, advice: string]>> = {
  ENOENT: ['no_such_file', 'does not exist', 'Check the name and the folder it is in.'],
  ENOTDIR: ['no_such_file', 'does not exist: a part of its path is a file, not a folder', 'Check the path.'],
  EACCES: ['not_allowed', 'may not be read by this user', 'Give yourself the right to read it, or copy it.'],
  EPERM: ['not_allowed', 'may not be read by this user', 'Give yourself the right to read it, or copy it.'],
  EISDIR: ['is_folder', 'is a folder, not a file', 'Name the files in it, for example with *.csv.'],
  EIO: ['disk_error', 'cannot be read: the disk or the network drive answers with an error', 'Copy it and try again.'],
  EMFILE: ['too_many_files', 'cannot be opened: too many files are open', 'Name fewer files at once.'],
  ENAMETOOLONG: ['no_such_file', 'has a name longer than the system allows', 'Rename it.'],
  ELOOP: ['no_such_file', 'is a link that leads back to itself', 'Name the file itself.'],
  Z_BUF_ERROR: ['cut_short', 'is cut short: the compressed data ends too early', 'Export or download it again.'],
  Z_DATA_ERROR: ['damaged', 'is damaged: its compressed data does not fit together', 'Export or download it again.'],
};

/** The `code` of a system or decompressor error; undefined for a mistake of our own, which must not be dressed up. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof Problem || !('code' in error) || typeof error.code !== 'string')
    return undefined;
  return error.code.startsWith('ERR_') ? undefined : error.code;
}

/** The error as a Problem about `path` where its cause is the file, the disk or the archive; else the error itself. */
export function readingFailure(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  const entry = Object.hasOwn(known, code) ? known[code] : undefined;
  if (entry) return new Problem(entry[0], `${path} ${entry[1]}`, [entry[2]], { file: path });
  if (/^(Z_|ZSTD_)/.test(code)) {
    return new Problem(
      'damaged',
      `${path} is damaged: it cannot be decompressed (${code})`,
      ['Export or download it again.'],
      {
        file: path,
      },
    );
  }
  return new Problem('unreadable', `${path} cannot be read (${code})`, ['Copy it and try again.'], { file: path });
}
