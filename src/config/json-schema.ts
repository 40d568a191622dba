import * as z from 'zod/mini';
import { configSchema } from './config-schema.ts';

const text = (): string => {
  const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title: 'kpi.yaml', description: 'Configuration of the kpi command.', ...schema }, null, 2)}\n`;
};

/** Files for editors that `npm run gen` writes. */
export const schemas = [{ path: 'schema/config.schema.json', text }];
