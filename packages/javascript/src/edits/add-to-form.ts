import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Deployment } from '../facts/client/deployment.ts';
import type { SourceModule } from '../source-module.ts';
import { indentationAt, lineBreakAt, preferredQuote, sourceOf } from '../syntax/layout.ts';
import { literalText, rangeOf, staticName } from '../syntax/nodes.ts';
import { findVariable, readsOf } from '../syntax/scope.ts';

/** Makes a `FormData` name a deployment as its `model`: in place of the model that it names, else right after it is made. */
export function addToForm(
  module: SourceModule,
  form: TSESTree.VariableDeclarator,
  { text }: Deployment,
): readonly TextEdit[] | undefined {
  if (form.id.type !== 'Identifier') return undefined;
  const variable = findVariable(module, form.id);
  const named = variable ? readsOf(variable).flatMap(({ identifier }) => modelValue(identifier)) : [];
  const [value] = named;
  if (named.length > 1) return undefined;
  if (value) return sourceOf(module, value) === text ? [] : [{ range: rangeOf(value), text }];
  const statement = form.parent;
  const quote = preferredQuote(module);
  const semicolon = sourceOf(module, statement).endsWith(';') ? ';' : '';
  const line = `${lineBreakAt(module.text, statement.range[0])}${indentationAt(module.text, statement.range[0])}`;
  const end = statement.range[1];
  return [
    { range: { start: end, end }, text: `${line}${form.id.name}.append(${quote}model${quote}, ${text})${semicolon}` },
  ];
}

/** What `form.append('model', …)` or `form.set('model', …)` sets. */
function modelValue(identifier: TSESTree.Node): readonly TSESTree.Node[] {
  const method = identifier.parent;
  const call = method?.parent;
  if (
    method?.type !== 'MemberExpression' ||
    call?.type !== 'CallExpression' ||
    !/^(?:append|set)$/.test(staticName(method) ?? '')
  )
    return [];
  const [name, value] = call.arguments;
  return name && value && literalText(name) === 'model' ? [value] : [];
}
