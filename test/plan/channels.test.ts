import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChannelParts, type ChannelRule, channelOf } from '../../src/plan/channels.ts';

const nothing: ChannelParts = { source: null, medium: null, campaign: null, platform: null, channel: null };
const of = (parts: Partial<ChannelParts>, rules: readonly ChannelRule[] = []) =>
  channelOf({ ...nothing, ...parts }, rules);
const by = (source: string | null, medium: string | null, campaign: string | null = null) =>
  of({ source, medium, campaign });

describe('the default channel group', () => {
  it.each([
    ['(direct)', '(none)', null, 'Direct'],
    ['(direct)', '(not set)', null, 'Direct'],
    ['(direct)', null, null, 'Direct'],
    [null, '(none)', null, 'Direct'],
    ['(direct)', 'email', null, 'Email'],
    ['google', 'cpc', 'fr-cross-network-1', 'Cross-network'],
    ['google', 'cpc', 'Shopping FR', 'Paid Shopping'],
    ['amazon.co.uk', 'ppc', null, 'Paid Shopping'],
    ['google', 'cpc', 'workshop', 'Paid Search'],
    ['google', 'cpc', 'bishop', 'Paid Search'],
    ['google', 'cpc', 'e-shop', 'Paid Shopping'],
    ['google', 'cpc', null, 'Paid Search'],
    ['Bing', 'CPC', null, 'Paid Search'],
    ['facebook', 'paid_social', null, 'Paid Social'],
    ['instagram', 'retargeting', null, 'Paid Social'],
    ['youtube.com', 'cpv', null, 'Paid Video'],
    ['youtube.com', 'cpm', null, 'Paid Video'],
    ['criteo', 'display', null, 'Display'],
    ['criteo', 'cpm', null, 'Display'],
    ['partner', 'cpc', null, 'Paid Other'],
    ['etsy.com', 'referral', null, 'Organic Shopping'],
    ['google shopping', 'organic', null, 'Organic Shopping'],
    ['l.facebook.com', 'referral', null, 'Organic Social'],
    ['t.co', 'referral', null, 'Organic Social'],
    ['x.com', 'referral', null, 'Organic Social'],
    ['fr.pinterest.com', 'referral', null, 'Organic Social'],
    ['newsroom', 'social', null, 'Organic Social'],
    ['youtu.be', 'referral', null, 'Organic Video'],
    ['partner', 'video-embed', null, 'Organic Video'],
    ['google', 'organic', null, 'Organic Search'],
    ['fr.search.yahoo.com', 'referral', null, 'Organic Search'],
    ['google.fr', null, null, 'Organic Search'],
    ['partner', 'organic', null, 'Organic Search'],
    ['mail.google.com', 'referral', null, 'Referral'],
    ['ask.example.com', 'referral', null, 'Referral'],
    ['partner.example', 'link', null, 'Referral'],
    ['newsletter', 'email', null, 'Email'],
    ['e-mail', 'spring', null, 'Email'],
    ['brevo', 'E_Mail', null, 'Email'],
    ['brevo', ' e mail ', null, 'Email'],
    ['awin', 'affiliate', null, 'Affiliates'],
    ['podcast', 'audio', null, 'Audio'],
    ['klaviyo', 'sms', null, 'SMS'],
    ['onesignal', 'webpush', null, 'Mobile Push Notifications'],
    ['firebase', 'app-open', null, 'Mobile Push Notifications'],
    ['flyer', 'qr', null, 'Unassigned'],
    ['(not set)', '(not set)', null, 'Unassigned'],
    ['flyer', null, null, 'Unassigned'],
  ])('%s / %s, campaign %s: %s', (source, medium, campaign, channel) => {
    expect(by(source, medium, campaign)).toBe(channel);
  });

  it('is null where the record tells neither source nor medium', () => {
    expect(by(null, null)).toBeNull();
    expect(by(' ', '', 'spring')).toBeNull();
  });
});

describe('the channel in the file', () => {
  it('is kept as it is', () => {
    expect(of({ channel: 'Réseaux sociaux', source: 'google', medium: 'cpc' })).toBe('Réseaux sociaux');
    expect(of({ channel: ' Unassigned ' })).toBe('Unassigned');
  });

  it('is none where it is not set', () => {
    expect(of({ channel: '(not set)', source: 'google', medium: 'cpc' })).toBe('Paid Search');
    expect(of({ channel: ' ' })).toBeNull();
  });
});

describe('ads of which only the platform is known', () => {
  it.each([
    ['Google Ads', 'Paid Search'],
    ['google_ads', 'Paid Search'],
    ['GoogleAds', 'Paid Search'],
    ['Microsoft Advertising', 'Paid Search'],
    ['Bing Ads', 'Paid Search'],
    ['Criteo', 'Display'],
    ['Meta Ads', 'Paid Social'],
    ['Facebook', 'Paid Social'],
    ['TikTok Ads Manager', 'Paid Social'],
    ['LinkedIn Campaign Manager', 'Paid Social'],
    ['Pinterest Ads', 'Paid Social'],
    ['Snapchat', 'Paid Social'],
    ['X Ads', 'Paid Social'],
    ['YouTube', 'Paid Video'],
    ['Awin', 'Paid Other'],
  ])('%s: %s', (platform, channel) => {
    expect(of({ platform, campaign: 'Spring shop' })).toBe(channel);
    expect(of({ platform, source: platform })).toBe(channel);
  });

  it('gives way to a source and medium', () => {
    expect(of({ platform: 'Google Ads', source: 'google', medium: 'display' })).toBe('Display');
  });
});

describe('the rules of the configuration', () => {
  const rules: ChannelRule[] = [
    { source: 'newsletter', medium: 'email', channel: 'Newsletter' },
    { campaign: 'influ-*', channel: 'Influencers' },
    { platform: 'meta ads', channel: 'Meta' },
    { source: '*.example.com', channel: 'Partners' },
  ];

  it('come first, in their order, and need all of their patterns', () => {
    expect(of({ source: 'Newsletter', medium: 'EMAIL', campaign: 'influ-ana', channel: 'Email' }, rules)).toBe(
      'Newsletter',
    );
    expect(of({ source: 'newsletter', campaign: 'Influ-Ana' }, rules)).toBe('Influencers');
    expect(of({ source: 'newsletter', medium: 'cpc' }, rules)).toBe('Paid Other');
    expect(of({ platform: 'Meta Ads', channel: 'Paid Social' }, rules)).toBe('Meta');
    expect(of({ source: 'blog.example.com', medium: 'referral' }, rules)).toBe('Partners');
  });

  it("take an ad's platform for its source", () => {
    expect(of({ platform: 'Google Ads' }, [{ source: 'google*', channel: 'Google' }])).toBe('Google');
  });

  it.each([
    ['*', 'anything', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['ab*ba', 'aba', false],
    ['*b*', 'abc', true],
    ['a.c', 'abc', false],
    ['**', 'x', true],
  ])('%s on %s: %s', (source, text, fits) => {
    expect(of({ source: text, medium: 'qr' }, [{ source, channel: 'Rule' }])).toBe(fits ? 'Rule' : 'Unassigned');
  });

  it('do not fit what is not there', () => {
    expect(of({ medium: 'email' }, [{ source: '*', channel: 'Rule' }])).toBe('Email');
  });

  it('answer as a regular expression would', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(text, pattern, (source, rule) => {
        const expression = new RegExp(`^${rule.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
        const found = of({ source, medium: 'qr' }, [{ source: rule, channel: 'Rule' }]) === 'Rule';
        expect(found).toBe(expression.test(source));
      }),
    );
  });
});

it('never throws and never answers with an empty text', () => {
  const part = fc.option(fc.string({ maxLength: 30 }), { nil: null });
  fc.assert(
    fc.property(fc.record({ source: part, medium: part, campaign: part, platform: part, channel: part }), (parts) => {
      expect(channelOf(parts, [])).not.toBe('');
    }),
  );
});
