import { compareTraffic, type Exchange, pairExchanges, type Traffic } from '@azure-openai-v1/wire';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bearer, chat, chatOnV1, exchange, kindsOf, trafficOf } from './compare-samples.ts';

describe('order', () => {
  test('requests that run side by side may arrive in any order, with the tokens as they come', () => {
    const before = trafficOf(chat('a', bearer('token-1')), chat('b', bearer('token-2')), chat('c', bearer('token-3')));
    const after = trafficOf(
      chatOnV1('b', bearer('token-1')),
      chatOnV1('c', bearer('token-2')),
      chatOnV1('a', bearer('token-3')),
    );
    expect(compareTraffic(before, after)).toEqual([]);
    expect(pairExchanges(before.exchanges, after.exchanges).pairs.map((pair) => pair.after)).toEqual([2, 0, 1]);
  });

  test('but the tokens must be those from before', () => {
    const before = trafficOf(chat('a', bearer('token-1')), chat('b', bearer('token-2')));
    const after = trafficOf(chatOnV1('b', bearer('token-2')), chatOnV1('a', bearer('token-1')));
    expect(kindsOf(before, after)).toEqual([]);
    expect(kindsOf(before, trafficOf(chatOnV1('b', bearer('token-2')), chatOnV1('a', bearer('token-3'))))).toEqual([
      'credential-changed',
    ]);
    expect(kindsOf(before, trafficOf(chatOnV1('a', bearer('token-2')), chatOnV1('b', bearer('token-1'))))).toEqual([
      'credential-changed',
      'credential-changed',
    ]);
  });

  test('a request in the middle that is gone is named, and not those behind it', () => {
    const before = trafficOf(chat('a'), chat('b'), chat('c'));
    expect(compareTraffic(before, trafficOf(chatOnV1('a'), chatOnV1('c')))).toMatchObject([
      { kind: 'request-missing', before: 1 },
    ]);
    const more = trafficOf(chatOnV1('a'), chatOnV1('x'), chatOnV1('b'), chatOnV1('c'));
    expect(compareTraffic(before, more)).toMatchObject([{ kind: 'request-added', after: 1 }]);
  });
});

describe('a limit that meets one of several requests', () => {
  const limited = { status: 429, error: { code: '429', message: 'slow down' } };
  const retry = (count: number) => ({
    headers: [
      ['api-key', 'placeholder-key-1'],
      ['x-stainless-retry-count', String(count)],
    ],
  });
  const before = trafficOf(chat('a', { ...retry(0), ...limited }), chat('b', retry(0)), chat('a', retry(1)));

  test('may meet another one', () => {
    const after = trafficOf(
      chatOnV1('b', { ...retry(0), ...limited }),
      chatOnV1('a', retry(0)),
      chatOnV1('b', retry(1)),
    );
    expect(compareTraffic(before, after)).toEqual([]);
  });

  test('must be met as often, with the same answer and the same request tried again', () => {
    const after = (more: object, ...rest: readonly Exchange[]) =>
      trafficOf(chatOnV1('b', { ...retry(0), ...limited, ...more }), chatOnV1('a', retry(0)), ...rest);
    expect(kindsOf(before, after({}))).toContain('retries');
    expect(kindsOf(before, after({}, chatOnV1('c', retry(1))))).toContain('body-changed');
    expect(kindsOf(before, after({}, chatOnV1('b', retry(2))))).toContain('retries');
    const other = { error: { code: '429', message: 'no' } };
    expect(kindsOf(before, after(other, chatOnV1('b', retry(1))))).toContain('answer');
  });
});

describe('a refusal that ends', () => {
  const refused = { status: 400, error: { code: 'unsupported_parameter', message: 'no', param: 'max_tokens' } };
  const request = (limit: object) => ({ body: { model: 'o4-mini', messages: [], ...limit } });
  const before: Traffic = {
    ...trafficOf(exchange('/openai/v1/chat/completions', { ...request({ max_tokens: 9 }), ...refused })),
    outcome: { exit: 1, stdout: '' },
  };

  test('by the new name of the limit is right, and the program may go on', () => {
    const mended = exchange('/openai/v1/chat/completions', request({ max_completion_tokens: 9 }));
    expect(compareTraffic(before, trafficOf(mended, chatOnV1('more')))).toEqual([]);
    const leak = exchange('https://api.openai.com/v1/models', { method: 'GET' });
    expect(kindsOf(before, trafficOf(mended, leak))).toEqual(['leak']);
    // What came before the refusal is not excused by its end.
    expect(kindsOf({ ...before, exchanges: [chat('a'), ...before.exchanges] }, trafficOf(mended))).toEqual([
      'request-missing',
    ]);
  });

  test('by the new name is wrong where the old one was not what was refused', () => {
    const filtered = { status: 400, error: { code: 'content_filter', message: 'no', param: 'prompt' } };
    const one = exchange('/openai/v1/chat/completions', { ...request({ max_tokens: 9 }), ...filtered });
    const other = exchange('/openai/v1/chat/completions', { ...request({ max_completion_tokens: 9 }), ...filtered });
    expect(kindsOf(trafficOf(one), trafficOf(other))).toEqual(['body-lost', 'body-added']);
  });

  test('in another way is said, once', () => {
    const other = exchange('/openai/v1/chat/completions', request({ max_tokens: 9 }));
    expect(kindsOf(before, trafficOf(other))).toEqual(['mended']);
  });

  test('is not taken for one after 429', () => {
    const limited = trafficOf(chat('a', { status: 429 }));
    expect(kindsOf(limited, trafficOf(chatOnV1('a')))).toEqual(['answer']);
  });
});

test('a request that goes to OpenAI is a leak and no more, whatever its path', () => {
  const body = { model: 'support-chat', messages: [{ role: 'user', content: 'a' }] };
  const leak = exchange('https://api.openai.com/v1/chat/completions', { body });
  expect(kindsOf(trafficOf(chat('a')), trafficOf(leak))).toEqual(['leak']);
});

test('the case of a host and the usual port do not matter', () => {
  const url = 'https://Contoso.OpenAI.azure.com:443/openai/v1/models';
  const plain = trafficOf(exchange('/openai/models?api-version=2024-10-21', { method: 'GET' }));
  expect(kindsOf(plain, trafficOf(exchange(url, { method: 'GET' })))).toEqual([]);
});

test('the exit code is compared', () => {
  const before = trafficOf(chat('a'));
  expect(kindsOf(before, { ...before, outcome: { exit: 'SIGTERM', stdout: '' } })).toEqual(['exit']);
});

test('a result is compared property by property', () => {
  const ended = (result: string): Traffic => ({ exchanges: [], outcome: { exit: 0, stdout: '', result } });
  expect(compareTraffic(ended('{"a":[1,2]}'), ended('{"a":[1,3]}'))).toMatchObject([
    { kind: 'result', where: 'result.a[1]', sentence: expect.stringContaining('was 2 and is 3') as string },
  ]);
});

test('a sentence says what was, what is and what to do', () => {
  const [difference] = compareTraffic(trafficOf(chat('a')), trafficOf(chatOnV1('b')));
  expect(difference).toEqual({
    kind: 'body-changed',
    sentence:
      'POST /openai/deployments/support-chat/chat/completions: messages[0].content was "a" and is "b". Keep its value.',
    before: 0,
    after: 0,
    where: 'messages[0].content',
  });
});

const requests = fc.record({
  url: fc.webUrl({ withQueryParameters: true }),
  more: fc.record({
    method: fc.constantFrom('GET', 'POST', 'DELETE'),
    headers: fc.array(fc.tuple(fc.stringMatching(/^[a-z-]{1,12}$/), fc.string())),
    body: fc.oneof(fc.string(), fc.jsonValue()),
    status: fc.constantFrom(200, 400, 429, 500),
    messages: fc.array(fc.string()),
  }),
});

test('any traffic equals itself', () => {
  fc.assert(
    fc.property(fc.array(requests, { maxLength: 6 }), fc.string(), (list, stdout) => {
      const traffic = {
        ...trafficOf(...list.map(({ url, more }) => exchange(url, more))),
        outcome: { exit: 0, stdout },
      };
      expect(compareTraffic(traffic, structuredClone(traffic))).toEqual([]);
    }),
    { seed: 3, numRuns: 500 },
  );
});
