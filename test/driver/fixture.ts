import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceExtensions } from '@azure-openai-v1/javascript';

/** What a case may say in its `case.json`. */
export interface CaseOptions {
  /** The version of `openai` that the file uses; null when it is unknown, 5.23.2 when absent. */
  readonly openaiVersion?: string | null;
  /** What raises that version; its edit of another file is not part of a case. */
  readonly bump?: {
    readonly to: string;
    readonly crossesMajor: boolean;
    readonly change: string;
    /** What other files use that the new major changes. */
    readonly usedElsewhere?: Readonly<Record<string, readonly string[]>>;
  };
  /** The models of deployments. */
  readonly deployments?: Readonly<Record<string, string>>;
  /** True when `after` shows the edits of grade `review` as well. */
  readonly review?: boolean;
  /** False when `after` cannot be checked against the types of `openai`. */
  readonly typecheck?: false;
  /** The reason for `typecheck: false`. */
  readonly why?: string;
  /** How the case is run against a server; absent when it cannot be. */
  readonly run?: RunOptions;
}

/** How a case is run, before and after, against a server. */
export interface RunOptions {
  /** An expression over what the file exports; absent when its top level does the work. */
  readonly call?: string;
  /** Variables beside the usual ones; null takes one away. */
  readonly environment?: Readonly<Record<string, string | null>>;
  /** Files that the case needs, by their path from it; those below `node_modules` stand in for packages. */
  readonly files?: Readonly<Record<string, string>>;
  /** Releases of `openai` to run it with, or `all`; the one that suits `openaiVersion` when absent. */
  readonly sdk?: readonly string[] | 'all';
  /** The kinds of difference that the migration makes, and the reason. */
  readonly differences?: { readonly kinds: readonly string[]; readonly why: string };
}

/** A text with what is known of its project. */
export interface Fixture {
  /** `<rule>/<case>`, or `clean/<case>`. */
  readonly name: string;
  /** The rule whose folder holds the case; undefined for a clean case. */
  readonly rule: string | undefined;
  readonly file: string;
  readonly text: string;
  readonly options: CaseOptions;
}

const fixturesFolder = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const optionNames = new Set(['openaiVersion', 'bump', 'deployments', 'review', 'typecheck', 'why', 'run']);
const runOptionNames = new Set(['call', 'environment', 'files', 'sdk', 'differences']);
const otherFolders = new Set(['clean', 'projects']);

/** The cases that have findings, in `<rule>/<case>/before.*`. */
export const ruleFixtures: readonly Fixture[] = listFolders(fixturesFolder)
  .filter((rule) => !otherFolders.has(rule))
  .flatMap((rule) => listFolders(join(fixturesFolder, rule)).map((name) => readCase(rule, name)));

/** The cases without findings, in `clean/<case>.*`. */
export const cleanFixtures: readonly Fixture[] = readdirSync(join(fixturesFolder, 'clean'))
  .filter(isSource)
  .map((name) => readFixture(undefined, join(fixturesFolder, 'clean', name), `${basename(name, extname(name))}.json`));

/** Where a case keeps what is expected of it. */
export function besideFixture({ file }: Fixture, name: string): string {
  return join(dirname(file), name);
}

function readCase(rule: string, name: string): Fixture {
  const folder = join(fixturesFolder, rule, name);
  const [before, ...others] = readdirSync(folder).filter((file) => file.startsWith('before.') && isSource(file));
  if (before === undefined || others.length > 0) throw new Error(`${folder} must hold exactly one before.*`);
  return readFixture(rule, join(folder, before), 'case.json');
}

function readFixture(rule: string | undefined, file: string, optionsName: string): Fixture {
  const name = rule === undefined ? `clean/${basename(file)}` : `${rule}/${basename(dirname(file))}`;
  return { name, rule, file, text: readFileSync(file, 'utf8'), options: readOptions(join(dirname(file), optionsName)) };
}

function readOptions(path: string): CaseOptions {
  if (!existsSync(path)) return {};
  const options = JSON.parse(readFileSync(path, 'utf8')) as CaseOptions;
  const wrong =
    Object.keys(options).find((name) => !optionNames.has(name)) ??
    Object.keys(options.run ?? {}).find((name) => !runOptionNames.has(name));
  if (wrong !== undefined) throw new Error(`${path} has the unknown option ${wrong}`);
  if (options.typecheck === false && !options.why) throw new Error(`${path} has typecheck: false without a why`);
  return options;
}

function listFolders(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function isSource(name: string): boolean {
  return sourceExtensions.some((extension) => name.endsWith(extension)) && !name.endsWith('.d.ts');
}
