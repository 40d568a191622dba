import type { Kind } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { quoted, sameInAll, type Text } from '../../core/text.ts';
import { recordFields, recordOf } from '../../records/index.ts';
import type { Header } from '../head/header.ts';
import { shownName } from '../head/shown-columns.ts';
import { yamlText } from '../yaml-text.ts';
import { fieldNames } from './generic.ts';

/** Fields that what is about such records has as well. */
const common = ['created_at', 'updated_at', 'order_id', 'contact_channel', 'channel', 'customer_key', 'currency'];

/** Kinds of which a number and a day make a list, with their names in messages. */
const names: Readonly<Partial<Record<Kind, { readonly one: Text; readonly all: Text }>>> = {
  ticket: { one: { en: 'a ticket', fr: "d'un ticket" }, all: { en: 'tickets', fr: 'tickets' } },
  lead: { one: { en: 'a lead', fr: "d'un lead" }, all: { en: 'leads', fr: 'leads' } },
  checkout: { one: { en: 'a cart', fr: "d'un panier" }, all: { en: 'carts', fr: 'paniers' } },
};

/**
 * What is wrong with a list of tickets, leads or carts that is rather one of answers, messages or items: a number of its own (of
 * tickets: a score) beside the number of such a record, and nothing else that they have. Each of its rows would be counted. Null if
 * nothing shows it.
 */
export function aboutRecords(path: string, kind: Kind, header: Header): Problem | null {
  const own = recordOf(kind).id;
  const said = names[kind];
  if (said === undefined || own === undefined) return null;
  const at = (of: Kind, field: string) => header.find(fieldNames(of, field));
  const [record, date] = [at(kind, own), at(kind, 'created_at')];
  const score = kind === 'ticket' ? at('survey', 'score') : undefined;
  const beside = score ?? header.find(['id']);
  if (record === undefined || date === undefined || beside === undefined) return null;
  const others = [...recordFields(kind).keys()].filter((field) => field !== own && !common.includes(field));
  if (others.some((field) => at(kind, field) !== undefined)) return null;
  const [column, of] = [beside, record].map((index) => quoted(shownName(header.names[index]!))) as [Text, Text];
  return new Problem(
    'not_recognised',
    {
      en: `${path}: its rows have ${column.en} beside the number of ${said.one.en} (${of.en}) and nothing else that ${said.all.en} have: they may be answers, messages or items about them; \`kind: ${kind}\` in its entry of \`sources\` says that they are ${said.all.en}`,
      fr: `${path}\u00a0: ses lignes ont ${column.fr} à côté du numéro ${said.one.fr} (${of.fr}) et rien d'autre de ce qu'ont les ${said.all.fr}\u00a0: ce sont peut-être des réponses, des messages ou des articles à leur sujet\u00a0; \`kind: ${kind}\` dans son entrée de \`sources\` dit que ce sont des ${said.all.fr}`,
    },
    [
      ...(score === undefined ? [] : asAnswers(path, header, { date, score, record })),
      {
        en: 'If its rows are something else, leave the file out.',
        fr: 'Si ses lignes sont autre chose, retirez le fichier.',
      },
    ],
    { file: path },
  );
}

function asAnswers(
  path: string,
  header: Header,
  { date, score, record }: { readonly date: number; readonly score: number; readonly record: number },
): Text[] {
  const [answered, value, ticket] = [date, score, record].map((index) => JSON.stringify(header.names[index]));
  const hasType = header.find(fieldNames('survey', 'type')) !== undefined;
  return [
    {
      en: 'If they are answers to a survey, write into kpi.yaml:',
      fr: 'Si ce sont des réponses à une enquête, écrivez dans kpi.yaml\u00a0:',
    },
    sameInAll('  sources:'),
    sameInAll(`    - path: ${yamlText(path)}`),
    sameInAll('      kind: survey'),
    ...(hasType ? [] : [{ en: '      set: { type: csat }   # or nps', fr: '      set: { type: csat }   # ou nps' }]),
    sameInAll(`      columns: { answered_at: ${answered}, score: ${value}, ticket_id: ${ticket} }`),
  ];
}
