import { functionApiKeySince } from '@azure-openai-v1/knowledge';
import { gte, valid } from 'semver';
import type { ProjectFacts, SdkBump } from '../../project-facts.ts';
import type { OpenAISpecifier } from '../openai-specifier.ts';
import type { MemberCall } from './member-calls.ts';

/** The version of `openai` that a client is built with, and how a newer one could be had. */
export interface SdkStanding {
  readonly version: string | undefined;
  /** A clause that says where the version was found. */
  readonly found?: string | undefined;
  readonly bump?: SdkBump | undefined;
  readonly obstacle?: string | undefined;
  /** The calls that are made with the client. */
  readonly calls: readonly MemberCall[];
}

/** Says which `openai` an import brings in: the one that it pins itself, else that of the project. */
export function standingOf({ pin }: OpenAISpecifier, project: ProjectFacts, calls: readonly MemberCall[]): SdkStanding {
  const pinned = pinnedVersion(pin);
  if (pinned !== undefined) return { version: pinned, found: `the import names ${pinned}`, calls };
  const { openaiVersion: version, openaiVersionFound: found, bump, bumpObstacle: obstacle } = project;
  return { version, found, bump, obstacle, calls };
}

/** Tells whether a token provider can be an `apiKey` as things stand. */
export function takesFunctions({ version }: SdkStanding): boolean {
  return version !== undefined && valid(version) !== null && gte(version, functionApiKeySince);
}

/** What must be raised before a token provider can be an `apiKey`. */
export function neededBump(sdk: SdkStanding): SdkBump | undefined {
  return takesFunctions(sdk) ? undefined : sdk.bump;
}

/** Only a whole version is a fact; a range such as `4` says no more than its beginning. */
function pinnedVersion(pin: string | undefined): string | undefined {
  const match = /^[v^~]?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(pin ?? '');
  return match ? `${match[1] ?? '0'}.${match[2] ?? '0'}.${match[3] ?? '0'}` : undefined;
}
