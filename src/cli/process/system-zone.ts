import { readlinkSync } from 'node:fs';
import { Problem } from '../../core/problem.ts';
import { sameInAll } from '../../core/text.ts';
import { zoneOf } from '../../core/zone.ts';

/** An abbreviation with an offset, which POSIX counts the other way round: `CET-1CEST`, `UTC+5`. */
const posixForm = /^[a-z]{3,}[+-]?\d/i;

/**
 * The time zone of the system: `TZ`, else what the runtime has found. The runtime uses UTC, or nothing, for a `TZ` that
 * it does not know: days would move silently. The Problem `unknown_zone` for such a `TZ`.
 */
export function systemZone(tz: string | undefined, runtime: () => string | undefined): string {
  const named = (tz ?? '').trim().replace(/^:/, '');
  // Empty means UTC; a path is a file with the rules of a zone, which the runtime has read.
  if (tz !== undefined && (named === '' || /^(utc|gmt)[+-]?0$/i.test(named))) return 'UTC';
  if (tz === undefined || named.startsWith('/')) return runtime() ?? 'UTC';
  try {
    const { name } = zoneOf(named);
    if (!posixForm.test(named) || name === named) return name;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw notThere(tz, error.advice.slice(0, -1));
  }
  throw notThere(tz, []);
}

/** Where a system without a zone of its own, as most servers are, keeps its clock. */
const utcLink = /\/zoneinfo\/(?:Etc\/)?UTC$/;

/**
 * What the runtime has found. It takes 20 ms to be asked, which a server in UTC need not wait for: where no `TZ` is set, its link
 * says the same.
 */
export function runtimeZone(tz: string | undefined, link = '/etc/localtime'): string | undefined {
  try {
    if (tz === undefined && utcLink.test(readlinkSync(link))) return 'UTC';
  } catch {
    // It may be a file, or missing.
  }
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const notThere = (tz: string, near: Problem['advice']): Problem =>
  new Problem(
    'unknown_zone',
    { en: `TZ=${tz}: this is not a time zone`, fr: `TZ=${tz}\u00a0: ce n'est pas un fuseau horaire` },
    [
      ...near,
      {
        en: 'say the zone of the shop: --timezone Europe/Paris, or in kpi.yaml:',
        fr: 'indiquez le fuseau de la boutique\u00a0: --timezone Europe/Paris, ou dans kpi.yaml\u00a0:',
      },
      sameInAll('  timezone: Europe/Paris'),
    ],
  );
