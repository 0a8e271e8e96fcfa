export { outputFormats, type OutputFormat } from './print-table.ts';
export { createProgram, run, VERSION, type ExitStatus, type Outside } from './program.ts';
export type { BackUp, Restore } from './commands/records-backup.ts';
export { makeCountryArea, type Country } from './commands/demo-country.ts';
export type { Serve } from './commands/serve.ts';
export type { OpenRights, WithRights } from './commands/rights/with-rights.ts';
export type { GoOnSealing } from './commands/go-on-sealing.ts';
export type { VerifyLooks } from './commands/verify-looks.ts';
export { stepsOn, type Terminal } from './terminal.ts';
