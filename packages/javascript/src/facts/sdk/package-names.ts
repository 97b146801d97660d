import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { collectOpenAIBindings } from '../openai-bindings.ts';
import { collectOpenAIReferences } from '../openai-references.ts';

/** A value of the `openai` package that a module names, and what it is a property of. */
export interface PackageName {
  readonly name: string;
  /** The root of the package, the class `OpenAI`, or a module below the root. */
  readonly of: 'root' | 'class' | 'module';
}

/** Lists the modules below the root of the package that a module loads, in whatever way. */
export function modulesOfPackage(module: SourceModule): readonly string[] {
  const sources = [
    ...nodesOfType(module, 'ImportDeclaration').map(({ source }) => source),
    ...nodesOfType(module, 'ExportNamedDeclaration').map(({ source }) => source),
    ...nodesOfType(module, 'ExportAllDeclaration').map(({ source }) => source),
    ...nodesOfType(module, 'ImportExpression').map(({ source }) => source),
    ...nodesOfType(module, 'TSExternalModuleReference').map(({ expression }) => expression),
    // `require`, and the functions that mock a module.
    ...nodesOfType(module, 'CallExpression').map(({ arguments: [first] }) => first ?? null),
  ];
  return sources.flatMap((node) => {
    const text = node && literalText(node);
    return text?.startsWith('openai/') === true ? [text.replace(/\.[cm]?js$/, '')] : [];
  });
}

/** Lists the values of the package that a module names. */
export function namesOfPackage(module: SourceModule): readonly PackageName[] {
  const bindings = collectOpenAIBindings(module).filter(({ isTypeOnly }) => !isTypeOnly);
  const bound = bindings.map(({ exported }): PackageName => ({ name: exported, of: 'root' }));
  const used = collectOpenAIReferences(module, bindings).flatMap(({ exported, node }): readonly PackageName[] => {
    const { parent } = node;
    const isOwner = exported === 'OpenAI' && parent.type === 'MemberExpression' && parent.object === node;
    return [
      { name: exported, of: 'root' },
      ...(isOwner ? [{ name: staticName(parent) ?? '', of: 'class' } as const] : []),
    ];
  });
  return [
    ...bound,
    ...used,
    ...[...importedNames(module), ...requiredNames(module)].map((name): PackageName => ({ name, of: 'module' })),
  ];
}

function importedNames(module: SourceModule): readonly string[] {
  return nodesOfType(module, 'ImportDeclaration').flatMap(({ source, importKind, specifiers }) => {
    if (importKind === 'type' || !source.value.startsWith('openai/')) return [];
    return specifiers.flatMap((node) => {
      if (node.type !== 'ImportSpecifier' || node.importKind === 'type') return [];
      return [node.imported.type === 'Identifier' ? node.imported.name : node.imported.value];
    });
  });
}

function requiredNames(module: SourceModule): readonly string[] {
  return nodesOfType(module, 'VariableDeclarator').flatMap(({ id, init }) => {
    const call = init && unwrap(init);
    const source = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
    if (id.type !== 'ObjectPattern' || !source || literalText(source)?.startsWith('openai/') !== true) return [];
    return id.properties.flatMap((property) => (property.type === 'Property' ? [staticName(property) ?? ''] : []));
  });
}
