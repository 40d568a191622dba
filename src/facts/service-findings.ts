import type { FilePlan } from '../plan/plan.ts';

/** Scores of which nothing says the scale: what their own values made of it. */
export interface ProvenScale {
  readonly file: FilePlan;
  readonly column: string;
  /** Files of one source ask one question: so many have such scores. */
  readonly files: number;
  /** The top of the scale and the highest score, in millionths. */
  readonly scale: number;
  readonly highest: number;
}

/** A time of tickets that cannot be, since it lies before their creation. */
export interface ImpossibleTimes {
  readonly file: FilePlan;
  readonly field: 'first_reply_seconds' | 'resolution_seconds' | 'first_resolution_seconds';
  /** So many of the tickets that have such a time. */
  readonly tickets: number;
  readonly of: number;
}

/** Tickets whose status and times of a solve do not say the same. */
export interface StatesOfTickets {
  readonly file: FilePlan;
  /** Solved by their status, without a time. */
  readonly undated: number;
  /** Open by their status, with the time of an earlier solve. */
  readonly reopened: number;
  readonly of: number;
}

/** What is to be said of tickets and answers, whatever is asked. */
export class ServiceFindings {
  readonly proven: ProvenScale[] = [];
  /** The scales of the satisfaction scores that count, in millionths, ascending. */
  readonly scales: number[] = [];
  readonly impossible: ImpossibleTimes[] = [];
  readonly states: StatesOfTickets[] = [];
}
