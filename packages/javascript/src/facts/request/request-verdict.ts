import type { TextEdit } from '@azure-openai-v1/core';
import { isMentioned, seenFrom, inFile, unique, withoutInner } from '../../edits/combine.ts';
import { removeUnused } from '../../edits/remove-unused.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { gradeOf, reasonOf } from '../client/concern.ts';
import type { Verdict } from '../client/verdict.ts';
import type { ModuleFacts } from '../module-facts.ts';
import type { LegacyRequest } from './judge-request.ts';

/** Decides on a raw request. Safe requests of a file are migrated together, the others one by one. */
export function verdictOfRequest({ module, legacyRequests }: ModuleFacts, request: LegacyRequest): Verdict {
  const grade = gradeOf(request.concerns);
  const reason = reasonOf(request.concerns);
  if (grade === 'manual') return { grade, reason, edits: [] };
  const isOfUnit = ({ concerns, edits }: LegacyRequest) =>
    gradeOf(concerns) === 'safe' && edits.every(({ path }) => path === module.path);
  const unit = isOfUnit(request) ? legacyRequests.filter(isOfUnit) : [request];
  const own = unit.flatMap(({ edits }) => edits);
  const removed = unit.flatMap((member) => member.removed);
  const unused: readonly TextEdit[] = [...new Set(removed.map(moduleOf))].flatMap((home) =>
    inFile(
      home,
      removeUnused(
        home,
        removed.filter((node) => moduleOf(node) === home),
        ({ name }) => isMentioned(own, name),
      ),
    ),
  );
  return { grade, reason, edits: seenFrom(module, withoutInner(unique([...own, ...unused]))) };
}
