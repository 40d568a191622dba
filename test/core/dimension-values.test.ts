import { describe, expect, it } from 'vitest';
import { countryCode } from '../../src/core/countries.ts';
import { dimensionKey, dimensionValue } from '../../src/core/dimension-values.ts';
import { zonesWith } from '../../src/core/zones-with.ts';

describe('countries', () => {
  it.each([
    ['FR', 'FR'],
    ['fr', 'FR'],
    ['FRA', 'FR'],
    ['France', 'FR'],
    ['Frankreich', 'FR'],
    ['Francia', 'FR'],
    ['Frankrijk', 'FR'],
    ['França', 'FR'],
    ['Germany', 'DE'],
    ['Allemagne', 'DE'],
    ['Deutschland', 'DE'],
    ['Duitsland', 'DE'],
    ['United States', 'US'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['États-Unis', 'US'],
    ['Vereinigte Staaten', 'US'],
    ['UK', 'GB'],
    ['United Kingdom', 'GB'],
    ['Royaume-Uni', 'GB'],
    ['Czechia', 'CZ'],
    ['Czech Republic', 'CZ'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Turquie', 'TR'],
    ["Côte d'Ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['Ivory Coast', 'CI'],
    ['Russia', 'RU'],
    ['Russian Federation', 'RU'],
    ['South Korea', 'KR'],
    ['Korea, Republic of', 'KR'],
    ['The Netherlands', 'NL'],
    ['Pays-Bas', 'NL'],
    ['Hong Kong', 'HK'],
    ['Hong Kong SAR China', 'HK'],
    ['Bosnia & Herzegovina', 'BA'],
    ['Myanmar (Burma)', 'MM'],
    ['Viet Nam', 'VN'],
    ['Réunion', 'RE'],
    ['Österreich', 'AT'],
    ['Svizzera', 'CH'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Georgia', 'GE'],
  ])('%s is %s', (word, code) => expect(countryCode(word)).toBe(code));

  it('any other word stays as it is', () => {
    for (const word of ['Atlantis', '(other)', 'ZZ', 'North', 'Europe', '12'])
      expect(dimensionValue('country', word)).toBe(word);
    // A name of more than one country would be a guess.
    expect(countryCode('Guinea')).toBe('GN');
  });
});

describe('devices', () => {
  it.each([
    ['desktop', 'desktop'],
    ['Computers', 'desktop'],
    ['Ordinateurs', 'desktop'],
    ['Ordinateur', 'desktop'],
    ['Mobile phones', 'mobile'],
    ['mobile_app', 'mobile'],
    ['mobile_web', 'mobile'],
    ['MOBILE', 'mobile'],
    ['Smartphone', 'mobile'],
    ['android_smartphone', 'mobile'],
    ['Téléphones mobiles', 'mobile'],
    ['Tablets', 'tablet'],
    ['Tablette', 'tablet'],
    ['ipad', 'tablet'],
    ['smart tv', 'smart tv'],
    ['CONNECTED_TV', 'CONNECTED_TV'],
  ])('%s is %s', (word, device) => expect(dimensionValue('device', word)).toBe(device));
});

it('words for nothing are none, other words are compared whatever their capitals', () => {
  for (const word of ['(not set)', '(Not Set)', '  ', '(unattributed)'])
    expect(dimensionValue('campaign', word)).toBeNull();
  expect(dimensionValue('source', ' Google ')).toBe('Google');
  expect(dimensionKey('channel', 'Paid Search')).toBe(dimensionKey('channel', 'PAID search'));
  expect(dimensionKey('country', 'Allemagne')).toBe(dimensionKey('country', 'de'));
});

it('zones are found by their offsets in summer and winter', () => {
  const winter = { at: Date.UTC(2026, 0, 15), minutes: 60 };
  const summer = { at: Date.UTC(2026, 6, 15), minutes: 120 };
  expect(zonesWith([winter, summer])[0]).toBe('Europe/Paris');
  // Lagos has no summer time.
  expect(zonesWith([winter, { ...summer, minutes: 60 }])).toContain('Africa/Lagos');
  expect(zonesWith([winter, { ...summer, minutes: 60 }])).not.toContain('Europe/Paris');
  expect(zonesWith([{ at: Date.UTC(2026, 0, 15), minutes: 345 }])).toEqual(['Asia/Katmandu']);
  expect(zonesWith([winter, summer], 2)).toEqual(['Europe/Paris', 'Europe/Berlin']);
  expect(zonesWith([{ at: Date.UTC(2026, 0, 15), minutes: 7 }])).toEqual([]);
});
