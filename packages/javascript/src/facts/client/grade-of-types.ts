import type { Grade } from '@azure-openai-v1/core';
import { collectFacts, type ModuleFacts } from '../module-facts.ts';
import { judgeClients } from './judge-clients.ts';
import { verdictOf } from './verdict.ts';

/**
 * How far the types of a file that builds no client may be trusted to follow: a type moves with the clients of its class.
 * Where no such client is seen, it may be that of another package.
 */
export function gradeOfTypes({ program }: ModuleFacts): Grade {
  const clients = judgeClients(program).all.filter(({ className }) => className === 'AzureOpenAI');
  const grades = clients.map(
    (client) => verdictOf(collectFacts(client.module, program.projectOf(client.module)), client).grade,
  );
  if (grades.includes('manual')) return 'manual';
  return grades.length > 0 && grades.every((grade) => grade === 'safe') ? 'safe' : 'review';
}
