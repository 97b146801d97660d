import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, sortEdits, type Grade, type Report } from '@azure-openai-v1/core';
import { analyze, rules, unknownProject } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { createSdkProject, type SdkFacts } from '../packages/codemod/src/project/packages/sdk-project.ts';
import { readSource, type Source } from '../packages/codemod/src/project/read-source.ts';
import { makeFolder, recordingTerminal } from './run-cli.ts';

/** A file whose client has a token provider. */
export const providerClient = `import { DefaultAzureCredential, getBearerTokenProvider } from '@azure/identity';
import { AzureOpenAI } from 'openai';

const scope = 'https://cognitiveservices.azure.com/.default';
const client = new AzureOpenAI({
  azureADTokenProvider: getBearerTokenProvider(new DefaultAzureCredential(), scope),
  endpoint: 'https://desk.openai.azure.com',
  apiVersion: '2024-10-21',
});

export async function ask(question: string) {
  return client.responses.create({ model: 'answers', input: question });
}
`;

/** A text as package managers write JSON. */
export const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
/** A package.json that declares `openai`. */
export const declaring = (openai: string, more: object = {}): string =>
  json({ name: 'desk', dependencies: { openai, '@azure/identity': '^4.0.0' }, ...more });

/** What a run with `--bump` says of the client, and what it makes of the files. */
export interface Bumped {
  readonly grade: Grade | undefined;
  readonly message: string | undefined;
  /** The other file that changes with the client. */
  readonly path: string | undefined;
  readonly text: string | undefined;
  readonly source: string;
  readonly notes: readonly string[];
  /** The notes of a run that did not apply the change. */
  readonly notesWithoutChange: readonly string[];
  readonly facts: SdkFacts;
}

/** Runs `--bump` over a repository with a client in the file at `path`. */
export async function bump(
  files: Readonly<Record<string, string>>,
  path = 'src/a.ts',
  { cwd = '', links = {} }: { readonly cwd?: string; readonly links?: Readonly<Record<string, string>> } = {},
): Promise<Bumped> {
  const root = makeFolder({ '.git/HEAD': '', [path]: providerClient, ...files });
  for (const [link, target] of Object.entries(links)) symlinkSync(target, join(root, link));
  const folder = join(root, cwd);
  const paths = [path, ...Object.keys(files)].filter(
    (name) => name.endsWith('.ts') && `/${name}`.startsWith(`/${cwd}`),
  );
  const sources = await Promise.all(paths.map((name) => read(root, folder, name)));
  const project = createSdkProject(sources, recordingTerminal(folder), true);
  const [source] = sources;
  if (!source) throw new Error('There is a client');
  const facts = project.factsOf(source);
  const parsed = parseModule(source.path, source.text);
  if (parsed.kind === 'syntax-error') throw new Error(parsed.message);
  const [finding] = analyze(parsed.module, rules, { ...unknownProject, ...facts });
  const [other] = (finding?.edits ?? []).filter((edit) => edit.path !== undefined);
  const own = sortEdits((finding?.edits ?? []).filter((edit) => edit.path === undefined));
  const changed =
    other?.path === undefined ? undefined : readFileSync(join(folder, other.path), 'utf8').replace('\uFEFF', '');
  const notesOf = (...changedPaths: readonly (string | undefined)[]) => project.notes(reportOf(changedPaths));
  return {
    grade: finding?.grade,
    message: finding?.message,
    path: other?.path,
    text: changed === undefined || !other ? undefined : applyEdits(changed, [other]),
    source: applyEdits(source.text, own),
    notes: notesOf(source.path, other?.path),
    notesWithoutChange: notesOf(),
    facts,
  };
}

async function read(root: string, cwd: string, name: string): Promise<Source> {
  const path = join(root, name).slice(cwd.length).replace(/^\//, '');
  const result = await readSource({ absolute: join(root, name), path, root });
  if (result.kind !== 'read') throw new Error(`${name} is ${result.kind}`);
  return result.source;
}

function reportOf(paths: readonly (string | undefined)[]): Report {
  const changed = paths.filter((path) => path !== undefined);
  return {
    files: changed.map((path) => ({
      path,
      outcome: { kind: 'pending' },
      findings: [],
      change: { before: '', after: ' ' },
    })),
    scanned: 1,
    candidates: 1,
  };
}
