import { apiVersionVariables, environmentDefaults } from '@azure-openai-v1/knowledge';

const deployment = 'placeholder-deployment';
const tenant = '00000000-0000-0000-0000-000000000000';

/** Values for the variables that programs commonly read, none of which opens anything. */
export const placeholderEnvironment: Readonly<Record<string, string>> = {
  [environmentDefaults.endpoint]: 'https://placeholder.openai.azure.com',
  [environmentDefaults.apiKey]: 'placeholder-key-1',
  ...Object.fromEntries(apiVersionVariables.map((name) => [name, '2024-10-21'])),
  // Shows as a difference where it is sent to Azure by mistake.
  OPENAI_API_KEY: 'placeholder-key-2',
  AZURE_OPENAI_API_DEPLOYMENT_NAME: deployment,
  AZURE_OPENAI_CHAT_DEPLOYMENT: deployment,
  AZURE_OPENAI_CHAT_DEPLOYMENT_NAME: deployment,
  AZURE_OPENAI_DEPLOYMENT: deployment,
  AZURE_OPENAI_DEPLOYMENT_ID: deployment,
  AZURE_OPENAI_DEPLOYMENT_NAME: deployment,
  AZURE_OPENAI_EMBEDDING_DEPLOYMENT: deployment,
  AZURE_OPENAI_EMBEDDING_DEPLOYMENT_NAME: deployment,
  // What @azure/identity reads.
  AZURE_TENANT_ID: tenant,
  AZURE_CLIENT_ID: tenant,
  AZURE_CLIENT_SECRET: 'placeholder-secret-1',
};
