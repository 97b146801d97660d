export { parseCommandLine, type Invocation } from './command-line.ts';
export { check } from './commands/check.ts';
export { explain } from './commands/explain.ts';
export { checkInput, migrateInput } from './commands/input.ts';
export { migrate } from './commands/migrate.ts';
export type { InputRequest, MigrateRequest, Request } from './commands/request.ts';
export { planSource, type Means, type SourcePlan } from './project/plan-source.ts';
export { processTerminal, type Terminal } from './project/terminal.ts';
export { UsageError } from './project/usage-error.ts';
