import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { encloses, literalText, staticName, unwrap } from './nodes.ts';
import { findVariable } from './scope.ts';

/**
 * The name of the environment variable that an expression reads: `process.env.X`, `process.env['X']`,
 * `import.meta.env.X`, `Bun.env.X`, `Deno.env.get('X')`.
 */
export function environmentVariable(expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === 'MemberExpression' && isEnvironment(unwrap(node.object))) return staticName(node);
  if (node.type !== 'CallExpression') return undefined;
  const callee = unwrap(node.callee);
  const [name] = node.arguments;
  if (callee.type !== 'MemberExpression' || staticName(callee) !== 'get' || name === undefined) return undefined;
  const object = unwrap(callee.object);
  return object.type === 'MemberExpression' && isNamed(object.object, 'Deno') && staticName(object) === 'env'
    ? literalText(name)
    : undefined;
}

/** The same for a name that a pattern takes out of the environment: `const { X } = process.env`. */
export function destructuredVariable(module: SourceModule, expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  const definition = node.type === 'Identifier' ? findVariable(module, node)?.defs[0] : undefined;
  const declarator = definition?.type === 'Variable' ? definition.node : undefined;
  if (declarator?.id.type !== 'ObjectPattern' || !declarator.init || !isEnvironment(unwrap(declarator.init)))
    return undefined;
  const property = declarator.id.properties.find(
    (candidate) => candidate.type === 'Property' && encloses(candidate, definition?.name ?? candidate.value),
  );
  return property?.type === 'Property' ? staticName(property) : undefined;
}

function isEnvironment(node: TSESTree.Node): boolean {
  if (node.type !== 'MemberExpression' || staticName(node) !== 'env') return false;
  const owner = unwrap(node.object);
  return isNamed(owner, 'process') || isNamed(owner, 'Bun') || owner.type === 'MetaProperty' || isGlobalProcess(owner);
}

function isGlobalProcess(node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && isNamed(node.object, 'globalThis') && staticName(node) === 'process';
}

function isNamed(node: TSESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}
