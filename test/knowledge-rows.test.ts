import {
  apiVersions,
  azureClientOptions,
  clientWrappers,
  endpoints,
  legacyOperations,
  models,
  outputLimit,
  refusedClientOptions,
  retiredBodyProperties,
  sdkMethods,
  sharedClientOptions,
  toleratedValues,
  type ModelRow,
} from '@azure-openai-v1/knowledge';
import { describe, expect, test } from 'vitest';
import { migrate } from './driver/migrate.ts';

const endpoint = "endpoint: 'https://larkspur.openai.azure.com'";
const version = "apiVersion: '2024-10-21'";

/** The grade of the client's finding, and the migrated text. */
function migrateClient(options: string, use = '', before = '') {
  const text = `import { AzureOpenAI } from 'openai';\n${before}\nconst client = new AzureOpenAI({ ${options} });\n${use}\n`;
  const { found, text: after } = migrate('row.ts', text, { review: true });
  return { grade: found.find(({ rule }) => rule === 'no-azure-openai-client')?.grade, after };
}

describe('every row of the knowledge tables is what the rules go by', () => {
  test.each(apiVersions.map(({ version: name }) => name))('API version %s is dropped', (name) => {
    const { grade, after } = migrateClient(`${endpoint}, apiKey: 'k', apiVersion: '${name}'`);
    expect(grade).toBe('safe');
    expect(after).not.toContain(name);
  });

  test.each(Object.keys(sharedClientOptions))('option %s passes through', (name) => {
    const { grade, after } = migrateClient(
      `${endpoint}, ${version}, apiKey: 'k', ${name}: given`,
      '',
      // Headers must be seen, as they may hold a credential.
      name === 'defaultHeaders' ? "const given = { 'x-team': 'support' };" : 'const given = 1;',
    );
    expect(after).toContain(name === 'defaultQuery' || name === 'defaultHeaders' ? name : `${name}: given`);
    expect(grade).toBe(name === 'defaultQuery' ? 'manual' : 'safe');
  });

  test.each(Object.keys(refusedClientOptions))('option %s is left to a person', (name) => {
    expect(migrateClient(`${endpoint}, ${version}, ${name}: given`, '', 'const given = 1;').grade).toBe('manual');
  });

  test.each(Object.entries(azureClientOptions))('option %s has its fate', (name, fate) => {
    const values: Record<string, string> = {
      baseURL: "'https://larkspur.openai.azure.com/openai'",
      endpoint: "'https://larkspur.openai.azure.com'",
      apiVersion: "'2024-10-21'",
    };
    const given = values[name] ?? 'given';
    const { after } = migrateClient(
      `${name}: ${given}`,
      'void client.embeddings.create({ input: 1 as never, model: "m" });',
      "const given = String('x');",
    );
    expect(after.includes(`${name}:`)).toBe(fate.kind === 'keep');
    if ('to' in fate) expect(after).toContain(`${fate.to}: `);
  });

  test.each(sdkMethods.map((row) => [row.method, row] as const))(
    'method %s',
    (method, { status, deploymentScoped }) => {
      const call = `void client.${method.replace('.*', '.list')}({ model: 'other' } as never);`;
      const { grade, after } = migrateClient(`${endpoint}, ${version}, apiKey: 'k', deployment: 'mine'`, call);
      expect(grade).toBe({ ga: 'safe', preview: 'review', none: 'manual' }[status]);
      if (grade !== 'manual') expect(after.includes("model: 'mine'")).toBe(deploymentScoped);
    },
  );

  test.each(endpoints.map((row) => [row.suffix, row.standing] as const))('host %s', (suffix, standing) => {
    const { grade } = migrateClient(`endpoint: 'https://larkspur.${suffix}', ${version}, apiKey: 'k'`);
    expect(grade).toBe(standing === 'azure' ? 'safe' : 'manual');
  });

  test.each(clientWrappers.map(({ module, name }) => [module, name] as const))(
    '%s: %s gives the client back',
    (module, name) => {
      const text = `import { AzureOpenAI } from 'openai';\nimport { ${name} } from '${module}';\nconst client = ${name}(new AzureOpenAI({ ${endpoint}, ${version}, apiKey: 'k', deployment: 'mine' }));\nvoid client.chat.completions.create({ messages: [], model: '' });\n`;
      const { text: after, remaining } = migrate('row.ts', text, {});
      expect(remaining).toEqual([]);
      expect(after).toContain("model: 'mine'");
    },
  );

  test.each(retiredBodyProperties.map(({ property }) => property))('request property %s has no v1 form', (property) => {
    const call = `void client.chat.completions.create({ model: 'm', messages: [], ${property}: [] } as never);`;
    expect(migrateClient(`${endpoint}, ${version}, apiKey: 'k'`, call.replace(' as never', '')).grade).toBe('manual');
  });

  test.each(legacyOperations.filter(({ scope }) => scope === 'deployment').map((row) => [row.path, row] as const))(
    'operation %s',
    (path, { v1 }) => {
      const text = `const url = 'https://larkspur.openai.azure.com/openai/deployments/mine/${path}?api-version=2024-10-21';\nawait fetch(url, { method: 'POST', body: JSON.stringify({ input: '' }) });\nexport {};\n`;
      const { found } = migrate('row.ts', text, {});
      expect(found.map(({ grade }) => grade)).toEqual([{ ga: 'safe', preview: 'review', none: 'manual' }[v1]]);
    },
  );

  test.each(legacyOperations.filter(({ scope }) => scope === 'resource').map(({ path }) => path))(
    'operation %s of the resource',
    (path) => {
      const text = `await fetch('https://larkspur.openai.azure.com/openai/${path}?api-version=2024-10-21');\nexport {};\n`;
      expect(migrate('row.ts', text, {}).found.map(({ rule }) => rule)).toEqual(['no-api-version']);
    },
  );

  test.each(models.map((row: ModelRow) => [row.id, row] as const))('model %s', (id, { reasoning, unsupported }) => {
    const tolerated = toleratedValues.map(({ parameter, value }) => `${parameter}: ${String(value)}`).join(', ');
    const rejected = unsupported.filter((name) => name !== outputLimit.legacy);
    const body = rejected.map((name) => `${name}: 0.5`).join(', ');
    const text =
      `import { OpenAI } from 'openai';\nconst client = new OpenAI({ baseURL: 'https://larkspur.openai.azure.com/openai/v1/', apiKey: 'k' });\nvoid client.chat.completions.create({ model: '${id}', ${outputLimit.legacy}: 9, ${body} } as never);\nvoid client.chat.completions.create({ model: '${id}', ${tolerated} } as never);\n`.replaceAll(
        ' as never',
        '',
      );
    const { found, text: after } = migrate('row.js', text, {});
    expect(after.includes(outputLimit.chat)).toBe(reasoning);
    const reported = found
      .filter(({ rule }) => rule === 'no-unsupported-reasoning-parameters')
      .map(({ data }) => data['parameter']);
    expect(reported.toSorted()).toEqual((reasoning ? [...rejected] : []).toSorted());
  });
});
