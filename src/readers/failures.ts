import { Problem } from '../core/problem.ts';
import type { Text } from '../core/text.ts';

/** What to do about a file that arrived incomplete. */
export const fetchAgain: Text = {
  en: 'Export or download it again.',
  fr: 'Exportez ou téléchargez à nouveau le fichier.',
};
const checkName: Text = {
  en: 'Check the name and the folder it is in.',
  fr: 'Vérifiez le nom et le dossier où il se trouve.',
};
const copyIt: Text = { en: 'Copy it and try again.', fr: 'Copiez-le et réessayez.' };
const notAllowed: Text = { en: 'may not be read by this user', fr: "ne peut pas être lu par l'utilisateur actuel" };
const giveRight: Text = {
  en: 'Give yourself the right to read it, or copy it.',
  fr: 'Donnez-vous le droit de le lire, ou copiez-le.',
};

/** What a system or decompressor code means, in plain words, and what to do about it. */
const known: Readonly<Record<string, readonly [code: string, says: Text, advice: Text]>> = {
  ENOENT: ['no_such_file', { en: 'does not exist', fr: "n'existe pas" }, checkName],
  ENOTDIR: [
    'no_such_file',
    {
      en: 'does not exist: a part of its path is a file, not a folder',
      fr: "n'existe pas\u00a0: une partie de son chemin est un fichier, pas un dossier",
    },
    { en: 'Check the path.', fr: 'Vérifiez le chemin.' },
  ],
  EACCES: ['not_allowed', notAllowed, giveRight],
  EPERM: ['not_allowed', notAllowed, giveRight],
  EISDIR: [
    'is_folder',
    { en: 'is a folder, not a file', fr: 'est un dossier, pas un fichier' },
    {
      en: 'Name the files in it, for example with *.csv.',
      fr: "Indiquez les fichiers qu'il contient, par exemple avec *.csv.",
    },
  ],
  EIO: [
    'disk_error',
    {
      en: 'cannot be read: the disk or the network drive answers with an error',
      fr: 'ne peut pas être lu\u00a0: le disque ou le lecteur réseau répond par une erreur',
    },
    copyIt,
  ],
  EMFILE: [
    'too_many_files',
    {
      en: 'cannot be opened: too many files are open',
      fr: 'ne peut pas être ouvert\u00a0: trop de fichiers sont ouverts',
    },
    { en: 'Name fewer files at once.', fr: 'Indiquez moins de fichiers à la fois.' },
  ],
  ENAMETOOLONG: [
    'no_such_file',
    { en: 'has a name longer than the system allows', fr: 'a un nom plus long que le système ne le permet' },
    { en: 'Rename it.', fr: 'Renommez-le.' },
  ],
  ELOOP: [
    'no_such_file',
    { en: 'is a link that leads back to itself', fr: 'est un lien qui mène à lui-même' },
    { en: 'Name the file itself.', fr: 'Indiquez le fichier lui-même.' },
  ],
  Z_BUF_ERROR: [
    'cut_short',
    {
      en: 'is cut short: the compressed data ends too early',
      fr: "est tronqué\u00a0: les données compressées s'arrêtent trop tôt",
    },
    fetchAgain,
  ],
  Z_DATA_ERROR: [
    'damaged',
    {
      en: 'is damaged: its compressed data is inconsistent',
      fr: 'est endommagé\u00a0: ses données compressées sont incohérentes',
    },
    fetchAgain,
  ],
};

/** The `code` of a system or decompressor error; undefined for a bug of ours, which must not be disguised. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof Problem || !('code' in error) || typeof error.code !== 'string')
    return undefined;
  return error.code.startsWith('ERR_') ? undefined : error.code;
}

/** The error as a Problem about `path` if its cause is the file, the disk or the archive; else the error itself. */
export function readingFailure(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  const entry = Object.hasOwn(known, code) ? known[code] : undefined;
  if (entry) {
    const [problem, says, advice] = entry;
    return new Problem(problem, { en: `${path} ${says.en}`, fr: `${path} ${says.fr}` }, [advice], { file: path });
  }
  if (/^(Z_|ZSTD_)/.test(code)) {
    return new Problem(
      'damaged',
      {
        en: `${path} is damaged: it cannot be decompressed (${code})`,
        fr: `${path} est endommagé\u00a0: il ne peut pas être décompressé (${code})`,
      },
      [fetchAgain],
      { file: path },
    );
  }
  return new Problem(
    'unreadable',
    { en: `${path} cannot be read (${code})`, fr: `${path} ne peut pas être lu (${code})` },
    [copyIt],
    { file: path },
  );
}
