import { expect, it } from 'vitest';
import { defaultOptions } from '../../src/core/kpi-options.ts';
import { zoneOf } from '../../src/core/zone.ts';
import { planFile } from '../../src/plan/file/plan-file.ts';
import { inputsAt } from '../../src/readers/bytes.ts';
import { defaultLimits } from '../../src/readers/input.ts';
import { sources } from '../../src/sources/index.ts';
import { withFile } from '../readers/kit.ts';
import { workbookOf } from '../support/workbook.ts';

it('a hidden sheet that is an export is not read in silence, and not read at all', async () => {
  const rows = [
    ['Day', 'Campaign name', 'Amount spent (EUR)', 'Reporting starts'],
    ['2026-11-02', 'A', '10.00', '2026-11-02'],
  ];
  const book = workbookOf({ sheets: [{ name: 'Ads', state: 'hidden', rows }] });
  const utc = zoneOf('UTC');
  const planning = { sources, options: defaultOptions, zone: utc, utc, limits: defaultLimits };
  await withFile('a.xlsx', book, async (path) => {
    const [sheet] = await inputsAt(path, defaultLimits, 'a.xlsx');
    await expect(planFile(sheet!, {}, planning)).rejects.toMatchObject({ code: 'hidden_sheet' });
  });
});
