import { describe, expect, test } from 'vitest';
import { chat, chatOnV1, exchange, kindsOf, trafficOf } from './compare-samples.ts';

describe('a property that a body has twice', () => {
  const send = (text: string) => trafficOf(exchange('/openai/v1/responses', { text }));
  const legacy = (text: string) =>
    trafficOf(exchange('/openai/deployments/a/chat/completions?api-version=2024-10-21', { text }));
  const v1 = (text: string) => trafficOf(exchange('/openai/v1/chat/completions', { text }));

  test.each([
    ['{"model":"a","input":"Hi"}', '{"model":"a","input":"Hi","model":"a"}', ['body-added']],
    ['{"model":"a","user":"b","user":"c"}', '{"model":"a","user":"c"}', ['body-lost']],
    ['{"user":"a","user":"b"}', '{"user":"b","user":"a"}', ['body-changed', 'body-changed']],
    [
      '{"a":[{"b":1},{"b":1}],"c":"{\\"b\\":1}"}',
      '{"a":[{"b":1},{"b":1,"\\u0062":1}],"c":"{\\"b\\":1}"}',
      ['body-added'],
    ],
    ['{"a":{"b":1},"b":1}', '{"b":1,"a":{"b":1}}', []],
    ['{"user":"a","user":"b"}', '{ "user" : "a", "user" : "b" }', []],
  ])('%s, and then %s', (before, after, kinds) => {
    expect(kindsOf(send(before), send(after)).toSorted()).toEqual(kinds);
  });

  test('is kept by a right migration', () => {
    const before = legacy('{"user":"a","messages":[],"user":"b"}');
    expect(kindsOf(before, v1('{"user":"a","messages":[],"user":"b","model":"a"}'))).toEqual([]);
    expect(kindsOf(before, v1('{"messages":[],"user":"b","model":"a"}'))).toEqual(['body-lost']);
    expect(kindsOf(before, v1('{"model":"b","user":"a","messages":[],"user":"b","model":"a"}'))).toEqual([
      'body-added',
    ]);
  });
});

test('a body is read however long a text in it is', () => {
  const content = 'x'.repeat(12_000_000);
  expect(kindsOf(trafficOf(chat(content)), trafficOf(chatOnV1(content)))).toEqual([]);
});
