import type { Text } from '../core/text.ts';

/** Why something was not kept or not looked up. A run goes on without: only `--verbose` says it. */
export interface StoreReason {
  readonly why: keyof typeof reasons;
  /** What the file system said, such as `EACCES`. */
  readonly code?: string;
}

const reasons = {
  no_place: {
    en: 'neither XDG_CACHE_HOME nor the home of the user says where',
    fr: "ni XDG_CACHE_HOME ni le dossier personnel n'indiquent où",
  },
  no_folder: { en: 'it is no folder', fr: "ce n'est pas un dossier" },
  link: { en: 'the folder is a symbolic link', fr: 'le dossier est un lien symbolique' },
  of_another: { en: 'the folder belongs to another user', fr: 'le dossier appartient à un autre utilisateur' },
  writable: { en: 'others may write in the folder', fr: "d'autres peuvent écrire dans le dossier" },
  unreadable: { en: 'the folder cannot be read', fr: 'le dossier ne peut pas être lu' },
  unwritable: { en: 'the folder cannot be written', fr: "impossible d'écrire dans le dossier" },
  no_secret: { en: 'the secret of the folder cannot be read', fr: 'le secret du dossier ne peut pas être lu' },
  full: { en: 'the disk is full', fr: 'le disque est plein' },
  too_large: { en: 'larger than all that may be kept', fr: 'plus grand que tout ce qui peut être conservé' },
} as const satisfies Readonly<Record<string, Text>>;

/** A reason as people read it. */
export const reasonText = ({ why, code }: StoreReason): Text =>
  code === undefined ? reasons[why] : { en: `${reasons[why].en} (${code})`, fr: `${reasons[why].fr} (${code})` };

/** The code of an error of the file system. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** What it means that a write failed. */
export function writeFailure(error: unknown): StoreReason {
  const code = codeOf(error);
  return { why: code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'unwritable', code };
}
