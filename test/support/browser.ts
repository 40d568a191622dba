import { existsSync } from 'node:fs';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium of this machine, or of the variable KPI_CHROMIUM; none is downloaded. */
export const chromium = [process.env.KPI_CHROMIUM ?? '', ...usual].find((path) => path !== '' && existsSync(path));

/** Headless, and quiet: it asks nobody for anything. */
export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
