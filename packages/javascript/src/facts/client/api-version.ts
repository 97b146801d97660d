import { looksDated, pseudoVersions } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { farValue } from '../../program/far-value.ts';
import type { SourceModule } from '../../source-module.ts';
import { destructuredVariable, environmentVariable } from '../../syntax/environment-read.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { literalText, unwrap } from '../../syntax/nodes.ts';
import { constantSource, staticString } from '../../syntax/static-string.ts';
import { findVariable } from '../../syntax/scope.ts';
import { describe } from './client-options.ts';
import { concern, type Concern } from './concern.ts';
import { decoded } from './deployment.ts';

/** What is known of the API version that an option, a query or a URL names. */
export interface ApiVersion {
  /** The version, where the file tells it. */
  readonly value: string | undefined;
  /** What must be thought of before it is dropped. */
  readonly concerns: readonly Concern[];
}

/** Says where an API version comes from: a constant and the environment are plumbing, a parameter is a setting. */
export function readApiVersion(module: SourceModule, written: TSESTree.Node | undefined): ApiVersion {
  if (!written) return { value: undefined, concerns: [] };
  const expression = decoded(written);
  const value = staticString(module, expression);
  if (value !== undefined) {
    if (pseudoVersions.includes(value)) return { value, concerns: [concern('half-migrated')] };
    return { value, concerns: looksDated(value) ? [] : [concern('version-foreign')] };
  }
  return { value: undefined, concerns: sourceConcerns(module, expression, 0) };
}

function sourceConcerns(module: SourceModule, expression: TSESTree.Node, depth: number): readonly Concern[] {
  const node = unwrap(expression);
  if (environmentVariable(module, node) !== undefined || literalText(node) !== undefined) return [];
  if (destructuredVariable(module, node) !== undefined) return [];
  if (node.type === 'Identifier' && node.name === 'undefined') return [];
  if (node.type === 'LogicalExpression' && node.operator !== '&&') {
    return [...sourceConcerns(module, node.left, depth), ...sourceConcerns(module, node.right, depth)];
  }
  const source = constantSource(module, node) ?? farValue(module, node);
  if (source && depth < 8) return sourceConcerns(moduleOf(source), source, depth + 1);
  const text = describe(module, node);
  return [concern(isLookUp(module, node) ? 'version-elsewhere' : 'version-setting', text)];
}

/** An imported name, a property of the checked environment, or a call that is given nothing but names of things to read: `requireEnv('X')`. */
function isLookUp(module: SourceModule, node: TSESTree.Node): boolean {
  if (node.type === 'AwaitExpression') return isLookUp(module, unwrap(node.argument));
  if (node.type === 'CallExpression') return node.arguments.every((argument) => literalText(argument) !== undefined);
  if (node.type === 'MemberExpression') return isParsedEnvironment(module, node.object);
  if (node.type !== 'Identifier') return false;
  return findVariable(module, node)?.defs[0]?.type === 'ImportBinding';
}

/** `schema.parse(process.env)`, whatever checks the environment. */
function isParsedEnvironment(module: SourceModule, object: TSESTree.Node): boolean {
  const source = constantSource(module, object) ?? farValue(module, object);
  const value = source && unwrap(source);
  return (
    value?.type === 'CallExpression' &&
    value.arguments.some((argument) => /\benv$/.test(moduleOf(value).text.slice(...argument.range)))
  );
}
