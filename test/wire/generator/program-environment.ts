import type { ProgramPlan } from './plan.ts';

const names = [
  'AZURE_OPENAI_ENDPOINT',
  'AZURE_OPENAI_API_KEY',
  'AZURE_OPENAI_DEPLOYMENT',
  'AZURE_OPENAI_MODEL',
  'OPENAI_API_VERSION',
  'OPENAI_API_KEY',
  'OPENAI_ORG_ID',
  'OPENAI_PROJECT_ID',
  'OPENAI_BASE_URL',
  'OPENAI_LOG',
  'NODE_ENV',
] as const;

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
    NODE_ENV: 'test',
  };
}

/** Runs something in an environment, and puts the former one back. */
export async function inEnvironment<T>(
  environment: Readonly<Record<string, string | undefined>>,
  run: () => Promise<T>,
): Promise<T> {
  const former = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) set(name, environment[name]);
  try {
    return await run();
  } finally {
    for (const [name, value] of former) set(name, value);
  }
}

function set(name: string, value: string | undefined): void {
  // A variable that is assigned undefined would hold that word.
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}
