import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRuleId, ruleSkeleton } from './rule-skeleton.ts';
import { readIfThere, workspaceRoot } from './workspace.ts';

// Starts a rule: its source, its page and its first fixture. Nothing is written when any of them exists.
const [id, ...rest] = process.argv.slice(2);
const refusal = await startRule();
if (refusal !== undefined) {
  console.error(refusal);
  process.exitCode = 2;
}

async function startRule(): Promise<string | undefined> {
  if (id === undefined || rest.length > 0) return 'Usage: pnpm new-rule <id>';
  if (!isRuleId(id)) return `"${id}" is no rule name: it takes small letters and digits in words joined by dashes`;
  const files = ruleSkeleton(id);
  for (const { path } of files) {
    if ((await readIfThere(join(workspaceRoot, path))) !== undefined) return `${path} exists already`;
  }
  for (const { path, text } of files) {
    await mkdir(dirname(join(workspaceRoot, path)), { recursive: true });
    await writeFile(join(workspaceRoot, path), text, { flag: 'wx' });
    console.log(`${path} written`);
  }
  console.log('Add it to packages/javascript/src/rules/index.ts, then run `pnpm generate` and `pnpm test -u`.');
  return undefined;
}
