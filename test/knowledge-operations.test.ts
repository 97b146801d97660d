import {
  findLegacyOperation,
  findLegacyResourceOperation,
  findV1Operation,
  legacyOperations,
  legacyRequestBodies,
  legacyResourceOperations,
  v1Operations,
  v1RequestBodies,
  type V1Operation,
} from '@azure-openai-v1/knowledge';
import { describe, expect, it, test } from 'vitest';

const v1Rows: readonly V1Operation[] = v1Operations;
const filled = (path: string) => path.replaceAll(/\{\w+\}/g, 'abc-1');
const rowsBelow = (path: string) => v1Rows.filter((row) => row.path === path || row.path.startsWith(`${path}/`));
// An upgraded connection is no operation of the specification, and threads are listed but of no use without assistants.
const compared = legacyOperations.filter(({ path }) => path !== 'realtime' && path !== 'threads');

describe('the tables of operations agree with each other', () => {
  test.each(compared)('on what v1 has of $path', ({ path, v1 }) => {
    const statuses = new Set(rowsBelow(`/${path}`).map(({ status }) => status));
    expect([...statuses]).toEqual(v1 === 'none' ? [] : [v1]);
  });

  test.each(legacyResourceOperations)('on where $method $path stands', ({ path }) => {
    expect(findLegacyOperation(path)?.scope).toBe('resource');
  });

  test.each(legacyRequestBodies)('on the body of legacy $operation', ({ operation, content }) => {
    const row = findLegacyOperation(operation.replace('POST /', ''));
    expect(row).toMatchObject({ scope: 'deployment', body: content });
  });

  test.each(v1RequestBodies)('on the body of v1 $operation', ({ operation, required, properties }) => {
    const [method = '', path = ''] = operation.split(' ');
    expect(v1Rows.some((row) => row.method === method && row.path === path)).toBe(true);
    expect(properties).toEqual([...new Set(properties)].sort());
    expect(required.filter((name) => !properties.includes(name))).toEqual([]);
  });

  test.each(legacyOperations.filter(({ scope, v1 }) => scope === 'deployment' && v1 !== 'none'))(
    'on the model that v1 needs for $path',
    ({ path }) => {
      const body = v1RequestBodies.find(({ operation }) => operation === `POST /${path}`);
      expect(body?.required).toContain('model');
    },
  );
});

describe('an operation is found by its path', () => {
  it('for every row, with its holes filled', () => {
    for (const row of v1Rows) expect(findV1Operation(row.method, filled(row.path))).toBe(row);
    for (const row of legacyResourceOperations)
      expect(findLegacyResourceOperation(row.method, filled(row.path))).toBe(row);
  });

  it('for a written segment before one in braces', () => {
    expect(findV1Operation('POST', '/threads/runs')?.path).toBe('/threads/runs');
    expect(findV1Operation('POST', '/threads/thread_1')?.path).toBe('/threads/{thread_id}');
  });

  it('but not for another method, an empty segment or one more', () => {
    expect(findV1Operation('GET', '/chat/completions')).toBeUndefined();
    expect(findV1Operation('GET', '/files/')).toBeUndefined();
    expect(findV1Operation('GET', '//files')).toBeUndefined();
    expect(findV1Operation('POST', '/chat/completions/more')).toBeUndefined();
  });
});
