import { createFetch, createService } from '@azure-openai-v1/wire';
import { type OpenAI, toFile } from 'openai';
import { describe, expect, test } from 'vitest';
import { clientsOf, loadSdk, sdkVersions } from './sdk-majors.ts';
import { resourceCalls, scopedCalls } from './service-sdk-calls.ts';

const deployments = {
  'chat-prod': 'gpt-4o',
  ears: 'whisper',
  instruct: 'gpt-35-turbo-instruct',
  pictures: 'gpt-image-1',
  vectors: 'text-embedding-3-small',
  voice: 'tts',
};

describe.each(sdkVersions)('openai %s', (version) => {
  test.each(Object.entries(scopedCalls))(
    '%s: the deployment moves into the model, the answer stays',
    async (_, call) => {
      const service = createService({ deployments });
      const { legacy, v1 } = await clientsOf(version, createFetch(service));
      const before = await call(legacy);
      expect(plain(await call(v1))).toEqual(plain(before));
      const paths = service.exchanges.map(({ request }) => new URL(request.url).pathname);
      expect(paths[0]).toMatch(/^\/openai\/deployments\/[a-z-]+\//);
      expect(paths[1]).toMatch(/^\/openai\/v1\//);
      expect(paths).toHaveLength(2);
    },
  );

  test.each(Object.entries(resourceCalls))('%s: the same answer on both surfaces', async (_, call) => {
    const service = createService({ deployments });
    const { legacy, v1 } = await clientsOf(version, createFetch(service));
    const before = await call(legacy);
    expect(plain(await call(v1))).toEqual(plain(before));
    expect(service.exchanges.map(({ answer }) => answer.status)).toEqual(service.exchanges.map(() => 200));
  });

  test('a client with a deployment sends edits and batches below it', async () => {
    const service = createService({ deployments });
    const fetch = createFetch(service);
    const { v1 } = await clientsOf(version, fetch);
    const { AzureOpenAI } = await loadSdk(version);
    const endpoint = 'https://contoso.openai.azure.com';
    const options = { endpoint, apiKey: 'placeholder-key-1', apiVersion: '2025-04-01-preview', deployment: 'pictures' };
    const legacy = new AzureOpenAI({ ...options, fetch });
    const edit = async (client: OpenAI) => {
      const image = await toFile(Buffer.from('png'), 'moon.png', { type: 'image/png' });
      return client.images.edit({ model: 'pictures', image, prompt: 'Brighter' });
    };
    const batch = (client: OpenAI) =>
      client.batches.create({ endpoint: '/v1/embeddings', completion_window: '24h', input_file_id: 'file-1' });
    expect(plain(await edit(v1))).toEqual(plain(await edit(legacy)));
    expect(plain(await batch(v1))).toEqual(plain(await batch(legacy)));
    const paths = service.exchanges.map(({ request }) => new URL(request.url).pathname);
    expect(paths).toContain('/openai/deployments/pictures/images/edits');
    // The last release of major 4 still knew that batches belong to the resource.
    expect(paths.some((path) => path.endsWith('/pictures/batches'))).toBe(!version.startsWith('4.'));
  });
});

/** What a result says, without what the SDK hangs on it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
