import { spawnSync } from 'node:child_process';
import { check, checkInput, migrate, parseCommandLine, UsageError } from 'azure-openai-v1';
import { makeFolder, recordingTerminal } from '../run-cli.ts';

/** A request to a deployment whose name says nothing of its model. */
export const solver = (deployment = 'solver'): string => `import { OpenAI } from 'openai';

const client = new OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/', apiKey: process.env.KEY });
export const solve = (content) =>
  client.chat.completions.create({ model: '${deployment}', max_tokens: 900, messages: [{ role: 'user', content }] });
`;

/** Infrastructure that makes that deployment. */
export const bicep = (model: string, name = "'solver'"): string => `param model string = 'o4-mini'
resource d 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = {
  name: ${name}
  properties: { model: { format: 'OpenAI', name: ${model} } }
}
`;

/** A configuration that says its model. */
export const configuration = (model: string): string => `{\n  "deployments": {\n    "solver": "${model}"\n  }\n}\n`;
/** Makes a repository of files. */
export function makeRepository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = makeFolder(files);
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  return folder;
}

/** What a run printed, and whether it was wrong use. */
export interface Run {
  readonly out: string;
  readonly error: string;
  readonly isWrongUse: boolean;
}

/** Runs a command line in this process, as the program does in its own. */
export async function run(cwd: string, words: readonly string[], input = ''): Promise<Run> {
  const terminal = recordingTerminal(cwd, Buffer.from(input));
  try {
    const invocation = await parseCommandLine(words);
    if (invocation?.command === 'check') await check(invocation.request, terminal);
    else if (invocation?.command === 'migrate') await migrate(invocation.request, terminal);
    else if (invocation?.command === 'check-input') await checkInput(invocation.request, terminal);
    return { out: terminal.out, error: terminal.error, isWrongUse: false };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { out: terminal.out, error: terminal.error + error.message, isWrongUse: true };
  }
}

/** The message of the one finding, without what it says in any case; what is wrong, when something is. */
export async function messageIn(folder: string, ...words: readonly string[]): Promise<string> {
  const { out, error } = await run(folder, ['check', ...words]);
  const [, message = ''] = /no-max-tokens-on-reasoning-models (.*?) which (?:would )?reject/.exec(out) ?? [];
  return error + message;
}
