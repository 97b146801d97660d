import {
  apiVersions,
  azureClientOptions,
  azureHostSuffixes,
  azureClassSince,
  azureSubpathSince,
  classifyHost,
  functionApiKeySince,
  gatewayNameHint,
  isDatedApiVersion,
  isKnownClientOption,
  knowsMaxCompletionTokens,
  looksDated,
} from '@azure-openai-v1/knowledge';
import { describe, expect, it, test } from 'vitest';

describe('client options', () => {
  test.each(['apiKey', 'apiVersion', 'httpAgent', 'webhookSecret', 'fetchOptions'])('%s is known', (name) => {
    expect(isKnownClientOption(name)).toBe(true);
  });

  test.each(['apikey', 'azureEndpoint', 'constructor', 'toString', '__proto__', 'provider', 'workloadIdentity', ''])(
    '%s is not known',
    (name) => {
      expect(isKnownClientOption(name)).toBe(false);
    },
  );

  it('says what becomes of the options that only Azure has', () => {
    expect(azureClientOptions).toMatchObject({
      apiVersion: { kind: 'drop' },
      azureADTokenProvider: { kind: 'rename', to: 'apiKey', since: functionApiKeySince },
      deployment: { kind: 'move', to: 'model' },
      endpoint: { kind: 'rewrite', to: 'baseURL' },
    });
  });
});

describe('hosts', () => {
  test.each([
    ['r.openai.azure.com', 'azure'],
    ['R.OpenAI.Azure.COM:443', 'azure'],
    ['r.openai.azure.com.', 'azure'],
    ['r.services.ai.azure.com', 'azure'],
    ['r.cognitiveservices.azure.com', 'azure'],
    ['not-openai.azure.com', 'other'],
    ['r.openai.azure.com.example.org', 'other'],
    ['azure.com', 'other'],
    ['', 'other'],
    [':443', 'other'],
    ['[', 'other'],
    ['fe80::1', 'other'],
    ['r.openai.azure.us', 'unverified'],
    ['r.openai.azure.cn', 'unverified'],
    ['westeurope.api.cognitive.microsoft.com', 'unverified'],
    ['gateway.azure-api.net', 'gateway'],
    ['localhost:8080', 'gateway'],
    ['127.0.0.1:8080', 'gateway'],
    ['models.inference.ai.azure.com', 'not-azure-openai'],
    ['models.github.ai', 'not-azure-openai'],
    ['name.eastus.models.ai.azure.com', 'not-azure-openai'],
    ['management.azure.com', 'not-azure-openai'],
    ['r.azure.openai.com', 'not-azure-openai'],
    ['r.search.windows.net', 'not-azure-openai'],
  ])('%s is %s', (host, standing) => {
    expect(classifyHost(host)).toBe(standing);
  });

  it('lists the suffixes that serve v1', () => {
    expect(azureHostSuffixes).toEqual(['cognitiveservices.azure.com', 'openai.azure.com', 'services.ai.azure.com']);
  });

  test.each([
    'APIM_ENDPOINT',
    'apimUrl',
    'APIMUrl',
    'API_MANAGEMENT_URL',
    'apiManagementUrl',
    'aiGateway',
    'proxy-url',
  ])('%s hints at a gateway', (name) => {
    expect(gatewayNameHint(name)).toBe(true);
  });

  test.each(['AZURE_OPENAI_ENDPOINT', 'apiModel', 'APIModel', 'hammock', 'endpoint', 'management', ''])(
    '%s does not',
    (name) => {
      expect(gatewayNameHint(name)).toBe(false);
    },
  );
});

describe('versions', () => {
  it('knows 29 dated ones', () => {
    expect(apiVersions).toHaveLength(29);
    expect(apiVersions.every(({ version }) => looksDated(version) && isDatedApiVersion(version))).toBe(true);
    expect(apiVersions.every(({ version, kind }) => version.endsWith('-preview') === (kind === 'preview'))).toBe(true);
  });

  test.each(['2024-10-01', '2025-05-15-preview', '2025-06-01', '2024-10-21-preview'])(
    '%s is of another API',
    (text) => {
      expect(isDatedApiVersion(text)).toBe(false);
      expect(looksDated(text)).toBe(true);
    },
  );

  test.each(['v1', 'preview', 'latest', '2024-10-21 ', '2024-10', '2024-10-21-beta', ''])('"%s" is no date', (text) => {
    expect(looksDated(text)).toBe(false);
  });

  test.each([
    ['2024-08-01-preview', false],
    ['2024-09-01-preview', true],
    ['2024-10-21', true],
    ['2024-06-01', false],
    ['v1', true],
    ['nonsense', false],
  ])('%s takes max_completion_tokens: %s', (version, knows) => {
    expect(knowsMaxCompletionTokens(version)).toBe(knows);
  });

  it('names the releases of the SDK', () => {
    expect([azureClassSince, azureSubpathSince, functionApiKeySince]).toEqual(['4.41.0', '5.0.0', '5.18.0']);
  });
});
