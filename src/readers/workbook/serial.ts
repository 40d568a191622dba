const daySeconds = 86_400;

/** Day numbers since 1970 of the day before day 1 in each of the two systems. */
const before1900 = Date.UTC(1899, 11, 31) / (daySeconds * 1000);
const from1904 = Date.UTC(1904, 0, 1) / (daySeconds * 1000);

/** The 29 February 1900, which Excel has and the calendar has not. */
const leapDay = 60;

/** The last day that Excel shows: 31 December 9999. */
const lastDay = 2_958_465;

const two = (value: number): string => String(value).padStart(2, '0');

/** `10:00:04`; hours are not limited to a day. */
function clockText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** The day of a whole serial number, as ISO text. Day 60 of 1900 is none, and no parser takes it for one. */
function dayText(day: number, is1904: boolean): string {
  if (!is1904 && day === leapDay) return '1900-02-29';
  const days = is1904 ? from1904 + day : before1900 + day - (day > leapDay ? 1 : 0);
  return new Date(days * daySeconds * 1000).toISOString().slice(0, 10);
}

/**
 * A serial number as text: a day, a day with its time (wall time, to the nearest second), or a time alone; null for a
 * number that is no date. A whole number is a day and not its midnight.
 */
export function dateText(serial: number, shows: 'date' | 'time' | 'elapsed', is1904: boolean): string | null {
  if (!(serial >= 0 && serial < lastDay + 1)) return null;
  const seconds = Math.round(serial * daySeconds);
  if (shows === 'elapsed' || (shows === 'time' && serial < 1)) return clockText(seconds);
  if (Number.isInteger(serial)) return dayText(serial, is1904);
  const day = Math.floor(seconds / daySeconds);
  return `${dayText(day, is1904)} ${clockText(seconds - day * daySeconds)}`;
}
