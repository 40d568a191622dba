import { joined, quoted, sameInAll, type Text } from '../core/text.ts';
import type { Read } from '../facts/read.ts';
import type { FilePlan } from '../plan/plan.ts';
import { yamlText } from '../plan/yaml-text.ts';
import type { Warning } from './figure-model.ts';

/** So many different words are named: a column with more of them holds no statuses. */
const mostWords = 20;

const meanings: Readonly<Record<string, Text>> = {
  paid: { en: 'paid', fr: 'payées (paid)' },
  refunded: { en: 'refunded', fr: 'remboursées (refunded)' },
  pending: { en: 'pending', fr: 'en attente (pending)' },
  cancelled: { en: 'cancelled', fr: 'annulées (cancelled)' },
  failed: { en: 'failed', fr: 'échouées (failed)' },
};

/** Words of a column of statuses may be those of people where the wrong column was taken. */
const shown = (status: string): Text =>
  meanings[status] ?? (status.includes('@') ? sameInAll('***') : quoted(status.slice(0, 40)));

/** The line of the configuration that makes orders with these statuses count, beside what counts now. */
function validStatusLine(read: Read, more: readonly string[]): string {
  const now = read.validStatus ?? ['paid', 'refunded', ...read.unknownStatuses.keys()];
  return `valid_status: [${[...new Set([...now, ...more])].map(yamlText).join(', ')}]`;
}

const canBeWritten = (words: Iterable<string>): boolean => {
  const all = [...words];
  return all.length <= mostWords && all.every((word) => !word.includes('@') && word.length <= 40);
};

/** The commonest first. */
const most = ([a, n]: readonly [string, number], [b, m]: readonly [string, number]): number =>
  m - n || (a < b ? -1 : 1);

/** What is said of a file of which more than a fifth of the orders, or all, do not count for their status. */
export function leftByStatus(file: FilePlan, read: Read): Warning | null {
  const found = read.validOrders.get(file);
  if (found === undefined) return null;
  const { orders, valid } = found;
  if ((orders - valid) * 5 <= orders) return null;
  const left = [...found.left].sort(most);
  const words = left.slice(0, mostWords).map(([status, n], i): Text => {
    const word = shown(status);
    return i === 0
      ? {
          en: `${n} of ${orders} ${orders === 1 ? 'order' : 'orders'} ${n === 1 ? 'is' : 'are'} ${word.en}`,
          fr: `${n} ${n < 2 ? 'commande' : 'commandes'} sur ${orders}\u00a0: ${word.fr}`,
        }
      : { en: `${n} ${word.en}`, fr: `${n}\u00a0: ${word.fr}` };
  });
  const list = joined(words, ', ');
  // Who waits for the money may count orders that are pending; cancelled and failed ones only where nothing else is left out.
  const statuses = left.map(([status]) => status);
  const more = statuses.includes('pending') ? ['pending'] : statuses;
  const line = validStatusLine(read, more);
  const onlyPending = more.length < statuses.length;
  const advice: Text = canBeWritten([...more, ...read.unknownStatuses.keys()])
    ? {
        en: `; to count ${onlyPending ? 'those that are pending' : 'them too'}, write in kpi.yaml: ${line}`,
        fr: `\u00a0; pour compter aussi ${onlyPending ? 'celles en attente' : 'ces commandes'}, écrivez dans kpi.yaml\u00a0: ${line}`,
      }
    : { en: '; see the option valid_status', fr: "\u00a0; voir l'option valid_status" };
  if (valid === 0)
    return {
      code: 'nothing_counts',
      file: file.path,
      message: {
        en: `${file.path}: none of its orders counts for its status: ${list.en}${advice.en}`,
        fr: `${file.path}\u00a0: aucune de ses commandes n'a un statut qui compte\u00a0: ${list.fr}${advice.fr}`,
      },
      strict: true,
    };
  return {
    code: 'many_not_valid',
    file: file.path,
    message: {
      en: `${file.path}: many orders do not count for their status: ${list.en}${advice.en}`,
      fr: `${file.path}\u00a0: beaucoup de commandes ne comptent pas en raison de leur statut\u00a0: ${list.fr}${advice.fr}`,
    },
  };
}

/** What is said of statuses of no known meaning, which count as long as the option does not say which do. */
export function unknownStatuses(read: Read): Warning | null {
  const found = [...read.unknownStatuses].sort(most);
  if (found.length === 0) return null;
  const left = found.slice(mostWords);
  const list = joined(
    [
      ...found.slice(0, mostWords).map(([word, n]): Text => joined([shown(word), sameInAll(`(${n})`)], ' ')),
      ...(left.length > 0 ? [{ en: `${left.length} more`, fr: `${left.length} de plus` }] : []),
    ],
    ', ',
  );
  const line = validStatusLine(read, []);
  const advice: Text = canBeWritten(read.unknownStatuses.keys())
    ? {
        en: `; to say which count, write in kpi.yaml, without the words that do not: ${line}`,
        fr: `\u00a0; pour dire lesquelles comptent, écrivez dans kpi.yaml, sans les mots qui ne comptent pas\u00a0: ${line}`,
      }
    : { en: '; see the option valid_status', fr: "\u00a0; voir l'option valid_status" };
  return {
    code: 'unknown_status',
    message: {
      en: `orders with a status of no known meaning count: ${list.en}${advice.en}`,
      fr: `les commandes au statut inconnu sont comptées\u00a0: ${list.fr}${advice.fr}`,
    },
    strict: true,
  };
}
