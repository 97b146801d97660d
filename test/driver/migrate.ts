import { converge, type Analysis, type Convergence } from '@azure-openai-v1/core';
import { analyze, rules, unknownProject, type ProjectFacts } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import transform from 'azure-openai-v1/jscodeshift';
import type { CaseOptions } from './fixture.ts';
import { knownDeployments } from './known-deployments.ts';

type Converged = Extract<Convergence, { kind: 'converged' }>;

/** The version of `openai` that a case has unless it says otherwise. */
export const usualVersion = '5.23.2';

const known = new Map<string, Converged>();

/** Migrates a text without byte order mark with the core alone; anything but convergence is an error. */
export function migrate(
  path: string,
  text: string,
  options: CaseOptions,
  withReview = options.review === true,
): Converged {
  const key = JSON.stringify([path, text, options, withReview]);
  const end = known.get(key) ?? migrateAnew(path, text, options, withReview);
  known.set(key, end);
  return end;
}

function migrateAnew(path: string, text: string, options: CaseOptions, withReview: boolean): Converged {
  const project = toProjectFacts(options);
  const analyzeText = (current: string): Analysis => {
    const parsed = parseModule(path, current);
    if (parsed.kind === 'syntax-error') return { kind: 'unparsable', message: parsed.message };
    return { kind: 'analyzed', findings: analyze(parsed.module, rules, project) };
  };
  const end = converge(text, analyzeText, withReview ? ['safe', 'review'] : ['safe']);
  if (end.kind !== 'converged') throw new Error(`${path} is ${end.kind}: ${end.message}`);
  return end;
}

/** Migrates a text, byte order mark and all, as jscodeshift does. */
export async function migrateWithJscodeshift(
  path: string,
  source: string,
  options: CaseOptions,
  includeReview = false,
): Promise<string> {
  const { openaiVersion } = toProjectFacts(options);
  const { deployments = {} } = options;
  const report = (message: string) => {
    throw new Error(message);
  };
  const migrated = await transform(
    { path, source },
    { report },
    {
      ...(openaiVersion !== undefined && { openaiVersion }),
      deployments: Object.entries(deployments).map(([name, model]) => `${name}=${model}`),
      includeReview,
    },
  );
  return migrated ?? source;
}

function toProjectFacts({ openaiVersion = usualVersion, bump, deployments = {} }: CaseOptions): ProjectFacts {
  return {
    ...unknownProject,
    openaiVersion: openaiVersion ?? undefined,
    ...(bump && { bump: { ...bump, usedElsewhere: new Map(Object.entries(bump.usedElsewhere ?? {})) } }),
    deployments: knownDeployments(deployments),
  };
}
