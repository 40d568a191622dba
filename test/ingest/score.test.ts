import { describe, expect, it } from 'vitest';
import { satisfactionOf, satisfactionWords } from '../../src/ingest/satisfaction.ts';
import { answerOf, isOnScale, scaleOf } from '../../src/ingest/score.ts';

const one = 1_000_000;

describe('words of satisfaction', () => {
  it.each([
    ['good', ['Good', 'GOOD WITH COMMENT', 'Very satisfied', 'somewhat_satisfied', 'Très satisfait', 'Satisfaite']],
    [
      'good',
      ['sehr zufrieden', 'Gut', 'muy satisfecho', 'Ottimo', 'molto soddisfatta', '😀', '👍🏽', ':-)', 'Très bonne'],
    ],
    [
      'neutral',
      ['Neutral', 'ok', 'Neither satisfied nor dissatisfied', 'ni satisfait ni insatisfait', 'Teils-teils', '😐'],
    ],
    [
      'bad',
      ['bad', 'Somewhat dissatisfied', 'Pas du tout satisfaite', 'unzufrieden', 'Muy malo', 'pessimo', '👎', ':('],
    ],
    ['none', ['Offered', 'Unoffered', 'Not offered', 'not rated', 'No answer', 'N/A', '-', '--', '', 'Nicht bewertet']],
    ['none', ['Sans réponse', 'Keine Angabe', 'k. A.', 'sin respuesta', 'NS/NC', 'Nessuna risposta', '?']],
    [null, ['purple', 'yes', 'no', 'true', 'Closed', 'good?bad', '(5)x', '✓']],
  ] as const)('%s', (meaning, words) => {
    for (const word of words) expect([word, satisfactionOf(word)]).toEqual([word, meaning]);
  });

  it.each([
    ['10 - Extremely likely', { is: 'score', value: 10 * one, scale: Number.NaN }],
    ['Not at all likely - 0', { is: 'score', value: 0, scale: Number.NaN }],
    ['7 (Probably)', { is: 'score', value: 7 * one, scale: Number.NaN }],
    ['0 = Pas du tout probable', { is: 'score', value: 0, scale: Number.NaN }],
    // The words decide: here 1 is the best.
    ['1 - Very satisfied', { is: 'good' }],
    ['5: très insatisfait', { is: 'bad' }],
    ['3 apples', { is: 'unknown' }],
    ['Slightly dissatisfied', { is: 'bad' }],
    ['Extremely happy', { is: 'good' }],
    ['Just okay', { is: 'neutral' }],
  ])('%s', (text, answer) => {
    expect(answerOf(text)).toEqual(answer);
  });

  it('says one thing only', () => {
    const met = new Map<string, string>();
    for (const [meaning, words] of Object.entries(satisfactionWords)) {
      for (const word of words) {
        expect([word, satisfactionOf(word)]).toEqual([word, meaning]);
        expect([word, met.get(word) ?? meaning]).toEqual([word, meaning]);
        met.set(word, meaning);
      }
    }
  });
});

describe('scores', () => {
  it.each([
    ['4', 4, null],
    ['4,5', 4.5, null],
    ['4.5', 4.5, null],
    ['4/5', 4, 5],
    ['8 / 10', 8, 10],
    ['4 out of 5', 4, 5],
    ['4 sur 5', 4, 5],
    ['4 von 5', 4, 5],
    ['80 %', 80, 100],
    ['80%', 80, 100],
    ['5 stars', 5, null],
    ['1 étoile', 1, null],
    ['4 Sterne', 4, null],
    ['★★★★☆', 4, 5],
    ['⭐⭐⭐', 3, null],
    ['-3', -3, null],
  ])('%s', (text, value, scale) => {
    const answer = { is: 'score', value: value * one, scale: scale === null ? Number.NaN : scale * one };
    expect(answerOf(text)).toEqual(answer);
  });

  it('is none: a word of no list', () => {
    expect(answerOf('04-May')).toEqual({ is: 'unknown' });
  });

  it('lies on its scale', () => {
    for (const [value, scale] of [
      [1, 5],
      [5, 5],
      [0, 10],
      [0, 100],
      [0, 1],
      [0.5, 5],
    ] as const)
      expect([value, scale, isOnScale(value * one, scale * one)]).toEqual([value, scale, true]);
    for (const [value, scale] of [
      [6, 5],
      [0, 5],
      [0, 7],
      [-1, 10],
      [4, 0],
      [4, -5],
      [101, 100],
    ] as const)
      expect([value, scale, isOnScale(value * one, scale * one)]).toEqual([value, scale, false]);
  });

  it('proves the scale that nothing says', () => {
    for (const [low, high, scale] of [
      [1, 4, 5],
      [1, 5, 5],
      [2, 6, 7],
      [0, 9, 10],
      [1, 10, 10],
      [3, 10.5, 100],
      [0, 1, 1],
      [1, 1, 5],
    ] as const)
      expect([low, high, scaleOf(low * one, high * one)]).toEqual([low, high, scale * one]);
  });
});
