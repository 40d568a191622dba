import { namesIn } from '../core/names-in.ts';
import { col } from './source.ts';

/** The id that an advertising platform gives a campaign: it stays when the campaign is renamed. */
export const campaignId = col(namesIn`
  Campaign ID | CampaignId | campaign_id | ID de campagne | ID de la campagne | Identifiant de la campagne
  Kampagnen-ID | ID de campaña | ID de la campaña | Identificador de la campaña | ID campagna | ID da campanha
  Identificação da campanha | Campagne-ID | ID van campagne | 캠페인 ID
`);
