import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/kpis/kpi.ts';
import { changeBetween, shownChange } from '../../src/page/changes.ts';
import { Figures } from '../../src/page/figure-text.ts';
import { Notes } from '../../src/page/footnotes.ts';
import { words } from '../../src/page/page-words.ts';
import { code, exact, figure, kpi, missing, over } from '../documents/report/kit.ts';

const en = new Figures('EUR', { lang: 'en', locale: 'en' });
const fr = new Figures('EUR', { lang: 'fr', locale: 'fr' });
/** Non-breaking spaces, wide or narrow, told apart from typed ones by eye. */
const spaced = (text: string): string => text.replace(/[\u202f\u00a0]/g, '~');

describe('figures for people', () => {
  it.each<[Unit, string, string, string]>([
    ['money', '1234.5', '€1,234.50', '1~234,50~€'],
    ['money', '12345678901234567890.125', '€12,345,678,901,234,567,890.13', '12~345~678~901~234~567~890,13~€'],
    ['money', '0.125', '€0.13', '0,13~€'],
    ['money', '-0.125', '-€0.13', '-0,13~€'],
    ['money', '-0.004', '€0.00', '0,00~€'],
    ['ratio', '0.0234', '2.34%', '2,34~%'],
    ['ratio', '0.02345', '2.35%', '2,35~%'],
    ['ratio', '-0.00004', '0.00%', '0,00~%'],
    ['ratio', '12.5', '1,250.00%', '1~250,00~%'],
    ['multiple', '4.2', '4.20×', '4,20×'],
    ['count', '1234567', '1,234,567', '1~234~567'],
    ['count', '98765432109876543210', '98,765,432,109,876,543,210', '98~765~432~109~876~543~210'],
    ['count', '2.5', '3', '3'],
    ['decimal', '1.005', '1.01', '1,01'],
    ['score', '-12.25', '-12.3', '-12,3'],
    ['months', '4', '4 mo', '4 mois'],
    ['months', '4.25', '4.3 mo', '4,3 mois'],
    ['duration', '0', '0 s', '0 s'],
    ['duration', '45.4', '45 s', '45 s'],
    ['duration', '59.5', '1 min', '1 min'],
    ['duration', '155', '2 min 35', '2 min 35'],
    ['duration', '599.5', '10 min', '10 min'],
    ['duration', '2100', '35 min', '35 min'],
    ['duration', '3569.9', '59 min', '59 min'],
    ['duration', '3570', '1 h 00', '1 h 00'],
    ['duration', '7500', '2 h 05', '2 h 05'],
    ['duration', '172770', '2 d', '2 j'],
    ['duration', '273600', '3 d 4 h', '3 j 4 h'],
    ['duration', '106876800', '1,237 d', '1~237 j'],
    ['duration', '-7500', '-2 h 05', '-2 h 05'],
  ])('%s %s is %s and %s', (unit, value, english, french) => {
    expect(en.value(unit, exact(value))).toBe(english);
    expect(spaced(fr.value(unit, exact(value)))).toBe(french);
  });

  it("has a currency's own decimals", () => {
    const money = (currency: string | null, value: string): string =>
      spaced(new Figures(currency, { lang: 'en', locale: 'en' }).value('money', exact(value)));
    expect(money('JPY', '1234.5')).toBe('¥1,235');
    expect(money('KWD', '1.2345')).toBe('KWD~1.235');
    expect(money('USD', '1.2')).toBe('$1.20');
    expect(money(null, '1234.5')).toBe('1,234.50');
    expect(money('no currency', '1234.5')).toBe('1,234.50');
  });

  it('shows a code as words with a sign, and no control character', () => {
    expect(en.value('text', 'under_investing')).toBe('↑ under-investing');
    expect(en.value('text', 'unheard_of')).toBe('unheard_of');
    expect(en.value('text', '\u001b[2J')).toBe('␛[2J');
  });
});

describe('changes', () => {
  const pen = () => ({ figures: en, notes: new Notes(), text: words.en });
  const change = (unit: Unit, from: string, to: string, direction: 'up' | 'down' | 'flat' = 'up') => {
    const shown = shownChange(
      kpi('x', { unit, direction }),
      figure(to),
      changeBetween(figure(to), figure(from)),
      'year',
      pen(),
    );
    return [shown?.text, shown?.tone];
  };

  it.each<[Unit, string, string, string]>([
    ['money', '100', '103.44', '+3.4%'],
    ['money', '100', '103.45', '+3.5%'],
    ['money', '100', '96.55', '-3.5%'],
    ['money', '3', '2', '-33.3%'],
    ['count', '1', '12', '+1,100%'],
    ['duration', '100', '50', '-50.0%'],
    ['ratio', '0.02', '0.024', '+0.40 pt'],
    ['ratio', '0.02', '0.0341', '+1.4 pt'],
    ['score', '-20', '13.25', '+33.3 pt'],
    ['months', '4', '6', '+2 mo'],
    ['money', '0', '5', 'new'],
    ['ratio', '0', '0.01', '+1.0 pt'],
    ['money', '-100', '50', '+€150.00'],
    ['money', '0', '-5', '-€5.00'],
    ['count', '-2', '-2', '±0'],
    ['duration', '0', '0', '±0 s'],
  ])('%s from %s to %s is %s', (unit, from, to, text) => {
    expect(change(unit, from, to)[0]).toBe(text);
  });

  it('always have a sign, and never a negative zero', () => {
    expect(change('money', '1000', '999.999')).toEqual(['±0.0%', 'bad']);
    expect(change('money', '7', '7')).toEqual(['±0.0%', 'neutral']);
    expect(change('ratio', '0.5', '0.499999')).toEqual(['±0.00 pt', 'bad']);
  });

  it('are good or bad by the direction of the KPI', () => {
    expect(change('money', '1', '2', 'up')[1]).toBe('good');
    expect(change('money', '1', '2', 'down')[1]).toBe('bad');
    expect(change('money', '2', '1', 'down')[1]).toBe('good');
    expect(change('money', '1', '2', 'flat')[1]).toBe('neutral');
  });

  it('are exact', () => {
    const { absolute, relative } = changeBetween(figure('12345678901234567890.01'), figure('12345678901234567890'));
    expect(absolute.value).toMatchObject({ divided: false });
    expect(absolute.value).toEqual({ n: 1n, d: 100n, divided: false });
    expect(relative.value).toMatchObject({ divided: true });
    expect(changeBetween(figure(over('1', '3')), figure('0')).relative).toEqual(missing('zero_denominator'));
    expect(changeBetween(figure('1'), figure('-1')).relative).toEqual(missing('negative_base'));
  });

  it('are not shown without two numbers', () => {
    const shown = (to: ReturnType<typeof figure>, from: ReturnType<typeof figure>) =>
      shownChange(kpi('x'), to, changeBetween(to, from), 'year', pen());
    expect(shown(figure('1'), missing('not_covered'))).toMatchObject({ text: '–¹', isNull: true });
    expect(shown(missing('not_covered'), figure('1'))).toBeUndefined();
    expect(shown(code('weak'), code('loss'))).toBeUndefined();
  });
});
