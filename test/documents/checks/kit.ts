import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../../src/config/load-config.ts';
import { ofText } from '../../../src/core/fraction.ts';
import type { NullReason } from '../../../src/core/kinds.ts';
import { defaultOptions } from '../../../src/core/kpi-options.ts';
import type { Check, Target } from '../../../src/documents/checks/checks-model.ts';
import { checksOf } from '../../../src/documents/checks/configured-checks.ts';
import { targetsOf } from '../../../src/documents/checks/targets.ts';
import { type Cell, nothing, type Operand } from '../../../src/kpis/evaluate.ts';
import { kpis } from '../../../src/kpis/index.ts';
import type { Given, Kpi } from '../../../src/kpis/kpi.ts';
import { folder } from '../../cli/kit.ts';

/** The configuration of a text. */
export async function configOf(yaml: string): Promise<Config> {
  const path = join(folder(), 'kpi.yaml');
  writeFileSync(path, yaml);
  return loadConfig(path);
}

export const checksIn = async (yaml: string): Promise<readonly Check[]> => checksOf(await configOf(yaml), kpis);
export const targetsIn = async (yaml: string): Promise<readonly Target[]> => targetsOf(await configOf(yaml), kpis);

export function kpiOf(id: string): Kpi {
  const kpi = kpis.find((one) => one.id === id);
  if (kpi === undefined) throw new Error(`there is no KPI ${id}`);
  return kpi;
}

/** A cell that holds the operands of a worked example. */
export function cellOf({ given, options }: Given, scope = ''): Cell {
  const operand = (name: string): Operand => {
    const text = given[scope + name] ?? null;
    if (text === null) return nothing('missing_kind');
    return /^[a-z_]+$/.test(text) ? nothing(text as NullReason) : { value: ofText(text), marks: 0 };
  };
  return {
    options: { ...defaultOptions, ...options },
    measure: ({ id }, window) => operand(window ? `${id}@${window.name}` : id),
    both: ({ id }, first, second) => operand(`${id}@${first.name}&${second.name}`),
    total: () => cellOf({ given, ...(options ? { options } : {}) }, 'total.'),
    payback: () => operand('payback'),
  };
}
