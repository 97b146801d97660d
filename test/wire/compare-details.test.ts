import type { Traffic, WireHeader } from '@azure-openai-v1/wire';
import { describe, expect, test } from 'vitest';
import { bearer, chat, chatOnV1, exchange, kindsOf, trafficOf } from './compare-samples.ts';

const key: WireHeader = ['api-key', 'placeholder-key-1'];
const withHeaders = (...headers: readonly WireHeader[]) => ({ headers });
const models = (host: string, more: object, path = '/openai/models?api-version=2024-10-21') =>
  exchange(`https://${host}.openai.azure.com${path}`, { method: 'GET', ...more });

describe('a credential', () => {
  const plain: WireHeader = ['x-plain', '1'];

  test.each([
    ['api-key', ['credential-changed']],
    ['Authorization', ['credential-changed']],
  ])('may not move to the query as %s', (name, kinds) => {
    const before = models('contoso', withHeaders(key, plain));
    const after = models('contoso', withHeaders(plain), `/openai/v1/models?${name}=placeholder-key-1`);
    expect(kindsOf(trafficOf(before), trafficOf(after))).toEqual(kinds);
  });

  test('needs Bearer in front of it where it had it, and where it was a key', () => {
    const after = trafficOf(chatOnV1('a', withHeaders(['authorization', 'placeholder-key-1'])));
    expect(kindsOf(trafficOf(chat('a')), after)).toEqual(['credential-changed']);
    expect(kindsOf(trafficOf(chat('a', bearer('placeholder-key-1'))), after)).toEqual(['credential-changed']);
    expect(kindsOf(after, after)).toEqual([]);
  });

  test('is not swapped for that of another resource, in whatever order the requests come', () => {
    for (const sent of [bearer, (value: string) => withHeaders(['api-key', value])]) {
      const before = trafficOf(models('contoso', sent('first')), models('fabrikam', sent('second')));
      const path = '/openai/v1/models';
      const after = trafficOf(models('fabrikam', sent('first'), path), models('contoso', sent('second'), path));
      expect(kindsOf(before, after)).toEqual(['credential-changed', 'credential-changed']);
    }
  });

  test('is not that of another client on the same resource', () => {
    const other = withHeaders(['api-key', 'placeholder-key-2']);
    const before = trafficOf(chat('a'), chat('b', other));
    expect(kindsOf(before, trafficOf(chatOnV1('b'), chatOnV1('a', other)))).toEqual([
      'credential-changed',
      'credential-changed',
    ]);
  });
});

test('a request that is limited to the end is tried as often as before', () => {
  const attempt = (count: number) => ({ ...withHeaders(key, ['x-stainless-retry-count', String(count)]), status: 429 });
  const before = trafficOf(chat('a', attempt(0)), chat('a', attempt(1)), chat('b', attempt(0)));
  const after = trafficOf(chatOnV1('a', attempt(0)), chatOnV1('b', attempt(0)), chatOnV1('b', attempt(1)));
  expect(kindsOf(before, after)).not.toEqual([]);
});

describe('the end of a refusal', () => {
  const limit = (more: object) => exchange('/openai/v1/chat/completions', more);
  const refused = { status: 400, error: { code: 'unsupported_parameter', message: 'no', param: 'max_tokens' } };
  const before: Traffic = {
    ...trafficOf(limit({ body: { model: 'o4-mini', max_tokens: 9 }, ...refused })),
    outcome: { exit: 1, stdout: '' },
  };
  const mended = (more: object = {}) => limit({ body: { model: 'o4-mini', max_completion_tokens: 9 }, ...more });

  test.each([
    ['no credential', withHeaders(['x-none', '1']), 'credential-lost'],
    ['the source of a function', bearer('async () => token'), 'token-source'],
  ])('does not excuse %s', (_, headers, kind) => {
    expect(kindsOf(before, trafficOf(mended(), chatOnV1('b', headers)))).toEqual([kind]);
  });

  test.each([401, 403, 404])('is no answer with %s', (status) => {
    expect(kindsOf(before, trafficOf(mended({ status })))).toEqual(['answer', 'exit']);
  });

  test('lets the next request carry the next token, or the credential of another client or host', () => {
    const asked = trafficOf(limit({ body: { model: 'o4-mini', max_tokens: 9 }, ...refused, ...bearer('token-1') }));
    const next = trafficOf(mended(bearer('token-1')), chatOnV1('b', bearer('token-2')));
    expect(kindsOf(asked, next)).toEqual([]);
    const other = chatOnV1('b', withHeaders(['api-key', 'placeholder-key-2']));
    expect(kindsOf(before, trafficOf(mended(), other))).toEqual([]);
    expect(kindsOf(before, trafficOf(mended(), models('fabrikam', bearer('token-1'))))).toEqual([]);
  });
});

describe('numbers in JSON', () => {
  const path = '/openai/deployments/support-chat/chat/completions?api-version=2024-10-21';
  const kinds = (one: string, other: string) =>
    kindsOf(
      trafficOf(exchange(path, { text: `{"seed":${one}}` })),
      trafficOf(exchange('/openai/v1/chat/completions', { text: `{"model":"support-chat","seed":${other}}` })),
    );

  test.each([
    ['9007199254740993', '9007199254740992'],
    ['12345678901234567890', '12345678901234567000'],
    ['0.12345678901234567890', '0.12345678901234568'],
    ['1e400', '1e500'],
  ])('are not rounded: %s is not %s', (one, other) => {
    expect(kinds(one, other)).toEqual(['body-changed']);
    expect(kinds(one, one)).toEqual([]);
  });

  test.each([
    ['1.0', '1'],
    ['1e3', '1000'],
  ])('may be spelled differently: %s is %s', (one, other) => {
    expect(kinds(one, other)).toEqual([]);
  });
});

describe('parts of a form', () => {
  const form = (...parts: readonly string[]) => formWith(parts, '--b--\r\n');
  const formWith = (parts: readonly string[], end: string) =>
    trafficOf(
      exchange('/openai/v1/files', {
        headers: [['content-type', 'multipart/form-data; boundary=b']],
        text: `${parts.map((part) => `--b\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}${end}`,
      }),
    );

  test.each([
    ['a line break and a second field', form('name="a"\r\n\r\n1\n2'), form('name="a"\r\n\r\n1', 'name="a"\r\n\r\n2')],
    ['the type of a field', form('name="a"\r\nContent-Type: text/csv\r\n\r\n1'), form('name="a"\r\n\r\n1')],
    [
      'a name in another alphabet',
      form(`name="a"; filename*=UTF-8''x\r\n\r\n1`),
      form(`name="a"; filename*=y\r\n\r\n1`),
    ],
    ['a file and a field', form('name="a"; filename="x"\r\n\r\n1'), form('name="a"\r\n\r\nx  1')],
  ])('are told apart: %s', (_, before, after) => {
    expect(kindsOf(before, after)).toEqual(['body-changed']);
    expect(kindsOf(before, before)).toEqual([]);
  });

  test('are told apart by names without quotes', () => {
    expect(kindsOf(form('name=a\r\n\r\n1'), form('name=b\r\n\r\n1'))).toEqual(['body-lost', 'body-added']);
  });

  test('must be closed', () => {
    const part = 'name="a"\r\n\r\n1';
    expect(kindsOf(form(part), formWith([part], '--b\r\n'))).toEqual(['body-encoding']);
  });
});

test('a parameter with a line break is not two parameters', () => {
  const list = (query: string) => trafficOf(exchange(`/openai/v1/files?${query}`, { method: 'GET' }));
  expect(kindsOf(list('a=1%0A2'), list('a=1&a=2'))).toEqual(['query']);
});

test('a name and password in a URL are compared as they are', () => {
  const url = (password: string) => trafficOf(exchange(`https://me:${password}@Contoso.openai.azure.com/`));
  expect(kindsOf(url('pass'), url('Pass'))).toEqual(['origin']);
});

describe('a header that a program sets by itself', () => {
  const sent = (...headers: readonly WireHeader[]) => trafficOf(chat('a', withHeaders(key, ...headers)));

  test('counts where it is a user agent', () => {
    expect(kindsOf(sent(['user-agent', 'shop/1.0']), sent(['user-agent', 'OpenAI/JS 5.23.2']))).toEqual([
      'header-lost',
    ]);
    expect(kindsOf(sent(['user-agent', 'AzureOpenAI/JS 5.23.2']), sent(['user-agent', 'OpenAI/JS 5.23.2']))).toEqual(
      [],
    );
  });

  test('must not go where its value is random', () => {
    const random: WireHeader = ['x-ms-client-request-id', 'order-7'];
    expect(kindsOf(sent(random), sent())).toEqual(['header-lost']);
    expect(kindsOf(sent(random), sent(['x-ms-client-request-id', 'order-8']))).toEqual([]);
  });
});
