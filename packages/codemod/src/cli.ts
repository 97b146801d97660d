#!/usr/bin/env node
import { parseCommandLine, type Invocation } from './command-line.ts';
import { processTerminal, warn, type Terminal } from './project/terminal.ts';
import { UsageError } from './project/usage-error.ts';

/** The exit code of a run that a defect of this program ended. */
const defectCode = 4;

const signalCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/** What an interruption leaves behind. Files are replaced without a pause, so that between two events each is old or new. */
const leftBehind = {
  source: 'every file is either as it was or migrated. Run the command again to go on.',
  verify: 'the program was ended with all that it had started.',
} as const;

let state: keyof typeof leftBehind = 'source';
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
    case 'verify':
      state = 'verify';
      // Its program is in a group of its own, and would outlive the terminal.
      process.on('SIGHUP', () => interrupt('SIGHUP', 129));
      return (await import('./commands/verify.ts')).verify(invocation.request, terminal);
    case 'mock':
      return (await import('./commands/mock.ts')).mock(invocation.request, terminal);
  }
}

function interrupt(signal: string, code: number): never {
  warn(terminal, `Interrupted by ${signal}: ${leftBehind[state]}`);
  process.exit(code);
}
