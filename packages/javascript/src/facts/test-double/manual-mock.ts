import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { removeElements } from '../../edits/list-edits.ts';
import { removeStatement } from '../../edits/remove-statement.ts';
import type { SourceModule } from '../../source-module.ts';
import { sourceOf } from '../../syntax/layout.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { rangeOf, staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable, lookUpName, type Variable } from '../../syntax/scope.ts';
import { legacyClass, plainClass, providedByObject, type ProvidedClass } from './provided-class.ts';

/** Reads a file `__mocks__/openai.*`, whose exports stand in for the package's: where it provides `AzureOpenAI`. */
export function manualMock(module: SourceModule): readonly ProvidedClass[] {
  if (!/(?:^|[\\/])__mocks__[\\/]openai(?:[\\/]index)?\.[cm]?[jt]sx?$/.test(module.path)) return [];
  const exported = [...esmExports(module), ...commonJsExports(module)];
  const valueOf = (name: string) => exported.find((one) => one.name === name)?.value;
  const objects = commonJsObjects(module).flatMap((object) => providedByObject(module, object, valueOf('default')));
  const named = exported.flatMap<ProvidedClass>(({ name, node, value, rename, remove }) =>
    name === legacyClass
      ? [{ node, value, plain: valueOf(plainClass), fallback: valueOf('default'), rename, remove }]
      : [],
  );
  return [...named, ...objects];
}

interface MockExport extends Pick<ProvidedClass, 'node' | 'value' | 'rename' | 'remove'> {
  readonly name: string;
}

function esmExports(module: SourceModule): readonly MockExport[] {
  const named = nodesOfType(module, 'ExportNamedDeclaration').flatMap((statement) => {
    const listed = statement.specifiers.map((specifier) => listedExport(module, statement, specifier));
    const declared = statement.declaration ? declaredExports(module, statement, statement.declaration) : [];
    return [...listed, ...declared];
  });
  const defaults = nodesOfType(module, 'ExportDefaultDeclaration').map(({ declaration }) => {
    const value = 'id' in declaration && declaration.id ? declaration.id : declaration;
    return { name: 'default', node: declaration, value, rename: undefined, remove: [] };
  });
  return [...named, ...defaults];
}

/** `export { Fake as AzureOpenAI }` */
function listedExport(
  module: SourceModule,
  { specifiers }: TSESTree.ExportNamedDeclaration,
  specifier: TSESTree.ExportSpecifier,
): MockExport {
  const { local, exported } = specifier;
  const spelled = sourceOf(module, local);
  const text = spelled === plainClass ? plainClass : `${spelled} as ${plainClass}`;
  return {
    name: exported.type === 'Identifier' ? exported.name : exported.value,
    node: exported,
    value: local,
    rename: [{ range: rangeOf(specifier), text }],
    remove: removeElements(module, specifiers, new Set([specifier])),
  };
}

/** `export class AzureOpenAI {}`, `export const AzureOpenAI = …` */
function declaredExports(
  module: SourceModule,
  statement: TSESTree.ExportNamedDeclaration,
  declaration: TSESTree.NamedExportDeclarations,
): readonly MockExport[] {
  const variables = module.scopes.getDeclaredVariables(declaration);
  // A class is a variable around itself, and another one within.
  const outer = variables.filter(({ scope }) => scope.type !== 'class');
  return outer.flatMap(({ name, identifiers: [node] }) => {
    if (!node) return [];
    const init = node.parent.type === 'VariableDeclarator' ? node.parent.init : undefined;
    const isAlone = declaration.type !== 'VariableDeclaration' || declaration.declarations.length === 1;
    const remove = isAlone ? [removeStatement(module, statement)] : [];
    const same = variables.filter((variable) => variable.name === name);
    return [{ name, node, value: init ?? node, rename: renameDeclared(module, node, same), remove }];
  });
}

function renameDeclared(
  module: SourceModule,
  node: TSESTree.Identifier,
  variables: readonly Variable[],
): readonly TextEdit[] | undefined {
  const references = variables.flatMap((variable) => variable.references.map(({ identifier }) => identifier));
  const sites = new Set<TSESTree.Node>([node, ...references]);
  if ([module.ast, ...sites].some((site) => lookUpName(module, site, plainClass) !== undefined)) return undefined;
  return [...sites].map((site) => {
    const property = site.parent?.type === 'Property' && site.parent.shorthand ? site.parent : undefined;
    if (!property)
      return { range: { start: site.range[0], end: site.range[0] + legacyClass.length }, text: plainClass };
    return { range: rangeOf(property), text: `${legacyClass}: ${plainClass}` };
  });
}

/** `exports.AzureOpenAI = …`, `module.exports.AzureOpenAI = …`, `module.exports = Fake` */
function commonJsExports(module: SourceModule): readonly MockExport[] {
  return nodesOfType(module, 'AssignmentExpression').flatMap(({ left, right, parent }) => {
    if (isExports(module, left) && unwrap(right).type !== 'ObjectExpression')
      return [{ name: 'default', node: left, value: right, rename: undefined, remove: [] }];
    if (left.type !== 'MemberExpression' || !isExports(module, left.object)) return [];
    const name = staticName(left);
    const rename = left.computed ? undefined : [{ range: rangeOf(left.property), text: plainClass }];
    const remove = parent.type === 'ExpressionStatement' ? [removeStatement(module, parent)] : [];
    return name === undefined ? [] : [{ name, node: left.property, value: right, rename, remove }];
  });
}

function commonJsObjects(module: SourceModule): readonly TSESTree.ObjectExpression[] {
  return nodesOfType(module, 'AssignmentExpression').flatMap(({ left, right }) => {
    const object = unwrap(right);
    return isExports(module, left) && object.type === 'ObjectExpression' ? [object] : [];
  });
}

/** `exports` or `module.exports` */
function isExports(module: SourceModule, node: TSESTree.Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports' && !findVariable(module, node);
  if (node.type !== 'MemberExpression' || staticName(node) !== 'exports') return false;
  return node.object.type === 'Identifier' && node.object.name === 'module' && !findVariable(module, node.object);
}
