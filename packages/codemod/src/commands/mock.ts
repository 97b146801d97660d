import { type AzureOpenAI, createAzureOpenAI, notModelled, type Scenario } from '@azure-openai-v1/wire';
import type { Terminal } from '../project/terminal.ts';
import { UsageError } from '../project/usage-error.ts';
import { escapeControls } from '../render/escape.ts';

/** What `mock` is asked for. */
export interface MockRequest {
  /** 0: a free port that the system chooses. */
  readonly port: number;
  /** Models by deployment; empty: every name is a deployment. */
  readonly deployments: ReadonlyMap<string, string>;
  readonly scenario: Scenario;
  /** The credentials that are accepted; empty: every one. */
  readonly keys: readonly string[];
}

/** Runs a local Azure OpenAI and prints what it is asked, until the process is told to end. Answers with the exit code. */
export async function mock(request: MockRequest, terminal: Terminal): Promise<number> {
  const server = await start(request, (line) => {
    terminal.print(`${escapeControls(line)}\n`);
  });
  terminal.print(introduce(server, request));
  await untilSignal();
  await server.close();
  return 0;
}

async function start({ port, deployments, scenario, keys }: MockRequest, tell: (line: string) => void) {
  try {
    return await createAzureOpenAI({
      port,
      scenario,
      tell,
      ...(deployments.size === 0 ? {} : { deployments: Object.fromEntries(deployments) }),
      ...(keys.length === 0 ? {} : { keys }),
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // Listening fails with an error of the system.
    throw new UsageError(
      `Port ${String(port)} cannot be listened on (${code ?? 'unknown error'}). Name another with --port.`,
    );
  }
}

function introduce({ url }: AzureOpenAI, { deployments, scenario }: MockRequest): string {
  const names = [...deployments].map(([name, model]) => `${name} (${model})`);
  const served = names.length === 0 ? 'every name is one' : names.join(', ');
  return [
    `A local Azure OpenAI listens on ${url}`,
    `  endpoint     ${url}`,
    `  v1 baseURL   ${url}/openai/v1/`,
    `  deployments  ${escapeControls(served)}`,
    `  scenario     ${scenario} (another one: POST ${url}/_wire/scenario/<name>)`,
    '',
    'It does not do all that the real one does:',
    ...notModelled.map((sentence) => `  - ${sentence}`),
    '',
    'Requests:',
    '',
  ].join('\n');
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Waits for a signal; the handlers of the command line, which would end the process at once, are set aside for so long. */
function untilSignal(): Promise<void> {
  const others = signals.map((signal) => [signal, process.listeners(signal)] as const);
  return new Promise((resolve) => {
    const end = () => {
      for (const [signal, handlers] of others) {
        process.off(signal, end);
        for (const handler of handlers) process.on(signal, handler);
      }
      resolve();
    };
    for (const signal of signals) process.removeAllListeners(signal).once(signal, end);
  });
}
