import { kindWords } from '../core/kind-words.ts';
import { sourcesLine } from '../core/sources-line.ts';
import { joined, quoted, sameInAll, type Text } from '../core/text.ts';
import type { CopyFinding, Read } from '../facts/read.ts';
import type { FilePlan } from '../plan/plan.ts';
import type { Warning } from './figure-model.ts';

/** What is to be said of ids that do not name one record each: one warning a code and kind of record, whatever the number of files. */
export function copyWarnings({ copies }: Pick<Read, 'copies'>): Warning[] {
  const grouped = new Map<string, CopyFinding>();
  for (const one of copies) {
    const key = `${one.code} ${one.kind} ${one.code === 'ids_apart' ? one.files.length > 1 : ''}`;
    const known = grouped.get(key);
    grouped.set(
      key,
      known === undefined
        ? one
        : {
            ...known,
            files: [...new Set([...known.files, ...one.files])],
            count: known.count + one.count,
            rows: known.rows + one.rows,
          },
    );
  }
  return [...grouped.values()].map((finding): Warning => {
    const [file] = finding.files;
    return {
      code: finding.code,
      message: said(finding),
      ...(file === undefined ? {} : { file: file.path }),
      ...(finding.code === 'customer_changed' ? {} : { strict: true }),
    };
  });
}

/** An id as an example; one that may be an address is none. */
const exampleOf = (id: string): Text => (id.includes('@') ? sameInAll('***') : quoted(id.slice(0, 40)));

function said(finding: CopyFinding): Text {
  const { code, files, kind, count, rows, example } = finding;
  const [where, one, kinds] = [placesOf(files), exampleOf(example), kindWords[kind]];
  const ids = {
    en: `${count} ${kinds.en} ${count === 1 ? 'id' : 'ids'}`,
    fr: `${count} identifiant${count === 1 ? '' : 's'} (${kinds.fr})`,
  };
  const single = count === 1;
  switch (code) {
    case 'ids_damaged':
      return {
        en: `${where.en}: ${ids.en} ${single ? 'was' : 'were'} rounded by a spreadsheet, such as ${one.en}, and ${single ? 'names' : 'name'} no record: each such row counts as a record of its own, and no refund or line finds it. Export the ids anew, as text`,
        fr: `${where.fr}\u00a0: ${ids.fr} ${single ? 'a été arrondi' : 'ont été arrondis'} par un tableur, par exemple ${one.fr}, et ne ${single ? 'désigne' : 'désignent'} rien\u00a0: chacune de ces lignes compte pour elle-même, sans ses remboursements ni ses articles. Exportez de nouveau les identifiants, en texte`,
      };
    case 'rows_are_lines':
      return {
        en: `${where.en}: ${ids.en} ${single ? 'stands' : 'stand'} on several rows with different amounts, such as ${one.en}: the ${rows} rows are taken for lines and added up. Were they versions, the file would need a column updated_at`,
        fr: `${where.fr}\u00a0: ${ids.fr} ${single ? 'figure' : 'figurent'} sur plusieurs lignes aux montants différents, par exemple ${one.fr}\u00a0: ces ${rows} lignes sont prises pour des articles et additionnées. Pour des versions successives, il faudrait une colonne updated_at`,
      };
    case 'rows_count_once':
      return {
        en: `${where.en}: ${rows} ${rows === 1 ? 'row repeats' : 'rows repeat'} the id and the amount of another, such as ${one.en}: each ${kinds.en} id counts once, by its last row. Were they lines, the file would need a quantity and a price a row`,
        fr: `${where.fr}\u00a0: ${rows} ligne${rows === 1 ? ' répète' : 's répètent'} l'identifiant et le montant d'une autre, par exemple ${one.fr}\u00a0: chaque identifiant (${kinds.fr}) compte une fois, par sa dernière ligne. Pour des articles, il faudrait une quantité et un prix par ligne`,
      };
    case 'lines_apart':
      return {
        en: `${where.en}: ${ids.en} ${single ? 'has' : 'have'} other lines in each file, such as ${one.en}: they are taken for one order cut between two files and added up. Were they versions, the files would need a column updated_at`,
        fr: `${where.fr}\u00a0: ${ids.fr} ${single ? 'a' : 'ont'} d'autres articles dans chaque fichier, par exemple ${one.fr}\u00a0: pris pour une commande coupée entre deux fichiers, ils sont additionnés. Pour des versions successives, il faudrait une colonne updated_at`,
      };
    case 'customer_changed':
      return {
        en: `${where.en}: ${ids.en} ${single ? 'has' : 'have'} another customer in another copy, such as ${one.en}: it was changed later, the copy that counts tells whose it is`,
        fr: `${where.fr}\u00a0: ${ids.fr} ${single ? 'a' : 'ont'} un autre client dans une autre copie, par exemple ${one.fr}\u00a0: il a été modifié, la copie retenue fait foi`,
      };
    case 'ids_apart': {
      const differ: Text =
        kind === 'order'
          ? { en: 'another time or customer', fr: 'autre date ou autre client' }
          : kind === 'refund'
            ? { en: 'another time or order', fr: 'autre date ou autre commande' }
            : kind === 'visit'
              ? { en: 'another time or visitor', fr: 'autre date ou autre visiteur' }
              : { en: 'another time', fr: 'autre date' };
      const several = {
        en: `${ids.en} ${single ? 'names' : 'name'} different records (${differ.en}), such as ${one.en}: ${rows} are counted`,
        fr: `${ids.fr} ${single ? 'désigne' : 'désignent'} des enregistrements différents (${differ.fr}), par exemple ${one.fr}\u00a0: ${rows} sont comptés`,
      };
      const advice = adviceOf(files);
      return {
        en: `${where.en}: ${several.en}. ${advice.en}`,
        fr: `${where.fr}\u00a0: ${several.fr}. ${advice.fr}`,
      };
    }
  }
}

const mostShown = 2;

function placesOf(files: readonly FilePlan[]): Text {
  const shown = files.slice(0, mostShown).map(({ path }) => sameInAll(path));
  const left = files.length - mostShown;
  return joined([...shown, ...(left > 0 ? [{ en: `${left} more`, fr: `${left} de plus` }] : [])], ', ');
}

function adviceOf(files: readonly FilePlan[]): Text {
  const [one, other, ...more] = files;
  if (one === undefined || other === undefined)
    return {
      en: 'Where a column tells the shop or till, map it to `store`',
      fr: 'Si une colonne donne la boutique ou la caisse, associez-la à `store`',
    };
  const line = sourcesLine(one.path, other.path, 'store');
  if (more.length === 0)
    return {
      en: `If they are two shops, write in kpi.yaml: ${line}`,
      fr: `S'il s'agit de deux boutiques, écrivez dans kpi.yaml\u00a0: ${line}`,
    };
  return {
    en: `If they are several shops, give all files of each its name in kpi.yaml, such as: ${line}`,
    fr: `S'il s'agit de plusieurs boutiques, donnez à tous les fichiers de chacune son nom dans kpi.yaml, par exemple\u00a0: ${line}`,
  };
}
