import { functionApiKeySince } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { nodesOfType } from '../../syntax/node-index.ts';
import { literalText, staticName, unwrap } from '../../syntax/nodes.ts';
import { constantSource } from '../../syntax/static-string.ts';
import { findVariable } from '../../syntax/scope.ts';
import type { ClientOption } from './client-options.ts';
import { describeBump } from '../sdk/describe-bump.ts';
import { neededBump, takesFunctions, type SdkStanding } from '../sdk/sdk-standing.ts';
import { concern, type Concern } from './concern.ts';

/** What must be thought of before a token provider becomes `apiKey`. */
export function judgeProvider(
  module: SourceModule,
  options: ReadonlyMap<string, ClientOption>,
  provider: ClientOption,
  sdk: SdkStanding,
): readonly Concern[] {
  const refusal = refuse(module, options, provider, sdk);
  if (refusal) return [refusal];
  const concerns: Concern[] = [];
  const bump = neededBump(sdk);
  if (bump?.crossesMajor === true) concerns.push(concern('sdk-major', describeBump(module, bump, sdk.calls)));
  if (!options.has('dangerouslyAllowBrowser') && looksLikeBrowser(module)) concerns.push(concern('provider-browser'));
  return concerns;
}

function refuse(
  module: SourceModule,
  options: ReadonlyMap<string, ClientOption>,
  provider: ClientOption,
  sdk: SdkStanding,
): Concern | undefined {
  if (isProviderCall(module, provider.value)) return concern('provider-called');
  if (options.has('apiKey')) return concern('key-and-provider');
  if (takesFunctions(sdk) || sdk.bump) return undefined;
  const { version, found = `this package has ${String(version)}`, obstacle } = sdk;
  const known = version === undefined ? 'the version of this package is unknown' : found;
  const unraised = obstacle === undefined ? '' : `, and is not raised, because ${obstacle}`;
  return concern('provider-version', `${functionApiKeySince} or newer (${known}${unraised})`);
}

/** Tells whether an expression is the result of calling a token provider instead of the provider itself. */
export function isProviderCall(module: SourceModule, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'AwaitExpression') return isProviderCall(module, node.argument);
  if (node.type !== 'CallExpression') return false;
  const provider = constantSource(module, node.callee) ?? unwrap(node.callee);
  const made = unwrap(provider);
  return made.type === 'CallExpression' && importedName(module, made.callee) === 'getBearerTokenProvider';
}

function importedName(module: SourceModule, callee: TSESTree.Node): string | undefined {
  const node = unwrap(callee);
  if (node.type === 'MemberExpression') return staticName(node);
  const definition = node.type === 'Identifier' ? findVariable(module, node)?.defs[0] : undefined;
  if (definition?.type === 'Variable') return node.type === 'Identifier' ? node.name : undefined;
  const specifier = definition?.node;
  return specifier?.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
    ? specifier.imported.name
    : undefined;
}

/** `'use client'`, `window`, `document` and `import.meta.env` are of code that a browser may run. */
function looksLikeBrowser(module: SourceModule): boolean {
  if (
    module.ast.body.some(
      (statement) => statement.type === 'ExpressionStatement' && literalText(statement.expression) === 'use client',
    )
  )
    return true;
  if (
    nodesOfType(module, 'MetaProperty').some(
      ({ parent }) => parent.type === 'MemberExpression' && staticName(parent) === 'env',
    )
  )
    return true;
  return nodesOfType(module, 'Identifier').some(
    (node) =>
      /^(?:window|document)$/.test(node.name) &&
      !findVariable(module, node) &&
      node.parent.type === 'MemberExpression' &&
      node.parent.object === node,
  );
}
