import { plain } from './nearest.ts';

/** The codes of ISO 3166-1, three letters and two; Kosovo has those that its neighbours use. */
const codes = `
  ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE
  BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW
  CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY
  CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR
  FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU
  GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE
  JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT
  LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ
  MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ
  OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU
  RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK
  SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV
  TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS XKXXK YEMYE
  ZAFZA ZMBZM ZWEZW
`
  .trim()
  .split(/\s+/);

/** Names that tools write but that are not among the Unicode names of any language. */
const aliases: Readonly<Record<string, string>> = {
  BA: 'bosnia, bosnia herzegovina',
  BN: 'brunei darussalam',
  BO: 'bolivia plurinational state of',
  CD: 'dr congo, democratic republic of the congo, congo the democratic republic of the, congo democratic republic of the, zaire',
  CG: 'congo, republic of the congo, congo republic',
  CI: 'ivory coast, cote divoire',
  CV: 'cape verde',
  CZ: 'czech republic, republique tcheque, republica checa, repubblica ceca, tsjechische republiek, republica tcheca, tschechische republik',
  FK: 'falkland islands, falkland islands malvinas',
  FM: 'micronesia federated states of',
  GB: 'uk, great britain, britain, england, scotland, wales, northern ireland, united kingdom of great britain and northern ireland, grande bretagne, grossbritannien, angleterre, gran bretagna, gran bretana, inghilterra, inglaterra, engeland',
  GR: 'el',
  HK: 'hong kong china',
  IR: 'iran islamic republic of',
  KN: 'saint kitts and nevis',
  KP: 'korea north, korea democratic peoples republic of',
  KR: 'korea, korea south, korea republic of, republic of korea',
  LA: 'lao peoples democratic republic',
  LC: 'saint lucia',
  MD: 'moldova republic of, republic of moldova',
  MK: 'macedonia, macedonia the former yugoslav republic of, republic of north macedonia',
  MM: 'burma',
  MO: 'macau, macao',
  NL: 'holland, hollande, pays bas',
  PS: 'palestine state of, state of palestine, palestinian territory',
  RE: 'la reunion, ile de la reunion',
  RU: 'russian federation, federation de russie',
  SK: 'slovak republic',
  ST: 'sao tome and principe',
  SY: 'syrian arab republic',
  SZ: 'swaziland',
  TL: 'east timor',
  TR: 'turkey, turkiye, republic of turkiye',
  TW: 'taiwan province of china, taiwan republic of china',
  TZ: 'tanzania united republic of, united republic of tanzania',
  US: 'united states, united states of america, usa, etats unis damerique, estados unidos de america, vereinigte staaten von amerika, america',
  VA: 'holy see, vatican',
  VC: 'saint vincent and the grenadines',
  VE: 'venezuela bolivarian republic of',
  VN: 'viet nam',
};

/** Languages whose country names are known. */
const languages = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt'];

/** A name without accents, marks and a leading article, its words separated by one blank. */
const bare = (name: string): string =>
  plain(name)
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/[.'’‘´`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

const byCode = new Map<string, string>();
for (const pair of codes) {
  const two = pair.slice(3);
  byCode.set(pair.slice(0, 3).toLowerCase(), two).set(two.toLowerCase(), two);
}

let known: ReadonlyMap<string, string> | null = null;

/** Names to two-letter codes. Built at the first lookup of a name: most files have codes. */
function byName(): ReadonlyMap<string, string> {
  if (known !== null) return known;
  const found = new Map<string, string>();
  const shared = new Set<string>();
  const add = (name: string, code: string): void => {
    const before = found.get(name);
    if (before !== undefined && before !== code) shared.add(name);
    else found.set(name, code);
  };
  const two = codes.map((pair) => pair.slice(3));
  for (const language of languages)
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
      for (const code of two) {
        const name = names.of(code);
        if (name !== undefined) add(bare(name), code);
      }
    }
  // A name that two countries share identifies neither.
  for (const name of shared) found.delete(name);
  for (const [code, names] of Object.entries(aliases)) for (const name of names.split(', ')) found.set(name, code);
  known = found;
  return found;
}

/** The ISO 3166 code of a country, `FR`, from its two- or three-letter code or its name; null for any other word. */
export function countryCode(word: string): string | null {
  const name = bare(word);
  return byCode.get(name) ?? byName().get(name) ?? null;
}
