import { findClientWrapper } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { findVariable } from '../../syntax/scope.ts';

/** `observeOpenAI(client)` and its like give the client back, instrumented. */
export function isWrapper(module: SourceModule, { callee }: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const name = unwrap(callee);
  const root = name.type === 'MemberExpression' ? unwrap(name.object) : name;
  if (root.type !== 'Identifier') return false;
  const definition = findVariable(module, root)?.defs[0];
  if (definition?.type !== 'ImportBinding' || definition.parent.type !== 'ImportDeclaration') return false;
  const source = definition.parent.source.value;
  if (name.type === 'MemberExpression') return findClientWrapper(source, staticName(name) ?? '') !== undefined;
  const specifier = definition.node;
  const imported =
    specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' ? specifier.imported.name : '';
  return findClientWrapper(source, imported) !== undefined;
}
