import {
  findClientWrapper,
  findLegacyOperation,
  findModel,
  findSdkMethod,
  hintedReasoningModel,
  unsupportedReasoningParameters,
} from '@azure-openai-v1/knowledge';
import { describe, expect, it, test } from 'vitest';

describe('models', () => {
  test.each([
    ['O3-Mini', 'o3-mini'],
    ['o3-2025-04-16', 'o3'],
    ['codex-mini-latest', 'codex-mini'],
    ['gpt-5-chat-latest', 'gpt-5-chat'],
    ['gpt-5.1', 'gpt-5.1'],
    ['gpt-35-turbo', 'gpt-35-turbo'],
    ['my-o3', undefined],
    ['o3-latest-latest', undefined],
    ['gpt-5.9', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s is the model %s', (name, id) => {
    expect(findModel(name)?.id).toBe(id);
  });

  test.each([
    ['my-o3-mini-prod', 'o3-mini'],
    ['gpt-5.1-chat-eu', 'gpt-5.1-chat'],
    ['gpt_5_mini eu', 'gpt-5-mini'],
    ['O4-MINI.eu', 'o4-mini'],
    ['gpt-5-2', 'gpt-5'],
    ['o3-2025-04-16-eu', 'o3'],
    ['gpt-5-chat-prod', undefined],
    ['gpt-35-turbo-x', undefined],
    ['gpt-oss-120b-x', undefined],
    ['gpt-4o-or-o3', undefined],
    ['gpt-5.9-chat', undefined],
    ['proto1', undefined],
    ['o30-x', undefined],
    ['xo3', undefined],
    ['openai/o3', undefined],
    ['o3', undefined],
    ['', undefined],
  ])('%s hints at %s', (name, id) => {
    expect(hintedReasoningModel(name)).toBe(id);
  });

  it('answers long names at once', () => {
    const started = performance.now();
    expect(hintedReasoningModel('gpt-5-'.repeat(20_000))).toBe('gpt-5');
    expect(hintedReasoningModel('-'.repeat(100_000))).toBeUndefined();
    expect(findModel('-2025'.repeat(20_000))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('knows what a reasoning model refuses, beside the parameters that all refuse', () => {
    const beside = (id: string): readonly string[] | undefined =>
      findModel(id)?.unsupported.filter((name) => !unsupportedReasoningParameters.some((blanket) => blanket === name));
    expect(beside('o3')).toEqual(['parallel_tool_calls', 'stop']);
    expect(beside('o1')).toEqual(['parallel_tool_calls']);
    expect(beside('gpt-5-pro')).toEqual(['parallel_tool_calls']);
    expect(beside('gpt-5')).toEqual([]);
    expect(findModel('gpt-5-chat')?.unsupported).toEqual([]);
    expect(findModel('gpt-oss-120b')?.reasoning).toBe(false);
  });
});

describe('operations', () => {
  test.each([
    ['chat.completions.create', 'ga', true],
    ['chat.completions.list', 'none', false],
    ['chat.completions.messages.list', 'none', false],
    ['beta.chat.completions.parse', 'ga', true],
    ['beta.threads.runs.create', 'none', false],
    ['embeddings.create', 'ga', true],
    ['images.generate', 'preview', true],
    ['images.createVariation', 'none', false],
    ['responses.create', 'ga', false],
    ['responses.inputItems.list', 'ga', false],
    ['files.del', 'ga', false],
    ['fineTuning.jobs.create', 'ga', false],
    ['moderations.create', 'none', false],
  ])('%s is %s in v1', (path, status, deploymentScoped) => {
    expect(findSdkMethod(path.split('.'))).toMatchObject({ status, deploymentScoped });
  });

  test.each(['chat.completions', 'chat', 'files', 'embeddings.update', 'constructor', '', '*'])(
    'says nothing of %s',
    (path) => {
      expect(findSdkMethod(path.split('.'))).toBeUndefined();
    },
  );

  test.each([
    ['/chat/completions?api-version=2024-10-21', 'chat/completions'],
    ['files/abc/content', 'files'],
    ['files/import', 'files/import'],
    ['chat/completions/abc', undefined],
    ['filesystem', undefined],
    ['', undefined],
  ])('finds %s as %s', (path, operation) => {
    expect(findLegacyOperation(path)?.path).toBe(operation);
  });

  it('knows wrappers by module and name', () => {
    expect(findClientWrapper('langfuse', 'observeOpenAI')).toBeDefined();
    expect(findClientWrapper('langfuse', 'wrapOpenAI')).toBeUndefined();
  });
});
