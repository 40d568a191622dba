declare const KPI_VERSION: string | undefined;
declare const KPI_BUILD: string | undefined;

/** Set by the build from package.json. */
export const version: string = typeof KPI_VERSION === 'string' ? KPI_VERSION : 'source';

/** Another for each change of the program: the build sets it to its own hash. */
export const build: string = typeof KPI_BUILD === 'string' ? KPI_BUILD : 'source';
