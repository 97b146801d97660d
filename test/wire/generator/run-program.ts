import type { SourceModule } from '@azure-openai-v1/javascript';
import { toProgramError } from '@azure-openai-v1/wire';
import type { Exchange, ProgramError, ProgramOutcome, Traffic } from '@azure-openai-v1/wire';
import axios from 'axios';
import { inEnvironment } from '../in-environment.ts';
import { tokenProvider } from '../token-provider.ts';
import { environmentOf } from './program-environment.ts';
import { loadModules, setTransport, type SdkModules } from './sdk-modules.ts';
import type { Entry } from './sheet.ts';
import { toScript } from './to-script.ts';
import type { ProgramPlan } from './plan.ts';

/** A module to run, and what is needed for it. */
export interface Run {
  readonly plan: ProgramPlan;
  readonly module: SourceModule;
  readonly entries: readonly Entry[];
}

/** What answers the requests of a program and remembers them. */
export interface Server {
  readonly fetch: typeof fetch;
  readonly exchanges: readonly Exchange[];
}

/** Runs a program in this process and gives back what it showed. */
export async function runProgram(run: Run, server: Server): Promise<Traffic> {
  const sdk = await loadModules(run.plan.sdk);
  setTransport(server.fetch);
  const lines: string[] = [];
  const end = await inEnvironment(environmentOf(run.plan), () => evaluate(run, sdk, lines));
  return { exchanges: [...server.exchanges], outcome: { ...end, stdout: lines.join('\n') } };
}

async function evaluate(run: Run, sdk: SdkModules, lines: string[]): Promise<Omit<ProgramOutcome, 'stdout'>> {
  try {
    const exported = await load(run, sdk, lines);
    const ends: CallEnd[] = [];
    for (const entry of run.entries) ends.push(await endOf(exported, entry));
    const [error] = ends.flatMap((end) => end.error ?? []);
    const result = JSON.stringify(ends.map((end) => (end.error ? { failed: end.error.name } : end.value)));
    return error === undefined ? { exit: 0, result } : { exit: 1, result, error };
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error(`${error.message} in\n${run.module.text}`, { cause: error });
    return { exit: 1, error: toProgramError(error) };
  }
}

/** How one call of a program ended; the next one is made all the same. */
interface CallEnd {
  readonly value?: unknown;
  readonly error?: ProgramError;
}

async function endOf(exported: Readonly<Record<string, unknown>>, entry: Entry): Promise<CallEnd> {
  try {
    return { value: (await call(exported, entry)) ?? null };
  } catch (error) {
    return { error: toProgramError(error) };
  }
}

type Body = (...parameters: readonly unknown[]) => Promise<void>;

async function load({ module: source }: Run, sdk: SdkModules, lines: string[]): Promise<Record<string, unknown>> {
  const isCommon = source.path.endsWith('.cjs');
  const AsyncFunction = (async () => Promise.resolve()).constructor as new (...parameters: readonly string[]) => Body;
  const module = { exports: {} as Record<string, unknown> };
  const print = (...values: readonly unknown[]) => void lines.push(values.map(String).join(' '));
  const load = moduleLoader(isCommon ? sdk.require : sdk.import, isCommon);
  const script = isCommon ? source.text : toScript(source);
  const run = new AsyncFunction(isCommon ? 'require' : 'load', 'exports', 'module', 'console', script);
  await run(load, module.exports, module, { log: print, warn: print, error: print });
  return module.exports;
}

function moduleLoader(openai: ReadonlyMap<string, unknown>, isCommon: boolean): (specifier: string) => unknown {
  const send: typeof fetch = (...parameters) => globalThis.fetch(...parameters);
  const http = (axios as { create: (options: object) => unknown }).create({ adapter: 'fetch', env: { fetch: send } });
  const stubs = new Map<string, unknown>([
    ['axios', isCommon ? http : { default: http }],
    ['node-fetch', isCommon ? send : { default: send }],
    ['@azure/identity', identity()],
  ]);
  return (specifier) => {
    const found = openai.get(specifier) ?? stubs.get(specifier);
    if (found === undefined) throw new Error(`There is no module ${specifier}`);
    return found;
  };
}

function identity(): unknown {
  let providers = 0;
  return {
    DefaultAzureCredential: Object,
    getBearerTokenProvider: () => tokenProvider(`of-${String(++providers)}-`),
  };
}

async function call(exported: Readonly<Record<string, unknown>>, entry: Entry): Promise<unknown> {
  const found = exported[entry.name];
  if (typeof found !== 'function') throw new Error(`The program exports no ${entry.name}`);
  // The writer of the program knows what it exports.
  if (entry.method === undefined) return await (found as (...given: readonly unknown[]) => unknown)(...entry.arguments);
  const object = new (found as new () => Record<string, (...given: readonly unknown[]) => unknown>)();
  return await object[entry.method]?.(...entry.arguments);
}
