import type { TextEdit } from '@azure-openai-v1/core';
import { isDatedApiVersion } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { removeStatement } from '../../edits/remove-statement.ts';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText, unwrap } from '../../syntax/nodes.ts';
import { findVariable, readsOf } from '../../syntax/scope.ts';
import type { ModuleFacts } from '../module-facts.ts';

/** A constant that holds a dated version of Azure OpenAI and says so by its name. */
export interface VersionConstant {
  /** The version. */
  readonly node: TSESTree.Node;
  /** Empty where other files may read it. */
  readonly edits: readonly TextEdit[];
}

/** Finds exported version constants, and those that nothing reads any more. */
export function findVersionConstants({ module }: ModuleFacts): readonly VersionConstant[] {
  return nodesOfType(module, 'VariableDeclarator').flatMap((declarator) => {
    const { id, init, parent } = declarator;
    const version = init && unwrap(init);
    if (
      id.type !== 'Identifier' ||
      !version ||
      parent.kind !== 'const' ||
      !isDatedApiVersion(literalText(version) ?? '')
    )
      return [];
    if (!/version/i.test(id.name)) return [];
    if (parent.parent.type === 'ExportNamedDeclaration')
      return namesAzureOpenAI(id.name) ? [{ node: version, edits: [] }] : [];
    return isUnread(module, id) && parent.declarations.length === 1 && namesAzureOpenAI(id.name)
      ? [{ node: version, edits: [removeStatement(module, parent)] }]
      : [];
  });
}

function namesAzureOpenAI(name: string): boolean {
  return /azure_?open_?ai|(?:^|_)aoai_|openai_?api/i.test(name);
}

function isUnread(module: SourceModule, id: TSESTree.Identifier): boolean {
  const variable = findVariable(module, id);
  return (
    variable !== undefined && readsOf(variable).length === 0 && !variable.references.some(({ init }) => init !== true)
  );
}
