import { createFetch, createService, type Scenario, scenarios } from '@azure-openai-v1/wire';
import type { APIError } from 'openai';
import { describe, expect, test } from 'vitest';
import { ask } from './ask-service.ts';
import { clientsOf, sdkVersions } from './sdk-majors.ts';
import { collect } from './service-sdk-calls.ts';

const question = { model: 'gpt-4o', messages: [{ role: 'user' as const, content: 'Hi' }] };

describe.each(sdkVersions)('openai %s', (version) => {
  const statusesIn = async (scenario: Scenario, surface: 'legacy' | 'v1') => {
    const service = createService({ scenario });
    const clients = await clientsOf(version, createFetch(service));
    const error: unknown = await clients[surface].chat.completions.create(question).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const name = (error as APIError | undefined)?.constructor.name;
    return {
      statuses: service.exchanges.map(({ answer }) => answer.status),
      name,
      message: (error as APIError | undefined)?.message,
    };
  };

  test.each([
    ['ok', [200], undefined],
    ['limited-once', [429, 200], undefined],
    ['limited', [429, 429, 429], 'RateLimitError'],
    ['unauthorized', [401], 'AuthenticationError'],
    ['stream', [200], undefined],
  ] as const)('%s', async (scenario, statuses, name) => {
    const legacy = await statusesIn(scenario, 'legacy');
    expect(legacy).toMatchObject({ statuses, name });
    expect(await statusesIn(scenario, 'v1')).toEqual(legacy);
  });

  test('pieces cut at odd places say the same', async () => {
    const whole = createService();
    const cut = createService({ scenario: 'stream' });
    const [before, after] = await Promise.all(
      [whole, cut].map(async (service) => {
        const { v1 } = await clientsOf(version, createFetch(service));
        return [
          await collect(await v1.chat.completions.create({ ...question, stream: true })),
          await v1.embeddings.create({ model: 'vectors', input: 'Hi', dimensions: 3 }),
        ];
      }),
    );
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).toContain('naïve');
  });
});

test('limited-once refuses the first request that would have been answered, and once more when set again', async () => {
  const service = createService({ scenario: 'limited-once' });
  const models = async () => (await ask(service, '/openai/v1/models')).status;
  expect((await ask(service, '/openai/v1/nothing')).status).toBe(404);
  expect([await models(), await models()]).toEqual([429, 200]);
  service.setScenario('limited-once');
  expect([await models(), await models()]).toEqual([429, 200]);
  service.reset();
  expect([await models(), await models()]).toEqual([429, 200]);
  expect(service.exchanges.map(({ scenario }) => scenario)).toEqual(['limited-once', 'limited-once']);
});

test('429 says when to come again, in the same words on both surfaces', async () => {
  const service = createService({ scenario: 'limited' });
  const body = { messages: question.messages };
  const legacy = await ask(service, '/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21', { body });
  const v1 = await ask(service, '/openai/v1/chat/completions', { body: { ...body, model: 'gpt-4o' } });
  expect(legacy.headers).toEqual(
    expect.arrayContaining([
      ['retry-after', '1'],
      ['retry-after-ms', '1'],
    ]),
  );
  expect(v1.text).toBe(legacy.text);
  expect(v1.error).toEqual({
    code: '429',
    message:
      'Requests to the POST /chat/completions Operation under Azure OpenAI API have exceeded call rate limit of your ' +
      'current OpenAI S0 pricing tier. Please retry after 1 second.',
  });
});

describe('the control surface', () => {
  test('sets scenarios, resets, gives the log, and is not recorded', async () => {
    const service = createService();
    const control = (path: string, method = 'POST') => ask(service, `https://api.openai.com/_wire/${path}`, { method });
    expect((await control('scenario/unauthorized')).status).toBe(200);
    expect((await ask(service, '/openai/v1/models')).status).toBe(401);
    expect((await control('log', 'GET')).text).toBe(
      'GET https://contoso.openai.azure.com/openai/v1/models -> 401 401: Access denied due to invalid subscription key ' +
        'or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional ' +
        'API endpoint for your resource.\n',
    );
    expect((await control('reset')).status).toBe(200);
    expect([service.exchanges, service.log]).toEqual([[], []]);
    for (const name of scenarios) expect((await control(`scenario/${name}`)).status).toBe(200);
    const wrong = await control('scenario/odd');
    expect([wrong.status, wrong.text]).toEqual([404, expect.stringContaining('limited-once') as string]);
    expect((await control('log')).status).toBe(404);
  });
});
