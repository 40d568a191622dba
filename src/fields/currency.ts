const codes =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
  'CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG ' +
  'HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD ' +
  'MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF ' +
  'SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU ' +
  'UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL';

const signs =
  '€ EUR,&euro; EUR,£ GBP,&pound; GBP,US$ USD,$US USD,CA$ CAD,C$ CAD,$CA CAD,A$ AUD,AU$ AUD,$AU AUD,NZ$ NZD,$NZ NZD,' +
  'HK$ HKD,S$ SGD,SG$ SGD,MX$ MXN,$MX MXN,R$ BRL,NT$ TWD,CN¥ CNY,JP¥ JPY,元 CNY,円 JPY,₹ INR,₩ KRW,₽ RUB,₺ TRY,₴ UAH,' +
  '₪ ILS,฿ THB,₫ VND,₦ NGN,₱ PHP,₸ KZT,₵ GHS,₡ CRC,₲ PYG,zł PLN,zl PLN,Kč CZK,Ft HUF,lei RON,лв BGN,лв. BGN,RM MYR,' +
  'Rp IDR,Fr. CHF,SFr. CHF';

const dollars =
  'USD CAD AUD NZD HKD SGD MXN ARS CLP COP UYU TWD BRL BBD BMD BND BSD BZD CVE CUP DOP FJD GYD JMD KYD LRD NAD NIO SBD SRD TOP TTD WST XCD';
const [yen, crowns, rupees] = ['JPY CNY', 'SEK NOK DKK ISK', 'INR PKR LKR NPR MUR SCR'];

/** Signs that several currencies share, with these. */
const shared: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    $: dollars,
    '¥': yen,
    '￥': yen,
    '&yen;': yen,
    kr: crowns,
    'kr.': crowns,
    Kr: crowns,
    'Kr.': crowns,
    Rs: rupees,
    'Rs.': rupees,
    '₨': rupees,
    R: 'ZAR BRL',
  }).map(([sign, list]) => [sign, list.split(' ')]),
);

/** From a sign or code, as it is written, to an ISO code; null if several currencies share it. */
const currencies: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ...codes.split(' ').map((code) => [code, code] as const),
  ...signs.split(',').map((pair) => pair.split(' ') as [string, string]),
  ...[...shared.keys()].map((sign) => [sign, null] as const),
]);

/** The ISO code of a sign or code; null if several currencies share the sign; undefined if it is neither. */
export const currencyOf = (sign: string): string | null | undefined => currencies.get(sign);

/** The currencies that a sign or code stands for: one, or several that share it. */
export const currenciesOf = (sign: string): readonly string[] => {
  const code = currencyOf(sign);
  return code ? [code] : (shared.get(sign) ?? []);
};

/** The ISO code that a whole cell means, in any case or as a sign of one currency; null for any other text. */
export const currencyCell = (text: string): string | null => currencyOf(text) ?? currencyOf(text.toUpperCase()) ?? null;
