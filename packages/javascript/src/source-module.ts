import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Program } from './program/program.ts';

/** One file of TypeScript or JavaScript: its text without byte order mark, its tree with parents, its scopes. */
export interface SourceModule {
  /** As the caller names it; its extension has a meaning, and a folder `__mocks__`. */
  readonly path: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopes: TSESLint.Scope.ScopeManager;
  /** The modules around it; absent where each file is looked at by itself. */
  readonly program?: Program;
}

/** Tells whether type annotations may be written into the module. */
export function isTypeScript(module: Pick<SourceModule, 'path'>): boolean {
  return /\.[cm]?tsx?$/.test(module.path);
}

/** The extensions of the files that this package understands. */
export const sourceExtensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'] as const;
