import { plainWord } from '../fields/text-field.ts';

/** What the status of a ticket means; null for a word that means neither. */
export type TicketState = 'solved' | 'open';

const words: Readonly<Record<TicketState, readonly string[]>> = {
  solved: [
    ...['solved', 'resolved', 'closed', 'done', 'completed', 'complete', 'finished', 'fixed', 'archived'],
    ...['cancelled', 'canceled'],
    ...[
      'résolu',
      'résolue',
      'clos',
      'close',
      'clôturé',
      'clôturée',
      'fermé',
      'fermée',
      'terminé',
      'terminée',
      'traité',
    ],
    ...['traitée', 'archivé', 'archivée', 'annulé', 'annulée'],
    ...[
      'gelöst',
      'gelost',
      'geloest',
      'geschlossen',
      'erledigt',
      'abgeschlossen',
      'behoben',
      'beendet',
      'archiviert',
      'storniert',
    ],
    ...['resuelto', 'resuelta', 'solucionado', 'solucionada', 'cerrado', 'cerrada', 'finalizado', 'finalizada'],
    ...['completado', 'completada', 'terminado', 'terminada', 'archivado', 'archivada', 'cancelado', 'cancelada'],
    ...['risolto', 'risolta', 'chiuso', 'chiusa', 'completato', 'completata', 'concluso', 'conclusa', 'archiviato'],
    ...['opgelost', 'gesloten', 'afgesloten', 'afgehandeld', 'voltooid', 'gearchiveerd', 'geannuleerd'],
  ],
  open: [
    ...['open', 'new', 'reopened', 're-opened', 'pending', 'hold', 'on hold', 'on-hold', 'in progress', 'waiting'],
    ...['active', 'awaiting', 'assigned', 'unassigned', 'escalated', 'snoozed', 'unresolved', 'unsolved'],
    ...[
      'ouvert',
      'ouverte',
      'nouveau',
      'nouvelle',
      'rouvert',
      'rouverte',
      'réouvert',
      'réouverte',
      'en attente',
      'en cours',
      'actif',
      'active',
      'escaladé',
      'escaladée',
      'non résolu',
      'non résolue',
      'répondu',
      'répondue',
    ],
    ...['offen', 'neu', 'wieder geöffnet', 'wiedereröffnet', 'wartend', 'ausstehend', 'in bearbeitung', 'in arbeit'],
    ...[
      'abierto',
      'abierta',
      'nuevo',
      'nueva',
      'reabierto',
      'reabierta',
      'pendiente',
      'en espera',
      'en curso',
      'en proceso',
    ],
    ...['aperto', 'aperta', 'nuovo', 'nuova', 'riaperto', 'riaperta', 'in attesa', 'in corso', 'in lavorazione'],
    ...['nieuw', 'heropend', 'in behandeling', 'in afwachting', 'wachtend', 'in de wacht', 'niet opgelost'],
  ],
};

const states: ReadonlyMap<string, TicketState> = new Map(
  Object.entries(words).flatMap(([state, all]) => all.map((word) => [plainWord(word), state as TicketState] as const)),
);

/**
 * The state that a status means, by the whole of it or, as in `Closed - no reply` and `Resolved (auto)`, by its first
 * word.
 */
export function stateOf(status: string | null | undefined): TicketState | null {
  if (!status) return null;
  const whole = states.get(plainWord(status));
  if (whole !== undefined) return whole;
  const [first = ''] = status.trim().split(/[\s,;:/|([–—-]+/);
  return states.get(plainWord(first)) ?? null;
}
