import type { ProjectFacts } from '../project-facts.ts';
import type { SourceModule } from '../source-module.ts';
import { fileConcerns } from './client/class-references.ts';
import type { Concern } from './client/concern.ts';
import { judgeClients } from './client/judge-clients.ts';
import type { LegacyClient } from './client/legacy-client.ts';
import { judgeRequest, type LegacyRequest } from './request/judge-request.ts';
import { collectAzureUrls, type AzureUrl } from './request/azure-url-use.ts';
import { isOfClient } from './request/url-of-client.ts';
import { registerModule } from '../syntax/module-of.ts';
import { soleProgram, type Program } from '../program/program.ts';
import { collectSdkUse, type SdkUse } from './sdk-use.ts';
import { collectTestDoubles, type TestDoubles } from './test-double/test-doubles.ts';

/** Everything that the rules ask of one module, worked out once. */
export interface ModuleFacts extends SdkUse {
  readonly module: SourceModule;
  readonly project: ProjectFacts;
  readonly program: Program;
  /** Trouble that concerns every `AzureOpenAI` of the file. */
  readonly classConcerns: readonly Concern[];
  /** Those of the legacy API, judged. */
  readonly legacyClients: readonly LegacyClient[];
  /** URLs of the Azure OpenAI API, those of clients aside. */
  readonly urls: readonly AzureUrl[];
  /** Those that name a deployment, judged. */
  readonly legacyRequests: readonly LegacyRequest[];
  /** What tests put in the place of the SDK and of the service. */
  readonly testDoubles: TestDoubles;
}

const cache = new WeakMap<SourceModule['ast'], { project: ProjectFacts; facts: ModuleFacts }>();

/** Works out the facts of a module; asked again for the same tree and project, it answers from memory. */
export function collectFacts(module: SourceModule, project: ProjectFacts): ModuleFacts {
  const known = cache.get(module.ast);
  if (known?.project === project) return known.facts;
  registerModule(module);
  const use = collectSdkUse(module);
  const program = project.program ?? soleProgram(module, project);
  const testDoubles = collectTestDoubles(module, use);
  const urls = collectAzureUrls(module).filter(
    ({ node }) => !testDoubles.claimed.has(node) && !isOfClient(module, node, use.clients),
  );
  const facts: ModuleFacts = {
    module,
    project,
    program,
    ...use,
    classConcerns: fileConcerns(module, use.references, testDoubles),
    legacyClients: judgeClients(program).of(module),
    urls,
    legacyRequests: urls.map((url) => judgeRequest(program, module, url)).filter((request) => request !== undefined),
    testDoubles,
  };
  cache.set(module.ast, { project, facts });
  return facts;
}
