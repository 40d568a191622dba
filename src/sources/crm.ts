/*
 * What the exports of customer databases share: where a lead came from in the words of the tool, and rows without a number.
 */

/** Sources of leads as tools call them, by the channel that other exports call them. */
export const channels: Readonly<Record<string, string>> = {
  organic_search: 'Organic Search',
  'recherche organique': 'Organic Search',
  'recherche naturelle': 'Organic Search',
  paid_search: 'Paid Search',
  'recherche payante': 'Paid Search',
  email_marketing: 'Email',
  'email marketing': 'Email',
  'e-mail marketing': 'Email',
  'marketing par e-mail': 'Email',
  social_media: 'Organic Social',
  'social media': 'Organic Social',
  'organic social': 'Organic Social',
  'réseaux sociaux': 'Organic Social',
  'réseaux sociaux organiques': 'Organic Social',
  paid_social: 'Paid Social',
  'réseaux sociaux payants': 'Paid Social',
  referrals: 'Referral',
  references: 'Referral',
  références: 'Referral',
  direct_traffic: 'Direct',
  'direct traffic': 'Direct',
  'trafic direct': 'Direct',
  other_campaigns: 'Other Campaigns',
  'autres campagnes': 'Other Campaigns',
  offline: 'Offline Sources',
  'sources hors ligne': 'Offline Sources',
};

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
