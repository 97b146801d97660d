import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readInfrastructure, type FoundDeployment, type TextFile } from '@azure-openai-v1/deployments';
import { listWithGit } from '../git-listing.ts';
import { neverEntered } from '../never-entered.ts';
import { reportPath } from '../report-path.ts';
import { warn, type Terminal } from '../terminal.ts';
import { listByWalking } from '../walk-listing.ts';
import { readDataFile } from './read-data-file.ts';

/** What is read of a repository at most: files, bytes of one, bytes of all. */
const limits = { files: 2000, one: 1024 * 1024, all: 32 * 1024 * 1024 } as const;

/** Reads the deployments that the infrastructure files of a repository make; paths are relative to its root, with `/`. */
export async function readInfrastructureOf(root: string, terminal: Terminal): Promise<readonly FoundDeployment[]> {
  const names = (await listWithGit(root)) ?? (await listByWalking(root, () => undefined));
  const wanted = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:bicep|bicepparam|tf|tfvars|json)$/.test(name) && neverEntered(name) === undefined)
    .toSorted();
  const files: TextFile[] = [];
  let bytes = 0;
  for (const path of wanted) {
    const text = readText(join(root, path));
    if (text === undefined) continue;
    bytes += text.length;
    if (bytes > limits.all || files.length === limits.files) {
      warn(
        terminal,
        `${reportPath(terminal.cwd, root)} has too many infrastructure files: only some of them were read.`,
      );
      break;
    }
    if (!path.endsWith('.json') || /Microsoft\.CognitiveServices\/|deploymentParameters\.json/i.test(text)) {
      files.push({ path, text });
    }
  }
  return readInfrastructure(files);
}

/** Links are not followed: their target is listed by itself, or is not the repository's. */
function readText(path: string): string | undefined {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const data = readDataFile(path, limits.one);
  return data.kind === 'read' ? data.text : undefined;
}
