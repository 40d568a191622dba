/*
 * Time zones as exports name them in a column: PayPal by abbreviation, Square in words. Of an abbreviation and its summer
 * form the zone is the same: its clock says which is meant.
 */

const byName: Readonly<Record<string, readonly string[]>> = {
  'Etc/UTC': ['utc', 'gmt', 'z', 'coordinated universal time', 'greenwich mean time'],
  'Europe/London': ['bst', 'gmt/bst', 'london', 'edinburgh', 'britain'],
  'Europe/Dublin': ['dublin', 'ist/gmt'],
  'Europe/Lisbon': ['wet', 'west', 'lisbon'],
  'Europe/Paris': ['cet', 'cest', 'met', 'mest', 'mez', 'mesz', 'hnec', 'haec', 'paris', 'central european time'],
  'Europe/Berlin': ['berlin', 'bern'],
  'Europe/Madrid': ['madrid'],
  'Europe/Rome': ['rome'],
  'Europe/Amsterdam': ['amsterdam'],
  'Europe/Brussels': ['brussels'],
  'Europe/Vienna': ['vienna'],
  'Europe/Stockholm': ['stockholm'],
  'Europe/Athens': ['eet', 'eest', 'athens'],
  'Europe/Helsinki': ['helsinki'],
  'Europe/Moscow': ['msk', 'moscow'],
  'Europe/Istanbul': ['trt', 'istanbul'],
  'Africa/Casablanca': ['casablanca'],
  'Africa/Johannesburg': ['sast', 'pretoria', 'johannesburg'],
  'Asia/Jerusalem': ['jerusalem'],
  'Asia/Dubai': ['gst', 'abu dhabi'],
  'Asia/Kolkata': ['ist', 'kolkata', 'mumbai', 'new delhi', 'chennai'],
  'Asia/Bangkok': ['ict', 'bangkok'],
  'Asia/Jakarta': ['wib', 'jakarta'],
  'Asia/Singapore': ['sgt', 'singapore'],
  'Asia/Hong_Kong': ['hkt', 'hong kong'],
  'Asia/Tokyo': ['jst', 'tokyo', 'osaka'],
  'Asia/Seoul': ['kst', 'seoul'],
  'Australia/Perth': ['awst', 'perth'],
  'Australia/Adelaide': ['acst', 'acdt', 'adelaide'],
  'Australia/Darwin': ['darwin'],
  'Australia/Brisbane': ['brisbane'],
  'Australia/Sydney': ['aest', 'aedt', 'sydney', 'canberra'],
  'Australia/Melbourne': ['melbourne'],
  'Australia/Hobart': ['hobart'],
  'Pacific/Auckland': ['nzst', 'nzdt', 'auckland', 'wellington'],
  'Pacific/Honolulu': ['hst', 'hawaii'],
  'America/Anchorage': ['akst', 'akdt', 'alaska'],
  'America/Los_Angeles': ['pst', 'pdt', 'pacific time', 'pacific'],
  'America/Denver': ['mst', 'mdt', 'mountain time', 'mountain'],
  'America/Phoenix': ['arizona'],
  'America/Chicago': ['cst', 'cdt', 'central time', 'central'],
  'America/New_York': ['est', 'edt', 'eastern time', 'eastern'],
  'America/Indiana/Indianapolis': ['indiana (east)'],
  'America/Halifax': ['ast', 'adt', 'atlantic time'],
  'America/St_Johns': ['nst', 'ndt', 'newfoundland'],
  'America/Puerto_Rico': ['puerto rico'],
  'America/Regina': ['saskatchewan'],
  'America/Mexico_City': ['mexico city', 'guadalajara'],
  'America/Bogota': ['bogota'],
  'America/Sao_Paulo': ['brt', 'brasilia'],
  'America/Argentina/Buenos_Aires': ['art', 'buenos aires'],
};

const known = new Map(Object.entries(byName).flatMap(([zone, names]) => names.map((name) => [name, zone] as const)));

/** The IANA name of a zone that a cell names, with a note in parentheses or without; an unknown name as it is. */
export function zoneName(cell: string): string {
  const name = cell.trim();
  const plain = name.toLowerCase();
  return known.get(plain) ?? known.get(plain.replace(/\s*\([^()]*\)$/, '')) ?? name;
}

/** A date, a time and a zone in three cells as one text: `2026-03-13 10:00:00 [Europe/Paris]`. */
export function momentText(date: string, time: string, zone: string): string {
  const [day, clock] = [date.trim(), time.trim()];
  if (day === '') return '';
  if (clock === '') return day;
  return zone.trim() === '' ? `${day} ${clock}` : `${day} ${clock} [${zoneName(zone)}]`;
}
