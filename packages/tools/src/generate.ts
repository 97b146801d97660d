import { configurationRules } from '@azure-openai-v1/configuration';
import { rules as codeRules } from '@azure-openai-v1/javascript';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generatedFiles, orphanPages, type GeneratedFile } from './generated-files.ts';
import { readIfThere, workspaceRoot } from './workspace.ts';

// Writes the generated documentation; with `--check` it writes nothing and names what is stale.
const rules = [...codeRules, ...configurationRules];
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const complaints = [...(await complainOfFiles(values.check)), ...(await complainOfOrphans())];
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;

async function complainOfFiles(check: boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of generatedFiles(rules)) {
    const complaint = await bringUpToDate(file, check);
    if (complaint !== undefined) found.push(`${file.path} ${complaint}`);
  }
  return found;
}

async function bringUpToDate(file: GeneratedFile, check: boolean): Promise<string | undefined> {
  const path = join(workspaceRoot, file.path);
  const present = await readIfThere(path);
  const rendering = file.render(present);
  if (rendering.kind === 'problem') return rendering.problem;
  if (rendering.text === present) return undefined;
  if (check) return present === undefined ? 'does not exist yet: run `pnpm generate`' : 'is stale: run `pnpm generate`';
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, rendering.text);
  console.log(`${file.path} written`);
  return undefined;
}

async function complainOfOrphans(): Promise<readonly string[]> {
  const folder = join(workspaceRoot, 'docs/rules');
  const names = await readdir(folder).catch(() => []);
  return orphanPages(names, rules).map((name) => `docs/rules/${name} belongs to no rule`);
}
