/**
 * A share as it is written, unless it is more than all or less than nothing: then a text that no share is, so that its row
 * is rejected and named. `whole`: the bare number that is all.
 */
export const shareWithin =
  (whole: 1 | 100) =>
  (share = ''): string => {
    const text = share.trim();
    const value = Number(text.replace(/\s*%$/, '').replace(',', '.'));
    const most = text.endsWith('%') ? 100 : whole;
    if (value > most) return `${text} > ${most}`;
    return value < 0 ? `${text} < 0` : share;
  };

/** What a share leaves of all, by `rest`, unless it is none. */
export const restWithin = (whole: 1 | 100, rest: (share?: string) => string) => {
  const within = shareWithin(whole);
  return (share = ''): string => {
    const text = within(share);
    return text === share ? rest(share) : text;
  };
};
