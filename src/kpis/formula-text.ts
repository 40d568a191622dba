/** Formulas and windows in words, for `kpi explain` and the documentation: read off the same values as the arithmetic. */
import type { Language } from '../core/choices.ts';
import type { KpiOptions } from '../core/kpi-options.ts';
import type { Edge, Formula, Window } from './formula.ts';
import { type FormulaWords, formulaWords } from './formula-words.ts';

/** How tightly a text binds: words, a sum, a product, a name. */
type Bond = 0 | 1 | 2 | 3;

interface Words {
  readonly text: string;
  readonly bond: Bond;
  /** What applies besides the arithmetic, said once after it. */
  readonly notes: readonly string[];
}

type Options = Readonly<Partial<KpiOptions>>;
type Of<O extends Formula['op'], F = Formula> = F extends { op: infer P } ? (O extends P ? F : never) : never;

/** How a formula is worded: with the options that are set, in one language. */
interface Manner {
  readonly options: Options;
  readonly say: FormulaWords;
}

const name = (text: string): Words => ({ text, bond: 3, notes: [] });
const inBrackets = ({ text, bond }: Words, least: Bond): string => (bond < least ? `(${text})` : text);

function listed(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** Operands with a sign between them; one that binds less than `least` is in brackets. */
function joined(of: readonly Formula[], sign: string, bond: Bond, least: Bond, manner: Manner): Words {
  const words = of.map((one) => wordsOf(one, manner));
  return {
    text: words.map((one) => inBrackets(one, least)).join(sign),
    bond,
    notes: words.flatMap(({ notes }) => notes),
  };
}

function daysOf(daysBefore: Edge['daysBefore'], { options, say }: Manner): string {
  const days = typeof daysBefore === 'number' ? daysBefore : (options[daysBefore] ?? daysBefore);
  return say.days(typeof days === 'number' ? String(days) : `\`${days}\``);
}

function edgeText({ at, daysBefore }: Edge, side: 'from' | 'to', manner: Manner): string {
  const bound = manner.say[side];
  return daysBefore === 0 ? bound[at] : bound.before(manner.say.before(daysOf(daysBefore, manner), at));
}

/** A window in words that can follow "over" and "in". */
function windowWords({ from, to }: Window, manner: Manner): string {
  const { say } = manner;
  if (from === null) return say.all(edgeText(to, 'to', manner));
  const daysTo = (days: string): string => (to.at === 'end' ? say.endingWith(days) : say.precedingPeriod(days));
  if (from.at === to.at && typeof from.daysBefore === typeof to.daysBefore) {
    const days = daysOf(Number(from.daysBefore) - Number(to.daysBefore), manner);
    if (to.daysBefore !== 0) return say.ending(days, say.before(daysOf(to.daysBefore, manner), to.at));
    return daysTo(days);
  }
  if (from.at === to.at && to.daysBefore === 0) return daysTo(daysOf(from.daysBefore, manner));
  return say.span(edgeText(from, 'from', manner), edgeText(to, 'to', manner));
}

function eitherWords(f: Of<'either'>, manner: Manner): Words {
  const words = f.of.map((one) => wordsOf(one, manner));
  const nested = (i: number) => (['either', 'case'].includes(f.of[i]!.op) ? 1 : 0);
  const text = words.map((one, i) => inBrackets(one, nested(i))).join(manner.say.else);
  const notes = words.flatMap((one) => one.notes);
  return { text, bond: 0, notes: f.exact ? notes : [...notes, manner.say.notes.approx] };
}

function caseWords(f: Of<'case'>, manner: Manner): Words {
  const { options, say } = manner;
  const chosen = f.option in options ? f.cases[String(options[f.option])] : undefined;
  if (chosen !== undefined) return wordsOf(chosen, manner);
  const cases = Object.entries(f.cases).map(([word, one]) => [word, wordsOf(one, manner)] as const);
  const texts = cases.map(([word, one]) => say.with(inBrackets(one, 1), `${f.option}: ${word}`));
  return { text: listed(texts, say.or), bond: 0, notes: cases.flatMap(([, { notes }]) => notes) };
}

function raisedWords(f: Of<'raised'>, manner: Manner): Words {
  const { options, say } = manner;
  const [cost, costed, sold] = [f.cost, f.costed, f.sold].map((one) => wordsOf(one, manner)) as [Words, Words, Words];
  const under = options.min_cost_coverage ?? '`min_cost_coverage`';
  return {
    text: `${inBrackets(cost, 2)} × ${inBrackets(sold, 2)} ÷ ${inBrackets(costed, 3)}`,
    bond: 2,
    notes: [
      ...[cost, costed, sold].flatMap(({ notes }) => notes),
      say.notes.coverage(costed.text, sold.text, String(under)),
    ],
  };
}

const rules: { [O in Formula['op']]: (f: Of<O>, manner: Manner) => Words } = {
  measure: ({ measure, window }, manner) =>
    window ? { ...name(manner.say.over(measure.id, windowWords(window, manner))), bond: 0 } : name(measure.id),
  both: ({ measure, first, second }, manner) => {
    const say = measure.aggregate === 'last' ? manner.say.ofKnown : manner.say.inBoth;
    return { ...name(say(measure.id, windowWords(first, manner), windowWords(second, manner))), bond: 0 };
  },
  number: ({ value }) => name(value),
  setting: ({ option }, { options, say }) => name(options[option] ?? say.option(option)),
  plus: ({ of }, manner) => joined(of, ' + ', 1, 1, manner),
  times: ({ of }, manner) => joined(of, ' × ', 2, 2, manner),
  least: ({ of }, manner) => {
    const words = of.map((one) => wordsOf(one, manner));
    const texts = words.map((one) => inBrackets(one, 1));
    const text = manner.say.least(listed(texts, manner.say.and));
    return { text, bond: 0, notes: words.flatMap(({ notes }) => notes) };
  },
  minus: ({ a, b }, manner) => {
    const [from, less] = [wordsOf(a, manner), wordsOf(b, manner)];
    return { text: `${inBrackets(from, 1)} − ${inBrackets(less, 2)}`, bond: 1, notes: [...from.notes, ...less.notes] };
  },
  per: ({ over, under }, manner) => {
    const [above, below] = [wordsOf(over, manner), wordsOf(under, manner)];
    return {
      text: `${inBrackets(above, over.op === 'per' ? 3 : 2)} ÷ ${inBrackets(below, 3)}`,
      bond: 2,
      notes: [...above.notes, ...below.notes],
    };
  },
  part: ({ part, whole }, manner) => {
    const [some, all] = [wordsOf(part, manner), wordsOf(whole, manner)];
    return { ...some, notes: [...some.notes, manner.say.notes.part(some.text, all.text)] };
  },
  alike: ({ of, kinds }, manner) => {
    const [words, all] = [wordsOf(of, manner), wordsOf(kinds, manner)];
    return { ...words, notes: [...words.notes, manner.say.notes.alike(all.text)] };
  },
  above_zero: ({ of }, manner) => {
    const words = wordsOf(of, manner);
    return { ...words, notes: [...words.notes, manner.say.notes.aboveZero(words.text)] };
  },
  either: eitherWords,
  together: ({ of }, manner) => {
    const words = of.map((one) => wordsOf(one, manner));
    const text = words.map((one) => inBrackets(one, 1)).join(' + ');
    return { text, bond: 1, notes: [...words.flatMap(({ notes }) => notes), manner.say.notes.together] };
  },
  if_known: ({ of, mark }, manner) => {
    const words = wordsOf(of, manner);
    return { ...words, notes: [...words.notes, manner.say.notes.zero(words.text, mark)] };
  },
  total: ({ of }, manner) => {
    const words = wordsOf(of, manner);
    return { ...words, text: manner.say.allGroups(inBrackets(words, 2)), bond: 0 };
  },
  within: ({ of, window }, manner) => {
    const words = wordsOf(of, manner);
    return { ...words, text: manner.say.over(inBrackets(words, 3), windowWords(window, manner)), bond: 0 };
  },
  kpi: ({ kpi }) => name(kpi.id),
  case: caseWords,
  raised: raisedWords,
  payback: ({ cost }, manner) => {
    const words = wordsOf(cost, manner);
    return { ...words, text: manner.say.payback(inBrackets(words, 2)), bond: 0 };
  },
};

const wordsOf = (formula: Formula, manner: Manner): Words =>
  (rules[formula.op] as (f: Formula, manner: Manner) => Words)(formula, manner);

/** A window in words: `the 365 days that end with the period`. */
export const windowText = (window: Window, options: Options = {}, lang: Language = 'en'): string =>
  windowWords(window, { options, say: formulaWords[lang] });

/**
 * A formula in words, by the ids of its measures and KPIs: `order_value_sum ÷ orders`. Given the options, it says the
 * case and the numbers that they choose; without them it names them.
 */
export function formulaText(formula: Formula, options: Options = {}, lang: Language = 'en'): string {
  const say = formulaWords[lang];
  const { text, notes } = wordsOf(formula, { options, say });
  return [text, ...new Set(notes)].join(say.semicolon);
}
