/* Runs programs one after the other, each once for each scenario, and prints what each run showed as a line of JSON. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { toProgramError, type ProgramOutcome, type Scenario } from '@azure-openai-v1/wire';

/** A program, where it runs, and what it finds there. */
export interface ReplayProgram {
  readonly file: string;
  readonly folder: string;
  /** A module whose `module.exports` calls what the program exports. */
  readonly call?: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A run of one of the programs in a scenario. */
export interface ReplayRun {
  /** The index of the program. */
  readonly program: number;
  readonly scenario: Scenario;
}

/** What the entry is told, as its only argument. */
export interface ReplayOrder {
  readonly programs: readonly ReplayProgram[];
  readonly runs: readonly ReplayRun[];
  /** A request to this URL tells the server which run begins. */
  readonly marker: string;
}

const require = createRequire(import.meta.url);
const [text = '{}'] = process.argv.splice(2);
const { programs, runs, marker } = JSON.parse(text) as ReplayOrder;
const { NODE_OPTIONS } = process.env;
const outcomes: ProgramOutcome[] = [];
const tellServer = globalThis.fetch;
const print = process.stdout.write.bind(process.stdout);

let stdout = '';
let failure: unknown;
let finish: (() => void) | undefined;

process.stdout.write = (chunk: string | Uint8Array) => {
  stdout += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
  return true;
};
process.on('unhandledRejection', (reason) => (failure ??= reason));
process.on('uncaughtException', (error) => (failure ??= error));
// Fires whenever nothing is left to do, so that a run also holds what its program did not wait for.
process.on('beforeExit', proceed);

function proceed(): void {
  finish?.();
  const next = runs[outcomes.length];
  const program = next && programs[next.program];
  if (next !== undefined && program !== undefined) void start(program, next);
  else {
    process.off('beforeExit', proceed);
    print(outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''));
  }
}

async function start({ file, folder, call, environment }: ReplayProgram, run: ReplayRun): Promise<void> {
  await tellServer(`http://wire.invalid/_wire/scenario/${run.scenario}`, { method: 'POST' });
  await tellServer(marker);
  process.chdir(folder);
  process.env = { ...environment, NODE_OPTIONS };
  [stdout, failure] = ['', undefined];
  let result: string | undefined;
  let hasEnded = false;
  finish = () => {
    if (!hasEnded) failure ??= new Error('The program waits for something that never comes.');
    const error = failure === undefined ? {} : { error: toProgramError(failure) };
    const answer = result === undefined ? {} : { result };
    outcomes.push({ exit: failure === undefined ? 0 : 1, stdout, ...answer, ...error });
    finish = undefined;
  };
  try {
    const exported = await load(file, run.scenario);
    const value = call === undefined ? undefined : (require(call) as (exported: unknown) => unknown)(exported);
    result = JSON.stringify(await describeValue(await value));
  } catch (error) {
    failure ??= error;
  }
  hasEnded = true;
}

/** Loads the program anew, as a process of its own would. */
async function load(file: string, scenario: Scenario): Promise<unknown> {
  if (!file.endsWith('.cjs')) return import(`${pathToFileURL(file).href}?${scenario}`);
  Reflect.deleteProperty(require.cache, file);
  return require(file);
}

async function describeValue(value: unknown): Promise<unknown> {
  if (value instanceof Response) return { status: value.status, text: await value.text() };
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('base64');
  if (!isAsyncIterable(value)) return value;
  const pieces: unknown[] = [];
  for await (const piece of value) pieces.push(piece);
  return pieces;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
