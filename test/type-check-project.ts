import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkTypes } from '../packages/codemod/src/project/type-check/check-types.ts';
import type { TypeCheck, TypeCheckLimits } from '../packages/codemod/src/project/type-check/type-check.ts';
import { makeFolder } from './run-cli.ts';

/** A project on disk, and what a migration would make of some of its files. */
export interface TestProject {
  readonly files: Readonly<Record<string, string>>;
  /** New texts by path. */
  readonly after: Readonly<Record<string, string>>;
  /** The release of `openai` that is installed; null for none. */
  readonly openai?: string | null;
  readonly limits?: Partial<TypeCheckLimits>;
  /** Does more to the folder before the check. */
  readonly prepare?: (folder: string) => void;
}

/** Checks a project and keeps its folder's name from the answer. */
export async function checkProject({
  files,
  after,
  openai = 'openai-7.55.0',
  limits = {},
  prepare,
}: TestProject): Promise<TypeCheck> {
  const folder = makeFolder({ '.git/HEAD': '', ...files });
  if (openai !== null) install(folder, openai, 'openai');
  prepare?.(folder);
  const changes = Object.entries(after).map(([path, text]) => {
    const absolute = join(folder, path);
    return { absolute, path, before: readFileSync(absolute, 'utf8'), after: text };
  });
  return checkTypes(changes, { cwd: folder, limits });
}

/** Links an installed package into a folder, and the types of Node.js beside it. */
export function install(folder: string, alias: string, name: string): void {
  for (const [from, to] of [
    [alias, name],
    ['@types/node', '@types/node'],
  ] as const) {
    const target = join(folder, 'node_modules', to);
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target)) symlinkSync(fileURLToPath(new URL(`../node_modules/${from}`, import.meta.url)), target);
  }
}

/** The options that most projects have. */
export const strictConfig = JSON.stringify({
  compilerOptions: { strict: true, module: 'nodenext', target: 'es2022', noEmit: true, types: ['node'] },
  include: ['src'],
});
