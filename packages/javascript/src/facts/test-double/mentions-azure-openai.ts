import type { SourceModule } from '../../source-module.ts';

/** Tells whether a file names Azure OpenAI at all: its hosts, its class, its variables, its paths. */
export function mentionsAzureOpenAI({ text }: Pick<SourceModule, 'text'>): boolean {
  return /openai\.azure\.com|AzureOpenAI|AZURE_OPENAI|openai\/deployments/.test(text);
}
