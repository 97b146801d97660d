import type { TextEdit } from '@azure-openai-v1/core';
import { isMentioned, unique, withoutInner } from '../../edits/combine.ts';
import { removeUnused } from '../../edits/remove-unused.ts';
import { gradeOf, reasonOf } from '../client/concern.ts';
import type { Verdict } from '../client/verdict.ts';
import type { ModuleFacts } from '../module-facts.ts';
import type { LegacyRequest } from './judge-request.ts';

/** Decides on a raw request. Safe requests of a file are migrated together, the others one by one. */
export function verdictOfRequest({ module, legacyRequests }: ModuleFacts, request: LegacyRequest): Verdict {
  const grade = gradeOf(request.concerns);
  const reason = reasonOf(request.concerns);
  if (grade === 'manual') return { grade, reason, edits: [] };
  const unit = grade === 'safe' ? legacyRequests.filter(({ concerns }) => gradeOf(concerns) === 'safe') : [request];
  const own = unit.flatMap(({ edits }) => edits);
  const unused: readonly TextEdit[] = removeUnused(
    module,
    unit.flatMap(({ removed }) => removed),
    ({ name }) => isMentioned(own, name),
  );
  return { grade, reason, edits: withoutInner(unique([...own, ...unused])) };
}
