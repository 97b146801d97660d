import { linkSummaries, summarize, type ModuleSummary } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { expect, test } from 'vitest';
import { createImportResolver } from '../packages/codemod/src/project/resolve-import.ts';

const options = `{ endpoint: 'https://larkspur.openai.azure.com', apiVersion: '2024-10-21', deployment: 'd' }`;

test('a summary names the clients and factories that a file exports, and is plain data', () => {
  const summary = summarizeText(
    'lib/client.ts',
    `import { AzureOpenAI } from 'openai';
     import { settings } from './settings.js';
     export const client = new AzureOpenAI(${options});
     const hidden = new AzureOpenAI(${options});
     function make() { return new AzureOpenAI(${options}); }
     export { make as createClient };
     export const unrelated = [settings, hidden.baseURL];
     export default client;`,
  );
  expect(summary).toEqual({
    path: 'lib/client.ts',
    exportedClients: ['client', 'createClient', 'default'],
    imports: [{ specifier: './settings.js', name: 'settings' }],
  });
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
});

test('links find the files that import a client, and only those', () => {
  const client = `import { AzureOpenAI } from 'openai';\nexport const client = new AzureOpenAI(${options});\nexport const other = 1;`;
  const summaries = [
    summarizeText('lib/client.ts', client),
    summarizeText('app/a.ts', `import { client } from '../lib/client.js';`),
    summarizeText('app/b.ts', `import * as lib from '../lib/client';`),
    summarizeText('app/c.ts', `import { other } from '../lib/client.js';`),
    summarizeText('app/d.ts', `import { client } from './client.js';`),
  ];
  const links = linkSummaries(summaries, createImportResolver(summaries.map(({ path }) => path)));
  expect([...links]).toEqual([['lib/client.ts', ['app/a.ts', 'app/b.ts']]]);
});

function summarizeText(path: string, text: string): ModuleSummary {
  const parsed = parseModule(path, text);
  if (parsed.kind !== 'parsed') throw new Error(parsed.message);
  return summarize(parsed.module);
}
