import { sdkBreakingChanges, type SdkBreakingChange } from '@azure-openai-v1/knowledge';
import { describeBreakingChanges } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { describe, expect, test } from 'vitest';

const importing = "import OpenAI from 'openai';\nconst client = new OpenAI();\n";

function describeText(text: string, path = 'a.ts'): readonly string[] {
  const parsed = parseModule(path, text);
  if (parsed.kind === 'syntax-error') throw new Error(parsed.message);
  return describeBreakingChanges(parsed.module);
}

const rows: readonly SdkBreakingChange[] = sdkBreakingChanges;

/** Code that shows what a row is about. */
const uses: Readonly<Record<SdkBreakingChange['kind'], (row: SdkBreakingChange) => string>> = {
  event: ({ name }) => `${importing}client.chat.completions.runTools(request).on('${name}', log);`,
  export: ({ name }) =>
    `import { ${name.replace('*', 'Models')} } from 'openai/uploads';\n${name.replace('*', 'Models')};`,
  member: ({ name }) => `${importing}await runner.${name}();`,
  method: ({ name }) => `${importing}await client.${name.replace('*', 'retrieve')}(id);`,
  module: ({ name }) => `import '${name}';`,
  option: ({ name }) => `import OpenAI from 'openai';\nnew OpenAI({ ${name}: agent });`,
  'options-first': ({ name, ids = 0 }) => `${importing}client.${name}(${'id, '.repeat(ids)}{ timeout: 5 });`,
  positions: ({ name }) => `${importing}client.${name}(firstId, secondId);`,
  'root-export': ({ name }) => `const { ${name} } = require('openai');`,
  usage: ({ name }) => usages[name] ?? '',
};

const usages: Readonly<Record<string, string>> = {
  encodeURIComponent: `${importing}client.files.retrieve(encodeURIComponent(id));`,
  'headers of an APIError': `${importing}try {} catch (e) { if (e instanceof OpenAI.APIError) log(e.headers['x-request-id']); }`,
  'node-fetch response': `${importing}const speech = await client.audio.speech.create(request);\nspeech.body.pipe(file);`,
  'optional in a Zod schema':
    "import { zodResponseFormat } from 'openai/helpers/zod';\nz.object({ a: z.string().optional() });",
};

describe('what openai 5 changed', () => {
  test.each(rows.map((row) => [row.kind, row.name, row] as const))('%s %s is found', (kind, name, row) => {
    const found = describeText(uses[kind](row));
    expect(found.join('\n')).toContain(kind === 'usage' ? row.instead : `\`${name}\``);
  });

  test.each([
    ['the newer names', `${importing}client.files.delete(id);\nclient.chat.completions.parse(request);`],
    ['ids by name', `${importing}client.beta.threads.runs.retrieve(runId, { thread_id: threadId });`],
    [
      'parameters before options',
      `${importing}client.files.list({}, { timeout: 5 });\nclient.files.list({ limit: 5 });`,
    ],
    ['no parameters at all', `${importing}client.files.list();\nclient.responses.retrieve(id);`],
    ['parameters that are not written out', `${importing}client.files.list(parameters);`],
    ['spread options', `${importing}client.files.list({ ...options, timeout: 5 });`],
    ['types of the package', "import type { ModelsPage } from 'openai/resources/models';\nlet page: ModelsPage;"],
    ['the pages that are classes still', "import { CursorPage } from 'openai/pagination';\nCursorPage;"],
    ['the new modules below core', "import { APIError } from 'openai/core/error';\nAPIError;"],
    ['resources as properties of the class', "import OpenAI from 'openai';\nOpenAI.Completions;"],
    ['resources from their own modules', "import { Completions } from 'openai/resources/chat';\nCompletions;"],
    [
      'headers that are read with get',
      `${importing}try {} catch (e) { if (e instanceof OpenAI.APIError) e.headers.get('a'); }`,
    ],
    ['headers of other objects', "import OpenAI from 'openai';\nrequest.headers['x-request-id'];"],
    ['streams of other modules', "import fs from 'node:fs';\nresponse.body.pipe(file);"],
    ['encoded URLs', `${importing}fetch(encodeURIComponent(name));`],
    ['schemas of other code', "import { z } from 'zod';\nz.string().optional();"],
    ['other packages', "import { core } from 'openai-edge/core';\nimport 'openai-shims/shims';"],
  ])('%s are left unsaid', (_, text) => {
    expect(describeText(text)).toEqual([]);
  });

  test('it is told once, in the order of the table, with what takes its place', () => {
    const text = `import 'openai/shims/node';
import { AzureOpenAI } from 'openai';
const client = new AzureOpenAI({ httpAgent: agent });
export class Store {
  #client = client;
  drop = (id: string) => this.#client?.files.del(id);
  dropAll = (ids: string[]) => ids.map((id) => this.#client['files'].del(id));
}
`;
    expect(describeText(text)).toEqual([
      '`files.del` (now `files.delete`)',
      '`openai/shims` (now nothing: the global types count)',
      '`httpAgent` (now `fetchOptions`)',
    ]);
  });

  test.each([
    "export * from 'openai/src/index';",
    "const sources = require('openai/src');",
    "await import('openai/src/resources/index.mjs');",
    "import sources = require('openai/src');",
    "vi.mock('openai/src');",
  ])('a module is found in %s', (text) => {
    expect(describeText(text)).toEqual(['`openai/src` (now `openai`)']);
  });
});
