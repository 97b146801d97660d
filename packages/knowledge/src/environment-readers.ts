import type { Cited } from './citations.ts';

interface Reader extends Cited {
  readonly name: string;
}

/** Classes that read `OPENAI_API_VERSION` where they are given no version, sorted by name. */
export const versionReadingClasses = [
  { name: 'AsyncAzureOpenAI', source: 'public-code' },
  { name: 'AzureChatOpenAI', source: 'public-code' },
  { name: 'AzureOpenAI', source: 'openai-node-package' },
  { name: 'AzureOpenAIEmbedding', source: 'public-code' },
  { name: 'AzureOpenAIEmbeddings', source: 'public-code' },
] as const satisfies readonly Reader[];

/** Libraries that read the variables of `apiVersionVariableRows` by themselves, sorted by name. */
export const versionReadingLibraries = [
  { name: 'crewai', source: 'precaution' },
  { name: 'deepeval', source: 'public-code' },
  { name: 'dspy', source: 'precaution' },
  { name: 'genkitx-azure-openai', source: 'public-code' },
  { name: 'gpt-researcher', source: 'public-code' },
  { name: 'langchain', source: 'public-code' },
  { name: 'langroid', source: 'public-code' },
  { name: 'litellm', source: 'public-code' },
  { name: 'llama-index', source: 'public-code' },
  { name: 'llama_index', source: 'public-code' },
  { name: 'llamaindex', source: 'public-code' },
  { name: 'mem0ai', source: 'precaution' },
  { name: 'promptflow', source: 'precaution' },
  { name: 'pydantic-ai', source: 'public-code' },
  { name: 'pydantic_ai', source: 'public-code' },
  { name: 'semantic-kernel', source: 'precaution' },
  { name: 'semantic_kernel', source: 'precaution' },
] as const satisfies readonly Reader[];

/** Owners whose actions for GitHub workflows prepare, build and deploy, and talk to no model; sorted by name. */
export const harmlessActionOwners = [
  { name: 'actions', source: 'public-code' },
  { name: 'azure', source: 'public-code' },
  { name: 'denoland', source: 'public-code' },
  { name: 'docker', source: 'public-code' },
  { name: 'oven-sh', source: 'public-code' },
  { name: 'pnpm', source: 'public-code' },
] as const satisfies readonly Reader[];

/** Tells of an action, such as `actions/checkout`, whether its owner is one of `harmlessActionOwners`. */
export function isHarmlessAction(action: string): boolean {
  const owner = action.split('/', 1)[0]?.toLowerCase();
  return harmlessActionOwners.some(({ name }) => name === owner);
}
