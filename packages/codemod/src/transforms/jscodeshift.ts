import { converge, type Analysis } from '@azure-openai-v1/core';
import { analyze, mayConcern, rules, type ProjectFacts } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import type { API, FileInfo } from 'jscodeshift';

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
export default function transform(
  file: FileInfo,
  api: Pick<API, 'report'>,
  options: TransformOptions,
): string | undefined {
  if (!mayConcern(file.source)) return undefined;
  const byteOrderMark = file.source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = file.source.slice(byteOrderMark.length);
  const project = readProject(options);
  const wanted = options.includeReview === true ? (['safe', 'review'] as const) : (['safe'] as const);
  const end = converge(text, (current) => analyzeText(file.path, current, project), wanted);
  if (end.kind !== 'converged') {
    api.report(end.message);
    return undefined;
  }
  return end.text === text ? undefined : byteOrderMark + end.text;
}

function analyzeText(path: string, text: string, project: ProjectFacts): Analysis {
  const parsed = parseModule(path, text);
  if (parsed.kind === 'parsed') return { kind: 'analyzed', findings: analyze(parsed.module, rules, project) };
  return { kind: 'unparsable', message: `${parsed.message} (${String(parsed.line)}:${String(parsed.column)})` };
}

function readProject({ openaiVersion, deployments = [] }: TransformOptions): ProjectFacts {
  const pairs = [deployments].flat().flatMap((list) => list.split(','));
  return { openaiVersion, deployments: new Map(pairs.map(readDeployment)) };
}

function readDeployment(pair: string): readonly [name: string, model: string] {
  const [name, model, ...rest] = pair.split('=').map((part) => part.trim());
  if (name && model && rest.length === 0) return [name, model];
  throw new TypeError(`--deployments takes name=model, not ${JSON.stringify(pair)}`);
}
