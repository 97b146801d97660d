import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrateRequest, Terminal } from 'azure-openai-v1';
import { onTestFinished } from 'vitest';

/** The built program. */
export const cli = fileURLToPath(new URL('../packages/codemod/dist/cli.js', import.meta.url));

/** `migrate --write --format json` of the whole folder, for tests that call the command without a process. */
export const writeRequest: MigrateRequest = {
  paths: ['.'],
  format: 'json',
  output: undefined,
  deployments: new Map(),
  deploymentList: undefined,
  config: undefined,
  write: true,
  includeReview: false,
  bump: false,
};

/** What a run of the program came to. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The part of a JSON report that tests read. */
export interface JsonReport {
  readonly version: number;
  readonly root: string;
  readonly files: readonly {
    readonly path: string;
    readonly outcome: string;
    readonly reason?: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly message: string;
      readonly grade: string;
      readonly applied: boolean;
    }[];
  }[];
  readonly summary: Readonly<Record<string, unknown>>;
  readonly notChecked: readonly { readonly path: string; readonly reason: string }[];
}

/** Makes a folder with files in it, for one test. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs the built program as a process of its own. */
export function runCli(
  cwd: string,
  words: readonly string[],
  input: string | Uint8Array = '',
  script: string = cli,
): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { cwd, input, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** Runs the built program and reads its JSON report. */
export function runJson(cwd: string, words: readonly string[]): CliResult & { readonly report: JsonReport } {
  const result = runCli(cwd, [...words, '--format', 'json']);
  return { ...result, report: JSON.parse(result.stdout) as JsonReport };
}

/** A terminal that keeps what is written to it. */
export function recordingTerminal(cwd: string, input = Buffer.alloc(0)): Terminal & { out: string; error: string } {
  const terminal = {
    cwd,
    colour: false,
    out: '',
    error: '',
    print: (text: string | Uint8Array) => {
      terminal.out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    },
    printError: (text: string) => {
      terminal.error += text;
    },
    readInput: () => Promise.resolve(input),
  };
  return terminal;
}

/** A small file that is migrated safely. */
export const legacyClient = `import { AzureOpenAI } from 'openai';

const client = new AzureOpenAI({
  endpoint: 'https://desk.openai.azure.com',
  apiKey: process.env.AZURE_OPENAI_API_KEY,
  apiVersion: '2024-10-21',
});

export async function ask(question: string) {
  return client.responses.create({ model: 'answers', input: question });
}
`;

/** The same file with a gateway, which is left to a person. */
export const manualClient = legacyClient.replace('https://desk.openai.azure.com', 'https://gateway.example.com');
