import { isEndpointOption, named, settleClient } from './settle-client.ts';
import { settleRequest } from './settle-request.ts';
import type { PartPlan, ProgramPlan } from './plan.ts';
import type { TextForm } from './text-plan.ts';

/**
 * Takes away what makes no program that works: TypeScript in a CommonJS file, slashes that double, a deployment that is
 * not there where the URL needs one. A program that never got an answer says nothing about its migration.
 */
export function settlePlan(plan: ProgramPlan): ProgramPlan {
  const trims = trimsEndpoint(plan);
  const parts = plan.parts.map((part) =>
    part.kind === 'request' ? settleRequest(part) : settleClient(part, trims, plan.sdk),
  );
  return {
    ...plan,
    parts,
    scenario: plan.scenario.startsWith('limited') && parts.some(isRefused) ? 'ok' : plan.scenario,
    language: plan.modules === 'cjs' ? 'js' : plan.language,
    environment: {
      ...plan.environment,
      ...(parts.some(needsDeployment) && { deployment: 'set' }),
      ...(!(trims && parts.every(isEndpointOption)) && { endpointEnd: '' }),
    },
  };
}

/** A request that only the program before is refused takes no part in a limit, so the limit would meet another one. */
function isRefused(part: PartPlan): boolean {
  return part.kind === 'client' && part.calls.some(({ limit }) => limit);
}

/** Since 6.49.0 the SDK takes the slash off the end of an endpoint. */
function trimsEndpoint({ sdk }: ProgramPlan): boolean {
  return sdk === '6.49.0' || sdk === '7.55.0';
}

/** Forms that fail, or spell the word `undefined`, without their variable. */
const needy: ReadonlySet<TextForm> = new Set([
  'environment-template',
  'environment-trimmed',
  'guarded',
  'string-call',
  'without-slash',
]);

function needsDeployment(part: PartPlan): boolean {
  if (part.kind === 'request' || part.client === 'older' || part.url === 'base-deployment') return true;
  if (part.deployment === undefined) return false;
  return needy.has(part.deployment.form) || part.calls.some(({ model }) => model === 'same' || model !== named(model));
}
