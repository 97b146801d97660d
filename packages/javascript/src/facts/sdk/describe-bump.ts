import type { SdkBump } from '../../project-facts.ts';
import type { SourceModule } from '../../source-module.ts';
import { describeBreakingChanges } from './breaking-changes.ts';
import type { MemberCall } from './member-calls.ts';

/** Says what a newer major means for a module and for the files beside it: what changes, and what of that is used. */
export function describeBump(
  module: SourceModule,
  { change, usedElsewhere }: SdkBump,
  calls: readonly MemberCall[],
): string {
  const own = describeBreakingChanges(module, calls);
  const others = [...usedElsewhere].filter(([path, used]) => path !== module.path && used.length > 0);
  const here = own.length > 0 ? own.join(', ') : 'nothing that is known to have changed';
  const elsewhere = others.map(([path, used]) => `; ${path} uses ${used.join(', ')}`).join('');
  return `${change}; this file uses ${here}${elsewhere}`;
}
