/** The units in which tools and sheets count lengths of time, in seconds. */
export const unitSeconds = { milliseconds: 0.001, seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

export type DurationUnit = keyof typeof unitSeconds;
