import { requestOptions, sdkBreakingChanges, type SdkBreakingChange } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { endsWith, memberCalls, type MemberCall } from './member-calls.ts';

const rows: readonly SdkBreakingChange[] = sdkBreakingChanges;
const optionNames: ReadonlySet<string> = new Set(requestOptions.names);

/** Tells which calls of a module a row changes, whatever they are made on. */
const isChanged: Partial<Record<SdkBreakingChange['kind'], (call: MemberCall, row: SdkBreakingChange) => boolean>> = {
  event: ({ node, path }, { name }) =>
    /^(?:on|once|off|emitted)$/.test(path.at(-1) ?? '') && textOf(node.arguments[0]) === name,
  member: ({ path }, { name }) => path.at(-1) === name,
  method: ({ path }, { name }) =>
    name.endsWith('.*') ? `.${path.join('.')}.`.includes(`.${name.slice(0, -1)}`) : endsWith(path, name),
  'options-first': ({ node, path }, { name, ids = 0 }) =>
    endsWith(path, name) && node.arguments.length === ids + 1 && isRequestOptions(node.arguments[ids]),
  positions: ({ node, path }, { name }) => endsWith(path, name) && isPositional(node.arguments),
};

/**
 * Finds the calls that openai 5 changed. A call is known by the names that lead to it: this says more than is so where
 * another library has the same names, and never less.
 */
export function findChangedCalls(module: SourceModule, followed: readonly MemberCall[]): readonly SdkBreakingChange[] {
  const calls = [...memberCalls(module), ...followed];
  return rows.filter((row) => {
    const accepts = isChanged[row.kind];
    return accepts !== undefined && calls.some((call) => accepts(call, row));
  });
}

function textOf(node: TSESTree.Node | undefined): string | undefined {
  return node && literalText(node);
}

/** A second argument that is no object is an id; a variable may be one. */
function isPositional([, second]: readonly TSESTree.Node[]): boolean {
  return second !== undefined && unwrap(second).type !== 'ObjectExpression';
}

/** An object that has only options of the request. What is spread into it is not known. */
function isRequestOptions(argument: TSESTree.Node | undefined): boolean {
  const object = argument && unwrap(argument);
  if (object?.type !== 'ObjectExpression' || object.properties.length === 0) return false;
  return object.properties.every(
    (property) => property.type === 'Property' && optionNames.has(staticName(property) ?? ''),
  );
}
