import { namesIn } from '../core/names-in.ts';
import { plainWord } from '../fields/text-field.ts';

/** What the status of a ticket means; null for a word that means neither. */
export type TicketState = 'solved' | 'open';

const words: Readonly<Record<TicketState, readonly string[]>> = {
  solved: namesIn`
    solved | resolved | closed | done | completed | complete | finished | fixed | archived
    cancelled | canceled
    résolu | résolue | clos | close | clôturé | clôturée | fermé | fermée | terminé | terminée | traité
    traitée | archivé | archivée | annulé | annulée
    gelöst | gelost | geloest | geschlossen | erledigt | abgeschlossen | behoben | beendet | archiviert | storniert
    resuelto | resuelta | solucionado | solucionada | cerrado | cerrada | finalizado | finalizada
    completado | completada | terminado | terminada | archivado | archivada | cancelado | cancelada
    risolto | risolta | chiuso | chiusa | completato | completata | concluso | conclusa | archiviato
    opgelost | gesloten | afgesloten | afgehandeld | voltooid | gearchiveerd | geannuleerd
    resolvido | resolvida | fechado | fechada | encerrado | encerrada | concluído | concluída
    finalizada | arquivado | arquivada
  `,
  open: namesIn`
    open | new | reopened | re-opened | pending | hold | on hold | on-hold | in progress | waiting
    active | awaiting | assigned | unassigned | escalated | snoozed | unresolved | unsolved
    unanswered | not solved | not resolved | not closed | paused | to do | todo
    ouvert | ouverte | nouveau | nouvelle | rouvert | rouverte | réouvert | réouverte | en attente | en cours
    en pause | à traiter | actif | active | escaladé | escaladée | non résolu | non résolue | répondu | répondue
    offen | neu | wieder geöffnet | wiedereröffnet | wartend | ausstehend | in bearbeitung | in arbeit
    angehalten | pausiert | zurückgestellt | eskaliert | zugewiesen | wartet | warten
    nicht gelöst | ungelöst | nicht erledigt
    abierto | abierta | nuevo | nueva | reabierto | reabierta | pendiente | en espera | en curso | en proceso
    escalado | escalada | asignado | asignada | no resuelto | no resuelta
    in pausa | assegnato | assegnata | non risolto | non risolta
    aperto | aperta | nuovo | nuova | riaperto | riaperta | in attesa | in corso | in lavorazione
    nieuw | heropend | in behandeling | in afwachting | wachtend | in de wacht | niet opgelost
    toegewezen | geëscaleerd | wacht op
    aberto | aberta | novo | nova | reaberto | reaberta | em espera | em andamento | em atendimento
    aguardando | não resolvido | não resolvida
  `,
};

const states: ReadonlyMap<string, TicketState> = new Map(
  Object.entries(words).flatMap(([state, all]) => all.map((word) => [plainWord(word), state as TicketState] as const)),
);

/**
 * The state that a status means, by the whole of it or by its first words: `Closed - no reply`, `Resolved (auto)`, `En attente
 * du client`.
 */
export function stateOf(status: string | null | undefined): TicketState | null {
  if (!status) return null;
  const words = status.trim().split(/[\s,;:/|()[\]–—-]+/);
  for (let count = words.length; count > 0; count -= 1) {
    const state = states.get(plainWord(words.slice(0, count).join('')));
    if (state !== undefined) return state;
  }
  return null;
}
