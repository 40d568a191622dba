import type { Kind } from '../core/kinds.ts';
import { sourcesLine } from '../core/sources-line.ts';
import { counted, joined, nouns, quoted, sameInAll, type Text } from '../core/text.ts';
import type { CopyFinding, Read } from '../engine/state/read.ts';
import type { FilePlan } from '../plan/plan.ts';
import { recordOf } from '../records/index.ts';
import type { Warning } from './figure-model.ts';

/** Warnings about ids that do not name one record each: one per code and kind of record, whatever the number of files. */
export function copyWarnings({ copies, files }: Pick<Read, 'copies' | 'files'>): Warning[] {
  const all = files.map(({ file }) => file.written);
  const grouped = new Map<string, CopyFinding>();
  for (const one of copies) {
    const key = `${one.code} ${one.kind} ${partOf(one)}`;
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
      message: said(finding, all),
      ...(file === undefined ? {} : { file: file.path }),
      ...(notContradicting.has(finding.code) ? {} : { strict: true }),
    };
  });
}

/** What findings of one code must share to be said together. */
function partOf({ code, files }: CopyFinding): string {
  if (code === 'ids_apart') return String(files.length > 1);
  return code === 'payments_fees' || code === 'payments_left' ? (files[0]?.source.id ?? '') : '';
}

/** Findings that contradict nothing in the files. */
const notContradicting: ReadonlySet<CopyFinding['code']> = new Set([
  'customer_changed',
  'lines_of_other_orders',
  'payments_fees',
  'payments_left',
]);

/** An id as an example; never one that may be an address. */
const exampleOf = (id: string): Text => (id.includes('@') ? sameInAll('***') : quoted(id.slice(0, 40)));

function said(finding: CopyFinding, all: readonly string[]): Text {
  const { code, files, kind, count, rows, example } = finding;
  const [where, one, kinds] = [placesOf(files), exampleOf(example), recordOf(kind).words.one];
  const ids = {
    en: `${count} ${kinds.en} ${count === 1 ? 'id' : 'ids'}`,
    fr: `${count} identifiant${count === 1 ? '' : 's'} (${kinds.fr})`,
  };
  const single = count === 1;
  switch (code) {
    case 'ids_damaged':
      return {
        en: `${where.en}: ${ids.en} ${single ? 'was' : 'were'} rounded by a spreadsheet, such as ${one.en}, and ${single ? 'names' : 'name'} no record: each such row counts as a record of its own, and no refund or line finds it. Export the ids again, as text`,
        fr: `${where.fr}\u00a0: ${ids.fr} ${single ? 'a été arrondi' : 'ont été arrondis'} par un tableur, par exemple ${one.fr}, et ne ${single ? 'désigne' : 'désignent'} rien\u00a0: chacune de ces lignes compte pour elle-même, sans ses remboursements ni ses articles. Exportez de nouveau les identifiants, en texte`,
      };
    case 'rows_are_lines':
      return {
        en: `${where.en}: ${ids.en} ${single ? 'occurs' : 'occur'} on several rows with different amounts, such as ${one.en}: the ${rows} rows are treated as lines and added up. If they are versions, the file needs a column updated_at`,
        fr: `${where.fr}\u00a0: ${ids.fr} ${single ? 'figure' : 'figurent'} sur plusieurs lignes aux montants différents, par exemple ${one.fr}\u00a0: ces ${rows} lignes sont prises pour des articles et additionnées. Pour des versions successives, il faudrait une colonne updated_at`,
      };
    case 'rows_count_once':
      return {
        en: `${where.en}: ${rows} ${rows === 1 ? 'row repeats' : 'rows repeat'} the id and the amount of another, such as ${one.en}: each ${kinds.en} id counts once, by its last row. If they are lines, the file needs a quantity and a price per row`,
        fr: `${where.fr}\u00a0: ${rows} ligne${rows === 1 ? ' répète' : 's répètent'} l'identifiant et le montant d'une autre, par exemple ${one.fr}\u00a0: chaque identifiant (${kinds.fr}) compte une fois, par sa dernière ligne. Pour des articles, il faudrait une quantité et un prix par ligne`,
      };
    case 'lines_apart':
      return {
        en: `${where.en}: ${ids.en} ${single ? 'has' : 'have'} different lines in each file, such as ${one.en}: they are treated as one order cut between two files and added up. If they are versions, the files need a column updated_at`,
        fr: `${where.fr}\u00a0: ${ids.fr} ${single ? 'a' : 'ont'} d'autres articles dans chaque fichier, par exemple ${one.fr}\u00a0: pris pour une commande coupée entre deux fichiers, ils sont additionnés. Pour des versions successives, il faudrait une colonne updated_at`,
      };
    case 'rows_replaced': {
      const count = counted(rows, nouns.row);
      const advice = adviceOf(files, kind, all);
      return {
        en: `${where.en}: they report the same days, ${count.en} with different figures: treated as two downloads of one thing, of which the newer counts. ${advice.en}`,
        fr: `${where.fr}\u00a0: ils donnent les mêmes jours, avec d'autres chiffres (${count.fr})\u00a0: pris pour deux téléchargements du même export, dont le plus récent compte. ${advice.fr}`,
      };
    }
    case 'rows_shared': {
      const count = counted(rows, nouns.row);
      const advice = adviceOf(files, kind, all);
      return {
        en: `${where.en}: ${count.en} (${kinds.en}) ${rows === 1 ? 'is' : 'are'} the same in both and ${rows === 1 ? 'counts' : 'count'} once, though other rows of these days differ. ${advice.en}`,
        fr: `${where.fr}\u00a0: ${count.fr} (${kinds.fr}) identiques dans les deux fichiers, comptées une fois, alors que d'autres lignes de ces jours diffèrent. ${advice.fr}`,
      };
    }
    case 'rows_left': {
      const count = counted(rows, nouns.row);
      const [older, newer] = [files[0]?.path ?? '', files[1]?.path ?? ''];
      const advice = adviceOf(files, kind, all);
      return {
        en: `${older}: ${count.en} (${kinds.en}) on days that ${newer} also reports ${rows === 1 ? 'is' : 'are'} not in it, and ${rows === 1 ? 'counts' : 'count'} too: what was renamed in between counts twice. If ${newer} is the same export, leave ${older} out. ${advice.en}`,
        fr: `${older}\u00a0: ${count.fr} (${kinds.fr}) de jours que donne aussi ${newer} n'y ${rows === 1 ? 'figure' : 'figurent'} pas, et ${rows === 1 ? 'compte' : 'comptent'} aussi\u00a0: ce qui a été renommé entre-temps compte deux fois. Si ${newer} est le même export, retirez ${older}. ${advice.fr}`,
      };
    }
    case 'rows_again': {
      const count = counted(rows, nouns.row);
      return {
        en: `${where.en}: its header is written again further down, and ${count.en} below it ${rows === 1 ? 'has' : 'have'} the days and names of rows above it: all count. If two downloads were pasted below each other, save each in a file of its own: then the newer counts`,
        fr: `${where.fr}\u00a0: son en-tête est répété plus bas, et ${count.fr} en dessous ${rows === 1 ? 'a' : 'ont'} les jours et les noms de lignes du dessus\u00a0: toutes comptent. Si deux téléchargements ont été collés l'un sous l'autre, enregistrez chacun dans son fichier\u00a0: le plus récent compte alors`,
      };
    }
    case 'total_differs':
      return {
        en: `${where.en}: the amount of its total row is not the sum of its orders: a row is missing, or the row is no total; it is left out`,
        fr: `${where.fr}\u00a0: le montant de sa ligne de total n'est pas la somme de ses commandes\u00a0: il manque une ligne, ou ce n'est pas un total\u00a0; cette ligne est laissée de côté`,
      };
    case 'lines_of_other_orders':
    case 'lines_of_no_order':
      return {
        en: `${where.en}: ${count} ${single ? 'line names an order' : 'lines name orders'} that no file has, such as ${one.en}, and ${single ? 'counts' : 'count'} nowhere: export the orders of the same time`,
        fr: `${where.fr}\u00a0: ${count} ${single ? "article d'une commande absente" : 'articles de commandes absentes'} des fichiers, par exemple ${one.fr}, qui ne ${single ? 'compte' : 'comptent'} nulle part\u00a0: exportez les commandes de la même période`,
      };
    case 'orders_without_lines':
      return {
        en: `${count} ${single ? 'order has' : 'orders have'} no line in ${where.en}, such as ${one.en}: units are incomplete, and the cost of these goods is unknown. Export the lines of all orders`,
        fr: `${count} ${single ? "commande n'a" : "commandes n'ont"} aucun article dans ${where.fr}, par exemple ${one.fr}\u00a0: les unités sont incomplètes et le coût de ces articles est inconnu. Exportez les articles de toutes les commandes`,
      };
    case 'payments_fees':
    case 'payments_left': {
      const ofPayments = files.filter(({ source }) => source.payments === true);
      const [payments, orders] = [placesOf(ofPayments), placesOf(files.filter((file) => !ofPayments.includes(file)))];
      const { title, titleFr } = ofPayments[0]!.source;
      const tool: Text = { en: title, fr: titleFr };
      const records = counted(rows, nouns.row);
      const what =
        code === 'payments_fees'
          ? { en: 'fees are read, sales are not', fr: 'les frais sont lus, les ventes ne le sont pas' }
          : { en: 'they are not read', fr: 'elles ne sont pas lues' };
      return {
        en: `${payments.en} (${tool.en}): the sales of ${records.en} are those of ${orders.en}: ${what.en}. If they are another shop's, give the file its \`store\` in \`sources\` of kpi.yaml`,
        fr: `${payments.fr} (${tool.fr})\u00a0: les ventes de ${records.fr} sont celles de ${orders.fr}\u00a0: ${what.fr}. Si elles sont d'une autre boutique, donnez au fichier son \`store\` dans \`sources\` de kpi.yaml`,
      };
    }
    case 'marketplace_twice':
      return {
        en: `${files[0]?.path ?? ''}: ${count} ${single ? 'order comes' : 'orders come'} from ${one.en}, on days that ${files[1]?.path ?? ''} covers: ${single ? 'it counts' : 'they count'} twice. Leave one of the two files out`,
        fr: `${files[0]?.path ?? ''}\u00a0: ${count} ${single ? 'commande vient' : 'commandes viennent'} de ${one.fr}, à des jours que couvre ${files[1]?.path ?? ''}\u00a0: ${single ? 'elle compte' : 'elles comptent'} deux fois. Retirez l'un des deux fichiers`,
      };
    case 'two_formats': {
      const [kept] = files.map(({ path }) => path);
      const advice = adviceOf(files, kind, all);
      return {
        en: `${where.en}: ${ids.en} with the same time and customer ${single ? 'is' : 'are'} in both formats, such as ${one.en}: ${single ? 'it counts' : 'they count'} once, as ${kept} has ${single ? 'it' : 'them'}. ${advice.en}`,
        fr: `${where.fr}\u00a0: ${ids.fr} de même date et de même client ${single ? 'figure' : 'figurent'} dans les deux formats, par exemple ${one.fr}\u00a0: ${single ? 'il compte' : 'ils comptent'} une fois, selon ${kept}. ${advice.fr}`,
      };
    }
    case 'customer_changed':
      return {
        en: `${where.en}: ${ids.en} ${single ? 'has' : 'have'} another customer in another copy, such as ${one.en}: it was changed later, the copy that counts decides whose it is`,
        fr: `${where.fr}\u00a0: ${ids.fr} ${single ? 'a' : 'ont'} un autre client dans une autre copie, par exemple ${one.fr}\u00a0: il a été modifié, la copie retenue fait foi`,
      };
    case 'ids_apart': {
      const differ: Text =
        kind === 'order'
          ? { en: 'another time or customer', fr: 'autre date ou autre client' }
          : kind === 'ticket' || kind === 'lead' || kind === 'checkout'
            ? { en: 'another time or person', fr: 'autre date ou autre personne' }
            : kind === 'refund'
              ? { en: 'another time or order', fr: 'autre date ou autre commande' }
              : kind === 'visit'
                ? { en: 'another time or visitor', fr: 'autre date ou autre visiteur' }
                : { en: 'another time', fr: 'autre date' };
      const several = {
        en: `${ids.en} ${single ? 'names' : 'name'} different records (${differ.en}), such as ${one.en}: ${rows} are counted`,
        fr: `${ids.fr} ${single ? 'désigne' : 'désignent'} des enregistrements différents (${differ.fr}), par exemple ${one.fr}\u00a0: ${rows} sont comptés`,
      };
      const advice = adviceOf(files, kind, all);
      return { en: `${where.en}: ${several.en}. ${advice.en}`, fr: `${where.fr}\u00a0: ${several.fr}. ${advice.fr}` };
    }
  }
}

const mostShown = 2;

function placesOf(files: readonly FilePlan[]): Text {
  const shown = files.slice(0, mostShown).map(({ path }) => sameInAll(path));
  const left = files.length - mostShown;
  return joined([...shown, ...(left > 0 ? [{ en: `${left} more`, fr: `${left} de plus` }] : [])], ', ');
}

function adviceOf(files: readonly FilePlan[], kind: Kind, all: readonly string[]): Text {
  const [one, other, ...more] = files;
  if (one === undefined || other === undefined)
    return {
      en: 'If a column gives the shop or till, map it to `store`',
      fr: 'Si une colonne donne la boutique ou la caisse, associez-la à `store`',
    };
  const key = apartBy(kind);
  const line = sourcesLine(one.written, other.written, key, all);
  const whose = key === 'account' ? { en: 'accounts', fr: 'comptes' } : { en: 'shops', fr: 'boutiques' };
  if (line === null || more.some(({ written }) => line.includes(`path: ${written} `)))
    return {
      en: `If they are several ${whose.en}, give each file its \`${key}\` in \`sources\` of kpi.yaml`,
      fr: `S'il s'agit de plusieurs ${whose.fr}, donnez à chaque fichier son \`${key}\` dans \`sources\` de kpi.yaml`,
    };
  return {
    en: `If they are two ${whose.en}, write in kpi.yaml: ${line}`,
    fr: `S'il s'agit de deux ${whose.fr}, écrivez dans kpi.yaml\u00a0: ${line}`,
  };
}

/** What distinguishes two sources of a kind in the configuration. */
const apartBy = (kind: Kind): 'account' | 'store' => (recordOf(kind).ofAccounts ? 'account' : 'store');
