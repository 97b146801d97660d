import { parseForESLint } from '@typescript-eslint/parser';
import { simpleTraverse } from '@typescript-eslint/typescript-estree';
import type { SourceModule } from './source-module.ts';
import { registerModule } from './syntax/module-of.ts';

/** A parsed file, or the place and the words of its first syntax error (line and column from 1). */
export type ParseResult =
  | { readonly kind: 'parsed'; readonly module: SourceModule }
  | { readonly kind: 'syntax-error'; readonly message: string; readonly line: number; readonly column: number };

/**
 * Parses TypeScript or JavaScript for tools that have no parser of their own. A linter already has the tree and the
 * scopes, and must not load this module.
 *
 * @param path its extension decides on the language: JSX is on for all but `.ts`, `.mts` and `.cts`
 * @param text the file's text without byte order mark
 */
export function parseModule(path: string, text: string): ParseResult {
  const flow = /^\s*(?:\/\/|\/?\*+)[^\n]*@flow\b/m.exec(text.slice(0, 2000));
  if (flow) return { kind: 'syntax-error', message: 'Flow syntax is not supported', line: 1, column: 1 };
  try {
    const { ast, scopeManager } = parseForESLint(text, {
      sourceType: 'module',
      range: true,
      loc: true,
      comment: true,
      tokens: true,
      ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) },
      filePath: path,
      jsDocParsingMode: 'none',
      // What TypeScript's libraries declare is of no interest, and takes a tenth of the time.
      lib: [],
      loggerFn: false,
    });
    // The reference tracking follows parents; only ESLint sets them by itself.
    simpleTraverse(ast, { visitors: {} }, true);
    const module: SourceModule = { path, text, ast, scopes: scopeManager };
    registerModule(module);
    return { kind: 'parsed', module };
  } catch (error) {
    if (error instanceof Error && 'location' in error) return syntaxError(error);
    if (error instanceof RangeError) return { kind: 'syntax-error', message: 'nested too deeply', line: 1, column: 1 };
    throw error;
  }
}

function syntaxError(error: Error & { location: unknown }): ParseResult {
  const { start } = error.location as { start: { line: number; column: number } };
  return { kind: 'syntax-error', message: error.message, line: start.line, column: start.column + 1 };
}
