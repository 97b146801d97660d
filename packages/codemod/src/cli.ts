#!/usr/bin/env node
import { parseCommandLine, type Invocation } from './command-line.ts';
import { processTerminal, warn, type Terminal } from './project/terminal.ts';
import { UsageError } from './project/usage-error.ts';

/** The exit code of a run that a defect of this program ended. */
const defectCode = 4;

const signalCodes = { SIGINT: 130, SIGTERM: 143 } as const;

const terminal = processTerminal();
for (const [signal, code] of Object.entries(signalCodes)) process.on(signal, () => interrupt(signal, code));
process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  try {
    const invocation = await parseCommandLine(words);
    return invocation === undefined ? 0 : await perform(invocation, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      warn(terminal, error.message);
      return 2;
    }
    // A message could quote source text, and with it a credential.
    warn(terminal, `${error instanceof Error ? error.name : typeof error} in this program.`);
    return defectCode;
  }
}

/** Loads only what the command needs. */
async function perform(invocation: Invocation, terminal: Terminal): Promise<number> {
  switch (invocation.command) {
    case 'migrate':
      return (await import('./commands/migrate.ts')).migrate(invocation.request, terminal);
    case 'check':
      return (await import('./commands/check.ts')).check(invocation.request, terminal);
    case 'migrate-input':
      return (await import('./commands/input.ts')).migrateInput(invocation.request, terminal);
    case 'check-input':
      return (await import('./commands/input.ts')).checkInput(invocation.request, terminal);
    case 'explain':
      return (await import('./commands/explain.ts')).explain(invocation.rule, terminal);
  }
}

/** Files are replaced without a pause, so that between two events each one is old or new. */
function interrupt(signal: string, code: number): never {
  warn(
    terminal,
    `Interrupted by ${signal}: every file is either as it was or migrated. Run the command again to go on.`,
  );
  process.exit(code);
}
