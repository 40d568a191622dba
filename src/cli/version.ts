declare const KPI_VERSION: string | undefined;

/** Set by the build from package.json. */
export const version: string = typeof KPI_VERSION === 'string' ? KPI_VERSION : 'source';
