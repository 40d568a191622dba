import { currencyCode } from '../../config/currency-code.ts';
import type { Config } from '../../config/load-config.ts';
import { located } from '../../config/located.ts';
import { type Kind, kinds } from '../../core/kinds.ts';
import { didYouMean, nearest } from '../../core/nearest.ts';
import { Problem } from '../../core/problem.ts';
import { after, either, sameInAll, type Text } from '../../core/text.ts';
import { zoneOf } from '../../core/zone.ts';
import { constantNumber } from '../../plan/column-kind.ts';
import { fieldsOfEntry } from '../../plan/recognise/given.ts';
import type { FieldMeta } from '../../records/field-types.ts';

type Values = NonNullable<Config['values']['sources']>[number];

/**
 * The keys of `columns` and `set` are fields of the kind, or together of one kind if none is given; the values of `set`
 * fit them.
 */
export function checkFields({ values, where }: Config): void {
  for (const [row, entry] of (values.sources ?? []).entries()) {
    const { columns = {}, set = {}, kind } = entry;
    const all = kind === undefined ? kinds : [kind];
    const known = new Set(all.flatMap((one) => [...fieldsOfEntry(one).keys()]));
    const at = (key: 'columns' | 'set', field: string): string => where(['sources', row, key], field);
    for (const key of ['columns', 'set'] as const)
      for (const field of Object.keys(entry[key] ?? {}))
        if (!known.has(field)) throw unknownField(at(key, field), field, kind, [...known]);
    const named = [...Object.keys(columns), ...Object.keys(set)];
    const holders = all.filter((one) => named.every((field) => fieldsOfEntry(one).has(field)));
    const [holder] = holders;
    if (holder === undefined) throw noKind(where(['sources', row]), named);
    for (const [field, value] of Object.entries(set)) {
      if (columns[field] !== undefined) throw saidTwice(at('set', field), field);
      located(at('set', field), () => checkValue(entry, field, value, fieldsOfEntry(holder).get(field)!));
    }
  }
}

function unknownField(place: string, field: string, kind: Kind | undefined, known: readonly string[]): Problem {
  const says = {
    en: `"${field}" is not a field${kind === undefined ? '' : ` of the kind ${kind}`}`,
    fr: `«\u00a0${field}\u00a0» n'est pas un champ${kind === undefined ? '' : ` du type ${kind}`}`,
  };
  return new Problem('unknown_field', after(place, says), [...didYouMean(nearest(field, known)), seeFields]);
}

const seeFields: Text = { en: 'see kpi list --fields', fr: 'voir kpi list --fields' };

function noKind(place: string, fields: readonly string[]): Problem {
  const list = sameInAll(fields.join(', '));
  const says = {
    en: `no kind of records has all of these fields: ${list.en}`,
    fr: `aucun type d'enregistrement n'a tous ces champs\u00a0: ${list.fr}`,
  };
  return new Problem('unknown_field', after(place, says), [seeFields]);
}

function saidTwice(place: string, field: string): Problem {
  const says = {
    en: `${field} has both a column (columns) and a constant (set): keep one of them`,
    fr: `${field} a à la fois une colonne (columns) et une constante (set)\u00a0: gardez l'une des deux`,
  };
  return new Problem('bad_constant', after(place, says));
}

const bad = (says: Text): Problem => new Problem('bad_constant', says);

/** A constant must be valid for its field. */
function checkValue(entry: Values, field: string, value: string | number, meta: FieldMeta): void {
  const name = `set.${field}`;
  if (meta.role === 'id' || meta.type === 'key' || field.endsWith('_id')) {
    throw bad({
      en: `${name}: what distinguishes one record from another cannot be the same in every row`,
      fr: `${name}\u00a0: ce qui distingue un enregistrement d'un autre ne peut pas être le même à chaque ligne`,
    });
  }
  if (meta.type === 'text') {
    if (typeof value === 'number') {
      throw bad({
        en: `${name} must be text; put numbers in quotes`,
        fr: `${name} doit être un texte\u00a0; mettez les nombres entre guillemets`,
      });
    }
    checkWord(name, value, meta);
    const entries = { currency: entry.currency?.toUpperCase(), store: entry.store };
    if (field === 'currency') currencyCode(value);
    const other = field === 'currency' || field === 'store' ? entries[field] : undefined;
    if (other !== undefined && other !== (field === 'currency' ? value.toUpperCase() : value)) {
      throw bad({
        en: `${name} says ${value}, the entry's own ${field} says ${other}: keep one of them`,
        fr: `${name} indique ${value}, la clé ${field} de la source indique ${other}\u00a0: gardez l'une des deux`,
      });
    }
    return;
  }
  const utc = zoneOf('UTC');
  const read = constantNumber(
    { op: 'constant', value: String(value), as: { type: meta.type } },
    { report: utc, source: utc, utc },
  );
  if (Number.isFinite(read)) return;
  throw bad(
    meta.type === 'day' || meta.type === 'instant'
      ? { en: `${name} must be a date, such as 2026-11-02`, fr: `${name} doit être une date, comme 2026-11-02` }
      : {
          en: `${name} must be a number, with a point before decimals`,
          fr: `${name} doit être un nombre, avec un point avant les décimales`,
        },
  );
}

function checkWord(name: string, value: string, { words }: FieldMeta): void {
  if (words === undefined || words.includes(value.toLowerCase())) return;
  const list = either(words);
  throw new Problem(
    'bad_constant',
    { en: `${name} must be ${list.en}`, fr: `${name} doit être ${list.fr}` },
    didYouMean(nearest(value, words)),
  );
}
