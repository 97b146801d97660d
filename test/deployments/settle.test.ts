import { nearestTo, settle, type FoundDeployment } from '@azure-openai-v1/deployments';
import { describe, expect, test } from 'vitest';

const stated = (name: string, model: string, source: string) => ({ name, model, source });
const level = (isCertain: boolean, ...statements: ReturnType<typeof stated>[]) => ({ statements, isCertain });

describe('of several levels', () => {
  test('the first that names a deployment counts, each deployment by itself', () => {
    const { deployments, disputes } = settle([
      level(true, stated('chat', 'o1', '--deployment')),
      level(true, stated('chat', 'gpt-4o', 'a:1'), stated('talk', 'o3', 'a:2')),
      level(false, stated('talk', 'gpt-4o', 'b:1'), stated('plan', 'o4-mini', 'b:2')),
    ]);
    expect(disputes).toEqual([]);
    expect(Object.fromEntries(deployments)).toEqual({
      chat: { kind: 'known', model: 'o1', source: '--deployment' },
      talk: { kind: 'known', model: 'o3', source: 'a:2' },
      plan: { kind: 'assumed', model: 'o4-mini', source: 'b:2' },
    });
  });

  test('one that contradicts itself makes a deployment unknown, whatever later ones say', () => {
    const first = stated('chat', 'o1', 'a:1');
    const second = stated('chat', 'gpt-4o', 'b:2');
    const { deployments, disputes } = settle([
      level(true, first, stated('chat', 'O1', 'a:9'), second, stated('constructor', 'o3', 'a:3')),
      level(true, stated('chat', 'o1', 'c:1')),
    ]);
    expect(disputes).toEqual([{ name: 'chat', first, second }]);
    expect(deployments.get('chat')).toEqual({ kind: 'disputed' });
    expect(deployments.get('constructor')).toMatchObject({ kind: 'known', model: 'o3' });
  });
});

describe('infrastructure', () => {
  const found = (name: string, path: string): FoundDeployment => ({
    name,
    model: 'o1',
    path,
    line: 1,
    isCertain: true,
  });
  const near = (path: string, ...all: FoundDeployment[]) => nearestTo(path, all).map((one) => one.path);

  test.each([
    ['main.bicep', 'src/a.ts'],
    ['infra/main.bicep', 'src/a.ts'],
    ['infra/main.bicep', 'a.ts'],
    ['infra/core/ai/openai.bicep', 'packages/api/src/a.ts'],
    ['Terraform/modules/main.tf', 'src/a.ts'],
    ['samples/chat/infra/main.bicep', 'samples/chat/src/a.ts'],
    ['samples/chat/deploy/azure/main.bicep', 'samples/chat/a.ts'],
    ['samples/chat/main.bicep', 'samples/chat/src/a.ts'],
  ])('in %s speaks for %s', (path, source) => {
    expect(near(source, found('chat', path))).toEqual([path]);
  });

  test.each([
    ['samples/chat/infra/main.bicep', 'samples/search/a.ts'],
    ['samples/chat/infra/main.bicep', 'samples/chat-two/a.ts'],
    ['samples/chat/main.bicep', 'src/a.ts'],
    ['backend/terraform/main.tf', 'frontend/src/a.ts'],
  ])('in %s says nothing of %s', (path, source) => {
    expect(near(source, found('chat', path))).toEqual([]);
  });

  test('of the nearest project that names the deployment counts', () => {
    const all = ['infra/main.bicep', 'infra/prod/main.bicep', 'apps/a/infra/main.bicep'].map((path) =>
      found('chat', path),
    );
    expect(near('apps/a/src/a.ts', ...all)).toEqual(['apps/a/infra/main.bicep']);
    expect(near('apps/b/src/b.ts', ...all)).toEqual(['infra/main.bicep', 'infra/prod/main.bicep']);
    expect(near('apps/a/src/a.ts', ...all, found('talk', 'infra/talk.bicep'))).toContain('infra/talk.bicep');
  });
});
