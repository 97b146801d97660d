import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable, type Variable } from '../../syntax/scope.ts';

/** Where a value comes from: a module, and the names and calls that lead from it to the value. */
export interface Origin {
  readonly module: string;
  /** Such as `vi.mock`, `().post` for what `nock(…)` returns, or the empty text for the module itself. */
  readonly name: string;
}

/** The module of {@link Origin} for a parameter of a function, whose caller gives it. */
export const parameter = '(parameter)';

/** Finds where a value comes from, through imports, `require`, constants and chains of calls. */
export function originOf(module: SourceModule, expression: TSESTree.Node, depth = 0): Origin | undefined {
  // Chains of calls on one object are long, endless ones do not occur.
  if (depth > 60) return undefined;
  const ask = (node: TSESTree.Node) => originOf(module, node, depth + 1);
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier':
      return originOfName(module, node, ask);
    case 'MemberExpression':
      return memberOf(ask(node.object), staticName(node));
    case 'CallExpression':
      return moduleOf(requiredModule(module, node)) ?? calledBy(ask(node.callee));
    case 'NewExpression':
      return calledBy(ask(node.callee));
    case 'AwaitExpression':
      return ask(node.argument);
    case 'ImportExpression':
      return moduleOf(literalText(node.source));
    default:
      return undefined;
  }
}

type Ask = (node: TSESTree.Node) => Origin | undefined;

/** Objects that test frameworks put into the global scope, and what a file would import them from. */
const globals: ReadonlyMap<string, Origin> = new Map([
  ['assert', { module: 'chai', name: 'assert' }],
  ['expect', { module: 'vitest', name: 'expect' }],
  ['fetchMock', { module: 'jest-fetch-mock', name: '' }],
  ['jest', { module: '@jest/globals', name: 'jest' }],
  ['vi', { module: 'vitest', name: 'vi' }],
  ['vitest', { module: 'vitest', name: 'vi' }],
]);

function originOfName(module: SourceModule, identifier: TSESTree.Identifier, ask: Ask): Origin | undefined {
  const variable = findVariable(module, identifier);
  const definition = variable?.defs[0];
  if (!variable || !definition) return globals.get(identifier.name);
  if (definition.type === 'ImportBinding') return originOfImport(definition.node, definition.parent);
  if (definition.type === 'Parameter') return { module: parameter, name: '' };
  if (definition.type !== 'Variable') return undefined;
  const { id, init } = definition.node;
  if (id.type === 'Identifier') return originOfValues(variable, ask);
  return init && id.type === 'ObjectPattern' ? memberOf(ask(init), keyOf(id, identifier.name)) : undefined;
}

function originOfImport(node: TSESTree.Node, declaration: TSESTree.Node | undefined | null): Origin | undefined {
  if (declaration?.type === 'TSImportEqualsDeclaration' || node.type === 'TSImportEqualsDeclaration') {
    const equals = node.type === 'TSImportEqualsDeclaration' ? node : declaration;
    return equals?.type === 'TSImportEqualsDeclaration' && equals.moduleReference.type === 'TSExternalModuleReference'
      ? moduleOf(literalText(equals.moduleReference.expression))
      : undefined;
  }
  if (declaration?.type !== 'ImportDeclaration') return undefined;
  const whole = moduleOf(declaration.source.value);
  if (node.type !== 'ImportSpecifier') return whole;
  return memberOf(whole, node.imported.type === 'Identifier' ? node.imported.name : node.imported.value);
}

const known = new WeakMap<Variable, { readonly origin: Origin | undefined }>();

/** A variable has one origin when every value that it is given has it; tests often set theirs in `beforeEach`. */
function originOfValues(variable: Variable, ask: Ask): Origin | undefined {
  const remembered = known.get(variable);
  if (remembered) return remembered.origin;
  // A variable that is made of itself, as in `query = query.where(…)`, has no origin while it is asked for.
  known.set(variable, { origin: undefined });
  const [first, ...others] = variable.references.flatMap((reference) =>
    reference.isWrite() && reference.writeExpr ? [ask(reference.writeExpr)] : [],
  );
  const isOne = first && others.every((other) => other?.module === first.module && other.name === first.name);
  const origin = isOne ? first : undefined;
  known.set(variable, { origin });
  return origin;
}

function keyOf(pattern: TSESTree.ObjectPattern, local: string): string | undefined {
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const bound = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    if (bound.type === 'Identifier' && bound.name === local) return staticName(property);
  }
  return undefined;
}

function moduleOf(name: string | undefined): Origin | undefined {
  return name === undefined ? undefined : { module: name, name: '' };
}

/** The default export of a CommonJS library is the library. */
function memberOf(owner: Origin | undefined, name: string | undefined): Origin | undefined {
  if (!owner || name === undefined) return undefined;
  if (owner.name === '') return { ...owner, name: name === 'default' ? '' : spelled(owner.module, name) };
  return { ...owner, name: `${owner.name}.${name}` };
}

/** Vitest exports the same object twice. */
function spelled(module: string, name: string): string {
  return module === 'vitest' && name === 'vitest' ? 'vi' : name;
}

function calledBy(callee: Origin | undefined): Origin | undefined {
  return callee && { ...callee, name: `${callee.name}()` };
}

function requiredModule(
  module: SourceModule,
  { callee, arguments: [source] }: TSESTree.CallExpression,
): string | undefined {
  const isRequire = callee.type === 'Identifier' && callee.name === 'require' && !findVariable(module, callee);
  return isRequire && source ? literalText(source) : undefined;
}
