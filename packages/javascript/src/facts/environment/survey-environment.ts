import type { TextEdit, TextRange } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText, rangeOf, staticName } from '../../syntax/nodes.ts';
import { editsOfDeclaration, findDeclarations } from './declaration.ts';
import { editsOfSchemas, findSchemaProperties, type SchemaProperty } from './schema-property.ts';
import { isEnvironmentWrite } from './write.ts';

/** A place where a file declares an environment variable without reading it. */
export interface EnvironmentDeclaration {
  readonly name: string;
  readonly isActive: boolean;
  /** The name as it stands. */
  readonly range: TextRange;
  readonly extent: TextRange;
  /** Why it cannot be taken out. */
  readonly obstacle?: { readonly reason: 'comment' | 'left-over' | 'schema' | 'shared-line' };
}

/** How a file declares environment variables, sets them and speaks of them. */
export interface EnvironmentSurvey {
  readonly declarations: readonly EnvironmentDeclaration[];
  /** Stretches in which names are no reads: comments, and assignments to the variables. */
  readonly notRead: readonly TextRange[];
  /** What takes declarations of one name out, all of them together. */
  readonly remove: (declarations: readonly EnvironmentDeclaration[]) => readonly TextEdit[];
}

/** Finds where a file declares environment variables: schemas that check them, and types. */
export function surveyEnvironment(module: SourceModule, names: ReadonlySet<string>): EnvironmentSurvey {
  const properties = findSchemaProperties(module, names);
  const signatures = findDeclarations(module, names);
  const nodes = new Map<EnvironmentDeclaration, SchemaProperty | TSESTree.TSPropertySignature>([
    ...properties.map((property) => [fromSchema(property), property] as const),
    ...signatures.map((signature) => [fromType(module, signature), signature] as const),
  ]);
  return {
    declarations: [...nodes.keys()],
    notRead: [...(module.ast.comments ?? []).map(({ range: [start, end] }) => ({ start, end })), ...writesIn(module)],
    remove(declarations) {
      const gone = declarations.flatMap((declaration) => nodes.get(declaration) ?? []);
      return [
        ...editsOfSchemas(
          module,
          gone.flatMap((node) => ('node' in node ? [node] : [])),
        ),
        ...gone.flatMap((node) => ('node' in node ? [] : (editsOfDeclaration(module, node) ?? []))),
      ];
    },
  };
}

function fromSchema({ name, node, obstacle }: SchemaProperty): EnvironmentDeclaration {
  return {
    name,
    isActive: true,
    range: keyRange(node.key),
    extent: rangeOf(node),
    ...(obstacle && { obstacle: { reason: obstacle } }),
  };
}

function fromType(module: SourceModule, node: TSESTree.TSPropertySignature): EnvironmentDeclaration {
  const name = node.key.type === 'Identifier' ? node.key.name : (literalText(node.key) ?? '');
  const place = { name, isActive: true, range: keyRange(node.key), extent: rangeOf(node) };
  return editsOfDeclaration(module, node) ? place : { ...place, obstacle: { reason: 'shared-line' } };
}

/** The name without its quotes. */
function keyRange(key: TSESTree.Node): TextRange {
  const { start, end } = rangeOf(key);
  return key.type === 'Identifier' ? { start, end } : { start: start + 1, end: end - 1 };
}

/** Assignments and deletions, and what a test gives `vi.stubEnv`. */
function writesIn(module: SourceModule): readonly TextRange[] {
  const members = nodesOfType(module, 'MemberExpression').filter((member) => isEnvironmentWrite(module, member));
  const stubs = nodesOfType(module, 'CallExpression').flatMap(({ callee, arguments: [name] }) =>
    callee.type === 'MemberExpression' && staticName(callee) === 'stubEnv' && name ? [name] : [],
  );
  return [...members, ...stubs].map(rangeOf);
}
