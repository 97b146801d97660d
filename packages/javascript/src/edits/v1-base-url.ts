import type { TSESTree } from '@typescript-eslint/utils';
import { certaintyOf } from '../facts/string-certainty.ts';
import { isTypeScript, type SourceModule } from '../source-module.ts';
import { preferredQuote, sourceOf } from '../syntax/layout.ts';

/**
 * An expression for the v1 base URL of an endpoint that only the running program knows. It has exactly one slash before
 * `openai/v1/` whatever the endpoint ends with, and throws where the endpoint is undefined: a base URL that is undefined
 * would make the SDK send the Azure key to api.openai.com.
 */
export function v1BaseUrlOf(module: SourceModule, endpoint: TSESTree.Node): string {
  return normalized(module, `${asOperand(sourceOf(module, endpoint), endpoint)}${assertionFor(module, endpoint)}`);
}

/** The v1 base URL of an endpoint that is given as source and may be undefined. */
export function v1BaseUrlOfSource(module: SourceModule, source: string): string {
  return normalized(module, source + assertion(module));
}

function normalized(module: SourceModule, operand: string): string {
  const quote = preferredQuote(module);
  return `\`\${${operand}.replace(/\\/+$/, ${quote}${quote})}/openai/v1/\``;
}

/** `!` where TypeScript would otherwise complain that the value may be undefined. */
function assertionFor(module: SourceModule, expression: TSESTree.Node): string {
  return certaintyOf(module, expression) === 'unknown' ? assertion(module) : '';
}

/** `!` where the language has it. */
export function assertion(module: SourceModule): string {
  return isTypeScript(module) ? '!' : '';
}

/** The source of an expression as the left side of `.` or `!`. */
export function asOperand(source: string, { type }: TSESTree.Node): string {
  return isTight.has(type) ? source : `(${source})`;
}

const isTight: ReadonlySet<string> = new Set([
  'Identifier',
  'MemberExpression',
  'CallExpression',
  'TSNonNullExpression',
  'ThisExpression',
  'Literal',
  'TemplateLiteral',
]);
