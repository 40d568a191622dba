import { saysNothing } from '../fields/blank.ts';
import { plainWord } from '../fields/text-field.ts';

/** What an answer in words says about a service. Neutral is an answer that is not positive; `none` is no answer. */
export type Satisfaction = 'good' | 'neutral' | 'bad' | 'none';

/** Each of some words after each of some adverbs, or alone. */
const graded = (adverbs: readonly string[], words: readonly string[]): string[] =>
  words.flatMap((word) => [word, ...adverbs.map((adverb) => `${adverb} ${word}`)]);

/** Words and their endings: `bon(ne)` is `bon` and `bonne`, `buen{o,a}` is `bueno` and `buena`. */
const spelled = (text: string): string[] =>
  text
    .split('|')
    .map((word) => word.trim())
    .flatMap((word) => {
      const [, stem = '', ends = ''] = /^(.*)\{(.*)\}$/.exec(word) ?? [];
      if (stem !== '') return ends.split(',').map((end) => `${stem}${end}`);
      const [, short = '', end = ''] = /^(.*)\((.*)\)$/.exec(word) ?? [];
      return short === '' ? [word] : [short, `${short}${end}`];
    });

const adverbs = {
  en: spelled(
    'very|extremely|completely|totally|highly|really|fully|somewhat|slightly|a little|rather|quite|fairly|mostly',
  ),
  fr: spelled('très|extrêmement|tout à fait|entièrement|totalement|plutôt|assez|légèrement|un peu'),
  de: spelled('sehr|äußerst|ausserst|völlig|voll und ganz|vollkommen|eher|ziemlich|etwas|leicht'),
  es: spelled('muy|extremadamente|totalmente|completamente|bastante|algo|ligeramente|un poco'),
  it: spelled('molto|estremamente|completamente|del tutto|abbastanza|piuttosto|leggermente|un po’'),
} as const;

/**
 * Every word that is understood, in the languages that tools write. Other words are not guessed: they are named and
 * left out, since a word misread as bad would look like a bad week.
 */
export const satisfactionWords: Readonly<Record<Satisfaction, readonly string[]>> = {
  good: [
    ...graded(adverbs.en, spelled('good|great|satisfied|positive|happy|pleased|excellent')),
    ...spelled('good with comment|awesome|amazing|outstanding|perfect|fantastic|wonderful|delighted|thumb{s up, up}'),
    ...graded(
      adverbs.fr,
      spelled('bon(ne)|bien|satisfait(e)|satisfaits|satisfaites|content(e)|heureu{x,se}|positi{f,ve}'),
    ),
    ...spelled("excellent(e)|parfait(e)|super|pouce en l'air|pouce levé|pouce vers le haut"),
    ...graded(adverbs.de, spelled('gut|zufrieden|positiv|glücklich')),
    ...spelled('ausgezeichnet|hervorragend|exzellent|toll|perfekt|daumen hoch'),
    ...graded(adverbs.es, spelled('buen{o,a}|bien|satisfech{o,a}|content{o,a}|feliz|positiv{o,a}')),
    ...spelled('excelente|perfecto|pulgar arriba'),
    ...graded(adverbs.it, spelled('buon{o,a}|bene|soddisfatt{o,a,i,e}|content{o,a}|felice|positiv{o,a}')),
    ...spelled('ottim{o,a}|eccellente|perfetto|pollice su|pollice in su'),
  ],
  neutral: [
    ...spelled(
      'neutral|neither|neither good nor bad|neither satisfied nor dissatisfied|neither satisfied nor unsatisfied',
    ),
    ...spelled(
      'neither happy nor unhappy|ok|okay|just ok|just okay|average|fair|so so|mixed|indifferent|acceptable|moderately satisfied',
    ),
    ...spelled(
      'neutre|moyen(ne)|moyennement satisfait|moyennement satisfaite|correct(e)|passable|indifférent(e)|mitigé(e)',
    ),
    ...spelled('ni satisfait ni insatisfait|ni satisfaite ni insatisfaite|ni bon ni mauvais|ni bien ni mal'),
    ...spelled(
      'mittel|mittelmäßig|befriedigend|ausreichend|durchschnittlich|teils teils|teils/teils|geht so|teilweise zufrieden',
    ),
    ...spelled('weder noch|weder zufrieden noch unzufrieden|weder gut noch schlecht'),
    ...spelled(
      'neutro|regular|normal|indiferente|aceptable|ni satisfecho ni insatisfecho|ni bueno ni malo|ni bien ni mal',
    ),
    ...spelled('neutrale|sufficiente|discreto|discreta|indifferente|accettabile|normale|nella media'),
    ...spelled('né soddisfatto né insoddisfatto|né buono né cattivo'),
  ],
  bad: [
    ...graded(adverbs.en, spelled('bad|poor|dissatisfied|unsatisfied|negative|unhappy|disappointed')),
    ...spelled('bad with comment|terrible|awful|horrible|not good|not happy|not satisfied|not very satisfied'),
    ...spelled('not at all satisfied|not so satisfied|not too satisfied|thumb{s down, down}'),
    ...graded(
      adverbs.fr,
      spelled('mauvais(e)|mal|insatisfait(e)|insatisfaits|insatisfaites|mécontent(e)|négati{f,ve}|déçu(e)|décevant(e)'),
    ),
    ...spelled('pas satisfait(e)|pas du tout satisfait(e)|pas vraiment satisfait(e)|plutôt pas satisfait(e)'),
    ...spelled('peu satisfait(e)|pas content(e)|pas bon|pas bien|médiocre|pouce vers le bas|pouce baissé'),
    ...graded(adverbs.de, spelled('schlecht|unzufrieden|negativ|unglücklich|enttäuscht')),
    ...spelled('nicht zufrieden|gar nicht zufrieden|überhaupt nicht zufrieden|eher nicht zufrieden|weniger zufrieden'),
    ...spelled('nicht gut|mangelhaft|ungenügend|daumen runter'),
    ...graded(adverbs.es, spelled('mal{o,a}|mal|insatisfech{o,a}|descontent{o,a}|negativ{o,a}|infeliz')),
    ...spelled('nada satisfech{o,a}|poco satisfech{o,a}|no satisfech{o,a}|pésim{o,a}|terrible|pulgar abajo'),
    ...graded(adverbs.it, spelled('cattiv{o,a}|male|insoddisfatt{o,a,i,e}|scontent{o,a}|negativ{o,a}|infelice')),
    ...spelled('per niente soddisfatt{o,a}|per nulla soddisfatt{o,a}|poco soddisfatt{o,a}|non soddisfatt{o,a}'),
    ...spelled('pessim{o,a}|scars{o,a}|pollice giù|pollice in giù|pollice verso'),
  ],
  none: [
    ...spelled(
      'offered|unoffered|not offered|sent|not sent|survey sent|requested|not requested|pending|waiting|expired',
    ),
    ...spelled(
      'not rated|unrated|no rating|no score|no survey|no feedback|no comment|no answer|not answered|unanswered',
    ),
    ...spelled('no response|not responded|no reply|skipped|declined|none|null|nil|undefined|empty|blank|unknown'),
    ...spelled("n/a|na|not applicable|not available|don't know|no opinion|prefer not to say"),
    ...spelled('proposé(e)|non proposé(e)|envoyé(e)|non envoyé(e)|en attente|expiré(e)|demandé(e)'),
    ...spelled(
      'non noté(e)|pas noté(e)|non évalué(e)|sans note|pas de note|aucune note|sans évaluation|aucune évaluation',
    ),
    ...spelled(
      'sans réponse|aucune réponse|pas de réponse|non répondu(e)|non renseigné(e)|sans avis|aucun avis|pas d’avis',
    ),
    ...spelled(
      'sans opinion|ne sait pas|ne se prononce pas|nsp|nspp|sans objet|non applicable|non disponible|aucun(e)',
    ),
    ...spelled('angeboten|nicht angeboten|gesendet|nicht gesendet|ausstehend|abgelaufen|übersprungen'),
    ...spelled('nicht bewertet|unbewertet|keine bewertung|keine antwort|nicht beantwortet|unbeantwortet|ohne antwort'),
    ...spelled('keine angabe|k.a.|keine meinung|weiß nicht|weiss nicht|nicht zutreffend|entfällt|keine|kein'),
    ...spelled('ofrecid{o,a}|no ofrecid{o,a}|enviad{o,a}|no enviad{o,a}|pendiente|caducad{o,a}|omitid{o,a}'),
    ...spelled(
      'sin calificar|sin calificación|no calificad{o,a}|sin valorar|sin valoración|no valorad{o,a}|sin puntuar',
    ),
    ...spelled('sin respuesta|no respondid{o,a}|no contestad{o,a}|sin contestar|ningun{o,a}|no aplica|no procede'),
    ...spelled('sin opinión|no sabe|ns/nc|no sabe no contesta|no disponible'),
    ...spelled('offert{o,a}|non offert{o,a}|inviat{o,a}|non inviat{o,a}|in attesa|scadut{o,a}|saltat{o,a}'),
    ...spelled('non valutat{o,a}|senza valutazione|nessuna valutazione|nessun voto|senza voto'),
    ...spelled('nessuna risposta|senza risposta|non risposto|nessun{o,a}|non applicabile|non disponibile|non so'),
  ],
};

/** Without accents, blanks, hyphens and punctuation. */
const plain = (text: string): string => plainWord(text).replace(/[.,;:!?'"’“”«»()/\\|…–—]/g, '');

/** Meanings of words in a form. */
const meaningsOf = (form: (word: string) => string): ReadonlyMap<string, Satisfaction> =>
  new Map(
    Object.entries(satisfactionWords).flatMap(([meaning, words]) =>
      words.map((word) => [form(word), meaning as Satisfaction] as const),
    ),
  );

const asListed = meaningsOf((word) => word);
/** Made once a word is written in another way than in the lists. */
let inPlainForm: ReadonlyMap<string, Satisfaction> | null = null;

/** Faces and thumbs, as signs or as people type them. */
const signs: readonly (readonly [Satisfaction, RegExp])[] = [
  [
    'good',
    /^(?:[\u{1F600}-\u{1F606}\u{1F609}-\u{1F60D}\u{1F618}\u{1F642}\u{1F60A}\u{1F929}\u{1F970}\u{1F973}\u263A\u2764\u{1F44D}\u{1F389}]\p{Emoji_Modifier}?\uFE0F?)+$/u,
  ],
  ['neutral', /^(?:[\u{1F610}\u{1F611}\u{1F636}\u{1F615}\u{1F914}]\uFE0F?)+$/u],
  [
    'bad',
    /^(?:[\u{1F641}\u2639\u{1F61E}\u{1F61F}\u{1F620}\u{1F621}\u{1F622}\u{1F623}\u{1F624}\u{1F625}\u{1F62D}\u{1F629}\u{1F62B}\u{1F92C}\u{1F614}\u{1F612}\u{1F44E}]\p{Emoji_Modifier}?\uFE0F?)+$/u,
  ],
  ['good', /^[:;=8]-?[)D\]]+$/],
  ['neutral', /^[:=8]-?\|$/],
  ['bad', /^[:=8]'?-?[([]+$/],
];

/** The meaning of a word; null if it is in no list. */
export function satisfactionOf(text: string): Satisfaction | null {
  if (saysNothing(text)) return 'none';
  const word = text.trim();
  const sign = signs.find(([, form]) => form.test(word));
  if (sign !== undefined) return sign[0];
  const listed = asListed.get(word.toLowerCase());
  if (listed !== undefined) return listed;
  const bare = plain(word);
  inPlainForm ??= meaningsOf(plain);
  return bare === '' ? (/^[-–—.?_]+$/.test(word) ? 'none' : null) : (inPlainForm.get(bare) ?? null);
}
