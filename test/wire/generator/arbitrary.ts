import { scenarios } from '@azure-openai-v1/wire';
import fc from 'fast-check';
import { usualVersion } from '../../driver/migrate.ts';
import { sdkVersions } from '../sdk-majors.ts';
import { clients } from './arbitrary-clients.ts';
import { requests } from './arbitrary-requests.ts';
import { settlePlan } from './settle-plan.ts';
import { mostly, rarely, seldom } from './weighted.ts';
import { type ProgramPlan, clashes, importForms } from './plan.ts';

const otherVersions = sdkVersions.filter((version) => version !== usualVersion).toReversed();

/** Programs, simplest first, so that what fails shrinks to little. */
export const programPlans: fc.Arbitrary<ProgramPlan> = fc
  .record({
    sdk: rarely(usualVersion, fc.constantFrom(usualVersion, ...otherVersions)),
    isVersionKnown: seldom(fc.constant(true), fc.constant(false)),
    scenario: rarely('ok' as const, fc.constantFrom(...scenarios)),
    language: fc.constantFrom('ts' as const, 'js' as const),
    modules: mostly('esm' as const, 'cjs' as const),
    style: fc.record({
      quote: fc.constantFrom("'" as const, '"' as const),
      semicolons: mostly(true, false),
      layout: fc.constantFrom('lines' as const, 'one-line' as const),
    }),
    credential: mostly('key' as const, 'provider' as const),
    importForm: rarely('named' as const, fc.constantFrom(...importForms)),
    clash: rarely('none' as const, fc.constantFrom(...clashes)),
    parts: fc.array(fc.oneof({ weight: 3, arbitrary: clients() }, { weight: 1, arbitrary: requests() }), {
      minLength: 1,
      maxLength: 2,
    }),
    environment: fc.record({
      endpointEnd: mostly('' as const, '/' as const),
      deployment: fc.constantFrom('set' as const, 'unset' as const, 'empty' as const),
      hasPublicKey: fc.boolean(),
      hasOrganization: mostly(false, true),
      keyEnd: mostly('' as const, '\n' as const),
    }),
    deployments: rarely<Readonly<Record<string, string>>>(
      {},
      fc.constantFrom({ 'support-chat': 'o4-mini' }, { 'support-chat': 'gpt-4o' }),
    ),
  })
  .map(settlePlan);
