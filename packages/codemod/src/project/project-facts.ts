import { createSdkVersionLookup } from './sdk-version.ts';
import type { FactsOf } from './program/open-parts.ts';
import { warn, type Terminal } from './terminal.ts';

/** Works out what is known beyond each file: the SDK's version and the deployments. */
export function collectProjectFacts(deployments: ReadonlyMap<string, string>, terminal: Terminal): FactsOf {
  const versionFor = createSdkVersionLookup((line) => {
    warn(terminal, line);
  });
  return ({ absolute }) => ({ openaiVersion: versionFor(absolute), deployments });
}
