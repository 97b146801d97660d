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
  /** The release of `openai` that is linked; null for none. */
  readonly openai?: string | null;
  readonly limits?: Partial<TypeCheckLimits>;
  /** Does more to the folder before the check. */
  readonly prepare?: (folder: string) => void;
}

/** Checks a project and keeps its folder's name from the answer. */
export async function checkProject({
  files,
  after,
  openai = null,
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
function install(folder: string, alias: string, name: string): void {
  for (const [from, to] of [
    [alias, name],
    ['@types/node', '@types/node'],
  ] as const) {
    const target = join(folder, 'node_modules', to);
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target)) symlinkSync(fileURLToPath(new URL(`../node_modules/${from}`, import.meta.url)), target);
  }
}

/** The options that most projects have, with a library that is small. */
const strictOptions = { strict: true, module: 'nodenext', target: 'es2022', lib: ['es2022'], noEmit: true };

/** A configuration of the folder `src`. */
export function configOf(options: object = {}, rest: object = { include: ['src'] }): string {
  return JSON.stringify({ compilerOptions: { ...strictOptions, types: [], ...options }, ...rest });
}

/** Stands in for the package where its own types do not matter; they take seconds. */
const smallSdk = {
  'node_modules/openai/package.json': '{"name":"openai","version":"7.0.0","types":"index.d.ts","main":"index.js"}',
  'node_modules/openai/index.d.ts': `export declare class OpenAI { constructor(options?: { baseURL?: string; apiKey?: string }); ask(): string }
export declare class AzureOpenAI extends OpenAI { constructor(options?: { endpoint?: string }); deploymentName: string }
`,
};

/** A client before and after its migration, for tests that need no more of it than its type. */
export const clientBefore = `import { AzureOpenAI } from 'openai';
export const client = new AzureOpenAI({ endpoint: 'https://x.openai.azure.com' });
`;
export const clientAfter = `import { OpenAI } from 'openai';
export const client = new OpenAI({ baseURL: 'https://x.openai.azure.com/openai/v1/' });
`;

/** A file that uses what only the client before has. */
export function useOf(specifier: string): string {
  return `import { client } from '${specifier}';\nexport const name = client.deploymentName;\n`;
}

/** What any project of the tests has. */
export const base = { ...smallSdk, 'package.json': '{"type":"module"}' };

/** Where the new errors are, and which. */
export function placesOf({ errors }: TypeCheck): readonly (readonly [string, number])[] {
  return errors.map(({ path, code }) => [path, code] as const);
}
