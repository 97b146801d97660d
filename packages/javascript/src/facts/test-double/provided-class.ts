import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { removeElements } from '../../edits/list-edits.ts';
import { renamedKey } from '../../edits/object-edits.ts';
import type { SourceModule } from '../../source-module.ts';
import { sourceOf } from '../../syntax/layout.ts';
import { rangeOf, staticName, unwrap } from '../../syntax/nodes.ts';
import { findProperty } from '../../syntax/object-literal.ts';

/** The name of the class that a mock stands in for, and the name that migrated code takes instead. */
export const legacyClass = 'AzureOpenAI';
/** See {@link legacyClass}. */
export const plainClass = 'OpenAI';

/** A place where a mock of the `openai` package provides `AzureOpenAI`. */
export interface ProvidedClass {
  /** The key, the export or the text that names the class. */
  readonly node: TSESTree.Node;
  /** What stands in for it, where that is an expression. */
  readonly value: TSESTree.Node | undefined;
  /** What the same mock provides as `OpenAI` and as the default export. */
  readonly plain: TSESTree.Node | undefined;
  readonly fallback: TSESTree.Node | undefined;
  /** Calls it `OpenAI`; undefined where another thing has that name. */
  readonly rename: readonly TextEdit[] | undefined;
  /** Takes it away. */
  readonly remove: readonly TextEdit[];
}

/**
 * Reads an object literal that lists the exports of a mocked package.
 *
 * @param fallback the default export, where it is given apart from the others
 */
export function providedByObject(
  module: SourceModule,
  object: TSESTree.ObjectExpression,
  fallback?: TSESTree.Node,
): readonly ProvidedClass[] {
  const byDefault = findProperty(object, 'default')?.value ?? fallback;
  const inner = byDefault && unwrap(byDefault);
  const nested = inner?.type === 'ObjectExpression' ? providedByObject(module, inner) : [];
  const property = findProperty(object, legacyClass);
  if (!property) return nested;
  const provided: ProvidedClass = {
    node: property.key,
    value: property.value,
    plain: findProperty(object, plainClass)?.value,
    // An object as the default export holds the same names, as the CommonJS form of the package does.
    fallback: nested.length > 0 ? undefined : byDefault,
    rename: [renameKey(module, property)],
    remove: removeElements(module, object.properties, new Set([property])),
  };
  return [provided, ...nested];
}

function renameKey(module: SourceModule, property: TSESTree.Property): TextEdit {
  if (property.shorthand)
    return { range: rangeOf(property), text: `${plainClass}: ${sourceOf(module, property.value)}` };
  return { range: rangeOf(property.key), text: renamedKey(module, property, plainClass) };
}

/** Tells whether two expressions of a mock are the same stand-in. */
export function isSameStandIn(module: SourceModule, a: TSESTree.Node, b: TSESTree.Node): boolean {
  const [first, second] = [unwrap(a), unwrap(b)];
  return isNamed(first) && sourceOf(module, first) === sourceOf(module, second);
}

function isNamed(node: TSESTree.Node): boolean {
  if (node.type === 'MemberExpression') return staticName(node) !== undefined && isNamed(unwrap(node.object));
  return node.type === 'Identifier';
}
