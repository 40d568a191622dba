import { defineDocument } from '../define-document.ts';
import type { CheckSettings } from './checks-compute.ts';
import type { CheckReport } from './checks-model.ts';

/** `kpi check`: the bounds of the configuration, compared with the figures. */
export const checksDocument = defineDocument({
  id: 'checks',
  work: async () => {
    const { checkMeasures, checkReportOf } = await import('./checks-compute.ts');
    return { measures: checkMeasures, compute: (read, settings: CheckSettings) => checkReportOf(read, settings) };
  },
  nameParts: ({ results }: CheckReport) => ({
    period: results.at(-1)?.period ?? '',
    from: results.reduce((first, { from }) => (first === '' || from < first ? from : first), ''),
    to: results.reduce((last, { to }) => (to > last ? to : last), ''),
  }),
  outputs: {
    table: async () => (await import('./checks-table.ts')).renderCheckTable,
    json: async () => (await import('./checks-json.ts')).renderCheckJson,
    junit: async () => (await import('./checks-junit.ts')).renderJunit,
    github: async () => (await import('./checks-github.ts')).renderGithub,
  },
});
