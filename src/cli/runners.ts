/** What most command lines run, in one part of the bundle: many small files cost more to load than one. */
export * as list from './commands/list.ts';
export * as normalize from './commands/normalize.ts';
export * as report from './commands/report.ts';
export { parseOptions } from './parse.ts';
