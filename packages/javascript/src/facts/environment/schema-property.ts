import type { TextEdit } from '@azure-openai-v1/core';
import { findEnvironmentSchema, type EnvironmentSchema } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { removeElements } from '../../edits/list-edits.ts';
import type { SourceModule } from '../../source-module.ts';
import { hasComment, lineStart } from '../../syntax/layout.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { encloses, staticName } from '../../syntax/nodes.ts';
import { findVariable } from '../../syntax/scope.ts';
import { importedAs } from './imported.ts';

/** A property of an object that checks environment variables, such as the argument of `z.object`. */
export interface SchemaProperty {
  readonly name: string;
  readonly node: TSESTree.Property;
  readonly obstacle: 'comment' | 'left-over' | 'schema' | undefined;
}

/** Finds the properties of schemas that are called like one of the variables. */
export function findSchemaProperties(module: SourceModule, names: ReadonlySet<string>): readonly SchemaProperty[] {
  const found = nodesOfType(module, 'Property').flatMap((node) => {
    const name = staticName(node);
    if (name === undefined || !names.has(name) || node.parent.type !== 'ObjectExpression') return [];
    const call = schemaCall(module, node.parent);
    return call ? [{ name, node, call }] : [];
  });
  return found.map(({ name, node, call }) => ({
    name,
    node,
    obstacle: obstacleOf(
      module,
      node,
      call,
      found.map((other) => other.node),
    ),
  }));
}

/** Takes properties out of their objects. */
export function editsOfSchemas(module: SourceModule, properties: readonly SchemaProperty[]): readonly TextEdit[] {
  const nodes = new Set<TSESTree.Node>(properties.map(({ node }) => node));
  const objects = new Set([...nodes].flatMap(({ parent }) => (parent?.type === 'ObjectExpression' ? [parent] : [])));
  return [...objects].flatMap((object) => removeElements(module, object.properties, nodes));
}

interface SchemaCall {
  readonly node: TSESTree.CallExpression;
  readonly schema: EnvironmentSchema;
}

/** The call that an object is an argument of, or a part of an argument: `createEnv({ server: { … } })`. */
function schemaCall(module: SourceModule, object: TSESTree.ObjectExpression): SchemaCall | undefined {
  const { parent } = object;
  const isPart = parent.type === 'Property' && parent.value === object && parent.parent.type === 'ObjectExpression';
  const call = isPart ? parent.parent.parent : parent;
  if (call.type !== 'CallExpression') return undefined;
  const imported = importedAs(module, call.callee);
  const schema = imported && findEnvironmentSchema(imported.module, imported.name);
  if (!schema || isPart !== (schema.name === 'createEnv')) return undefined;
  return { node: call, schema };
}

function obstacleOf(
  module: SourceModule,
  property: TSESTree.Property,
  call: SchemaCall,
  gone: readonly TSESTree.Property[],
): SchemaProperty['obstacle'] {
  if (call.schema.isClosed || !isOnlyParsed(module, call)) return 'schema';
  if (property.shorthand || leavesName(module, property, gone)) return 'left-over';
  return isCommented(module, property) ? 'comment' : undefined;
}

/** Whether a comment stands within a property or on the line above it: what it says may be about this or the next one. */
function isCommented(module: SourceModule, { range: [start, end] }: TSESTree.Property): boolean {
  const above = lineStart(module.text, start) - 1;
  const lineAbove = above < 0 ? '' : module.text.slice(lineStart(module.text, above), above);
  return hasComment(module, start, end) || /^\s*(?:\/\/|\/?\*)/.test(lineAbove);
}

const parsers: ReadonlySet<string> = new Set(['parse', 'parseAsync', 'safeParse', 'safeParseAsync']);

/** Whether a schema is used for nothing but to parse with; what is done with its shape would see the difference. */
function isOnlyParsed(module: SourceModule, { node, schema }: SchemaCall): boolean {
  const { parent } = node;
  if (!schema.module.startsWith('zod') || isParsed(node)) return true;
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  if (parent.parent.parent.type === 'ExportNamedDeclaration') return false;
  const references = findVariable(module, parent.id)?.references ?? [];
  return references.every(({ identifier, init }) => init === true || isParsed(identifier) || isTypeQuery(identifier));
}

function isParsed(node: TSESTree.Node): boolean {
  const { parent } = node;
  return (
    parent?.type === 'MemberExpression' &&
    parent.object === node &&
    parsers.has(staticName(parent) ?? '') &&
    parent.parent.type === 'CallExpression' &&
    parent.parent.callee === parent
  );
}

function isTypeQuery({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'TSTypeQuery';
}

/** Whether something that the file imports or declares is used in this property, or in others that go, and nowhere else. */
function leavesName(module: SourceModule, property: TSESTree.Property, gone: readonly TSESTree.Property[]): boolean {
  return nodesOfType(module, 'Identifier').some((identifier) => {
    if (!encloses(property.value, identifier)) return false;
    const isUsedElsewhere = findVariable(module, identifier)?.references.some(
      (reference) => reference.init !== true && !gone.some((node) => encloses(node, reference.identifier)),
    );
    return isUsedElsewhere === false;
  });
}
