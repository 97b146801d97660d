import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { walk } from '../../syntax/walk.ts';
import { exportedFromSdk } from '../exported-from-sdk.ts';
import { parseOpenAISpecifier } from '../openai-specifier.ts';
import type { OpenAIReference } from '../openai-references.ts';
import type { TestDoubles } from '../test-double/test-doubles.ts';
import { typeConcerns } from '../types/type-concern.ts';
import { concern, type Concern } from './concern.ts';

const exported = 'it is exported, and code that takes it from here must change with it';

/** A place that names a legacy class otherwise than to build a client of it, and why a person must look at it. */
export interface StrayReference {
  readonly node: TSESTree.Node;
  readonly reason: string;
}

/** Trouble that concerns every `AzureOpenAI` of a file. */
export function fileConcerns(
  module: SourceModule,
  references: readonly OpenAIReference[],
  { mocks, mocksPackage }: TestDoubles,
): readonly Concern[] {
  const isAsked = references.some(({ exported, node }) => exported === 'AzureOpenAI' && isAskedFor(node));
  return [
    ...typeConcerns(references),
    ...(isAsked ? [concern('instanceof')] : []),
    ...(mocksPackage || mocksClass(module) ? [concern('mocked')] : []),
    ...(mocks.length > 0 && !mocksPackage ? [concern('asserted')] : []),
  ];
}

function isAskedFor(node: TSESTree.Node): boolean {
  return node.parent?.type === 'BinaryExpression' && node.parent.operator === 'instanceof';
}

/** `vi.mock('openai', () => ({ AzureOpenAI: … }))` in whatever test framework. */
function mocksClass(module: SourceModule): boolean {
  return nodesOfType(module, 'CallExpression').some(({ callee, arguments: [source, ...rest] }) => {
    if (unwrap(callee).type !== 'MemberExpression' || !source || !parseOpenAISpecifier(literalText(source) ?? ''))
      return false;
    return rest.some((argument) =>
      [...walk(argument)].some((node) => node.type === 'Property' && staticName(node) === 'AzureOpenAI'),
    );
  });
}

/** Finds the places that pass a legacy class on, inherit from it, ask for it or export it. */
export function findStrayReferences(
  module: SourceModule,
  references: readonly OpenAIReference[],
): readonly StrayReference[] {
  const values = references.flatMap(({ exported, node }) => {
    const reason = exported === 'AzureOpenAI' ? reasonFor(node) : undefined;
    return reason === undefined ? [] : [{ node, reason }];
  });
  return [...values, ...exportedNames(module)];
}

function reasonFor(node: TSESTree.Node): string | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'TSTypeReference':
    case 'TSTypeQuery':
    case 'TSImportType':
    case 'TSQualifiedName':
      return undefined;
    case 'NewExpression':
      return parent.callee === node
        ? undefined
        : 'the class itself is passed on and what is built from it cannot be seen';
    case 'ClassDeclaration':
    case 'ClassExpression':
      return 'a class inherits from it and may rely on how it builds requests; move the subclass by hand';
    case 'TSInterfaceHeritage':
    case 'TSClassImplements':
      return 'a type inherits from it; move that type by hand';
    case 'BinaryExpression':
      return '`instanceof` decides by it and would turn false; decide by something else';
    case 'ExportSpecifier':
    case 'ExportDefaultDeclaration':
      return exported;
    default:
      return 'the class itself is passed on and what is built from it cannot be seen';
  }
}

/** `export { AzureOpenAI } from 'openai'` */
function exportedNames(module: SourceModule): readonly StrayReference[] {
  return exportedFromSdk(module, 'AzureOpenAI')
    .filter(({ isType }) => !isType)
    .map(({ node }) => ({ node, reason: exported }));
}
