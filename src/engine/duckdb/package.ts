import { Problem } from '../../core/problem.ts';
import type { Text } from '../../core/text.ts';

/** Loads DuckDB. If the package is missing, throws the Problem `no_duckdb`, which says what can be done `without`. */
export const loadDuckDB = (without: Text): Promise<typeof import('@duckdb/node-api')> =>
  import('@duckdb/node-api').catch((error: unknown) => {
    const why = String(error).split('\n')[0];
    throw new Problem(
      'no_duckdb',
      { en: `DuckDB cannot be loaded: ${why}`, fr: `DuckDB ne peut pas être chargé\u00a0: ${why}` },
      [
        {
          en: 'Install it beside kpi: npm install @duckdb/node-api (with --global where kpi is installed so)',
          fr: 'Installez-le à côté de kpi\u00a0: npm install @duckdb/node-api (avec --global si kpi est installé ainsi)',
        },
        without,
      ],
    );
  });

/** Whether DuckDB can be loaded here. */
export const isInstalled = (): Promise<boolean> =>
  import('@duckdb/node-api').then(
    () => true,
    () => false,
  );
