import { createService } from '@azure-openai-v1/wire';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from './ask-service.ts';

const chatPath = '/openai/v1/chat/completions';
const legacyPath = '/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21';
const messages = [{ role: 'user', content: 'Hi' }];

async function schemaInstance(schema: object): Promise<unknown> {
  const response_format = { type: 'json_schema', json_schema: { name: 'thing', schema } };
  const answer = await ask(createService(), chatPath, { body: { model: 'gpt-4o', messages, response_format } });
  const { choices } = JSON.parse(answer.text) as { choices: readonly { message: { content: string } }[] };
  return JSON.parse(choices[0]?.message.content ?? '');
}

describe('an answer', () => {
  test('depends on what is asked and not on how it is written', async () => {
    const service = createService();
    const texts = await Promise.all(
      ['{"model":"gpt-4o","messages":[],"seed":1}', '{ "seed" : 1, "messages": [ ], "model":"gpt-4o" }'].map(
        async (body) => (await ask(service, chatPath, { body })).text,
      ),
    );
    expect(texts[1]).toBe(texts[0]);
    expect((await ask(service, chatPath, { body: { model: 'gpt-4o', messages: [], seed: 2 } })).text).not.toBe(
      texts[0],
    );
    expect((await ask(service, chatPath, { body: { model: 'gpt-4.1', messages: [], seed: 1 } })).text).not.toBe(
      texts[0],
    );
  });

  test('is the same on both surfaces, whatever is asked', async () => {
    const service = createService();
    const property = fc.asyncProperty(fc.jsonValue(), fc.integer({ min: 1, max: 3 }), async (content, n) => {
      const body = { messages: [{ role: 'user', content }], n };
      const v1 = await ask(service, chatPath, { body: { ...body, model: 'gpt-4o' } });
      expect((await ask(service, legacyPath, { body })).text).toBe(v1.text);
    });
    await fc.assert(property, { numRuns: 50, seed: 3 });
  });

  test('has an identifier in its headers that equal answers share', async () => {
    const service = createService();
    const [first, second] = [await ask(service, '/openai/v1/models'), await ask(service, '/openai/v1/models')];
    expect(first.headers).toContainEqual(['x-request-id', expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(second.headers).toEqual(first.headers);
  });
});

describe('an instance of a schema', () => {
  test.each([
    [{ const: 3 }, 3],
    [{ type: 'string', format: 'constructor' }, expect.any(String) as string],
    [{ enum: ['b', 'a'] }, 'b'],
    [{ type: 'array', items: { type: 'boolean' }, minItems: 2 }, [true, true]],
    [{ type: ['integer', 'null'], exclusiveMinimum: 4 }, 5],
    [{ anyOf: [{ type: 'null' }, { type: 'string' }] }, null],
    [
      { allOf: [{ type: 'object', properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] },
      { a: 1, b: 2 },
    ],
    [{ $ref: '#/$defs/day', $defs: { day: { type: 'string', format: 'date' } } }, '2024-01-01'],
    [{ type: 'object', properties: { a: { type: 'number' } } }, { a: 1 }],
  ])('%j', async (schema, instance) => {
    expect(await schemaInstance(schema)).toEqual(instance);
  });

  test('ends although its schema does not', async () => {
    const tree = {
      type: 'object',
      properties: { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] }, all: { type: 'array', items: { $ref: '#' } } },
      required: ['next', 'all'],
    };
    expect(JSON.stringify(await schemaInstance(tree)).length).toBeLessThan(20_000);
    expect(
      await schemaInstance({ type: 'object', properties: { self: { $ref: '#' } }, required: ['self'] }),
    ).toBeDefined();
  });
});

describe('embeddings', () => {
  test('say the same in both encodings', async () => {
    const service = createService();
    const embed = async (encoding_format: string) => {
      const body = { model: 'vectors', input: 'Hi', dimensions: 5, encoding_format };
      const answer = await ask(service, '/openai/v1/embeddings', { body });
      return (JSON.parse(answer.text) as { data: readonly { embedding: unknown }[] }).data[0]?.embedding;
    };
    const bytes = Buffer.from((await embed('base64')) as string, 'base64');
    const numbers = Array.from({ length: 5 }, (_, index) => bytes.readFloatLE(index * 4));
    expect(numbers).toEqual(await embed('float'));
    expect(new Set(numbers).size).toBeGreaterThan(1);
  });

  test('are as long as those of the model', async () => {
    const service = createService({ deployments: { big: 'text-embedding-3-large', small: 'text-embedding-3-small' } });
    const lengthOf = async (model: string) => {
      const answer = await ask(service, '/openai/v1/embeddings', { body: { model, input: [[1, 2], [3]] } });
      const { data } = JSON.parse(answer.text) as { data: readonly { embedding: readonly number[] }[] };
      return data.map(({ embedding }) => embedding.length);
    };
    expect([await lengthOf('big'), await lengthOf('small')]).toEqual([
      [3072, 3072],
      [1536, 1536],
    ]);
  });
});

describe('things', () => {
  const thing = async (path: string, body?: object, method?: string) =>
    JSON.parse(
      (await ask(createService(), path, { ...(body && { body }), ...(method && { method }) })).text,
    ) as unknown;

  test('have the identifier that was asked for, and are done', async () => {
    expect(await thing('/openai/v1/batches/batch_7')).toMatchObject({
      id: 'batch_7',
      object: 'batch',
      status: 'completed',
    });
    expect(await thing('/openai/v1/responses/resp_7')).toMatchObject({ id: 'resp_7', status: 'completed' });
    expect(await thing('/openai/v1/files/file%2F7')).toMatchObject({ id: 'file/7', status: 'processed' });
  });

  test('hold what was said of them', async () => {
    expect(await thing('/openai/v1/vector_stores', { name: 'papers' })).toMatchObject({
      name: 'papers',
      object: 'vector_store',
    });
    expect(await thing('/openai/v1/batches/batch_7/cancel', {})).toMatchObject({ id: 'batch_7', status: 'cancelled' });
    expect(await thing('/openai/v1/files/file-7', undefined, 'DELETE')).toEqual({
      id: 'file-7',
      object: 'file.deleted',
      deleted: true,
    });
  });

  test('are listed two at a time, and there is no more of them', async () => {
    const first = (await thing('/openai/v1/files?purpose=batch')) as {
      data: unknown[];
      has_more: boolean;
      last_id: string;
    };
    expect([first.data.length, first.has_more]).toEqual([2, false]);
    expect(await thing(`/openai/v1/files?after=${first.last_id}`)).toMatchObject({ data: [], has_more: false });
  });

  test('pictures with an address can be loaded from it', async () => {
    const service = createService();
    const answer = await ask(service, '/openai/v1/images/generations', { body: { model: 'dall-e-3', prompt: 'Moon' } });
    const [, url = ''] = /"url":"([^"]+)"/.exec(answer.text) ?? [];
    expect(url).toMatch(/^https:\/\/contoso\.openai\.azure\.com\/_wire\/images\//);
    expect((await ask(service, url)).headers).toContainEqual(['content-type', 'image/png']);
  });
});

test('a form is read part by part, files with their names and sizes', async () => {
  const part = (head: string, content: string) =>
    `--b"x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const form = `${part('name="purpose"', 'batch')}${part('name="file"; filename="a b.jsonl"', 'one\r\n--b"\r\ntwo')}--b"x--\r\n`;
  const headers = { 'content-type': `multipart/form-data; boundary=b"x` };
  const answer = await ask(createService(), '/openai/v1/files', { headers, body: form });
  expect(JSON.parse(answer.text)).toMatchObject({ filename: 'a b.jsonl', bytes: 14, purpose: 'batch' });
  const broken = await ask(createService(), '/openai/v1/files', { headers, body: form.slice(0, -8) });
  expect(broken.status).toBe(400);
});
