import { checksDocument } from './checks/index.ts';
import { cohortsDocument } from './cohorts/index.ts';
import { funnelDocument } from './funnel/index.ts';
import { reportDocument } from './report/index.ts';

/** All documents. */
export const documents = {
  report: reportDocument,
  funnel: funnelDocument,
  cohorts: cohortsDocument,
  checks: checksDocument,
};
