import type { Text } from '../../core/text.ts';
import type { Zone } from '../../core/zone.ts';
import { zonesWith } from '../../core/zones-with.ts';
import type { Warning } from '../../figures/figure-model.ts';
import type { FilePlan, WrittenOffset } from '../../plan/plan.ts';

const offsetsOf = ({ tables }: FilePlan): readonly WrittenOffset[] => tables.flatMap(({ offsets = [] }) => offsets);

/** How many zones that match are named. */
const named = 3;

/**
 * The warning that times in files have offsets that the zone of the report does not have then: it may be that of a
 * server, and what happens near midnight falls on other days. Null if all fit. An error under `--strict` unless the
 * zone was stated, or other files fit it.
 */
export function zoneWarning(files: readonly FilePlan[], zone: Zone, isSaid: boolean): Warning | null {
  const known = files.flatMap((file) => {
    const offsets = offsetsOf(file);
    const other = offsets.find(({ at, minutes }) => zone.offsetAt(at) !== minutes);
    return offsets.length === 0 ? [] : [{ file, offsets, other }];
  });
  const away = known.filter(({ other }) => other !== undefined);
  const [first] = away;
  if (first?.other === undefined) return null;
  const of = zonesWith(
    away.flatMap(({ offsets }) => offsets),
    named + 1,
  );
  const fitting = of.length > 0 ? of : zonesWith(first.offsets, named + 1);
  const [best] = fitting;
  const some = away.length > 1 ? { en: ` and ${away.length - 1} more`, fr: ` et ${away.length - 1} de plus` } : null;
  const { path } = first.file;
  const list = fitting.slice(0, named).join(', ') + (fitting.length > named ? ', …' : '');
  const write: Text =
    best === undefined
      ? {
          en: 'no single zone has them all: write that of the shop in kpi.yaml, such as timezone: Europe/Paris',
          fr: 'aucun fuseau ne les a tous\u00a0: écrivez celui de la boutique dans kpi.yaml, par exemple timezone: Europe/Paris',
        }
      : {
          en: `zones that match: ${list}; write that of the shop in kpi.yaml: timezone: ${best}`,
          fr: `fuseaux possibles\u00a0: ${list}\u00a0; écrivez celui de la boutique dans kpi.yaml\u00a0: timezone: ${best}`,
        };
  return {
    code: 'other_zone',
    file: path,
    message: {
      en: `${path}${some?.en ?? ''}: times with the offset ${first.other.text}, which the zone of the report (${zone.name}) does not have then, so that hours near midnight count on another day; ${write.en}`,
      fr: `${path}${some?.fr ?? ''}\u00a0: des heures au décalage ${first.other.text}, que le fuseau du rapport (${zone.name}) n'a pas à ce moment\u00a0; les heures proches de minuit comptent donc un autre jour\u00a0; ${write.fr}`,
    },
    ...(isSaid || away.length < known.length ? {} : { strict: true as const }),
  };
}
