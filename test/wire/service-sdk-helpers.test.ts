import { createFetch, createService, type Service } from '@azure-openai-v1/wire';
import type { OpenAI } from 'openai';
import { beforeEach, describe, expect, test } from 'vitest';
import { clientsOf, type SdkVersion, sdkVersions } from './sdk-majors.ts';
import { collect } from './service-sdk-calls.ts';

const messages = [{ role: 'user' as const, content: 'How is the weather?' }];
const question = { model: 'gpt-4o', messages };
const schema = {
  type: 'object',
  properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 3 } },
  required: ['city', 'days'],
};

describe.each(sdkVersions)('openai %s', (version) => {
  let service: Service;
  let clients: readonly OpenAI[];

  beforeEach(async () => {
    service = createService();
    clients = Object.values(await clientsOf(version, createFetch(service)));
  });

  test('a stream says what the whole answer says', async () => {
    for (const client of clients) {
      const whole = await client.chat.completions.create(question);
      const streamed = await helpersOf(client, version).stream(question).finalChatCompletion();
      expect(streamed.choices[0]?.message.content).toBe(whole.choices[0]?.message.content);
      expect(streamed.choices[0]?.finish_reason).toBe('stop');
    }
  });

  test('the first chunk has no choices, the last one the usage', async () => {
    for (const client of clients) {
      const stream = { stream: true, stream_options: { include_usage: true } } as const;
      const chunks = await collect(await client.chat.completions.create({ ...question, ...stream }));
      expect(chunks[0]).toMatchObject({ choices: [], prompt_filter_results: [{ prompt_index: 0 }] });
      expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) as number } });
    }
  });

  test('parse gives an instance of the schema', async () => {
    for (const client of clients) {
      const format = { type: 'json_schema' as const, json_schema: { name: 'forecast', schema, strict: true } };
      const parsed = await helpersOf(client, version).parse({ ...question, response_format: format });
      const text = parsed.choices[0]?.message.content ?? '';
      expect(JSON.parse(text)).toEqual({ city: expect.stringMatching(/^[0-9a-f]{8}$/) as string, days: 3 });
    }
  });

  test('runTools calls a function once and then has its answer', async () => {
    for (const client of clients) {
      const calls: unknown[] = [];
      const forecast = {
        name: 'forecast',
        description: 'The weather of a city',
        parameters: schema,
        parse: JSON.parse,
        function: (given: unknown) => {
          calls.push(given);
          return 'sunny';
        },
      };
      const runner = helpersOf(client, version).runTools({
        ...question,
        tools: [{ type: 'function', function: forecast }],
      });
      expect(await runner.finalContent()).toMatch(/^Answer [0-9a-f]{8} of gpt-4o/);
      expect(calls).toEqual([{ city: expect.any(String) as string, days: 3 }]);
    }
    expect(service.exchanges).toHaveLength(4);
  });

  test('a stream with a tool puts its call together', async () => {
    for (const client of clients) {
      const tools = [{ type: 'function' as const, function: { name: 'forecast', parameters: schema } }];
      const whole = await client.chat.completions.create({ ...question, tools });
      const streamed = await helpersOf(client, version)
        .stream({ ...question, tools })
        .finalChatCompletion();
      expect(streamed.choices[0]?.message.tool_calls).toMatchObject(
        whole.choices[0]?.message.tool_calls ?? ['no call'],
      );
      expect(streamed.choices[0]?.finish_reason).toBe('tool_calls');
    }
  });

  test('a response as a stream puts its call together', async () => {
    for (const client of clients) {
      const tools = [{ type: 'function' as const, name: 'forecast', parameters: schema, strict: true }];
      const asked = { model: 'gpt-4o', input: 'How is the weather?', tools };
      const whole = await client.responses.create(asked);
      expect(whole.output[0]?.type).toBe('function_call');
      expect((await client.responses.stream(asked).finalResponse()).output).toMatchObject(whole.output);
    }
  });

  test('responses.stream and responses.parse', async () => {
    for (const client of clients) {
      const asked = { model: 'gpt-4o', input: 'How is the weather?' };
      const whole = await client.responses.create(asked);
      const streamed = await client.responses.stream(asked).finalResponse();
      expect(streamed.output).toMatchObject(whole.output);
      expect(streamed.status).toBe('completed');
      const format = { type: 'json_schema' as const, name: 'forecast', schema, strict: true };
      const parsed = await client.responses.parse({ ...asked, text: { format } });
      expect(JSON.parse(parsed.output_text)).toMatchObject({ days: 3 });
    }
  });
});

type Helpers = Pick<OpenAI['chat']['completions'], 'parse' | 'runTools' | 'stream'>;

/** In major 4 the helpers are below `beta`, of which the types of the last major know nothing. */
function helpersOf(client: OpenAI, version: SdkVersion): Helpers {
  if (!version.startsWith('4.')) return client.chat.completions;
  return (client as unknown as { beta: { chat: { completions: Helpers } } }).beta.chat.completions;
}
