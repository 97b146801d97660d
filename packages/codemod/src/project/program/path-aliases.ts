import { posix, resolve } from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import { readSmallFile } from './repository.ts';

/** What a project says of names that begin neither with a dot nor with a package. */
export interface PathAliases {
  /** Paths without extension that a specifier may stand for, the best first. */
  expand(specifier: string): readonly string[];
}

interface Settings {
  /** As reports show paths. */
  readonly base: string | undefined;
  readonly patterns: readonly (readonly [pattern: string, targets: readonly string[], folder: string])[];
}

const nothing: Settings = { base: undefined, patterns: [] };

/** More configurations that extend each other than real projects have. */
const maximumDepth = 8;

/** Prepares the look-up of the aliases that hold for a file: those of the nearest `tsconfig.json` or `jsconfig.json`. */
export function createAliasLookup(cwd: string): (from: string) => PathAliases {
  const cache = new Map<string, Settings>();
  const settingsOf = (folder: string): Settings => {
    const known = cache.get(folder);
    if (known) return known;
    const own = ['tsconfig.json', 'jsconfig.json', 'tsconfig.app.json'].map((name) =>
      readSettings(cwd, posix.join(folder, name), 0),
    );
    const found = own.find(
      (settings) => settings !== undefined && (settings.patterns.length > 0 || settings.base !== undefined),
    );
    const parent = posix.dirname(folder);
    const isTop = parent === folder || /(?:^|\/)\.\.$/.test(folder);
    const settings = found ?? (isTop ? nothing : settingsOf(parent));
    cache.set(folder, settings);
    return settings;
  };
  return (from) => {
    const settings = settingsOf(posix.dirname(from));
    return { expand: (specifier) => [...expandPatterns(settings, specifier), ...conventional(from, specifier)] };
  };
}

function expandPatterns({ base, patterns }: Settings, specifier: string): readonly string[] {
  const matched = patterns.flatMap(([pattern, targets, folder]) => {
    const star = pattern.indexOf('*');
    const [head, tail] = star === -1 ? [pattern, ''] : [pattern.slice(0, star), pattern.slice(star + 1)];
    const isMatch = star === -1 ? specifier === pattern : specifier.startsWith(head) && specifier.endsWith(tail);
    if (!isMatch) return [];
    const rest = specifier.slice(head.length, specifier.length - tail.length);
    return targets.map((target) => posix.join(folder, target.replace('*', rest)));
  });
  return base === undefined ? matched : [...matched, posix.join(base, specifier)];
}

/** Bundlers are often told that `@/` and `~/` mean the folder of the sources. */
function conventional(from: string, specifier: string): readonly string[] {
  const rest = /^[@~]\/(.+)$/.exec(specifier)?.[1];
  if (rest === undefined) return [];
  const folders: string[] = [];
  for (let folder = posix.dirname(from); ; folder = posix.dirname(folder)) {
    folders.push(posix.join(folder, 'src', rest), posix.join(folder, rest));
    if (folder === posix.dirname(folder) || /(?:^|\/)\.\.$/.test(folder)) return folders;
  }
}

function readSettings(cwd: string, path: string, depth: number): Settings | undefined {
  const text = depth > maximumDepth ? undefined : readSmallFile(resolve(cwd, path));
  if (text === undefined) return undefined;
  const errors: ParseError[] = [];
  const config: unknown = parse(text, errors, { allowTrailingComma: true });
  if (!isRecord(config)) return undefined;
  const folder = posix.dirname(path);
  const options = isRecord(config['compilerOptions']) ? config['compilerOptions'] : {};
  const base = typeof options['baseUrl'] === 'string' ? posix.join(folder, options['baseUrl']) : undefined;
  const parents = [config['extends']].flat().filter((name) => typeof name === 'string' && name.startsWith('.'));
  const inherited = parents
    .map((name) => readParent(cwd, folder, String(name), depth))
    .findLast((settings) => settings !== undefined);
  const paths = isRecord(options['paths']) ? options['paths'] : undefined;
  return {
    base: base ?? inherited?.base,
    patterns: paths ? patternsOf(paths, base ?? inherited?.base ?? folder) : (inherited?.patterns ?? []),
  };
}

function readParent(cwd: string, folder: string, name: string, depth: number): Settings | undefined {
  const path = posix.join(folder, name);
  return readSettings(cwd, path.endsWith('.json') ? path : `${path}.json`, depth + 1);
}

function patternsOf(paths: Readonly<Record<string, unknown>>, folder: string): Settings['patterns'] {
  return Object.entries(paths).flatMap(([pattern, targets]) => {
    const named = Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : [];
    return named.length > 0 ? [[pattern, named, folder] as const] : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
