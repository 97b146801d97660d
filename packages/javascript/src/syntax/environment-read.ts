import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { nodesOfType } from './node-index.ts';
import { encloses, literalText, staticName, unwrap } from './nodes.ts';
import { findVariable, type Variable } from './scope.ts';

/**
 * The name of the environment variable that an expression reads: `process.env.X`, `process.env['X']`,
 * `import.meta.env.X`, `Bun.env.X`, `Deno.env.get('X')`.
 */
export function environmentVariable(module: SourceModule, expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === 'MemberExpression' && isEnvironment(module, unwrap(node.object))) return staticName(node);
  if (node.type !== 'CallExpression') return undefined;
  const callee = unwrap(node.callee);
  const [name] = node.arguments;
  if (callee.type !== 'MemberExpression' || staticName(callee) !== 'get' || name === undefined) return undefined;
  const object = unwrap(callee.object);
  return object.type === 'MemberExpression' && isNamed(module, object.object, 'Deno') && staticName(object) === 'env'
    ? literalText(name)
    : undefined;
}

/** The same for a name that a pattern takes out of the environment: `const { X } = process.env`. */
export function destructuredVariable(module: SourceModule, expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  const definition = node.type === 'Identifier' ? findVariable(module, node)?.defs[0] : undefined;
  const declarator = definition?.type === 'Variable' ? definition.node : undefined;
  if (declarator?.id.type !== 'ObjectPattern' || !declarator.init || !isEnvironment(module, unwrap(declarator.init)))
    return undefined;
  const property = declarator.id.properties.find(
    (candidate) => candidate.type === 'Property' && encloses(candidate, definition?.name ?? candidate.value),
  );
  return property?.type === 'Property' ? staticName(property) : undefined;
}

/** Whether the file changes the variable that an expression reads, or may do so. */
export function writesEnvironment(module: SourceModule, read: TSESTree.Node): boolean {
  const name = environmentVariable(module, read);
  const isTarget = (node: TSESTree.Node): boolean => {
    const target = unwrap(node);
    if (isEnvironment(module, target)) return true;
    if (target.type !== 'MemberExpression' || !isEnvironment(module, unwrap(target.object))) return false;
    return (staticName(target) ?? name) === name;
  };
  return (
    nodesOfType(module, 'AssignmentExpression').some(({ left }) => isTarget(left)) ||
    nodesOfType(module, 'UnaryExpression').some(
      ({ operator, argument }) => operator === 'delete' && isTarget(argument),
    ) ||
    nodesOfType(module, 'CallExpression').some(
      ({ callee, arguments: [target] }) =>
        target !== undefined &&
        callee.type === 'MemberExpression' &&
        staticName(callee) === 'assign' &&
        isEnvironment(module, unwrap(target)),
    )
  );
}

/** Whether a name of the runtime, such as `process`, means something else: a parameter or a variable of the program. */
export function isTaken(variable: Variable | undefined): boolean {
  const definition = variable?.defs[0];
  if (definition?.type !== 'Variable') return definition !== undefined && definition.type !== 'ImportBinding';
  const { init } = definition.node;
  // `const process = require('node:process')`
  return !(init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require');
}

function isEnvironment(module: SourceModule, node: TSESTree.Node): boolean {
  if (node.type !== 'MemberExpression' || staticName(node) !== 'env') return false;
  const owner = unwrap(node.object);
  if (owner.type === 'MetaProperty' || isGlobalProcess(module, owner)) return true;
  return isNamed(module, owner, 'process') || isNamed(module, owner, 'Bun');
}

function isGlobalProcess(module: SourceModule, node: TSESTree.Node): boolean {
  return (
    node.type === 'MemberExpression' && isNamed(module, node.object, 'globalThis') && staticName(node) === 'process'
  );
}

function isNamed(module: SourceModule, node: TSESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && !isTaken(findVariable(module, node));
}
