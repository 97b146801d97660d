import { converge, type Analysis, type Finding } from '@azure-openai-v1/core';
import { analyze, rules, unknownProject, type SourceModule } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { knownDeployments } from '../../driver/known-deployments.ts';
import type { Program } from './write-program.ts';

/** What the codemod makes of a program with its safe edits alone. */
export interface Migration {
  readonly before: SourceModule;
  readonly after: SourceModule;
  readonly found: readonly Finding[];
  readonly remaining: readonly Finding[];
}

/** Migrates a program as the command does, but for what is asked of ts-morph. */
export function migrateProgram({ plan, file, text }: Program): Migration {
  const project = {
    ...unknownProject,
    openaiVersion: plan.isVersionKnown ? plan.sdk : undefined,
    deployments: knownDeployments(plan.deployments),
  };
  const modules: SourceModule[] = [];
  const analyzeText = (current: string): Analysis => {
    const parsed = parseModule(file, current);
    if (parsed.kind === 'syntax-error') return { kind: 'unparsable', message: parsed.message };
    modules.push(parsed.module);
    return { kind: 'analyzed', findings: analyze(parsed.module, rules, project) };
  };
  const end = converge(text, analyzeText, ['safe']);
  const [before] = modules;
  const after = modules.at(-1);
  if (end.kind !== 'converged' || !before || !after) throw new Error(`${end.kind} in\n${text}`);
  return { before, after, found: end.found, remaining: end.remaining };
}
