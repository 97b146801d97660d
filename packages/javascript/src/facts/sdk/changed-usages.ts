import { sdkBreakingChanges, type SdkBreakingChange } from '@azure-openai-v1/knowledge';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { staticName, unwrap } from '../../syntax/nodes.ts';
import { collectOpenAIBindings } from '../openai-bindings.ts';
import { memberCalls, memberPath } from './member-calls.ts';
import { modulesOfPackage, namesOfPackage } from './package-names.ts';

type UsageName = Extract<(typeof sdkBreakingChanges)[number], { kind: 'usage' }>['name'];

const rows: readonly SdkBreakingChange[] = sdkBreakingChanges;

const isUsed: Readonly<Record<UsageName, (module: SourceModule) => boolean>> = {
  encodeURIComponent: encodesIds,
  'headers of an APIError': readsErrorHeaders,
  'node-fetch response': readsNodeStream,
  'optional in a Zod schema': hasOptionalInSchema,
};

/** Finds what else openai 5 changed for a module: an option by its name, and habits that each have a test of their own. */
export function findChangedUsages(module: SourceModule): readonly SdkBreakingChange[] {
  const options = new Set(nodesOfType(module, 'Property').map((property) => staticName(property)));
  return rows.filter(({ kind, name }) => {
    if (kind === 'option') return options.has(name);
    // Rows of this kind are exactly the keys of the table.
    return kind === 'usage' && isUsed[name as UsageName](module);
  });
}

/** An id that is encoded on its way into a method of something that has resources. */
function encodesIds(module: SourceModule): boolean {
  return memberCalls(module).some(
    ({ node, path }) =>
      path.length >= 2 &&
      /^(?:retrieve|update|del|delete|cancel|list|content|create)$/.test(path.at(-1) ?? '') &&
      node.arguments.some((argument) => {
        const call = unwrap(argument);
        return (
          call.type === 'CallExpression' &&
          call.callee.type === 'Identifier' &&
          call.callee.name === 'encodeURIComponent'
        );
      }),
  );
}

/** `error.headers['retry-after']`, where the file knows errors of the SDK. */
function readsErrorHeaders(module: SourceModule): boolean {
  const knowsErrors =
    namesOfPackage(module).some(({ name }) => name.endsWith('Error')) ||
    modulesOfPackage(module).includes('openai/error');
  if (!knowsErrors) return false;
  return nodesOfType(module, 'MemberExpression').some((node) => {
    const owner = unwrap(node.object);
    if (owner.type !== 'MemberExpression' || staticName(owner) !== 'headers') return false;
    return node.computed || !/^(?:get|has|forEach|entries|keys|values)$/.test(staticName(node) ?? '');
  });
}

/** `response.body.pipe(…)` and `response.buffer()`, as of node-fetch. */
function readsNodeStream(module: SourceModule): boolean {
  if (collectOpenAIBindings(module).length === 0) return false;
  const ways = [
    ['body', 'pipe'],
    ['body', 'on'],
    ['headers', 'raw'],
  ];
  return memberCalls(module).some(
    ({ node, path }) =>
      ways.some(([owner, name]) => path.at(-2) === owner && path.at(-1) === name) ||
      (path.at(-1) === 'buffer' && node.arguments.length === 0),
  );
}

function hasOptionalInSchema(module: SourceModule): boolean {
  const hasHelper = modulesOfPackage(module).includes('openai/helpers/zod');
  return (
    hasHelper && nodesOfType(module, 'CallExpression').some(({ callee }) => memberPath(callee).at(-1) === 'optional')
  );
}
