import { meanings } from '../core/meanings.ts';
/*
 * What the exports of customer databases share: where a lead came from in the words of the tool, and rows without a number.
 */

/** Sources of leads as tools call them, by the channel that other exports call them. */
export const channels = meanings({
  'Organic Search': ['organic_search', 'recherche organique', 'recherche naturelle'],
  'Paid Search': ['paid_search', 'recherche payante'],
  Email: ['email_marketing', 'email marketing', 'e-mail marketing', 'marketing par e-mail'],
  'Organic Social': ['social_media', 'social media', 'organic social', 'réseaux sociaux', 'réseaux sociaux organiques'],
  'Paid Social': ['paid_social', 'réseaux sociaux payants'],
  Referral: ['referrals', 'references', 'références'],
  Direct: ['direct_traffic', 'direct traffic', 'trafic direct'],
  'Other Campaigns': ['other_campaigns', 'autres campagnes'],
  'Offline Sources': ['offline', 'sources hors ligne'],
});

/** FNV-1a, 64 bits. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text, 'utf8')) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(36);
}

/**
 * The number of a lead; in a list without numbers, one made of the texts that identify the person, which shows none of
 * them. The more personal come first: the first that is filled decides.
 */
export function idOr(id = '', ...person: string[]): string {
  if (id.trim() !== '') return id.trim();
  const text = person.map((one) => one.trim().toLowerCase()).find((one) => one !== '');
  return text === undefined ? '' : `x${hashOf(text)}`;
}
