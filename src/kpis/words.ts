/** Formulas and windows in words, for `kpi explain` and the README: read off the same values as the arithmetic. */
import type { KpiOptions } from '../core/options.ts';
import type { Edge, Formula, Window } from './formula.ts';

/** How tightly a text holds together: words, a sum, a product, a name. */
type Bond = 0 | 1 | 2 | 3;

interface Words {
  readonly text: string;
  readonly bond: Bond;
  /** What holds beside the arithmetic, said once behind it. */
  readonly notes: readonly string[];
}

type Options = Readonly<Partial<KpiOptions>>;
type Of<O extends Formula['op'], F = Formula> = F extends { op: infer P } ? (O extends P ? F : never) : never;

const name = (text: string): Words => ({ text, bond: 3, notes: [] });
const inBrackets = ({ text, bond }: Words, least: Bond): string => (bond < least ? `(${text})` : text);

function listed(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** Operands with a sign between them; one that holds together less than `least` stands in brackets. */
function joined(of: readonly Formula[], sign: string, bond: Bond, least: Bond, options: Options): Words {
  const words = of.map((one) => wordsOf(one, options));
  return {
    text: words.map((one) => inBrackets(one, least)).join(sign),
    bond,
    notes: words.flatMap(({ notes }) => notes),
  };
}

function daysOf(daysBefore: Edge['daysBefore'], options: Options): string {
  const days = typeof daysBefore === 'number' ? daysBefore : (options[daysBefore] ?? daysBefore);
  return days === 1 ? '1 day' : typeof days === 'number' ? `${days} days` : `\`${days}\` days`;
}

function edgeText({ at, daysBefore }: Edge, options: Options): string {
  return daysBefore === 0 ? `the period's ${at}` : `${daysOf(daysBefore, options)} before the period's ${at}`;
}

/** A window as words that can stand behind "over" and "in": `the 365 days that end with the period`. */
export function windowText({ from, to }: Window, options: Options = {}): string {
  if (from === null) return `all data until ${edgeText(to, options)}`;
  if (from.at === to.at && typeof from.daysBefore === typeof to.daysBefore) {
    const days = daysOf(Number(from.daysBefore) - Number(to.daysBefore), options);
    if (to.daysBefore !== 0) return `the ${days} that end ${edgeText(to, options)}`;
    return to.at === 'end' ? `the ${days} that end with the period` : `the ${days} before the period`;
  }
  if (from.at === to.at && to.daysBefore === 0) {
    const days = daysOf(from.daysBefore, options);
    return to.at === 'end' ? `the ${days} that end with the period` : `the ${days} before the period`;
  }
  return `the span from ${edgeText(from, options)} to ${edgeText(to, options)}`;
}

function eitherWords(f: Of<'either'>, options: Options): Words {
  const words = f.of.map((one) => wordsOf(one, options));
  const nested = (i: number) => (['either', 'case'].includes(f.of[i]!.op) ? 1 : 0);
  const text = words.map((one, i) => inBrackets(one, nested(i))).join(', else ');
  const notes = words.flatMap((one) => one.notes);
  return { text, bond: 0, notes: f.exact ? notes : [...notes, 'any but the first is marked `approx`'] };
}

function caseWords(f: Of<'case'>, options: Options): Words {
  const chosen = f.option in options ? f.cases[String(options[f.option])] : undefined;
  if (chosen !== undefined) return wordsOf(chosen, options);
  const cases = Object.entries(f.cases).map(([word, one]) => [word, wordsOf(one, options)] as const);
  const texts = cases.map(([word, one]) => `${inBrackets(one, 1)} with \`${f.option}: ${word}\``);
  return { text: listed(texts, 'or'), bond: 0, notes: cases.flatMap(([, { notes }]) => notes) };
}

function raisedWords(f: Of<'raised'>, options: Options): Words {
  const [cost, costed, sold] = [f.cost, f.costed, f.sold].map((one) => wordsOf(one, options)) as [Words, Words, Words];
  const under = 'min_cost_coverage' in options ? options.min_cost_coverage : '`min_cost_coverage`';
  return {
    text: `${inBrackets(cost, 2)} × ${inBrackets(sold, 2)} ÷ ${inBrackets(costed, 3)}`,
    bond: 2,
    notes: [
      ...[cost, costed, sold].flatMap(({ notes }) => notes),
      `not known where ${costed.text} ÷ ${sold.text} is below ${under}, marked \`approx\` below 1`,
    ],
  };
}

const rules: { [O in Formula['op']]: (f: Of<O>, options: Options) => Words } = {
  measure: ({ measure, window }, options) =>
    window ? { ...name(`${measure.id} over ${windowText(window, options)}`), bond: 0 } : name(measure.id),
  both: ({ measure, first, second }, options) => ({
    ...name(`${measure.id} in both ${windowText(first, options)} and ${windowText(second, options)}`),
    bond: 0,
  }),
  number: ({ value }) => name(value),
  setting: ({ option }, options) => name(options[option] ?? `option \`${option}\``),
  plus: ({ of }, options) => joined(of, ' + ', 1, 1, options),
  times: ({ of }, options) => joined(of, ' × ', 2, 2, options),
  least: ({ of }, options) => {
    const words = of.map((one) => wordsOf(one, options));
    const texts = words.map((one) => inBrackets(one, 1));
    return { text: `the least of ${listed(texts, 'and')}`, bond: 0, notes: words.flatMap(({ notes }) => notes) };
  },
  minus: ({ a, b }, options) => {
    const [from, less] = [wordsOf(a, options), wordsOf(b, options)];
    return {
      text: `${inBrackets(from, 1)} − ${inBrackets(less, 2)}`,
      bond: 1,
      notes: [...from.notes, ...less.notes],
    };
  },
  per: ({ over, under }, options) => {
    const [above, below] = [wordsOf(over, options), wordsOf(under, options)];
    return {
      text: `${inBrackets(above, over.op === 'per' ? 3 : 2)} ÷ ${inBrackets(below, 3)}`,
      bond: 2,
      notes: [...above.notes, ...below.notes],
    };
  },
  part: ({ part, whole }, options) => {
    const [some, all] = [wordsOf(part, options), wordsOf(whole, options)];
    return { ...some, notes: [...some.notes, `not known where ${some.text} is above ${all.text}`] };
  },
  above_zero: ({ of }, options) => {
    const words = wordsOf(of, options);
    return { ...words, notes: [...words.notes, `not known where ${words.text} is not above 0`] };
  },
  either: eitherWords,
  if_known: ({ of, mark }, options) => {
    const words = wordsOf(of, options);
    const marked = mark ? `, marked \`${mark}\`` : '';
    return { ...words, notes: [...words.notes, `${words.text} is 0 where no file tells it${marked}`] };
  },
  total: ({ of }, options) => {
    const words = wordsOf(of, options);
    return { ...words, text: `${inBrackets(words, 2)} of all groups`, bond: 0 };
  },
  within: ({ of, window }, options) => {
    const words = wordsOf(of, options);
    return { ...words, text: `${inBrackets(words, 3)} over ${windowText(window, options)}`, bond: 0 };
  },
  kpi: ({ kpi }) => name(kpi.id),
  case: caseWords,
  raised: raisedWords,
  payback: ({ cost }, options) => {
    const words = wordsOf(cost, options);
    return {
      ...words,
      text: `the first month in which the gross margin that an average new customer has brought reaches ${inBrackets(words, 2)}`,
      bond: 0,
    };
  },
};

const wordsOf = (formula: Formula, options: Options): Words =>
  (rules[formula.op] as (f: Formula, options: Options) => Words)(formula, options);

/**
 * A formula in words, by the ids of its measures and KPIs: `order_value_sum ÷ orders`. Given the options, it says the
 * case and the numbers that they choose; without them it names them.
 */
export function formulaText(formula: Formula, options: Options = {}): string {
  const { text, notes } = wordsOf(formula, options);
  return [text, ...new Set(notes)].join('; ');
}
