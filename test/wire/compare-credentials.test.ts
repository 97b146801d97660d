import { compareTraffic, differenceKinds, type Traffic } from '@azure-openai-v1/wire';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bearer, chat, chatOnV1, exchange, kindsOf, trafficOf } from './compare-samples.ts';

describe('credentials', () => {
  test.each([
    ['a key as Bearer', bearer('placeholder-key-1'), []],
    ['another key', bearer('placeholder-key-2'), ['credential-changed']],
    [
      'one key twice',
      {
        headers: [
          ['api-key', 'placeholder-key-1'],
          ['authorization', 'Bearer placeholder-key-1'],
        ],
      },
      [],
    ],
    ['a function', bearer('async () => token'), ['token-source']],
    ['a function with a name', bearer('function provider() { return 1 }'), ['token-source']],
    ['a method', bearer('async getToken() { return 1 }'), ['token-source']],
    ['nothing', { headers: [['x-none', '1']] }, ['header-added', 'credential-lost']],
  ])('%s', (_, headers, kinds) => {
    expect(kindsOf(trafficOf(chat('a')), trafficOf(chatOnV1('a', headers)))).toEqual(kinds);
  });

  test('a token is no key, and a key is not sent as Bearer to the dated API', () => {
    const after = trafficOf(chatOnV1('a', { headers: [['api-key', 'token-1']] }));
    expect(kindsOf(trafficOf(chat('a', bearer('token-1'))), after)).toEqual(['credential-changed']);
    expect(kindsOf(trafficOf(chat('a')), trafficOf(chat('a', bearer('placeholder-key-1'))))).toEqual([
      'credential-changed',
    ]);
  });

  test('of two credentials each keeps its header', () => {
    const both = (key: string, token: string) => ({
      headers: [
        ['api-key', key],
        ['authorization', `Bearer ${token}`],
      ],
    });
    const before = trafficOf(chat('a', both('placeholder-key-1', 'token-1')));
    const after = (key: string, token: string) => kindsOf(before, trafficOf(chatOnV1('a', both(key, token))));
    expect(after('placeholder-key-1', 'token-1')).toEqual([]);
    expect(after('token-1', 'placeholder-key-1')).toEqual(['credential-changed']);
    expect(after('token-1', 'token-1')).toEqual(['credential-lost']);
  });

  test('two keys of two clients that become one are not a frozen token', () => {
    const before = trafficOf(chat('a'), chat('b', { headers: [['api-key', 'placeholder-key-2']] }));
    expect(kindsOf(before, trafficOf(chatOnV1('a'), chatOnV1('b')))).toEqual(['credential-changed']);
  });

  test('no sentence shows the start of one that is cut', () => {
    const token = `placeholder-${'0123456789'.repeat(30)}`;
    const before = trafficOf(chat(`${'my token is '.repeat(3)}${token}`, bearer(token)));
    const [difference] = compareTraffic(before, trafficOf(chatOnV1('none', bearer(token))));
    expect(difference?.sentence).toContain('my token is ***');
    expect(difference?.sentence).not.toContain('placeholder');
  });

  test('no sentence shows one in a URL, or the rest of one that holds another', () => {
    const before = trafficOf(chat('a', { headers: [['api-key', 'placeholder']] }));
    const after = trafficOf(chat('placeholder key/1', bearer('placeholder key/1')), exchange('/placeholder%20key%2F1'));
    const text = JSON.stringify(compareTraffic(before, after));
    expect(text).not.toMatch(/placeholder| key\/1|key%2F1/);
  });

  test('no sentence shows one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{3,40}$/), fc.stringMatching(/^[!-~]{3,40}$/), (one, other) => {
        const before = trafficOf(chat(`my key is ${one}`, { headers: [['api-key', one]] }));
        const after: Traffic = {
          ...trafficOf(chatOnV1(`my key is ${other}`, bearer(other)), exchange(`/openai/v1/${other}`, bearer(one))),
          outcome: { exit: 1, stdout: `${one} ${other}`, error: { name: 'Error', message: `wrong key: ${other}` } },
        };
        const text = compareTraffic(before, after)
          .map(({ sentence }) => sentence)
          .join('\n');
        // Words that the sentences are made of prove nothing.
        const plain = JSON.stringify([differenceKinds, before.exchanges.map(({ request }) => request.url)]);
        for (const secret of [one, other]) if (!plain.includes(secret)) expect(sentenceShows(text, secret)).toBe(false);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

function sentenceShows(text: string, secret: string): boolean {
  return text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1));
}
