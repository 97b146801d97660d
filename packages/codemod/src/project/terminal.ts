import { escapeControls } from '../render/escape.ts';
import { redactPath } from '../render/redact-phrase.ts';

/** Where a command runs and whom it talks to; tests pass their own. */
export interface Terminal {
  /** The folder of the call: paths are read and reported relative to it. */
  readonly cwd: string;
  /** Whether reports may use colour. */
  readonly colour: boolean;
  /** Writes to standard output. */
  readonly print: (text: string | Uint8Array) => void;
  /** Writes to standard error. */
  readonly printError: (text: string) => void;
  /** Reads standard input to its end. */
  readonly readInput: () => Promise<Buffer>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  stdout.on('error', endQuietlyWhenReaderLeft);
  return {
    cwd: process.cwd(),
    colour: stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    print: (text) => void stdout.write(text),
    printError: (text) => void stderr.write(text),
    readInput: async () => Buffer.concat(await stdin.toArray()),
  };
}

/** Writes one line to standard error; what came from input can neither break the line nor show a credential. */
export function warn(terminal: Terminal, line: string): void {
  terminal.printError(`${escapeControls(redactPath(line))}\n`);
}

function endQuietlyWhenReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The report could not be written to standard output: ${error.code ?? 'unknown error'}\n`);
  process.exit(4);
}
