/** A rule of the configuration: all of its patterns must fit. `*` stands for any text; case does not matter. */
export interface ChannelRule {
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  readonly platform?: string;
  readonly channel: string;
}

/** What a record says about its origin. An ad row's platform is its source. */
export interface ChannelParts {
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly platform: string | null;
  readonly channel: string | null;
}

/** Trimmed and in lower case; empty if there is nothing. */
const plain = (text: string | null): string => (text ?? '').trim().toLowerCase();

/** Whether a text is a pattern whose `*` stand for anything. Linear: each piece is looked for once. */
const fits = (pattern: string, text: string): boolean => {
  const pieces = plain(pattern).split('*');
  const [head = '', ...rest] = pieces;
  const tail = rest.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false;
  const end = text.length - tail.length;
  let at = head.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
};

const keys = ['source', 'medium', 'campaign', 'platform'] as const;

/**
 * The marketing channel of a record: by the rules of the configuration, else as the file says, else by GA4's default
 * channel group; null if the record says nothing.
 */
export function channelOf(parts: ChannelParts, rules: readonly ChannelRule[]): string | null {
  const [source, medium, campaign, platform] = keys.map((key) => plain(parts[key])) as [string, string, string, string];
  const told = { source: source || platform, medium, campaign, platform };
  const rule = rules.find((candidate) =>
    keys.every((key) => {
      const pattern = candidate[key];
      return pattern === undefined || (told[key] !== '' && fits(pattern, told[key]));
    }),
  );
  if (rule !== undefined) return rule.channel;

  const channel = plain(parts.channel);
  if (channel !== '' && channel !== '(not set)') return parts.channel?.trim() ?? null;
  if (platform !== '' && medium === '' && (source === '' || source === platform)) return channelOfAds(platform);
  if (source === '' && medium === '') return null;
  return defaultChannel(source, medium, campaign);
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/**
 * Sites, by the name before the ending of their domain (`google` is google.fr too and the plain word) or, with a dot,
 * by their domain. GA4 keeps a list of some 800; these are the ones that shops see.
 */
const sites = {
  search: words(`
    google bing yahoo duckduckgo ecosia qwant lilo startpage brave baidu yandex ya.ru naver daum seznam sogou so.com
    ask.com aol msn lycos dogpile kagi mojeek swisscows presearch rambler virgilio coccoc onet 360.cn
    com.google.android.googlequicksearchbox
  `),
  social: words(`
    facebook fb meta messenger instagram ig threads whatsapp wa.me linkedin lnkd twitter x t.co pinterest pin.it tiktok
    snapchat reddit tumblr quora vk vkontakte odnoklassniki ok.ru telegram t.me discord mastodon bluesky bsky weibo wechat
    line.me kakao linktree linktr nextdoor xing viadeo flickr deviantart meetup medium.com ravelry trustpilot tripadvisor
    yelp foursquare producthunt slack com.facebook.katana com.instagram.android com.linkedin.android com.pinterest
    com.reddit.frontpage
  `),
  shopping: words(`
    amazon ebay etsy alibaba aliexpress walmart target.com shopify igshopping mercadolibre mercadolivre rakuten cdiscount
    fnac.com darty.com zalando temu shein wish.com manomano backmarket leboncoin vinted bol.com otto.de allegro idealo
    kelkoo leguide pricerunner shopzilla shopping.google.com shopping.yahoo.com
  `),
  video: words(
    'youtube youtu vimeo dailymotion twitch netflix hulu disneyplus iqiyi youku bilibili rutube veoh wistia crackle',
  ),
} as const;

/** What precedes the name of a site without changing what it is, such as a language. */
const prefix = /^(www\d?|m|l|lm|mobile|touch|web|search|out|away|go|old|new|[a-z]{2}|[a-z]{2}-[a-z]{2})$/;
const ending = /^[a-z]{2,}$|^(co|com|org|net|ac|or|ne)\.[a-z]{2}$/;

/** The names under which a source may be in a list. */
function namesOf(source: string): string[] {
  const domain = source.replace(/^[a-z-]+:\/\//, '').replace(/[/:?#].*$/, '');
  const found = [source, domain];
  const labels = domain.split('.');
  for (let at = 0; at < labels.length - 1; at += 1) {
    found.push(labels.slice(at).join('.'));
    if (ending.test(labels.slice(at + 1).join('.'))) found.push(labels[at] ?? '');
    if (labels.length - at < 3 || !prefix.test(labels[at] ?? '')) break;
  }
  return found;
}

const paid = /cp|^ppc$|^retargeting$|^paid/;
const shop = /(^|[^a-df-z])shop|shopping/;
const display = words('display banner expandable interstitial cpm');
const social = new Set(['social', 'social-network', 'social-media', 'sm', 'social network', 'social media']);
const email = new Set(['email', 'e-mail', 'e_mail', 'e mail']);
const direct = words('(direct) direct');
const none = new Set(['', '(none)', 'none', '(not set)']);
const referral = words('referral app link');

/** GA4's default channel group: its rules in its order, all texts in lower case. */
function defaultChannel(source: string, medium: string, campaign: string): string {
  const names = namesOf(source);
  const isOf = (kind: keyof typeof sites): boolean =>
    names.some((name) => sites[kind].has(name)) || (kind === 'shopping' && source === 'google shopping');
  const isPaid = paid.test(medium);

  if (direct.has(source) && none.has(medium)) return 'Direct';
  if (source === '' && (medium === '(none)' || medium === 'none')) return 'Direct';
  if (campaign.includes('cross-network')) return 'Cross-network';
  if (isPaid && (isOf('shopping') || shop.test(campaign))) return 'Paid Shopping';
  if (isPaid && isOf('search')) return 'Paid Search';
  if (isPaid && isOf('social')) return 'Paid Social';
  if (isPaid && isOf('video')) return 'Paid Video';
  if (display.has(medium)) return 'Display';
  if (isPaid) return 'Paid Other';
  if (isOf('shopping') || shop.test(campaign)) return 'Organic Shopping';
  if (isOf('social') || social.has(medium)) return 'Organic Social';
  if (isOf('video') || medium.includes('video')) return 'Organic Video';
  if (isOf('search') || medium === 'organic') return 'Organic Search';
  if (referral.has(medium)) return 'Referral';
  if (email.has(source) || email.has(medium)) return 'Email';
  if (medium === 'affiliate') return 'Affiliates';
  if (medium === 'audio') return 'Audio';
  if (source === 'sms' || medium === 'sms') return 'SMS';
  if (medium.endsWith('push') || /mobile|notification/.test(medium) || source === 'firebase') {
    return 'Mobile Push Notifications';
  }
  return 'Unassigned';
}

/** The channel of ads with only a known platform: that of a paid click from there. */
function channelOfAds(platform: string): string {
  if (/^(microsoft|adwords)\b/.test(platform)) return 'Paid Search';
  if (/^criteo\b/.test(platform)) return 'Display';
  const name = platform.replace(/[\s_-]*(ads?|ads manager|advertising)$/, '');
  const channel = defaultChannel(name, 'cpc', '');
  return channel === 'Paid Other' ? defaultChannel(name.split(/[\s_-]/, 1)[0] ?? '', 'cpc', '') : channel;
}

/** Text messages by the words of tools: nobody opens them. */
const sms = words('sms mms text texts texto textos');

/** Whether a message of a campaign is a text message, by what its tool calls its channel. */
export const isTextMessage = (channel: string | null): boolean =>
  sms.has(plain(channel)) || /^text messages?$/.test(plain(channel));

/** The channel of a campaign of an e-mail tool, named as GA4 names it; other words are kept. */
export function emailChannel(channel: string | null): string {
  if (isTextMessage(channel)) return 'SMS';
  return channel === null || email.has(plain(channel)) || /^(e-?mails|courriels?)$/.test(plain(channel))
    ? 'Email'
    : channel;
}
