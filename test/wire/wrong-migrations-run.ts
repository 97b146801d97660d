import {
  createFetch,
  createService,
  toProgramError,
  type ProgramError,
  type Scenario,
  type Traffic,
} from '@azure-openai-v1/wire';
import { loadModules, setTransport } from './generator/sdk-modules.ts';
import { inEnvironment } from './in-environment.ts';
import type { SdkVersion } from './sdk-majors.ts';
import { tokenProvider } from './token-provider.ts';

/** The variables that the programs of the wrong migrations read. */
const environment: Readonly<Record<string, string>> = {
  SUPPORT_KEY: 'placeholder-key-1',
  OPENAI_API_KEY: 'placeholder-public-key',
};

const deployments = {
  'support-chat': 'gpt-4o',
  'support chat': 'gpt-4o',
  'gpt-4o': 'gpt-4o',
  'sales-chat': 'gpt-4o',
  reasoner: 'o4-mini',
  vectors: 'text-embedding-3-small',
  ears: 'whisper',
};

/** Runs the text of a program on one release of the `openai` package, in this process, against a service of its own. */
export async function runOnSdk(text: string, version: SdkVersion, scenario: Scenario = 'ok'): Promise<Traffic> {
  const modules = await loadModules(version);
  const service = createService({ deployments, scenario });
  setTransport(createFetch(service));
  const lines: string[] = [];
  const outcome = await inEnvironment(environment, () => evaluate(text, modules.require, lines));
  return { exchanges: [...service.exchanges], outcome: { exit: 0, ...outcome, stdout: lines.join('\n') } };
}

type Program = (...parameters: readonly unknown[]) => Promise<unknown>;

async function evaluate(
  text: string,
  modules: ReadonlyMap<string, unknown>,
  lines: string[],
): Promise<{ result?: string; error?: ProgramError }> {
  const AsyncFunction = evaluate.constructor as new (...parameters: readonly string[]) => Program;
  const program = new AsyncFunction('require', 'print', 'provider', text);
  const load = (name: string) => modules.get(name);
  const print = (...values: readonly unknown[]) => void lines.push(values.map(String).join(' '));
  try {
    const result = await program(load, print, tokenProvider());
    return { result: JSON.stringify(result ?? null) };
  } catch (error) {
    return { error: toProgramError(error) };
  }
}
