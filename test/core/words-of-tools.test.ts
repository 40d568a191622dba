import { describe, expect, it } from 'vitest';
import { countryCode } from '../../src/core/countries.ts';
import { dimensionValue, isSameValue, listed } from '../../src/core/dimension-values.ts';
import { giftCardTest, giftCardWords } from '../../src/core/gift-cards.ts';
import { saysTotal } from '../../src/core/total-words.ts';
import { saysYes } from '../../src/core/yes-words.ts';

const words = (list: string): string[] => list.trim().split(/,\s+/);

describe('devices, as tools write them', () => {
  it.each([
    [
      'desktop',
      `Desktop, desktops, Computer, Computers, Desktop computer, desktop_web, PC, Laptop, Ordinateur, Ordinateurs,
       Ordinateur de bureau, Bureau, Ordenador, Ordenadores, Escritorio, Computadora, Computadoras, Computador,
       Computadores, Rechner, Desktop-PC`,
    ],
    [
      'mobile',
      `mobile, Mobiles, Mobile phone, Mobile phones, Phone, Phones, Smartphone, Smartphones, Phablet, Cell phone,
       mobile_app, mobile_web, Mobile device, Mobile devices, High-end mobile, Mobile devices with full browsers, iPhone,
       android_smartphone, Android phone, iPod, Téléphone, Téléphones, Téléphone mobile, Téléphones mobiles,
       Appareil mobile, Appareils mobiles, Application mobile, Web mobile,
       Appareils mobiles dotés d'un navigateur Internet complet, Mobil, Mobilgerät, Mobilgeräte, Mobiltelefon,
       Mobiltelefone, Handy, Handys, Móvil, Móviles, Teléfono móvil, Teléfonos móviles, Cellulare, Cellulari,
       Telefono cellulare, Telefoni cellulari, Dispositivo mobile, Dispositivi mobili, Dispositivos móviles,
       Dispositivos móveis, Celular, Celulares, Telemóvel, Telemóveis, Mobiele telefoon, Mobiele telefoons, Mobiel,
       Mobiele apparaten`,
    ],
    [
      'tablet',
      `Tablet, Tablets, Tablets with full browsers, iPad, Android tablet, Tablette, Tablettes,
       Tablettes équipées de navigateurs complets, Tableta, Tabletas`,
    ],
  ])('%s', (device, list) => {
    for (const word of words(list)) expect([word, dimensionValue('device', word)]).toEqual([word, device]);
  });
});

describe('countries, by names that are not those of Unicode', () => {
  it.each(
    words(`
    BA Bosnia, BN Brunei Darussalam, BO Bolivia Plurinational State of, CD Zaire, CD DR Congo, CG Republic of the Congo,
    CG Congo, CI Cote d'Ivoire, CV Cape Verde, CZ République tchèque, FK Falkland Islands (Malvinas),
    FM Micronesia (Federated States of), GB Great Britain, GB Grossbritannien, GR EL, HK Hong Kong (China),
    IR Iran (Islamic Republic of), KN Saint Kitts and Nevis, KP Korea North, KR Korea, KR Republic of Korea,
    LA Lao People's Democratic Republic, LC Saint Lucia, MD Republic of Moldova, MK Macedonia, MM Burma, MO Macau,
    NL Holland, PS State of Palestine, RE La Réunion, RU Russian Federation, SK Slovak Republic,
    ST Sao Tome and Principe, SY Syrian Arab Republic, SZ Swaziland, TL East Timor, TR Turkey,
    TW Taiwan (Province of China), TZ United Republic of Tanzania, US America, US États-Unis d'Amérique, VA Holy See,
    VC Saint Vincent and the Grenadines, VE Venezuela (Bolivarian Republic of), VN Viet Nam`).map((line) => [
      line.slice(0, 2),
      line.slice(3),
    ]),
  )('%s is %s', (code, name) => expect(countryCode(name)).toBe(code));

  it('a code is known in two letters and three, in any case', () => {
    for (const code of ['DE', 'de', 'DEU', 'deu', 'Deu']) expect(countryCode(code)).toBe('DE');
    expect(['XKX', 'XK', 'ZZ', 'DEUD', 'D'].map(countryCode)).toEqual(['XK', 'XK', null, null, null]);
  });

  it('marks, accents and an article make no difference', () => {
    const spellings = ['The United States', 'united  states', 'UNITED-STATES', ' U.S.A. ', "États-Unis d'Amérique"];
    expect(spellings.map(countryCode)).toEqual(['US', 'US', 'US', 'US', 'US']);
    expect(['Trinidad & Tobago', 'Trinidad and Tobago', 'Großbritannien'].map(countryCode)).toEqual(['TT', 'TT', 'GB']);
  });
});

describe('codes of an order with several', () => {
  it.each([
    ['A10, B20', ['A10', 'B20']],
    ['A10,B20', ['A10', 'B20']],
    ['A10 + B20', ['A10', 'B20']],
    ['A10  +  B20', ['A10', 'B20']],
    ['A10  ,  B20', ['A10', 'B20']],
    ['A10+B20', ['A10+B20']],
    ['a10, A10 ,B20', ['a10', 'B20']],
    ['late, and broken', ['late, and broken']],
    ['A10', ['A10']],
    [',A10,', ['A10']],
  ])('%s', (word, codes) => {
    expect(listed('discount_code', word)).toEqual(codes);
    expect(listed('channel', word)).toEqual([word]);
    expect(dimensionValue('discount_code', word)).toBe(codes.join(', '));
  });

  it('of marks alone are none', () => expect(dimensionValue('discount_code', ' , ')).toBe(null));

  it('two words are one value whatever their case, and of a country whatever its language', () => {
    expect(isSameValue('channel', 'Email', 'EMAIL')).toBe(true);
    expect(isSameValue('channel', 'Email', 'E-mail')).toBe(false);
    expect(isSameValue('country', 'Allemagne', 'de')).toBe(true);
    expect(isSameValue('channel', '(not set)', '')).toBe(true);
  });
});

describe('yes and no', () => {
  it.each([
    [true, 'true, T, yes, Y, 1, oui, VRAI, ja, wahr, sí, si, verdadero, vero,  Yes '],
    [false, 'false, F, no, N, 0, non, faux, nein, FALSCH, falso'],
    [null, 'maybe, 2, yess, -'],
  ])('%s', (says, list) => {
    for (const word of list.split(',')) expect([word, saysYes(word)]).toEqual([word, says]);
    expect(saysYes('')).toBe(null);
  });
});

describe('the name of a row that adds up others', () => {
  it.each(
    words(`
    Total, Totals, TOTAL:, Grand total, Overall totals, Totaux, Totaal, Totale, Total général, Total general, Gesamt,
    Gesamtsumme, Summe, Somme, Suma, Sum, Sous-total, Sous total, Soustotal, Subtotal, Sub-total, Sub total,
    Zwischensumme, Total ：`),
  )('%s', (cell) => expect(saysTotal(cell)).toBe(true));

  it('may have blanks around it', () => expect(saysTotal('  Total : ')).toBe(true));

  it.each(['', 'Totally', 'A total', 'Total 2026', '1 total', '#total', 'Summer', 'Total::', 'Gesamtpreis'])(
    '%j is none',
    (cell) => expect(saysTotal(cell)).toBe(false),
  );
});

describe('a line that sells a gift card', () => {
  const sells = giftCardTest(giftCardWords);

  it.each(
    words(`
    Gift card, gift-card 50, GIFTCARD, gift_card, E-gift card, Gift voucher, Gift certificate, Carte cadeau,
    Cartes-cadeaux, Chèque cadeau, Cheque cadeau, Che\u0300que cadeau, Chèques cadeaux, Bon cadeau, Bons cadeaux,
    Geschenkkarte, Geschenkgutschein 25 €, Gutscheinkarte, Wertgutschein, Tarjeta regalo, Tarjeta de regalo,
    Cheque regalo, Vale regalo, Carta regalo, Buono regalo`),
  )('%s', (name) => expect(sells([name])).toBe(true));

  it.each([
    'Gift card holder',
    'Gift card - sleeve',
    'Gift cards envelope',
    'Gift card box',
    'Gift card tin',
    'Gift card stand',
    'Gift card display',
    'Gift card wallet',
    'Giftbox',
    'Gift',
    'card',
    'regift card',
    'gift for a card',
    'Bonbons cadeau',
  ])('%s is none', (name) => expect(sells([name])).toBe(false));

  it('by its name or its sku', () => {
    expect(sells([null, 'GIFT-CARD-25'])).toBe(true);
    expect(sells([undefined, '', null])).toBe(false);
    expect(sells(['Cup', 'gift card'])).toBe(true);
  });

  it('by words of a shop, whose signs are no patterns', () => {
    const own = giftCardTest([' Bon (50+) ', 'ß-Karte']);
    expect(own(['Bon (50+)'])).toBe(true);
    expect(own(['Bon 5000'])).toBe(false);
    expect(own(['ß Karte'])).toBe(true);
    expect(own(['gift card'])).toBe(false);
  });

  it('by no word at all is none', () => {
    expect(giftCardTest([])(['gift card'])).toBe(false);
    expect(giftCardTest([' ', ''])(['gift card'])).toBe(false);
  });
});
