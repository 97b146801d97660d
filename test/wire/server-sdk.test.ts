import { ClientSecretCredential, getBearerTokenProvider } from '@azure/identity';
import { type AzureOpenAI, createAzureOpenAI, headerOf, type Scenario } from '@azure-openai-v1/wire';
import { request as sendRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientsOf, loadSdk, type SdkVersion, sdkVersions } from './sdk-majors.ts';
import { resourceCalls, scopedCalls } from './service-sdk-calls.ts';

let server: AzureOpenAI;

beforeEach(async () => {
  server = await createAzureOpenAI();
});

afterEach(() => server.close());

/** Whole answers and pieces by turns, to spare time: what a socket adds does not differ from release to release. */
const scenarioOf = {
  '4.104.0': 'stream',
  '5.17.0': 'ok',
  '5.23.2': 'stream',
  '6.49.0': 'ok',
  '7.55.0': 'stream',
} as const satisfies Readonly<Record<SdkVersion, Scenario>>;

describe.each(sdkVersions)('openai %s over a socket', (version) => {
  test('every call has the same answer on both surfaces', async () => {
    server.setScenario(scenarioOf[version]);
    const { legacy, v1 } = await clientsOf(version, undefined, server.url);
    for (const [name, call] of Object.entries({ ...scopedCalls, ...resourceCalls })) {
      const before = JSON.stringify(await call(legacy));
      expect([name, JSON.stringify(await call(v1))]).toEqual([name, before]);
    }
    expect(new Set(server.exchanges.map(({ answer }) => answer.status))).toEqual(new Set([200]));
    const onV1 = server.exchanges.filter(({ request }) => request.url.includes('/openai/v1/'));
    expect(onV1).toHaveLength(server.exchanges.length / 2);
  });

  test('a stream that is left early does no harm', async () => {
    const { v1 } = await clientsOf(version, undefined, server.url);
    const question = { model: 'gpt-4o', messages: [], stream: true as const };
    for await (const chunk of await v1.chat.completions.create(question)) {
      expect(chunk.choices).toEqual([]);
      break;
    }
    expect(await v1.models.retrieve('gpt-4o')).toMatchObject({ id: 'gpt-4o' });
  });
});

describe('@azure/identity', () => {
  /** A transport for Azure's clients that says the origin in front of each connection. */
  const httpClient: HttpClient = {
    sendRequest: async (pipelineRequest) => {
      const { host, pathname, search } = new URL(pipelineRequest.url);
      const body = typeof pipelineRequest.body === 'string' ? pipelineRequest.body : '';
      const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
        const createConnection = () => {
          const socket = connect(server.port, '127.0.0.1');
          socket.write(`WIRE https ${host} 443\r\n`);
          return socket;
        };
        const headers = {
          ...pipelineRequest.headers.toJSON(),
          host,
          'content-length': String(Buffer.byteLength(body)),
        };
        const outgoing = sendRequest({
          method: pipelineRequest.method,
          path: `${pathname}${search}`,
          headers,
          createConnection,
        });
        outgoing.on('error', reject);
        outgoing.on('response', (response) => {
          void response.toArray().then((chunks) => {
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks as Buffer[]).toString() });
          });
        });
        outgoing.end(body);
      });
      return { request: pipelineRequest, status, bodyAsText: text, headers: pipelineRequest.headers };
    },
  };

  test('gets a token, and the token is accepted', async () => {
    const credential = new ClientSecretCredential(
      '00000000-0000-4000-8000-000000000001',
      'client',
      'placeholder-key-2',
      { httpClient },
    );
    const apiKey = getBearerTokenProvider(credential, 'https://ai.azure.com/.default');
    const { OpenAI } = await loadSdk('7.55.0');
    const client = new OpenAI({ baseURL: `${server.url}/openai/v1`, apiKey });
    await client.models.retrieve('gpt-4o');
    const hosts = server.exchanges.map(({ request }) => new URL(request.url).host);
    expect(hosts).toContain('login.microsoftonline.com');
    const last = server.exchanges.at(-1);
    expect(last && headerOf(last.request, 'authorization')).toBe('Bearer wire-token-1');
    expect(server.exchanges.map(({ answer }) => answer.status)).toEqual(server.exchanges.map(() => 200));
  });
});

type HttpClient = NonNullable<NonNullable<ConstructorParameters<typeof ClientSecretCredential>[3]>['httpClient']>;
