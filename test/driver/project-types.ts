import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { releaseFor, resolveInProject } from './project-modules.ts';
import { standIns } from './stand-ins.ts';

/** A source of a project, and the folder where the project stands. */
export interface ProjectSource {
  readonly root: string;
  readonly path: string;
}

type Resolve = (specifier: string, from: string) => ts.ResolvedModuleFull | undefined;

const repository = fileURLToPath(new URL('../..', import.meta.url));
const standInFile = join(repository, 'stand-ins.d.ts');
const standInTypes = Object.entries(standIns)
  .map(([name, { types }]) => `declare module '${name}'${types === undefined ? ';' : ` {${types}}`}`)
  .join('\n');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
  experimentalDecorators: true,
  noEmit: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  strict: true,
  types: ['node'],
};

/**
 * Checks sources of many projects in one program, each with the types of its own release of `openai`.
 *
 * @returns what the compiler says of one of the sources
 */
export function checkTypes(sources: readonly ProjectSource[]): (source: ProjectSource) => readonly string[] {
  const roots = new Map(sources.map(({ root, path }) => [join(root, path), root]));
  const host = ts.createCompilerHost(options);
  const declared = ts.createSourceFile(standInFile, standInTypes, ts.ScriptTarget.ES2023);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...others) => (path === standInFile ? declared : readSource(path, ...others));
  const cache = ts.createModuleResolutionCache(repository, (path) => path, options);
  host.resolveModuleNameLiterals = (literals, from, redirected, _, file) =>
    literals.map((literal) => {
      const mode = ts.getModeForUsageLocation(file, literal, options);
      const resolve: Resolve = (specifier, start) =>
        ts.resolveModuleName(specifier, start, options, host, cache, redirected, mode).resolvedModule;
      return { resolvedModule: resolveFor(roots.get(from), from, literal.text, resolve) };
    });
  const program = ts.createProgram([...roots.keys(), standInFile], options, host);
  return ({ root, path }) => diagnose(program, join(root, path));
}

/** Finds what a specifier means: a file of the same project, or a package that is installed here. */
function resolveFor(
  root: string | undefined,
  from: string,
  specifier: string,
  resolve: Resolve,
): ts.ResolvedModuleFull | undefined {
  if (root === undefined || isAtHand(specifier)) return resolve(specifier, from);
  if (/^openai(?:\/|$)/.test(specifier)) {
    return resolve(specifier.replace('openai', `openai-${releaseFor(root, from)}`), standInFile);
  }
  const own = resolveInProject(root, from, specifier);
  return own === undefined ? undefined : { resolvedFileName: own, extension: extname(own) };
}

function isAtHand(specifier: string): boolean {
  return specifier.startsWith('node:');
}

/** The two names of the client count as one. */
function diagnose(program: ts.Program, path: string): readonly string[] {
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error(`${path} was not checked`);
  const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return diagnostics.map(({ code, messageText }) => {
    const words = ts.flattenDiagnosticMessageText(messageText, '\n').replaceAll('AzureOpenAI', 'OpenAI');
    return `TS${String(code)}: ${words}`;
  });
}
