import { linkSummaries, summarize, type ModuleSummary, type ProjectFacts } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import type { Source } from './read-source.ts';
import { createImportResolver } from './resolve-import.ts';
import { createSdkVersionLookup } from './sdk-version.ts';
import { warn, type Terminal } from './terminal.ts';

/** Works out what is known beyond each file: the SDK's version, the deployments, and who imports its clients. */
export function collectProjectFacts(
  sources: readonly Source[],
  deployments: ReadonlyMap<string, string>,
  terminal: Terminal,
): (source: Source) => ProjectFacts {
  const versionFor = createSdkVersionLookup((line) => {
    warn(terminal, line);
  });
  const importers = linkSummaries(summarizeAll(sources), createImportResolver(sources.map(({ path }) => path)));
  return ({ absolute, path }) => ({
    openaiVersion: versionFor(absolute),
    deployments,
    clientImporters: importers.get(path) ?? [],
  });
}

/** Files are parsed a first time only where one of them can export a client at all. */
function summarizeAll(sources: readonly Source[]): readonly ModuleSummary[] {
  if (!sources.some(({ text }) => /\bexport\b/.test(text) && /AzureOpenAI|openai\/deployments/.test(text))) return [];
  return sources.flatMap(({ path, text }) => {
    try {
      const parsed = parseModule(path, text);
      return parsed.kind === 'parsed' ? [summarize(parsed.module)] : [];
    } catch {
      // The visit of this file meets the same defect and reports it.
      return [];
    }
  });
}
