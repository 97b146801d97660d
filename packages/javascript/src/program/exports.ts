import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../source-module.ts';
import { nodesOfType } from '../syntax/node-index.ts';
import { staticName, unwrap } from '../syntax/nodes.ts';
import { findVariable, type Variable } from '../syntax/scope.ts';

/** The name under which `module.exports = …` is known here. */
export const wholeExport = '=';

/** Something that a module exports of its own: a binding, or an expression without a name. */
export interface ModuleExport {
  readonly name: string;
  readonly variable: Variable | undefined;
  readonly node: TSESTree.Node;
}

const cache = new WeakMap<TSESTree.Program, readonly ModuleExport[]>();

/** What a module exports of its own; what it passes on from others is among its imports. */
export function exportsOf(module: SourceModule): readonly ModuleExport[] {
  let exports = cache.get(module.ast);
  if (!exports) cache.set(module.ast, (exports = [...named(module), ...defaults(module), ...assigned(module)]));
  return exports;
}

/** The names by which a declaration itself exports what it declares: `export const name`, `export default function`. */
export function exportNamesOfDeclaration(declaration: TSESTree.Node, name = ''): readonly string[] {
  if (declaration.parent?.type === 'ExportDefaultDeclaration') return ['default'];
  return declaration.parent?.type === 'ExportNamedDeclaration' ? [name] : [];
}

/** Tells whether a module exports in the way of CommonJS. */
export function isCommonJs(module: SourceModule): boolean {
  return exportsOf(module).some(({ node }) => node.parent?.type === 'AssignmentExpression');
}

/** The name that an assignment to `module.exports` or `exports` exports by; undefined for every other target. */
export function exportedByAssignment(module: SourceModule, target: TSESTree.Node): string | undefined {
  if (target.type !== 'MemberExpression') return undefined;
  if (isModuleExports(module, target)) return wholeExport;
  const owner = unwrap(target.object);
  const isExports = isGlobal(module, owner, 'exports') || isModuleExports(module, owner);
  return isExports ? staticName(target) : undefined;
}

function isModuleExports(module: SourceModule, node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && isGlobal(module, node.object, 'module') && staticName(node) === 'exports';
}

function isGlobal(module: SourceModule, node: TSESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && !findVariable(module, node);
}

function declarationOf(variable: Variable): TSESTree.Node {
  return variable.identifiers[0] ?? variable.scope.block;
}

function named(module: SourceModule): readonly ModuleExport[] {
  return nodesOfType(module, 'ExportNamedDeclaration').flatMap(({ declaration, specifiers, source }) => {
    if (source) return [];
    const declared = declaration ? declaredBy(module, declaration) : [];
    const listed = specifiers.flatMap(({ local, exported }) => {
      const variable = findVariable(module, local);
      const name = exported.type === 'Identifier' ? exported.name : exported.value;
      return [{ name, variable, node: local }];
    });
    const named = declared.map((variable) => ({ name: variable.name, variable, node: declarationOf(variable) }));
    return [...named, ...listed];
  });
}

function declaredBy(module: SourceModule, declaration: TSESTree.Node): readonly Variable[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap((node) => module.scopes.getDeclaredVariables(node));
  const id = 'id' in declaration ? declaration.id : undefined;
  const variable = id ? findVariable(module, id) : undefined;
  return variable ? [variable] : [];
}

function defaults(module: SourceModule): readonly ModuleExport[] {
  return nodesOfType(module, 'ExportDefaultDeclaration').map(({ declaration }) => {
    const id = 'id' in declaration ? declaration.id : declaration;
    return { name: 'default', variable: id ? findVariable(module, id) : undefined, node: declaration };
  });
}

function assigned(module: SourceModule): readonly ModuleExport[] {
  return nodesOfType(module, 'AssignmentExpression').flatMap(({ left, right }) => {
    const name = exportedByAssignment(module, left);
    return name === undefined ? [] : [{ name, variable: findVariable(module, unwrap(right)), node: right }];
  });
}
