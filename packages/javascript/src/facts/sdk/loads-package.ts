import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText } from '../../syntax/nodes.ts';

/** Tells whether a module loads a package at run time: by `import`, `import(…)` or `require(…)`. */
export function loadsPackage(module: SourceModule, name: string): boolean {
  const sources = [
    ...nodesOfType(module, 'ImportDeclaration').flatMap(({ source, importKind }) =>
      importKind === 'type' ? [] : [source],
    ),
    ...nodesOfType(module, 'ImportExpression').map(({ source }) => source),
    ...nodesOfType(module, 'TSExternalModuleReference').map(({ expression }) => expression),
    ...nodesOfType(module, 'CallExpression').flatMap(({ callee, arguments: [first] }) =>
      callee.type === 'Identifier' && callee.name === 'require' && first ? [first] : [],
    ),
  ];
  return sources.some((source) => literalText(source) === name);
}
