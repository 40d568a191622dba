import { dayText } from '../../core/civil.ts';
import type { Kind } from '../../core/kinds.ts';
import { Problem } from '../../core/problem.ts';
import { counted, joined, nouns, quoted, type Text } from '../../core/text.ts';
import type { Read } from '../../engine/state/read.ts';
import { contradicts, currencyLines, type NamedFile } from '../../plan/conventions/currency-signs.ts';
import { shownName } from '../../plan/head/shown-columns.ts';
import type { CurrencySign, FilePlan } from '../../plan/plan.ts';
import type { Settings } from '../options/settings.ts';

/** The currency as far as it is known without asking. */
export function saidCurrency(read: Read, { currency }: Settings): string | null {
  const [only, ...more] = [...read.currencies.keys()].filter((code) => code !== '');
  return currency ?? (more.length === 0 ? (only ?? null) : null);
}

/** The currency of the report, which must be one that the signs beside amounts can mean. */
export function currencyOf(read: Read, settings: Settings): string | null {
  const files = read.files.map(({ file }) => file);
  const currency = oneCurrency(read, settings, signsOf(files));
  if (currency !== null) refuseSigns(files, currency, read.currencies);
  return currency;
}

/** A table whose amounts have a sign, if nothing in its file states their currency. */
interface Signed {
  readonly file: NamedFile;
  readonly kind: Kind;
  readonly sign: CurrencySign;
}

const signsOf = (files: readonly FilePlan[]): Signed[] =>
  files.flatMap((file) => file.tables.flatMap(({ kind, sign }) => (sign === null ? [] : [{ file, kind, sign }])));

/**
 * Amounts with a sign that the currency of the report does not have are not in it; lines are in that of their order,
 * one that was found.
 */
export function refuseSigns(files: readonly FilePlan[], currency: string, met?: ReadonlyMap<string, number>): void {
  const isOfOrder = ({ kind, sign }: Signed): boolean =>
    kind === 'order_line' && (met === undefined || sign.codes.some((code) => met.has(code)));
  const other = signsOf(files).find((one) => !one.sign.codes.includes(currency) && !isOfOrder(one));
  if (other !== undefined) throw contradicts(other.file, other.sign, currency);
}

/** The one currency of the report; null if no file has money. Otherwise the Problem that says why it is not known. */
function oneCurrency(read: Read, settings: Settings, signed: readonly Signed[]): string | null {
  const codes = [...read.currencies].filter(([code]) => code !== '');
  const listOf = (found: readonly (readonly [string, number])[]): Text => joined(found.map(inCurrency), ', ');
  if (settings.currency !== null) {
    const [missing] = read.unconverted;
    if (missing === undefined) return settings.currency;
    if (settings.rates !== null) {
      const [code, day, file] = [missing.currency, dayText(missing.day), missing.file];
      throw new Problem(
        'no_rate',
        {
          en: `there is no rate for ${code} on ${day} or before, which ${file} needs`,
          fr: `il manque un taux de change pour ${code} au ${day} ou avant, nécessaire à ${file}`,
        },
        [
          {
            en: 'Add a line to the rates: date,currency,rate',
            fr: 'Ajoutez une ligne aux taux de change\u00a0: date,currency,rate',
          },
        ],
      );
    }
    const foreign = codes.filter(([code]) => code !== settings.currency);
    const amounts = listOf(foreign);
    const says = {
      en: `the files hold amounts in ${amounts.en}, and no rates convert them to ${settings.currency}`,
      fr: `les fichiers contiennent des montants en ${amounts.fr}, et aucun taux de change ne les convertit en ${settings.currency}`,
    };
    throw new Problem('mixed_currencies', says, ratesAdvice(foreign));
  }
  const [only] = codes;
  if (codes.length > 1) {
    const [most] = codes.reduce((best, one) => (one[1] > best[1] ? one : best));
    const amounts = listOf(codes);
    const says = {
      en: `the files hold amounts in several currencies: ${amounts.en}; they are never added up as they are`,
      fr: `les fichiers contiennent des montants dans plusieurs devises\u00a0: ${amounts.fr}\u00a0; ils ne sont jamais additionnés tels quels`,
    };
    throw new Problem('mixed_currencies', says, [
      {
        en: `Say which one the report is in: --currency ${most}`,
        fr: `Indiquez celle du rapport\u00a0: --currency ${most}`,
      },
      ...ratesAdvice(codes.filter(([code]) => code !== most)),
    ]);
  }
  if (only !== undefined) return only[0];
  if ((read.currencies.get('') ?? 0) > 0) {
    const says = {
      en: 'no file says which currency its amounts are in',
      fr: 'aucun fichier ne dit dans quelle devise sont ses montants',
    };
    const [code, ...more] = new Set(signed.flatMap(({ sign: { codes } }) => (codes.length === 1 ? codes : [])));
    if (code !== undefined && more.length === 0) return code;
    const unclear = signed.find(({ sign }) => sign.codes.length > 1);
    if (unclear !== undefined) throw unclearSign(unclear);
    throw new Problem('no_currency', says, [
      {
        en: 'Say it: --currency EUR, or `currency: EUR` in kpi.yaml',
        fr: 'Indiquez-la\u00a0: --currency EUR, ou `currency: EUR` dans kpi.yaml',
      },
    ]);
  }
  return null;
}

function unclearSign({ file: { path, written }, sign: { sign, column, codes } }: Signed): Problem {
  const name = quoted(shownName(column));
  const says = {
    en: `${path}: amounts of column ${name.en} have the sign "${sign}", and nothing says which currency it means`,
    fr: `${path}\u00a0: des montants de la colonne ${name.fr} ont le signe «\u00a0${sign}\u00a0», et rien n'indique de quelle devise il s'agit`,
  };
  return new Problem('no_currency', says, [
    { en: `Say it: --currency ${codes[0]}`, fr: `Indiquez-la\u00a0: --currency ${codes[0]}` },
    { en: 'or in kpi.yaml:', fr: 'ou dans kpi.yaml\u00a0:' },
    ...currencyLines(written, codes),
  ]);
}

/** `EUR (3 rows)` */
function inCurrency([code, count]: readonly [string, number]): Text {
  const { en, fr } = counted(count, nouns.row);
  return { en: `${code} (${en})`, fr: `${code} (${fr})` };
}

function ratesAdvice([first]: readonly (readonly [string, number])[]): Text[] {
  const rates = `rates: { ${first?.[0] ?? 'USD'}: 0.92 }`;
  return [
    {
      en: 'Say what one unit of each other is worth in it: --rates rates.csv, with the columns date,currency,rate',
      fr: 'Indiquez ce que vaut dans cette devise une unité de chacune des autres\u00a0: --rates rates.csv, avec les colonnes date,currency,rate',
    },
    { en: `or in kpi.yaml, such as ${rates}`, fr: `ou dans kpi.yaml, par exemple ${rates}` },
  ];
}
