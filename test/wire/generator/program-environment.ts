import type { ProgramPlan } from './plan.ts';

/**
 * The environment in which a program runs. Variables with a URL or a key are set wherever a program may read them: what
 * becomes of programs that lack them is told in docs/limits.md.
 */
export function environmentOf({ environment, credential }: ProgramPlan): Readonly<Record<string, string | undefined>> {
  return {
    AZURE_OPENAI_ENDPOINT: `https://fabrikam.openai.azure.com${environment.endpointEnd}`,
    AZURE_OPENAI_API_KEY: credential === 'provider' ? undefined : `placeholder-key-env${environment.keyEnd}`,
    AZURE_OPENAI_DEPLOYMENT: { empty: '', set: 'env-deployment', unset: undefined }[environment.deployment],
    AZURE_OPENAI_MODEL: 'env-model',
    OPENAI_API_VERSION: '2024-06-01',
    OPENAI_API_KEY: environment.hasPublicKey ? 'placeholder-public-key' : undefined,
    OPENAI_ORG_ID: environment.hasOrganization ? 'org-env' : undefined,
    OPENAI_PROJECT_ID: undefined,
    OPENAI_BASE_URL: undefined,
    OPENAI_LOG: undefined,
    NODE_ENV: 'test',
  };
}
