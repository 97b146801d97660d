import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { removeElements } from '../../edits/list-edits.ts';
import type { SourceModule } from '../../source-module.ts';
import { hasComment } from '../../syntax/layout.ts';
import { staticName } from '../../syntax/nodes.ts';
import { staticString } from '../../syntax/static-string.ts';
import type { ExpectedQuery } from './expected-parts.ts';

/** An expected query without its `api-version`. */
export interface ChangedQuery {
  /** The version, where it is written out; undefined otherwise. */
  readonly version: string | undefined;
  readonly value: TSESTree.Node;
  /** Undefined where it cannot be taken out by itself. */
  readonly edits: readonly TextEdit[] | undefined;
}

/** Takes the `api-version` out of an expected query; undefined where it has none. */
export function dropExpectedVersion(module: SourceModule, { object, owner }: ExpectedQuery): ChangedQuery | undefined {
  const entry = object.properties.find(
    (property): property is TSESTree.Property =>
      property.type === 'Property' && staticName(property)?.toLowerCase() === 'api-version',
  );
  if (!entry) return undefined;
  const found = { version: staticString(module, entry.value), value: entry.value };
  if (object.properties.length > 1)
    return { ...found, edits: removeElements(module, object.properties, new Set([entry])) };
  if (owner.type === 'CallExpression') return { ...found, edits: removeCall(module, owner) };
  const { parent } = owner;
  return {
    ...found,
    edits: parent.type === 'ObjectExpression' ? removeElements(module, parent.properties, new Set([owner])) : undefined,
  };
}

/** Takes `.query(…)` out of a chain. */
function removeCall(module: SourceModule, { callee, range }: TSESTree.CallExpression): readonly TextEdit[] | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  const start = callee.object.range[1];
  return hasComment(module, start, range[1]) ? undefined : [{ range: { start, end: range[1] }, text: '' }];
}
