import { Problem } from '../core/problem.ts';
import { quoted, sameInAll } from '../core/text.ts';
import { recordFields } from '../records/index.ts';
import { fieldNames } from './generic.ts';
import type { Header } from './header.ts';
import { shownName } from './shown-columns.ts';
import { yamlText } from './yaml-text.ts';

/** What answers and messages have as well, and what every ticket has. */
const common: ReadonlySet<string> = new Set(['ticket_id', 'created_at', 'updated_at', 'order_id', 'contact_channel']);

/**
 * What is wrong with a list of tickets that is rather one of answers or messages: a score, or a number of its own, beside the number
 * of a ticket, and nothing else that tickets have. Each of its rows would be counted as a ticket. Null if nothing shows it.
 */
export function aboutTickets(path: string, header: Header): Problem | null {
  const at = (kind: 'ticket' | 'survey', field: string) => header.find(fieldNames(kind, field));
  const [ticket, date, score] = [at('ticket', 'ticket_id'), at('ticket', 'created_at'), at('survey', 'score')];
  const own = header.find(['id']);
  if (ticket === undefined || date === undefined || (score ?? own) === undefined) return null;
  const others = [...recordFields('ticket').keys()].filter((field) => !common.has(field));
  if (others.some((field) => at('ticket', field) !== undefined)) return null;
  const name = (index: number): string => header.names[index]!;
  const [beside, of] = [name((score ?? own)!), name(ticket)].map((one) => quoted(shownName(one)));
  const text = JSON.stringify;
  const hasType = at('survey', 'type') !== undefined;
  const survey =
    score === undefined
      ? []
      : [
          {
            en: 'If they are answers to a survey, write into kpi.yaml:',
            fr: 'Si ce sont des réponses à une enquête, écrivez dans kpi.yaml\u00a0:',
          },
          sameInAll('  sources:'),
          sameInAll(`    - path: ${yamlText(path)}`),
          sameInAll('      kind: survey'),
          ...(hasType
            ? []
            : [{ en: '      set: { type: csat }   # or nps', fr: '      set: { type: csat }   # ou nps' }]),
          sameInAll(
            `      columns: { answered_at: ${text(name(date))}, score: ${text(name(score))}, ticket_id: ${text(name(ticket))} }`,
          ),
        ];
  return new Problem(
    'not_recognised',
    {
      en: `${path}: its rows have ${beside!.en} beside the number of a ticket (${of!.en}) and nothing else that tickets have: they may be answers about tickets, or their messages`,
      fr: `${path}\u00a0: ses lignes ont ${beside!.fr} à côté du numéro d'un ticket (${of!.fr}) et rien d'autre de ce qu'ont les tickets\u00a0: ce sont peut-être des réponses à leur sujet, ou leurs messages`,
    },
    [
      ...survey,
      {
        en: 'If they are messages, leave the file out: what is counted is in the list of tickets.',
        fr: 'Si ce sont des messages, retirez le fichier\u00a0: ce qui est compté se trouve dans la liste des tickets.',
      },
      {
        en: 'If each of its rows is a ticket, `kind: ticket` in its entry of `sources` says so.',
        fr: 'Si chacune de ses lignes est un ticket, `kind: ticket` dans son entrée de `sources` le dit.',
      },
    ],
    { file: path },
  );
}
