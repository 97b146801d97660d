import type { Grade, TextEdit } from '@azure-openai-v1/core';
import type { ModuleFacts } from '../module-facts.ts';
import { changedFileConcerns } from './changed-files.ts';
import { concern, gradeOf, reasonOf, type Concern } from './concern.ts';
import type { LegacyClient } from './legacy-client.ts';
import { editsOfUnit, filesElsewhere, leavesTypes } from './migration-unit.ts';

/** What is to be done with a legacy client. */
export interface Verdict {
  readonly grade: Grade;
  /** Why it is not safe; empty where it is. */
  readonly reason: string;
  readonly edits: readonly TextEdit[];
}

const verdicts = new WeakMap<LegacyClient, Verdict>();

/** Decides on a client. Safe clients of a file are migrated together, the others one by one. */
export function verdictOf(facts: ModuleFacts, client: LegacyClient): Verdict {
  let verdict = verdicts.get(client);
  if (verdict === undefined) verdicts.set(client, (verdict = decide(facts, client)));
  return verdict;
}

function decide(facts: ModuleFacts, client: LegacyClient): Verdict {
  const concerns = concernsOf(facts, client);
  const grade = gradeOf(concerns);
  const reason = reasonOf(concerns);
  if (grade === 'manual') return { grade, reason, edits: [] };
  const isTogether = (other: LegacyClient) => gradeOf(concernsOf(facts, other)) === 'safe';
  const unit = grade === 'safe' ? facts.legacyClients.filter(isTogether) : [client];
  return {
    grade,
    reason,
    edits: editsOfUnit(
      facts.module,
      facts,
      unit,
      facts.legacyClients.filter((other) => !unit.includes(other)),
    ),
  };
}

function concernsOf(facts: ModuleFacts, client: LegacyClient): readonly Concern[] {
  const { references, legacyClients } = facts;
  const own = ownConcerns(facts, client);
  if (gradeOf(own) !== 'safe' || client.className !== 'AzureOpenAI') return own;
  // A type that belongs to no client that is seen may be that of one that stays behind.
  const staying = legacyClients.filter(
    (other) => other.className === 'AzureOpenAI' && gradeOf(ownConcerns(facts, other)) !== 'safe',
  );
  return staying.length > 0 && leavesTypes(references, legacyClients) ? [...own, concern('types-left')] : own;
}

function ownConcerns({ classConcerns, program }: ModuleFacts, client: LegacyClient): readonly Concern[] {
  const { className, concerns } = client;
  const together = [...concerns, ...changedFileConcerns(program, client.module.path, filesElsewhere(client))];
  return className === 'AzureOpenAI' ? [...together, ...classConcerns] : together;
}
