import { resolve } from 'node:path';
import type { FileReport, Report } from '@azure-openai-v1/core';
import { unknownProject } from '@azure-openai-v1/javascript';
import { decodeSource } from './decode-source.ts';
import { createDeploymentLookup } from './deployments/deployment-lookup.ts';
import { readStatedDeployments, type DeploymentOptions } from './deployments/stated-deployments.ts';
import { migrateSource } from './migrate-source.ts';
import type { Means } from './plan-source.ts';
import type { Source } from './read-source.ts';
import { reportPath } from './report-path.ts';
import { createSdkProject } from './packages/sdk-project.ts';
import { visitSafely } from './survey.ts';
import { kindOfFile } from './source-file.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import type { WriteResult } from './write-source.ts';

/** The name that a text from standard input would have as a file, and what the command line says of deployments. */
export interface InputName extends DeploymentOptions {
  readonly name: string;
}

/**
 * Looks at a text that came through standard input as if it were the named file.
 *
 * @param accept takes the migrated text; without it the text is only judged
 * @throws {UsageError} when the name is not that of a source file
 */
export async function inspectInput(
  bytes: Buffer,
  input: InputName,
  terminal: Terminal,
  means: Omit<Means, 'project'>,
  accept?: (text: string) => void,
): Promise<Report> {
  const { name } = input;
  const absolute = resolve(terminal.cwd, name);
  if (kindOfFile(name) === 'other') {
    throw new UsageError(
      `--stdin-filename ${JSON.stringify(name)} does not name a source file. Give it an extension such as .ts.`,
    );
  }
  const stated = readStatedDeployments(input, terminal.cwd);
  const path = reportPath(terminal.cwd, absolute);
  const decoded = decodeSource(path, bytes);
  if (decoded.kind === 'unconcerned') return { files: [], scanned: 1, candidates: 0 };
  if (decoded.kind === 'skipped') return reportOne({ path, outcome: decoded, findings: [] });
  const { text, mark } = decoded;
  const source: Source = { absolute, path, root: terminal.cwd, bytes, text, mark, mode: 0o644, links: 1 };
  const sdk = createSdkProject([source], terminal, false).factsOf(source);
  const deploymentsOf = await createDeploymentLookup(stated, [source], terminal);
  const project = { ...unknownProject, ...sdk, deployments: deploymentsOf(source) };
  const write = (_: Source, after: string): WriteResult => {
    accept?.(mark + after);
    return { kind: 'written' };
  };
  const visit = () => migrateSource(source, { ...means, project }, accept && write);
  return reportOne(await visitSafely(source, terminal, visit));
}

function reportOne(file: FileReport): Report {
  const isWorthListing = file.outcome.kind !== 'unchanged' || file.findings.length > 0;
  return { files: isWorthListing ? [file] : [], scanned: 1, candidates: 1 };
}
