import type { SdkBump } from '../../project-facts.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { describeBreakingChanges } from './breaking-changes.ts';
import type { MemberCall } from './member-calls.ts';

/**
 * Says what a newer major means for a module and for the files beside it: what changes, and what of that is used.
 *
 * @param calls those that are made with a client of the module, in whatever files
 */
export function describeBump(
  module: SourceModule,
  { change, usedElsewhere }: SdkBump,
  calls: readonly MemberCall[],
): string {
  const modules = new Map([...calls.map(({ node }) => moduleOf(node)), module].map((other) => [other.path, other]));
  const used = new Map([
    ...usedElsewhere,
    ...[...modules.values()].map(
      (other) => [other.path, describeBreakingChanges(other, callsIn(other, calls))] as const,
    ),
  ]);
  const own = used.get(module.path) ?? [];
  const here = own.length > 0 ? own.join(', ') : 'nothing that is known to have changed';
  const elsewhere = [...used].flatMap(([path, names]) =>
    path === module.path || names.length === 0 ? [] : [`; ${path} uses ${names.join(', ')}`],
  );
  return `${change}; this file uses ${here}${elsewhere.join('')}`;
}

function callsIn(module: SourceModule, calls: readonly MemberCall[]): readonly MemberCall[] {
  return calls.filter(({ node }) => moduleOf(node).path === module.path);
}
