/** Names of advertising platforms, in lower case and without `ads`: their own exports and people's sheets differ. */
const names: Readonly<Record<string, string>> = {
  adwords: 'google',
  'google adwords': 'google',
  facebook: 'meta',
  fb: 'meta',
  instagram: 'meta',
  'facebook & instagram': 'meta',
  'meta (facebook)': 'meta',
  bing: 'microsoft',
  tik_tok: 'tiktok',
};

/** One word for a platform, in any file: `Google Ads`, `google` and `AdWords` are one. */
export function platformKey(platform: string): string {
  const plain = platform
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+(?:ads?|ads manager|advertising|business)$/, '');
  return names[plain] ?? plain;
}
