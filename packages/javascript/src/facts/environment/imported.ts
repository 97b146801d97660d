import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { literalText, staticName } from '../../syntax/nodes.ts';
import { findVariable } from '../../syntax/scope.ts';

/** What a function is called in the module that it comes from. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
}

/** Finds where a called function comes from: `cleanEnv` of `import { cleanEnv } from 'envalid'`, `z.object` of zod. */
export function importedAs(module: SourceModule, callee: TSESTree.Node): ImportedName | undefined {
  if (callee.type === 'Identifier') return importOf(module, callee);
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  const source = importOf(module, callee.object);
  const name = staticName(callee);
  return source && name !== undefined ? { module: source.module, name } : undefined;
}

function importOf(module: SourceModule, identifier: TSESTree.Identifier): ImportedName | undefined {
  const definition = findVariable(module, identifier)?.defs[0];
  if (definition?.type === 'ImportBinding' && definition.parent.type === 'ImportDeclaration') {
    const { node } = definition;
    const imported = node.type === 'ImportSpecifier' ? node.imported : undefined;
    const name = imported?.type === 'Identifier' ? imported.name : (imported?.value ?? 'default');
    return { module: definition.parent.source.value, name };
  }
  if (definition?.type !== 'Variable') return undefined;
  const source = requiredModule(definition.node.init);
  if (source === undefined) return undefined;
  const { id } = definition.node;
  const property =
    id.type === 'ObjectPattern'
      ? id.properties.find((candidate) => candidate.type === 'Property' && candidate.value === definition.name)
      : undefined;
  return { module: source, name: property?.type === 'Property' ? (staticName(property) ?? '') : 'default' };
}

function requiredModule(init: TSESTree.Expression | null): string | undefined {
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require')
    return undefined;
  const [name] = init.arguments;
  return name && literalText(name);
}
