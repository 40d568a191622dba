import { meanings } from './meanings.ts';
import { namesIn } from './names-in.ts';

/** What a cost is for, as far as KPIs distinguish it. */
export const costCategories = ['fulfilment', 'payment_fee', 'marketing_other', 'sales', 'other'] as const;

/**
 * Words of bookkeeping that can only mean one of them. `Marketing` is none: it may be the ads that another file has; nor are bank
 * charges, transport or an agency, which may be for something else.
 */
export const categoryWords = meanings({
  fulfilment: namesIn`
    fulfillment | fulfilment costs | fulfillment costs | logistics | logistique | logistik | shipping | shipping cost
    shipping costs | shipping_costs | postage | delivery | delivery costs | carriers | transporteurs
    livraison | frais de livraison | frais de port | expédition | frais d'expédition | transporteur
    versand | versandkosten | envío | envíos | gastos de envío | spedizione | spedizioni | packaging | emballage
    emballages | verpackung | warehouse | warehousing | entrepôt | préparation de commandes
  `,
  payment_fee: namesIn`
    payment fee | payment fees | payment_fees | payment processing | processing fees | transaction fees
    frais de paiement | frais de transaction | frais de paiements | zahlungsgebühren | zahlungsgebühr
    comisiones de pago | commissioni di pagamento | stripe | stripe fees | frais stripe | paypal | paypal fees
    frais paypal
  `,
  marketing_other: namesIn`
    other marketing | marketing other | marketing (other) | autre marketing | autres frais marketing
    marketing agency | agence marketing | marketing tools | outils marketing
  `,
  sales: namesIn`sales costs | sales team | frais commerciaux | vertriebskosten`,
  other: namesIn`
    others | autre | autres | divers | misc | miscellaneous | sonstige | sonstiges | otros | altro | rent | loyer
    miete | salaries | wages | salaires | gehälter | software | insurance | assurance
  `,
});
