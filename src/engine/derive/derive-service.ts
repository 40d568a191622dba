import { type Day, dayOfHour, type Instant } from '../../core/civil.ts';
import type { Zone } from '../../core/zone.ts';
import { answerOf, isPositive, type SurveyAnswer } from '../../ingest/score.ts';
import type { FilePlan } from '../../plan/plan.ts';
import { orderKey } from '../collect/collect.ts';
import { unscaledOf } from '../collect/scores.ts';
import type { Memory } from '../state/context.ts';
import type { Facts } from '../state/facts.ts';
import type { TicketAnswers } from '../state/read.ts';
import type { TableInfo } from '../state/table-info.ts';
import { gap } from './derive-orders.ts';

const one = 1_000_000;

/** Writes the local hour beside an instant, for every row that counts. */
export function bookByHour(facts: Facts, name: string, zone: Zone): void {
  const at = facts.whole(name);
  const hours = facts.whole(`${name}_hour`);
  for (let row = 0; row < facts.rows; row += 1) {
    const instant = at.get(row);
    if (facts.live[row] === 1 && !Number.isNaN(instant)) hours.set(row, zone.hour(instant));
  }
}

/** Survey answers: those of files, and the satisfaction that tickets carry. */
export function deriveSurveys(memory: Memory): void {
  const tickets = memory.facts.get('ticket');
  const isRated = tickets?.combos.all.some(({ satisfaction }) => isAnswer(satisfaction));
  if (!isRated && !memory.facts.has('survey')) return;
  const surveys = memory.of('survey');
  tellAsked(memory, surveys, tickets);
  if (tickets !== undefined && isRated) addTicketAnswers(tickets, surveys);
  for (const name of ['answered_at', 'asked_at']) bookByHour(surveys, name, memory.setting.zone);
  const beside = surveys.micro('scale');
  const [score, numeric, positive] = ['score', 'numeric', 'positive'].map((name) => surveys.micro(name));
  const scaleNumber = surveys.key('scale_number');
  const answers = surveys.combos.all.map((words) => answerOf(words.score ?? ''));
  const isCsat = surveys.combos.all.map(({ type }) => type === 'csat');
  const unscaled = memory.tables.map((table) => unscaledOf(memory, table).scale);
  const scales: number[] = [];
  for (let row = 0; row < surveys.rows; row += 1) {
    const combo = surveys.combo.get(row);
    const answer = answers[combo]!;
    const scale = scaleOfAnswer(answer, beside.get(row), unscaled[surveys.table.get(row)]!);
    const value = answer.is === 'score' ? answer.value : Number.NaN;
    score!.set(row, value);
    numeric!.set(row, answer.is === 'score' ? one : 0);
    positive!.set(row, answer.is === 'good' || isPositive(value, scale) ? one : 0);
    if (surveys.live[row] === 0 || !isCsat[combo] || answer.is !== 'score') continue;
    beside.set(row, scale);
    if (!scales.includes(scale)) scales.push(scale);
    scaleNumber.set(row, scales.indexOf(scale));
  }
  memory.service.scales.push(...scales.sort((a, b) => a - b));
}

/** The scale of a score: from its cell, else from the column beside it, else as proved by the scores of its column. */
function scaleOfAnswer(answer: SurveyAnswer, beside: number, unscaled: number): number {
  if (answer.is === 'score' && !Number.isNaN(answer.scale)) return answer.scale;
  return Number.isNaN(beside) ? unscaled : beside;
}

/**
 * When the tickets were solved that answers in files are about, once per ticket: those tickets are answered, whatever
 * they carry. An answer about none of these tickets is not part of the response rate; one from a file without ticket
 * ids counts for itself, on its own day.
 */
function tellAsked(memory: Memory, surveys: Facts, tickets: Facts | undefined): void {
  const [asked, answered] = [surveys.whole('asked_at'), surveys.whole('answered_at')];
  const ticketOf = ticketIndex(memory, surveys, tickets);
  const isCsat = surveys.combos.all.map(({ type, score }) => type === 'csat' && isAnswer(score));
  // If none is found, the column means something else.
  const tells = new Set<number>();
  for (let row = 0; row < surveys.rows; row += 1) if (ticketOf(row) !== undefined) tells.add(surveys.table.get(row));
  for (let row = 0; row < surveys.rows; row += 1) {
    if (surveys.live[row] === 0) continue;
    const ticket = ticketOf(row);
    if (!tells.has(surveys.table.get(row))) asked.set(row, answered.get(row));
    else if (ticket !== undefined && isCsat[surveys.combo.get(row)] && tickets!.whole('answered').get(ticket) !== 1) {
      asked.set(row, tickets!.whole('solved_at').get(ticket));
      tickets!.whole('answered').set(ticket, 1);
    }
  }
}

/**
 * Finds the ticket that an answer names. Two shops may use the same numbers: it is looked for in the answer's own store,
 * else among those of no store, and in any if the answer states none.
 */
function ticketIndex(
  { keys, tables }: Memory,
  surveys: Facts,
  tickets: Facts | undefined,
): (answer: number) => number | undefined {
  const [named, ids] = [surveys.keys.get('ticket_id'), tickets?.keys.get('record_id')];
  if (named === undefined || tickets === undefined || ids === undefined) return () => undefined;
  const storeOf = (facts: Facts, row: number): string | null => tables[facts.table.get(row)]!.file.store;
  const any = new Map<string, number>();
  const byStore = new Map<string | null, Map<string, number>>();
  for (let row = 0; row < tickets.rows; row += 1) {
    if (tickets.live[row] === 0) continue;
    const [id, store] = [orderKey(keys.other.text(ids.get(row))), storeOf(tickets, row)];
    const own = byStore.get(store) ?? new Map<string, number>();
    byStore.set(store, own.set(id, row));
    any.set(id, row);
  }
  return (answer) => {
    const number = named.get(answer);
    if (Number.isNaN(number)) return undefined;
    const [id, store] = [orderKey(keys.other.text(number)), storeOf(surveys, answer)];
    if (store === null) return any.get(id);
    return byStore.get(store)?.get(id) ?? byStore.get(null)?.get(id);
  };
}

/** Whether a ticket's satisfaction value is an answer. */
const isAnswer = (text: string | null | undefined): boolean => Boolean(text) && answerOf(text!).is !== 'none';

/** The tickets with an answer: it counts on the day it was solved, else last updated, else created. */
function* rated(tickets: Facts): Iterable<{ readonly row: number; readonly at: Instant }> {
  const [created, solved, updated] = ['created_at', 'solved_at', 'updated_at'].map((name) => tickets.whole(name));
  const hasAnswer = tickets.combos.all.map(({ satisfaction }) => isAnswer(satisfaction));
  for (let row = 0; row < tickets.rows; row += 1) {
    if (tickets.live[row] === 0 || !hasAnswer[tickets.combo.get(row)]) continue;
    let at = solved!.get(row);
    if (Number.isNaN(at)) at = updated!.get(row);
    if (Number.isNaN(at)) at = created!.get(row);
    yield { row, at };
  }
}

/** The answers that the tickets of each file carry: their days, and whether any is a score. */
export function ticketAnswers(memory: Memory): Map<FilePlan, TicketAnswers> {
  const found = new Map<FilePlan, { readonly days: Set<Day>; scored: boolean }>();
  const tickets = memory.facts.get('ticket');
  if (tickets === undefined) return found;
  const isScore = tickets.combos.all.map(({ satisfaction }) => answerOf(satisfaction ?? '').is === 'score');
  for (const { row, at } of rated(tickets)) {
    if (Number.isNaN(at)) continue;
    const { file } = memory.tables[tickets.table.get(row)]!;
    const known = found.get(file) ?? { days: new Set(), scored: false };
    known.days.add(dayOfHour(memory.setting.zone.hour(at)));
    known.scored ||= isScore[tickets.combo.get(row)]!;
    found.set(file, known);
  }
  return found;
}

/** The answers that tickets carry, except those also in a survey of their tool: one ticket has one answer. */
function addTicketAnswers(tickets: Facts, surveys: Facts): void {
  const answered = tickets.whole('answered');
  const live = [...surveys.live];
  for (const { row, at: answer } of rated(tickets)) {
    if (answered.get(row) === 1) continue;
    const words = tickets.words(row);
    const at = surveys.follow(tickets.table.get(row));
    live.push(1);
    surveys.whole('answered_at').set(at, answer);
    // An answer without a solve was not asked for, and is not part of the response rate.
    surveys.whole('asked_at').set(at, tickets.whole('solved_at').get(row));
    const id = tickets.keys.get('record_id')?.get(row);
    if (id !== undefined) surveys.key('ticket_id').set(at, id);
    const combo = tickets.combo.get(row);
    surveys.combo.set(
      at,
      surveys.combos.add(`ticket\u0001${combo}`, () => ({ ...words, type: 'csat', score: words.satisfaction ?? null })),
    );
  }
  surveys.live = Uint8Array.from(live);
}

/** Leads: the person behind each, and how long until their first order. */
export function deriveLeads(memory: Memory): void {
  const { zone } = memory.setting;
  const leads = memory.facts.get('lead');
  if (leads !== undefined) {
    bookByHour(leads, 'created_at', zone);
    const orders = memory.facts.get('order');
    const firstAt = new Map<number, number>();
    if (orders !== undefined) {
      const [key, isFirst, at] = [orders.key('customer_key'), orders.micro('is_first'), orders.whole('ordered_at')];
      for (let row = 0; row < orders.rows; row += 1) {
        if (orders.live[row] === 1 && isFirst.get(row) === one && !Number.isNaN(key.get(row)))
          firstAt.set(key.get(row), at.get(row));
      }
    }
    const people = memory.keys.people.size;
    for (let row = 0; row < leads.rows; row += 1) {
      const key = leads.key('customer_key').get(row);
      leads.key('person').set(row, Number.isNaN(key) ? people + row : key);
      const gapMicros = gap(leads.whole('created_at').get(row), firstAt.get(key) ?? Number.NaN);
      if (gapMicros >= 0) leads.micro('first_order_gap').set(row, gapMicros);
    }
  }
}

/**
 * Checkouts: whether they were abandoned, and whether their source records that at all: if none was ever completed, it
 * may not.
 */
export function deriveCheckouts(memory: Memory): void {
  const checkouts = memory.facts.get('checkout');
  if (checkouts === undefined) return;
  bookByHour(checkouts, 'created_at', memory.setting.zone);
  const completed = checkouts.whole('completed_at');
  const tableOf = (row: number): TableInfo => memory.tables[checkouts.table.get(row)]!;
  const tracking = new Set<string>();
  for (let row = 0; row < checkouts.rows; row += 1)
    if (checkouts.live[row] === 1 && !Number.isNaN(completed.get(row))) tracking.add(tableOf(row).sourceKey);
  for (let row = 0; row < checkouts.rows; row += 1) {
    const { plan, sourceKey, told } = tableOf(row);
    const isTracked = plan.fields.completed_at !== undefined && tracking.has(sourceKey);
    if (isTracked) told.add('completed_at');
    checkouts.micro('abandoned').set(row, Number.isNaN(completed.get(row)) ? one : 0);
    checkouts.micro('tracked').set(row, isTracked ? one : 0);
  }
}
