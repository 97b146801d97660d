import type { DeploymentMap } from '@azure-openai-v1/deployments';
import { mayConcern, rules, unknownProject } from '@azure-openai-v1/javascript';
import type { API, FileInfo } from 'jscodeshift';
import { parseDeployments } from '../commands/deployments.ts';
import { planSource } from '../project/plan-source.ts';

/** What may stand on jscodeshift's command line, beside its own options. */
export interface TransformOptions {
  /** The version of `openai` that the files use, such as `5.23.2`. */
  readonly openaiVersion?: string;
  /** The models of deployments: `name=model,other=model`, or the option repeated. */
  readonly deployments?: string | readonly string[];
  /** Also applies what a person should look at. */
  readonly includeReview?: boolean;
}

/**
 * Migrates one file for jscodeshift. The text is spliced and never printed anew, so no parser of jscodeshift is used.
 *
 * @returns the migrated text, or undefined when there is nothing to change
 */
export default async function transform(
  file: FileInfo,
  api: Pick<API, 'report'>,
  { openaiVersion, deployments = [], includeReview = false }: TransformOptions,
): Promise<string | undefined> {
  if (!mayConcern(file.source)) return undefined;
  const byteOrderMark = file.source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = file.source.slice(byteOrderMark.length);
  const pairs = [deployments].flat().flatMap((list) => list.split(','));
  const plan = await planSource(file.path, text, {
    rules,
    project: { ...unknownProject, openaiVersion, deployments: toDeploymentMap(parseDeployments(pairs)) },
    wanted: includeReview ? ['safe', 'review'] : ['safe'],
  });
  if (plan.kind !== 'planned') {
    api.report(plan.message);
    return undefined;
  }
  return plan.text === text ? undefined : byteOrderMark + plan.text;
}

function toDeploymentMap(deployments: ReadonlyMap<string, string>): DeploymentMap {
  return new Map(
    [...deployments].map(([name, model]) => [name, { kind: 'known', model, source: '--deployments' } as const]),
  );
}
