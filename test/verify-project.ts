import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli, makeFolder, type CliResult } from './run-cli.ts';

const sdkFolder = fileURLToPath(new URL('../node_modules/openai-5.23.2', import.meta.url));

/** Runs git in a folder without the settings of whoever runs the tests. */
export function git(folder: string, words: readonly string[], input: string | Uint8Array = ''): string {
  const person = ['-c', 'user.name=Someone', '-c', 'user.email=someone@example.com'];
  const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...person, ...words], { cwd: folder, input, env, encoding: 'utf8' }).trim();
}

/** Makes a repository with one commit of some files, and `openai` installed. */
export function makeRepository(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder({ '.gitignore': 'node_modules\n', 'package.json': '{ "type": "module" }\n', ...files });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(sdkFolder, join(folder, 'node_modules/openai'));
  git(folder, ['init', '--quiet']);
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--message', 'Begin']);
  return folder;
}

/** Runs `verify` with a place of its own for temporary files. */
export function verifyWithTemporary(folder: string, temporary: string, words: readonly string[]): CliResult {
  const env = { ...process.env, TMPDIR: temporary };
  const run = spawnSync(process.execPath, [cli, 'verify', ...words], { cwd: folder, env, encoding: 'utf8' });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Writes files into the work tree. */
export function change(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A program with the dated API. */
export const legacyProgram = `import { AzureOpenAI } from 'openai';

const client: AzureOpenAI = new AzureOpenAI({
  endpoint: process.env.AZURE_OPENAI_ENDPOINT,
  apiKey: process.env.AZURE_OPENAI_API_KEY,
  apiVersion: '2024-10-21',
  deployment: 'support-chat',
});
const messages = [{ role: 'user' as const, content: process.argv[2] ?? 'Hello' }];
const reply = await client.chat.completions.create({ model: 'gpt-4o', messages });
console.log(reply.choices.length);
`;

/** The same program with the v1 API. */
export const v1Program = `import { OpenAI } from 'openai';

const client: OpenAI = new OpenAI({
  baseURL: \`\${process.env.AZURE_OPENAI_ENDPOINT}/openai/v1/\`,
  apiKey: process.env.AZURE_OPENAI_API_KEY,
});
const messages = [{ role: 'user' as const, content: process.argv[2] ?? 'Hello' }];
const reply = await client.chat.completions.create({ model: 'support-chat', messages });
console.log(reply.choices.length);
`;

/** A request that a program sends by hand to the dated API, and the lines that differ after its migration. */
const handmade = {
  legacy: ['/openai/deployments/${deployment}/chat/completions?api-version=2024-10-21', '{ messages }'],
  v1: ['/openai/v1/chat/completions', '{ messages, model: deployment }'],
} as const;

/** A program that sends its request by hand, which starts faster than one with the SDK. */
export function sendByHand(surface: keyof typeof handmade, key = 'process.env.AZURE_OPENAI_API_KEY'): string {
  const [path, body] = handmade[surface];
  return `const deployment = 'support-chat';
const messages = [{ role: 'user', content: process.argv[2] ?? 'Hello' }];
const answer = await fetch(\`\${process.env.AZURE_OPENAI_ENDPOINT}${path}\`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'api-key': ${key} },
  body: JSON.stringify(${body}),
});
console.log(answer.status);
`;
}

/** A program that asks for one path of a resource and nothing else. */
export function asking(path: string): string {
  return `await fetch(\`https://desk.openai.azure.com/openai/v1/${path}\`, { headers: { 'api-key': 'placeholder-key-1' } });\n`;
}
