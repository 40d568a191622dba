import { joined, sameInAll, type Text } from '../core/text.ts';
import type { Read, ValidOrders } from '../engine/state/read.ts';
import type { FilePlan } from '../plan/plan.ts';
import { yamlText } from '../plan/yaml-text.ts';
import type { Warning } from './figure-model.ts';
import { maskedText, type StatusWords, statusText, statusWords } from './status-words.ts';

/**
 * The line of the configuration that makes orders with these statuses count, in addition to what counts now, as far as
 * they are shown.
 */
function validStatusLine(read: Read, more: readonly string[]): string {
  const now = read.validStatus ?? ['paid', 'refunded', ...read.unknownStatuses.keys()];
  return `valid_status: [${[...new Set([...now, ...more])].map(yamlText).join(', ')}]`;
}

/** Whether no status that the line has to name is masked. */
const isWhole = (...all: readonly StatusWords[]): boolean => all.every(({ masked }) => masked.words === 0);

const seeOption: Text = { en: '; see the option valid_status', fr: "\u00a0; voir l'option valid_status" };

/** The orders of all files of a source together: on a quiet day the only order may be a cancelled one. */
function ofSource(file: FilePlan, read: Read): { readonly files: readonly FilePlan[]; readonly found: ValidOrders } {
  const files = [...read.validOrders.keys()].filter(
    ({ source, store, account }) => source.id === file.source.id && store === file.store && account === file.account,
  );
  const left = new Map<string, number>();
  let [orders, valid] = [0, 0];
  for (const one of files) {
    const own = read.validOrders.get(one)!;
    orders += own.orders;
    valid += own.valid;
    for (const [status, n] of own.left) left.set(status, (left.get(status) ?? 0) + n);
  }
  return { files, found: { orders, valid, left } };
}

/**
 * The warning about a source in which more than a fifth of the orders, or all, do not count because of their status;
 * with the first of its files.
 */
export function leftByStatus(file: FilePlan, read: Read): Warning | null {
  if (!read.validOrders.has(file)) return null;
  const { files, found } = ofSource(file, read);
  const { orders, valid } = found;
  if (files[0] !== file || (orders - valid) * 5 <= orders) return null;
  const more = files.length - 1;
  const where: Text =
    more === 0 ? sameInAll(file.path) : { en: `${file.path} and ${more} more`, fr: `${file.path} et ${more} de plus` };
  const left = statusWords(found.left);
  const { shown, masked } = left;
  const words = shown.map(([status, n], i): Text => {
    const word = statusText(status);
    return i === 0
      ? {
          en: `${n} of ${orders} ${orders === 1 ? 'order' : 'orders'} ${n === 1 ? 'is' : 'are'} ${word.en}`,
          fr: `${n} ${n < 2 ? 'commande' : 'commandes'} sur ${orders}\u00a0: ${word.fr}`,
        }
      : { en: `${n} ${word.en}`, fr: `${n}\u00a0: ${word.fr}` };
  });
  const list = joined([...words, ...(masked.words > 0 ? [maskedText(left)] : [])], ', ');
  // A shop that awaits payment may count pending orders; cancelled and failed ones only if nothing else is left out.
  const statuses = shown.map(([status]) => status);
  const onlyPending = statuses.includes('pending') && (statuses.length > 1 || masked.words > 0);
  const line = validStatusLine(read, onlyPending ? ['pending'] : statuses);
  const advice: Text = isWhole(statusWords(read.unknownStatuses), ...(onlyPending ? [] : [left]))
    ? {
        en: `; to count ${onlyPending ? 'those that are pending' : 'them too'}, write in kpi.yaml: ${line}`,
        fr: `\u00a0; pour compter aussi ${onlyPending ? 'celles en attente' : 'ces commandes'}, écrivez dans kpi.yaml\u00a0: ${line}`,
      }
    : seeOption;
  if (valid === 0)
    return {
      code: 'nothing_counts',
      file: file.path,
      message: {
        en: `${where.en}: none of ${more === 0 ? 'its' : 'their'} orders counts because of its status: ${list.en}${advice.en}`,
        fr: `${where.fr}\u00a0: aucune de ${more === 0 ? 'ses' : 'leurs'} commandes n'a un statut qui compte\u00a0: ${list.fr}${advice.fr}`,
      },
      strict: true,
    };
  return {
    code: 'many_not_valid',
    file: file.path,
    message: {
      en: `${where.en}: many orders do not count because of their status: ${list.en}${advice.en}`,
      fr: `${where.fr}\u00a0: beaucoup de commandes ne comptent pas en raison de leur statut\u00a0: ${list.fr}${advice.fr}`,
    },
  };
}

/** The warning about statuses without a known meaning, which count unless the option says which do. */
export function unknownStatuses(read: Read): Warning | null {
  if (read.unknownStatuses.size === 0) return null;
  const found = statusWords(read.unknownStatuses);
  const { shown, masked } = found;
  const list = joined(
    [
      ...shown.map(([word, n]): Text => joined([statusText(word), sameInAll(`(${n})`)], ' ')),
      ...(masked.words > 0 ? [maskedText(found)] : []),
    ],
    ', ',
  );
  const line = `valid_status: [${['paid', 'refunded', ...shown.map(([word]) => word).sort()].map(yamlText).join(', ')}]`;
  const advice: Text =
    shown.length === 0
      ? seeOption
      : {
          en: `; to say which count, write in kpi.yaml, ${masked.words > 0 ? 'with those of the masked ones that count and ' : ''}without the words that do not: ${line}`,
          fr: `\u00a0; pour dire lesquelles comptent, écrivez dans kpi.yaml, ${masked.words > 0 ? 'avec ceux des mots masqués qui comptent et ' : ''}sans les mots qui ne comptent pas\u00a0: ${line}`,
        };
  return {
    code: 'unknown_status',
    message: {
      en: `orders with a status of no known meaning count: ${list.en}${advice.en}`,
      fr: `les commandes au statut inconnu sont comptées\u00a0: ${list.fr}${advice.fr}`,
    },
    strict: true,
  };
}
