import { compareTraffic } from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { bearer, chat, chatOnV1, exchange, kindsOf, trafficOf } from './compare-samples.ts';

describe('an api-version on v1', () => {
  const plain = trafficOf(exchange('/openai/v1/models', { method: 'GET' }));
  const versioned = (version: string, more: object = {}) =>
    trafficOf(exchange(`/openai/v1/models?api-version=${version}`, { method: 'GET', ...more }));

  test('may go where it is the default', () => {
    expect(kindsOf(versioned('v1'), plain)).toEqual([]);
  });

  test('may not go where it opens previews', () => {
    expect(kindsOf(versioned('preview'), plain)).toEqual(['api-version']);
  });

  test('may go where it is refused, which ends the refusal', () => {
    const refused = versioned('2024-10-21', { status: 400, error: { code: 'BadRequest', message: 'no' } });
    expect(kindsOf(refused, plain)).toEqual(['mended']);
    expect(kindsOf(refused, versioned('2024-06-01', { status: 400, error: refusalOf(refused) }))).toEqual([
      'api-version',
    ]);
  });

  test('may not come', () => {
    expect(kindsOf(plain, versioned('v1'))).toEqual(['api-version']);
  });
});

describe('a request for a token', () => {
  const ask = (id: string, secret: string) =>
    trafficOf(
      exchange(`https://login.microsoftonline.com/contoso/oauth2/v2.0/token?client-request-id=${id}`, {
        headers: [
          ['content-type', 'application/x-www-form-urlencoded'],
          ['client-request-id', id],
          ['x-ms-client-request-id', id],
        ],
        text: `grant_type=client_credentials&client_secret=${secret}&client-request-id=${id}`,
      }),
    );

  test('may carry another random number', () => {
    expect(compareTraffic(ask('1', 'placeholder-1'), ask('2', 'placeholder-1'))).toEqual([]);
  });

  test('must carry the same secret, which is not shown', () => {
    expect(compareTraffic(ask('1', 'placeholder-1'), ask('1', 'placeholder-2'))).toMatchObject([
      {
        kind: 'body-changed',
        where: 'client_secret',
        sentence: expect.stringContaining('was *** and is ***') as string,
      },
    ]);
  });
});

describe('a form', () => {
  const form = (boundary: string, written = boundary, value = 'batch') =>
    trafficOf(
      exchange('/openai/v1/files', {
        headers: [['content-type', `multipart/form-data; boundary="${boundary}"`]],
        text: `--${written}\r\nContent-Disposition: form-data; name="purpose"\r\n\r\n${value}\r\n--${written}--\r\n`,
      }),
    );

  test('may have another boundary', () => {
    expect(kindsOf(form('one'), form('two'))).toEqual([]);
  });

  test('must be written with the boundary that its type names', () => {
    expect(kindsOf(form('one'), form('two', 'one'))).toEqual(['body-encoding']);
  });

  test('must have the same fields', () => {
    expect(kindsOf(form('one'), form('one', 'one', 'evals'))).toEqual(['body-changed']);
  });
});

test('a request that stays because it has no v1 form must stay as it is', () => {
  const before = trafficOf(exchange('/openai/assistants?api-version=2024-10-21'));
  expect(kindsOf(before, trafficOf(exchange('/openai/assistants?api-version=2024-06-01')))).toEqual(['api-version']);
});

describe('a request without a counterpart', () => {
  const plain = chat('a');
  const leak = exchange('https://api.openai.com/v1/models', { method: 'GET' });
  const retry = chat('b', { headers: [...bearer('token-1').headers, ['x-stainless-retry-count', '1']] });

  test.each([
    ['gone to OpenAI before', trafficOf(plain, leak), trafficOf(chatOnV1('a')), 'request-missing'],
    ['going to OpenAI now', trafficOf(plain), trafficOf(chatOnV1('a'), leak), 'leak'],
    ['counted as a retry', trafficOf(plain, retry), trafficOf(chatOnV1('a')), 'retries'],
    [
      'repeated after a failure',
      trafficOf(chat('a', { status: 500 })),
      trafficOf(chatOnV1('a', { status: 500 }), chatOnV1('a')),
      'retries',
    ],
    ['repeated after an answer', trafficOf(plain), trafficOf(chatOnV1('a'), chatOnV1('a')), 'request-added'],
  ])('%s', (_, before, after, kind) => {
    expect(kindsOf(before, after)).toEqual([kind]);
  });
});

test('a byte order mark is no JSON', () => {
  const write = (text: string) => trafficOf(exchange('/openai/v1/responses', { text }));
  expect(kindsOf(write('{}'), write('\uFEFF{}'))).toEqual(['body-encoding']);
});

describe('a realtime session', () => {
  const session = (query: string) =>
    trafficOf(exchange(`wss://contoso.openai.azure.com/openai${query}`, { method: 'GET' }));
  const before = session('/realtime?api-version=2024-10-21&deployment=voice&model=ignored');

  test.each([
    ['model=voice', []],
    ['model=other', ['model-changed']],
    ['', ['model-missing']],
    ['model=voice&deployment=voice', ['query']],
  ])('with %s', (query, kinds) => {
    expect(kindsOf(before, session(`/v1/realtime?${query}`))).toEqual(kinds);
  });

  test('may spell its messages in another order of properties', () => {
    const [one, other] = ['{"type":"a","id":1}', '{"id":1,"type":"a"}'].map((message) =>
      trafficOf(exchange('/openai/v1/realtime?model=voice', { method: 'GET', messages: [message] })),
    );
    expect(one && other && kindsOf(one, other)).toEqual([]);
  });
});

function refusalOf({ exchanges }: ReturnType<typeof trafficOf>) {
  return exchanges[0]?.answer.error;
}
