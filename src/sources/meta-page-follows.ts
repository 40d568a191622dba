import { metaSeries } from './meta-page.ts';
import { defineSource } from './source.ts';

export default defineSource({
  ...metaSeries(
    'meta-page-follows',
    ['Follows', 'Nouveaux abonnés'],
    /^(?:facebook |instagram )?(?:follows|new follow(?:er)?s|abonnements|nouveaux abonnés|neue follower)(?: (?:sur |de )?(?:facebook|instagram))?$/i,
    'new_followers',
    'New follows of the day, never the number of followers; those who left are not counted.',
  ),
  approx: ['new_followers'],
});
