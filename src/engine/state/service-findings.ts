import type { FilePlan } from '../../plan/plan.ts';
import type { Asked } from './asked.ts';

/** Scores whose scale nothing states: what their own values imply. */
export interface ProvenScale {
  readonly file: FilePlan;
  readonly column: string;
  /** Files of one source ask one question: the number with such scores. */
  readonly files: number;
  /** The top of the scale and the highest score, in millionths. */
  readonly scale: number;
  readonly highest: number;
}

/** An impossible time of tickets: it lies before their creation. */
export interface ImpossibleTimes {
  readonly file: FilePlan;
  readonly field: 'first_reply_seconds' | 'resolution_seconds' | 'first_resolution_seconds';
  /** How many of the tickets with such a time. */
  readonly tickets: number;
  readonly of: number;
}

/** Tickets whose status and solve times disagree. */
export interface StatesOfTickets {
  readonly file: FilePlan;
  /** Solved by their status, without a time. */
  readonly undated: number;
  /** Open by their status, with the time of an earlier solve. */
  readonly reopened: number;
  readonly of: number;
}

/** Tickets without a solve whose status has a word of no known meaning. */
export interface UnknownStates {
  readonly file: FilePlan;
  /** Their words, each with its number of tickets. */
  readonly words: readonly (readonly [word: string, tickets: number])[];
  readonly of: number;
}

/** Findings about tickets and answers. */
export interface ServiceFindings {
  readonly proven: readonly ProvenScale[];
  /** The scales of the satisfaction scores that count, in millionths, ascending. */
  readonly scales: readonly number[];
  readonly impossible: readonly ImpossibleTimes[];
  readonly states: readonly StatesOfTickets[];
  readonly unknown: readonly UnknownStates[];
}

/** Whether a time of tickets is asked for; a reply within business hours depends on that by the clock. */
export const asksForTime = (asked: Asked, name: string): boolean =>
  asked.reads('ticket', name) ||
  (name === 'first_reply_seconds' && asked.reads('ticket', 'first_reply_business_seconds'));

/** The findings on which anything rests that is asked. */
export const restingOn = (
  { proven, scales, impossible, states, unknown }: ServiceFindings,
  asked: Asked,
): ServiceFindings => ({
  proven,
  scales: asked.reads('survey', 'scale_number') ? scales : [],
  impossible: impossible.filter(({ field }) => asksForTime(asked, field)),
  states: asked.of('ticket') ? states : [],
  unknown: asked.reads('ticket', 'closed_at') ? unknown : [],
});
