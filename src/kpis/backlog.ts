import { openTickets } from '../measures/ticket.ts';
import { over, toDate } from './formula.ts';
import { defineKpi } from './kpi.ts';

export default defineKpi({
  id: 'backlog',
  label: { en: 'Backlog', fr: 'Tickets en attente' },
  aliases: ['open_tickets', 'ticket_backlog'],
  group: 'service',
  rank: 30,
  unit: 'count',
  direction: 'down',
  doc: {
    en: "Tickets created before the period's end and not solved at that moment; what its status calls solved or closed does not wait, with or without a time of it. A snapshot: it is never added up over periods.",
    fr: "Tickets créés avant la fin de la période et non résolus à cet instant\u00a0; un ticket résolu ou clos d'après son statut n'attend pas, avec ou sans date. C'est une photo à un instant donné\u00a0: elle ne s'additionne jamais d'une période à l'autre.",
  },
  nulls: {
    en: "Not known where the files tell only today's status and the period ends at another time.",
    fr: 'Non calculable si les fichiers ne donnent que le statut actuel et que la période se termine à un autre moment.',
  },
  formula: over(openTickets, toDate),
  examples: [
    { given: { 'open_tickets@to_date': '45' }, gives: '45' },
    { given: { 'open_tickets@to_date': '0' }, gives: '0' },
    { given: { 'open_tickets@to_date': null }, because: 'missing_kind' },
  ],
});
