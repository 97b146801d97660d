import { posix } from 'node:path';
import { ts } from '@ts-morph/common';
import semver from 'semver';
import { readManifest, type Manifest } from './manifest.ts';
import type { ReadOnlyFiles } from './read-only-files.ts';

/** Nothing is written, and what only checks, prints or loads more than the question needs is off. */
const forced: ts.CompilerOptions = {
  noEmit: true,
  skipLibCheck: true,
  incremental: false,
  composite: false,
  libReplacement: false,
  maxNodeModuleJsDepth: 0,
  traceResolution: false,
  explainFiles: false,
};

/** For files that no configuration speaks of: what a bundler or a runtime of today accepts. */
export const unconfigured: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  allowImportingTsExtensions: true,
  experimentalDecorators: true,
};

/** The options that a project is checked with: its own, over the defaults of the TypeScript that it uses. */
export function effectiveOptions(own: ts.CompilerOptions, usesOldDefaults: boolean): ts.CompilerOptions {
  const declaration = own.declaration ?? own.composite;
  return {
    ...(usesOldDefaults && oldDefaults(own)),
    ...own,
    ...(declaration !== undefined && { declaration }),
    ...forced,
  };
}

/**
 * Tells whether a project uses a TypeScript older than 6, whose defaults are milder: the installed version, else the
 * lowest that is declared, else yes.
 */
export function usesOldTypeScript(files: ReadOnlyFiles, folder: string, manifest: Manifest | undefined): boolean {
  for (let place = folder; ; place = posix.dirname(place)) {
    const installed = readManifest(files, posix.join(place, 'node_modules/typescript'))?.version;
    if (installed !== undefined && semver.valid(installed) !== null) return semver.lt(installed, '6.0.0-0');
    if (place === posix.dirname(place)) break;
  }
  const declared = semver.validRange(manifest?.dependencies.get('typescript') ?? '*') ?? '*';
  return semver.lt(semver.minVersion(declared) ?? '0.0.0', '6.0.0-0');
}

/** https://www.typescriptlang.org/tsconfig, as it was for TypeScript 5. */
function oldDefaults(own: ts.CompilerOptions): ts.CompilerOptions {
  // What is deprecated today is what those projects have.
  /* eslint-disable @typescript-eslint/no-deprecated */
  const { ES5, ES2015, ES2022, ESNext } = ts.ScriptTarget;
  const { Node10, Bundler } = ts.ModuleResolutionKind;
  /* eslint-enable @typescript-eslint/no-deprecated */
  const isNode = own.module !== undefined && own.module >= ts.ModuleKind.Node16 && own.module < ts.ModuleKind.Preserve;
  const nodeTarget = own.module === ts.ModuleKind.NodeNext ? ESNext : ES2022;
  const target = own.target ?? (isNode ? nodeTarget : ES5);
  const module = own.module ?? (target >= ES2015 ? ts.ModuleKind.ES2015 : ts.ModuleKind.CommonJS);
  const isPreserve = module === ts.ModuleKind.Preserve;
  return {
    strict: false,
    types: ['*'],
    target,
    module,
    // Projects with modules of ECMAScript name their resolution; the default of that time found no packages.
    ...(!isNode && !isPreserve && { moduleResolution: Node10 }),
    esModuleInterop: isNode || isPreserve,
    allowSyntheticDefaultImports: own.esModuleInterop ?? (isNode || own.moduleResolution === Bundler || isPreserve),
    noUncheckedSideEffectImports: false,
  };
}
