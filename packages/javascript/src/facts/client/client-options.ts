import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { constantInit, findVariable, type Variable } from '../../syntax/scope.ts';

/** One option of a client as the source spells it. */
export interface ClientOption {
  readonly name: string;
  readonly property: TSESTree.Property;
  readonly value: TSESTree.Node;
  /** The literal that holds it: the argument itself or one that is spread into it. */
  readonly object: TSESTree.ObjectExpression;
}

/** The options of a `new` expression. */
export type ClientOptions =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'known';
      /** By name; where a name stands twice, the one that counts. */
      readonly options: ReadonlyMap<string, ClientOption>;
      /** The outermost literal. */
      readonly object: TSESTree.ObjectExpression;
      /** Constants whose literals were read, because they are the argument or are spread into it. */
      readonly constants: readonly Variable[];
    }
  | { readonly kind: 'unknown'; readonly detail: string };

/** Reads the options that a client is built with, as far as this file spells them out. */
export function readClientOptions(
  module: SourceModule,
  { arguments: [argument] }: TSESTree.NewExpression,
): ClientOptions {
  if (!argument) return { kind: 'none' };
  const options = new Map<string, ClientOption>();
  const constants: Variable[] = [];
  const read = (expression: TSESTree.Node): string | TSESTree.ObjectExpression => {
    const node = unwrap(expression);
    const object = node.type === 'Identifier' ? openConstant(module, node, constants) : node;
    if (object?.type !== 'ObjectExpression') return `from \`${describe(module, node)}\``;
    for (const property of object.properties) {
      if (property.type === 'SpreadElement') {
        const inner = read(property.argument);
        if (typeof inner === 'string') return inner;
        continue;
      }
      const name = staticName(property);
      if (name === undefined || property.kind !== 'init' || property.method) return 'a computed or accessor property';
      options.delete(name);
      options.set(name, { name, property, value: property.value, object });
    }
    return object;
  };
  const object = read(argument);
  if (typeof object === 'string') return { kind: 'unknown', detail: object };
  return { kind: 'known', options, object, constants };
}

function openConstant(
  module: SourceModule,
  node: TSESTree.Identifier,
  constants: Variable[],
): TSESTree.Node | undefined {
  const variable = findVariable(module, node);
  const init = constantInit(variable);
  if (!variable || !init) return undefined;
  constants.push(variable);
  return unwrap(init);
}

/** Tells whether a binding is exported where it is declared. */
export function isExported(variable: Variable): boolean {
  const declaration = variable.defs[0]?.node;
  const statement = declaration?.type === 'VariableDeclarator' ? declaration.parent : declaration;
  const owner = statement?.parent.type;
  return owner === 'ExportNamedDeclaration' || owner === 'ExportDefaultDeclaration';
}

/** A short description of an expression without any literal of it. */
export function describe(module: SourceModule, node: TSESTree.Node): string {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'ThisExpression':
      return 'this';
    case 'MemberExpression':
      return `${describe(module, node.object)}.${staticName(node) ?? '…'}`;
    case 'CallExpression':
      return `${describe(module, node.callee)}(…)`;
    case 'NewExpression':
      return `new ${describe(module, node.callee)}(…)`;
    case 'AwaitExpression':
      return `await ${describe(module, node.argument)}`;
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'ChainExpression':
      return describe(module, node.expression);
    default:
      return 'an expression';
  }
}
