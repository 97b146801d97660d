import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readInfrastructure, type FoundDeployment, type TextFile } from '@azure-openai-v1/deployments';
import { listWithGit } from '../git-listing.ts';
import { neverEntered } from '../never-entered.ts';
import { reportPath } from '../report-path.ts';
import { warn, type Terminal } from '../terminal.ts';
import { listByWalking } from '../walk-listing.ts';
import { readDataFile } from './read-data-file.ts';

/** What is looked at in a repository at most: files, characters of those that matter, bytes of one file. */
const limits = { files: 10_000, all: 32 * 1024 * 1024, one: 1024 * 1024 } as const;

/** Reads the deployments that the infrastructure files of a repository make; paths are relative to its root, with `/`. */
export async function readInfrastructureOf(root: string, terminal: Terminal): Promise<readonly FoundDeployment[]> {
  const names = (await listWithGit(root)) ?? (await listByWalking(root, () => undefined));
  const paths = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => neverEntered(name) === undefined)
    .toSorted();
  // Most files of JSON are something else, so they come last.
  const wanted = [/\.(?:bicep|bicepparam|tf|tfvars)$/, /\.json$/].flatMap((ending) =>
    paths.filter((path) => ending.test(path)),
  );
  const files: TextFile[] = [];
  let read = 0;
  for (const path of wanted.slice(0, limits.files)) {
    const text = readText(join(root, path));
    if (text === undefined || (path.endsWith('.json') && !isTemplate.test(text))) continue;
    read += text.length;
    if (read <= limits.all) files.push({ path, text });
  }
  if (read <= limits.all && wanted.length <= limits.files) return readInfrastructure(files);
  // What contradicts the others could be among those that were not read.
  const shown = reportPath(terminal.cwd, root);
  if (files.length > 0)
    warn(terminal, `${shown} has too many infrastructure files, so none counts. Name the models with --deployments.`);
  return [];
}

const isTemplate = /Microsoft\.CognitiveServices\/|deploymentParameters\.json/i;

/** Links are not followed: their target is listed by itself, or is not the repository's. */
function readText(path: string): string | undefined {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const data = readDataFile(path, limits.one);
  return data.kind === 'read' ? data.text : undefined;
}
