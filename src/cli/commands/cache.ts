import { type CacheAction, cacheActions, type Language } from '../../core/choices.ts';
import { orNull } from '../../core/or-null.ts';
import { Problem } from '../../core/problem.ts';
import { counted, decimal, joined, type Noun, type Text } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import { instantText, type Zone, zoneOf } from '../../core/zone.ts';
import { clearStore, type StoreStatus, storeStatus } from '../../store/inventory.ts';
import { reasonText } from '../../store/reason.ts';
import { storePlace } from '../kept/user-store.ts';
import { languageOfRun } from '../options/language.ts';
import { wordOf } from '../options/option-values.ts';
import type { RunOptions } from '../options/parse.ts';
import type { Io } from '../process/io.ts';

/** `kpi cache`: what earlier runs have kept on disk, and an end to it. */
export async function run([action = '']: readonly string[], options: RunOptions, io: Io): Promise<number> {
  const asked = wordOf({ en: 'the action', fr: "l'action" }, action, cacheActions);
  const lang = options.lang ?? (await languageOfRun([], io));
  const { folder, uid } = storePlace(io);
  const zone = orNull(() => zoneOf(io.systemZone())) ?? zoneOf('UTC');
  const texts: Readonly<Record<CacheAction, (folder: string) => string>> = {
    status: (place) => statusText(place, storeStatus(place, uid), lang, zone),
    clear: (place) => clearedText(place, uid)[lang],
  };
  await io.out(`${folder === null ? reasonText({ why: 'no_place' })[lang] : texts[asked](folder)}\n`);
  return 0;
}

const labels: Readonly<Record<'folder' | 'kept' | 'size' | 'used' | 'none' | 'unused', Text>> = {
  folder: { en: 'Folder', fr: 'Dossier' },
  kept: { en: 'Kept', fr: 'Contenu' },
  size: { en: 'Size', fr: 'Taille' },
  used: { en: 'Last used', fr: 'Utilisation' },
  none: { en: 'nothing', fr: 'rien' },
  unused: { en: 'Not used', fr: 'Pas utilisé' },
};
const file: Noun = { en: ['file', 'files'], fr: ['fichier', 'fichiers'] };
const answer: Noun = { en: ['answer', 'answers'], fr: ['réponse', 'réponses'] };
const removed: Noun = { en: ['entry removed', 'entries removed'], fr: ['entrée supprimée', 'entrées supprimées'] };

function statusText(folder: string, status: StoreStatus, lang: Language, zone: Zone): string {
  const { state, entries, bytes, limit } = status;
  const rows: [Text, string][] = [[labels.folder, visible(folder)]];
  if (typeof state === 'object') rows.push([labels.unused, reasonText(state)[lang]]);
  else if (entries.length === 0) rows.push([labels.kept, labels.none[lang]]);
  else {
    const files = entries.filter(({ kind }) => kind === 'columns').length;
    const answers = entries.filter(({ kind }) => kind === 'answers').length;
    const kept = [counted(files, file), counted(answers, answer)];
    const size = storedSize(bytes);
    const most = limit === null ? null : storedSize(limit);
    const times = entries.map(({ used }) => used).sort((a, b) => a - b);
    const [oldest, newest] = [times[0]!, times.at(-1)!].map((time) => minuteText(time, zone));
    const sized = most && { en: `${size.en} of at most ${most.en}`, fr: `${size.fr} sur ${most.fr} au plus` };
    rows.push([labels.kept, joined(kept, ', ')[lang]], [labels.size, (sized ?? size)[lang]]);
    rows.push([labels.used, { en: `${oldest} to ${newest}`, fr: `${oldest} à ${newest}` }[lang]]);
  }
  const width = Math.max(...rows.map(([label]) => label[lang].length));
  return rows.map(([label, text]) => `${label[lang].padEnd(width)}  ${text}`).join('\n');
}

function clearedText(folder: string, uid: number | null): Text {
  const { entries, bytes, reason } = clearStore(folder, uid);
  if (reason !== null) {
    const [shown, why] = [visible(folder), reasonText(reason)];
    throw new Problem('not_writable', {
      en: `the cache in ${shown} cannot be cleared: ${why.en}`,
      fr: `impossible de vider le cache de ${shown}\u00a0: ${why.fr}`,
    });
  }
  if (entries === 0) return { en: 'nothing was kept', fr: "rien n'était conservé" };
  return joined([counted(entries, removed), storedSize(bytes)], ', ');
}

/** `2026-11-22 13:05`. */
const minuteText = (time: number, zone: Zone): string =>
  instantText(Math.floor(time / 60_000) * 60_000, zone)
    .slice(0, 16)
    .replace('T', ' ');

const units = { en: ['bytes', 'kB', 'MB', 'GB'], fr: ['octets', 'ko', 'Mo', 'Go'] } as const;

/** A size on disk, rounded: `1.2 MB`. */
function storedSize(bytes: number): Text {
  const unit = [1e9, 1e6, 1e3].findIndex((size) => bytes >= size);
  const at = unit === -1 ? 0 : 3 - unit;
  const size = decimal(String(Math.round((bytes / 1000 ** at) * 10) / 10));
  return { en: `${size.en} ${units.en[at]}`, fr: `${size.fr}\u00a0${units.fr[at]}` };
}
