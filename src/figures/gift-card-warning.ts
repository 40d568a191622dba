import { counted, decimal, nouns, type Text } from '../core/text.ts';
import type { Read } from '../engine/state/read.ts';
import type { Warning } from './figure-model.ts';

/** The note on gift cards sold: they are not sales. */
export function giftCardsLeftOut({ giftCards }: Read): Warning | null {
  if (giftCards === null) return null;
  const { orders, only } = giftCards;
  const [value, cards, all]: Text[] = [
    decimal(giftCards.value),
    decimal(giftCards.cards),
    counted(orders, nouns.order),
  ];
  const alone: Text =
    only === 0
      ? { en: '', fr: '' }
      : {
          en: `, and ${counted(only, nouns.order).en} of nothing else ${only === 1 ? 'is not counted' : 'are not counted'}`,
          fr: `, et ${counted(only, nouns.order).fr} qui ne ${only < 2 ? 'contient' : 'contiennent'} rien d'autre ne ${only < 2 ? 'compte' : 'comptent'} pas`,
        };
  return {
    code: 'gift_cards',
    message: {
      en: `gift cards are not sales: ${value!.en} of ${cards!.en} sold in ${all!.en} is left out${alone.en}; the option gift_cards has the words by which they are recognised`,
      fr: `les cartes cadeaux ne sont pas des ventes\u00a0: ${value!.fr} pour ${cards!.fr} vendues dans ${all!.fr} n'est pas compté${alone.fr}\u00a0; l'option gift_cards contient les mots qui les désignent`,
    },
  };
}
