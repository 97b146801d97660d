import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { lineEnd, lineStart, nextLineStart } from '../../syntax/layout.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText } from '../../syntax/nodes.ts';

/** The types that Node.js and bundlers have for the environment. */
const environmentTypes: ReadonlySet<string> = new Set(['ImportMetaEnv', 'ProcessEnv']);

/** Finds variables in the types of the environment: `interface ProcessEnv { NAME: string }`. */
export function findDeclarations(
  module: SourceModule,
  names: ReadonlySet<string>,
): readonly TSESTree.TSPropertySignature[] {
  return nodesOfType(module, 'TSPropertySignature').filter((node) => {
    const name = node.key.type === 'Identifier' && !node.computed ? node.key.name : literalText(node.key);
    const owner = node.parent.parent;
    return (
      name !== undefined &&
      names.has(name) &&
      owner.type === 'TSInterfaceDeclaration' &&
      environmentTypes.has(owner.id.name)
    );
  });
}

/** Takes out the lines of a declaration; undefined where it shares them. */
export function editsOfDeclaration(
  { text }: SourceModule,
  { range: [start, end] }: TSESTree.TSPropertySignature,
): readonly TextEdit[] | undefined {
  const around = text.slice(lineStart(text, start), start) + text.slice(end, lineEnd(text, end));
  return around.trim() === ''
    ? [{ range: { start: lineStart(text, start), end: nextLineStart(text, end) }, text: '' }]
    : undefined;
}
