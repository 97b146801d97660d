import type { ProjectFacts } from '../project-facts.ts';
import type { SourceModule } from '../source-module.ts';

/** Everything that the rules ask of one module, worked out once. */
export interface ModuleFacts {
  readonly module: SourceModule;
  readonly project: ProjectFacts;
}

const cache = new WeakMap<SourceModule['ast'], { project: ProjectFacts; facts: ModuleFacts }>();

/** Works out the facts of a module; asked again for the same tree and project, it answers from memory. */
export function collectFacts(module: SourceModule, project: ProjectFacts): ModuleFacts {
  const known = cache.get(module.ast);
  if (known?.project === project) return known.facts;
  const facts: ModuleFacts = { module, project };
  cache.set(module.ast, { project, facts });
  return facts;
}
