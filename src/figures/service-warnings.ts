import { ofMicro, toDecimal } from '../core/fraction.ts';
import { counted, decimal, joined, type Noun, quoted, sameInAll, type Text } from '../core/text.ts';
import type { ImpossibleTimes, ProvenScale, Read, StatesOfTickets, UnknownStates } from '../engine/state/read.ts';
import { yamlText } from '../plan/yaml-text.ts';
import type { Warning } from './figure-model.ts';
import { maskedText, statusWords } from './status-words.ts';

const ticket = { en: ['ticket', 'tickets'], fr: ['ticket', 'tickets'] } as const satisfies Noun;
const decimalOf = (micro: number): Text => decimal(toDecimal(ofMicro(BigInt(micro))));

/** Warnings about tickets and answers, one line per kind. */
export function serviceWarnings({ service }: Read): Warning[] {
  return [
    ...service.proven.map(provenScale),
    ...(service.scales.length > 1 ? [severalScales(service.scales)] : []),
    ...byFile(service.impossible).map(impossibleTimes),
    ...service.states.flatMap(statesOfTickets),
    ...service.unknown.map(unknownStates),
  ];
}

function provenScale({ file, column, files, scale, highest }: ProvenScale): Warning {
  const [top, most, name] = [decimalOf(scale), decimalOf(highest), quoted(column)];
  const others = {
    en: files === 1 ? '' : ` and ${files - 1} more like it`,
    fr: files === 1 ? '' : ` et ${files - 1} de plus`,
  };
  const isSurvey = file.tables.some(({ kind }) => kind === 'survey');
  const line = `sources: [{ path: ${yamlText(file.written)}, set: { scale: ${top.en} } }]`;
  // Tickets have no field of a scale; their cells may say it themselves.
  const tail = {
    en: isSurvey ? `; say it in a column scale, or in kpi.yaml: ${line}` : '',
    fr: isSurvey ? `\u00a0; indiquez-la dans une colonne scale, ou dans kpi.yaml\u00a0: ${line}` : '',
  };
  return {
    code: 'scale_by_values',
    file: file.path,
    message: {
      en: `${file.path}${others.en}: nothing states the scale of the scores of ${name.en}: treated as up to ${top.en}, because the highest is ${most.en}${tail.en}`,
      fr: `${file.path}${others.fr}\u00a0: rien n'indique l'échelle des notes de ${name.fr}\u00a0: prise jusqu'à ${top.fr}, la note la plus haute étant ${most.fr}${tail.fr}`,
    },
    // Scores that reach the top of a scale are better proof than scores that do not.
    ...(isSurvey && highest < scale ? { strict: true } : {}),
  };
}

function severalScales(scales: readonly number[]): Warning {
  const tops = scales.map(decimalOf);
  return {
    code: 'several_scales',
    message: {
      en: `satisfaction scores are on scales up to ${tops.map(({ en }) => en).join(', ')}: each is judged on its own, and csat_average has no value where they meet`,
      fr: `les notes de satisfaction suivent plusieurs échelles, jusqu'à ${tops.map(({ fr }) => fr).join('\u00a0; ')}\u00a0: chacune est jugée sur la sienne, et csat_average n'a pas de valeur là où elles se rencontrent`,
    },
  };
}

/** The times of one file together: they have one kind of fault. */
function byFile(all: readonly ImpossibleTimes[]): (readonly ImpossibleTimes[])[] {
  const files = new Map<string, ImpossibleTimes[]>();
  for (const one of all) files.set(one.file.path, [...(files.get(one.file.path) ?? []), one]);
  return [...files.values()];
}

const timeWords: Readonly<Record<ImpossibleTimes['field'], Text>> = {
  first_reply_seconds: { en: 'the first reply', fr: 'la première réponse' },
  first_resolution_seconds: { en: 'the first solve', fr: 'la première résolution' },
  resolution_seconds: { en: 'the solve', fr: 'la résolution' },
};

function impossibleTimes(times: readonly ImpossibleTimes[]): Warning {
  const { path } = times[0]!.file;
  const parts = times.map(({ field, tickets, of }) => {
    const [time, all] = [timeWords[field], counted(of, ticket)];
    return { en: `${time.en} of ${tickets} of ${all.en}`, fr: `${time.fr} de ${tickets} sur ${all.fr}` };
  });
  return {
    code: 'impossible_times',
    file: path,
    message: {
      en: `${path}: before the creation of the ticket: ${parts.map(({ en }) => en).join(', ')}; left out of these times`,
      fr: `${path}\u00a0: antérieures à la création du ticket\u00a0: ${parts.map(({ fr }) => fr).join(', ')}\u00a0; exclues de ces délais`,
    },
    strict: true,
  };
}

function statesOfTickets({ file, undated, reopened, of }: StatesOfTickets): Warning[] {
  const { path } = file;
  const all = counted(of, ticket);
  const warnings: Warning[] = [];
  if (undated > 0)
    warnings.push({
      code: 'solved_without_time',
      file: path,
      message: {
        en: `${path}: ${undated} of ${all.en} are solved by their status and have no time of it: not in the backlog, and not in tickets_solved, figures per solved ticket, and times to a solve`,
        fr: `${path}\u00a0: ${undated} sur ${all.fr} sont résolus d'après leur statut, sans date de résolution\u00a0: ni en attente, ni dans tickets_solved, ce qui se calcule par ticket résolu et les délais de résolution`,
      },
      strict: true,
    });
  if (reopened > 0)
    warnings.push({
      code: 'solved_and_open',
      file: path,
      message: {
        en: `${path}: ${reopened} of ${all.en} are open by their status and have the time of a solve: treated as reopened, in the backlog since their creation`,
        fr: `${path}\u00a0: ${reopened} sur ${all.fr} sont ouverts d'après leur statut et portent une date de résolution\u00a0: considérés comme rouverts, en attente depuis leur création`,
      },
    });
  return warnings;
}

/** Help desks let people name their own stages. A ticket at one of them is open, unless its word means that it is solved. */
function unknownStates({ file: { path }, words, of }: UnknownStates): Warning {
  const found = statusWords(words);
  const tickets = words.reduce((sum, [, n]) => sum + n, 0);
  const all = counted(of, ticket);
  const list = joined(
    [
      ...found.shown.map(([word, n]): Text => joined([quoted(word), sameInAll(`(${n})`)], ' ')),
      ...(found.masked.words > 0 ? [maskedText(found, ticket)] : []),
    ],
    ', ',
  );
  return {
    code: 'unknown_ticket_status',
    file: path,
    message: {
      en: `${path}: ${tickets} of ${all.en} have no solve and a status of no known meaning: treated as open, in the backlog: ${list.en}; where one of these words means that nothing is left to do, write closed in its place`,
      fr: `${path}\u00a0: ${tickets} sur ${all.fr} n'ont pas de résolution et portent un statut inconnu\u00a0: considérés comme ouverts, en attente\u00a0: ${list.fr}\u00a0; si l'un de ces mots signifie que plus rien n'est à faire, écrivez clos à sa place`,
    },
  };
}
