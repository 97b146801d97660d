import { join } from 'node:path';
import type { Grade } from '@azure-openai-v1/core';
import plugin from 'eslint-plugin-azure-openai-v1';
import { Linter } from 'eslint';
import { makeFolder } from '../run-cli.ts';

/** A client that can move safely from `openai` 5.18.0 on. */
export const withProvider = `import { AzureOpenAI } from 'openai';
import { DefaultAzureCredential, getBearerTokenProvider } from '@azure/identity';

const azureADTokenProvider = getBearerTokenProvider(new DefaultAzureCredential(), 'https://cognitiveservices.azure.com/.default');
const client = new AzureOpenAI({ endpoint: 'https://contoso.openai.azure.com', azureADTokenProvider, apiVersion: '2024-10-21' });
export const ask = (input) => client.responses.create({ model: 'chat', input });
`;

/** Lints a file of a folder, which need not be there. */
export function lint(
  folder: string,
  text: string,
  own?: Record<string, unknown>,
  path = 'src/a.js',
): readonly Linter.LintMessage[] {
  const settings = own === undefined ? {} : { 'azure-openai-v1': own };
  return new Linter({ cwd: folder }).verify(text, [plugin.configs.strict, { settings }], join(folder, path));
}

/** The grade that a message stands for. */
export function gradeOf({ fix, suggestions }: Linter.LintMessage): Grade {
  return fix ? 'safe' : suggestions?.length ? 'review' : 'manual';
}

/** The grades of messages. */
export const gradesIn = (messages: readonly Linter.LintMessage[]): readonly Grade[] => messages.map(gradeOf);
/** A `package.json` that declares the package. */
export const manifest = (openai: string): string => JSON.stringify({ name: 'app', dependencies: { openai } });
/** The `package.json` of the package itself. */
export const installed = (version: string): string => JSON.stringify({ name: 'openai', version });
/** Makes a folder that is a repository of its own. */
export const repository = (files: Readonly<Record<string, string>>): string =>
  makeFolder({ '.git/HEAD': '', ...files });
