import type { ProjectFacts } from '../project-facts.ts';
import type { SourceModule } from '../source-module.ts';
import { fileConcerns } from './client/class-references.ts';
import type { Concern } from './client/concern.ts';
import { collectConstructions, type BuiltClient } from './client/constructions.ts';
import { judgeClients, type LegacyClient } from './client/legacy-client.ts';
import { judgeRequest, type LegacyRequest } from './request/judge-request.ts';
import { collectAzureUrls, type AzureUrl } from './request/azure-url-use.ts';
import { isOfClient } from './request/url-of-client.ts';
import { collectOpenAIBindings, type OpenAIBinding } from './openai-bindings.ts';
import { collectOpenAIReferences, type OpenAIReference } from './openai-references.ts';

/** Everything that the rules ask of one module, worked out once. */
export interface ModuleFacts {
  readonly module: SourceModule;
  readonly project: ProjectFacts;
  /** Local names of what the `openai` package exports. */
  readonly bindings: readonly OpenAIBinding[];
  readonly references: readonly OpenAIReference[];
  /** Every client that the file builds. */
  readonly clients: readonly BuiltClient[];
  /** Trouble that concerns every `AzureOpenAI` of the file. */
  readonly classConcerns: readonly Concern[];
  /** Those of the legacy API, judged. */
  readonly legacyClients: readonly LegacyClient[];
  /** URLs of the Azure OpenAI API, those of clients aside. */
  readonly urls: readonly AzureUrl[];
  /** Those that name a deployment, judged. */
  readonly legacyRequests: readonly LegacyRequest[];
}

const cache = new WeakMap<SourceModule['ast'], { project: ProjectFacts; facts: ModuleFacts }>();

/** Works out the facts of a module; asked again for the same tree and project, it answers from memory. */
export function collectFacts(module: SourceModule, project: ProjectFacts): ModuleFacts {
  const known = cache.get(module.ast);
  if (known?.project === project) return known.facts;
  const bindings = collectOpenAIBindings(module);
  const references = collectOpenAIReferences(module, bindings);
  const clients = collectConstructions(module, references);
  const legacy = clients.filter(({ kind }) => kind === 'azure' || kind === 'deployment-url' || kind === 'left-over');
  const urls = collectAzureUrls(module).filter(({ node }) => !isOfClient(module, node, clients));
  const facts: ModuleFacts = {
    module,
    project,
    bindings,
    references,
    clients,
    classConcerns: fileConcerns(module, references),
    legacyClients: judgeClients(module, project, legacy),
    urls,
    legacyRequests: urls.map((url) => judgeRequest(module, url)).filter((request) => request !== undefined),
  };
  cache.set(module.ast, { project, facts });
  return facts;
}
