import type { DeploymentLookup } from './deployments/deployment-lookup.ts';
import type { SdkProject } from './packages/sdk-project.ts';
import type { FactsOf } from './program/open-parts.ts';

/** Works out what is known beyond each file: the SDK's version and the deployments. */
export function collectProjectFacts(deploymentsOf: DeploymentLookup, sdk: SdkProject): FactsOf {
  return (source, changed) => ({ ...sdk.factsOf(source, changed), deployments: deploymentsOf(source) });
}
