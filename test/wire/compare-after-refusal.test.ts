import { expect, test } from 'vitest';
import { bearer, exchange, kindsOf, trafficOf } from './compare-samples.ts';
import { versionsWithFunctions } from './sdk-majors.ts';
import { runOnSdk } from './wrong-migrations-run.ts';

const v1 = '/openai/v1/chat/completions';
const refusal = { status: 400, error: { code: 'unsupported_parameter', message: 'no', param: 'max_tokens' } };
const refused = (token: string) =>
  exchange(v1, { body: { model: 'o4-mini', max_tokens: 9 }, ...bearer(token), ...refusal });
const answered = (token: string) =>
  exchange(v1, { body: { model: 'o4-mini', max_completion_tokens: 9 }, ...bearer(token) });
const ask = (user: string, token: string, host = '') =>
  exchange(host + v1, { body: { model: 'gpt-4o', user }, ...bearer(token) });

// Requests that run side by side on one client share the last of the tokens that were fetched for them.
const before = trafficOf(refused('token-1'), ask('a', 'token-3'), ask('b', 'token-3'));
const going = [answered('token-1'), ask('next', 'token-2')] as const;

test('a program that goes on after a refusal has later tokens for what comes then', () => {
  expect(kindsOf(before, trafficOf(...going, ask('a', 'token-4'), ask('b', 'token-4')))).toEqual([]);
  expect(kindsOf(before, trafficOf(...going, ask('b', 'token-4'), ask('a', 'token-4')))).toEqual([]);
});

test('a second refusal may end with a later token', () => {
  const twice = trafficOf(refused('token-1'), refused('token-2'), ask('a', 'token-3'));
  const tokens = (second: string, last: string) => trafficOf(...going, answered(second), ask('a', last));
  expect(kindsOf(twice, tokens('token-3', 'token-4'))).toEqual([]);
  expect(kindsOf(twice, tokens('token-1', 'token-4'))).not.toEqual([]);
});

test.each([
  ['it is that of an earlier request', ['token-1', 'token-1']],
  ['it is that of the request that was added', ['token-2', 'token-2']],
  ['one is shared that was not', ['token-4', 'token-5']],
  ['it is frozen for one of them', ['token-1', 'token-4']],
])('a token counts when %s', (_, [first = '', second = '']) => {
  expect(kindsOf(before, trafficOf(...going, ask('a', first), ask('b', second)))).not.toEqual([]);
});

test('a token counts when nothing was asked in between', () => {
  const after = trafficOf(answered('token-1'), ask('a', 'token-4'), ask('b', 'token-4'));
  expect(kindsOf(before, after)).toEqual(['credential-changed', 'credential-changed']);
});

test('what was no new token does not become one', () => {
  const fixed = trafficOf(refused('fixed'), ask('a', 'fixed'));
  expect(kindsOf(fixed, trafficOf(answered('fixed'), ask('next', 'fixed'), ask('a', 'fixed')))).toEqual([]);
  expect(kindsOf(fixed, trafficOf(answered('fixed'), ask('next', 'fixed'), ask('a', 'other')))).toEqual([
    'credential-changed',
  ]);
});

test('a credential of another resource is none of these tokens', () => {
  const host = 'https://fabrikam.openai.azure.com';
  const after = (token: string) => trafficOf(...going, ask('a', token, host));
  expect(kindsOf(trafficOf(refused('token-1'), ask('a', 'theirs', host)), after('theirs'))).toEqual([]);
  expect(kindsOf(trafficOf(refused('token-1'), ask('a', 'theirs', host)), after('token-3'))).toEqual([
    'credential-changed',
  ]);
});

test('a key is no token', () => {
  const key = exchange(v1, { body: { model: 'gpt-4o', user: 'a' } });
  const keyed = trafficOf(refused('token-1'), key);
  expect(kindsOf(keyed, trafficOf(...going, ask('a', 'token-3')))).toEqual(['credential-changed']);
  expect(kindsOf(trafficOf(refused('token-1'), ask('a', 'token-2')), trafficOf(...going, key))).not.toEqual([]);
});

test.each(versionsWithFunctions)('a program on openai %s may go on after a refusal', async (version) => {
  const legacy = (deployment: string) =>
    `new AzureOpenAI({ endpoint: 'https://contoso.openai.azure.com', azureADTokenProvider: provider, apiVersion: '2024-10-21', deployment: '${deployment}' })`;
  const moved = () => `new OpenAI({ baseURL: 'https://contoso.openai.azure.com/openai/v1/', apiKey: provider })`;
  const program = (client: (deployment: string) => string, limit: string) => `
    const { AzureOpenAI, OpenAI } = require('openai');
    const messages = [{ role: 'user', content: 'Where is my parcel?' }];
    const reasoner = ${client('reasoner')};
    const client = ${client('support-chat')};
    try {
      await reasoner.chat.completions.create({ model: 'reasoner', messages, ${limit}: 900 });
      await reasoner.chat.completions.create({ model: 'reasoner', messages, user: 'next' });
    } catch {}
    const ask = (user) => client.chat.completions.create({ model: 'support-chat', messages, user });
    await Promise.all([ask('one'), ask('two')]);`;
  const run = (text: string) => runOnSdk(text, version);
  const refusedFirst = await run(program(legacy, 'max_tokens'));
  const right = program(moved, 'max_completion_tokens');
  expect(kindsOf(refusedFirst, await run(right))).toEqual([]);
  const frozen = right.replace("require('openai');", '$&\nconst first = provider();\nprovider = () => first;');
  expect(kindsOf(refusedFirst, await run(frozen))).toContain('token-frozen');
});
