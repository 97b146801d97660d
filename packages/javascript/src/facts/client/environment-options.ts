import type { TextEdit } from '@azure-openai-v1/core';
import { environmentDefaults } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { assertion, v1BaseUrlOfSource } from '../../edits/v1-base-url.ts';
import type { SourceModule } from '../../source-module.ts';
import { isTaken } from '../../syntax/environment-read.ts';
import { lookUpName } from '../../syntax/scope.ts';
import { concern, type Concern } from './concern.ts';
import { indentationAt, indentationUnit, lineBreakAt, preferredQuote } from '../../syntax/layout.ts';

/** Where an environment variable is to be read. */
export interface EnvironmentContext {
  readonly module: SourceModule;
  readonly runtime: 'node' | 'deno';
}

/** JavaScript for the base URL that `AzureOpenAI` made of the environment. */
export function defaultBaseUrl(context: EnvironmentContext): string {
  return v1BaseUrlOfSource(context.module, readVariable(context, environmentDefaults.endpoint));
}

/**
 * JavaScript for the key that `AzureOpenAI` took from the environment. It trims, as the SDK does with what it reads
 * itself, and throws where the variable is unset: an undefined key would make `OpenAI` use `OPENAI_API_KEY`.
 */
export function defaultKey(context: EnvironmentContext): string {
  return `${readVariable(context, environmentDefaults.apiKey)}${assertion(context.module)}.trim()`;
}

/** `new AzureOpenAI()` reads everything from the environment; `OpenAI` would read other variables. */
export function fillArguments(context: EnvironmentContext, construction: TSESTree.NewExpression): TextEdit {
  const { text } = context.module;
  const [start, end] = construction.range;
  const indentation = indentationAt(text, start);
  const lineBreak = lineBreakAt(text, start);
  const inner = `${lineBreak}${indentation}${indentationUnit(text)}`;
  const options = `${inner}baseURL: ${defaultBaseUrl(context)},${inner}apiKey: ${defaultKey(context)},${lineBreak}${indentation}`;
  return { range: { start: construction.callee.range[1], end }, text: `({${options}})` };
}

/** A parameter or variable that is called `process` leaves no name for the environment. */
export function hiddenEnvironment(context: EnvironmentContext, place: TSESTree.Node): readonly Concern[] {
  const name = context.runtime === 'node' ? 'process' : 'Deno';
  return isTaken(lookUpName(context.module, place, name)) ? [concern('environment-hidden', name)] : [];
}

function readVariable({ module, runtime }: EnvironmentContext, name: string): string {
  const quote = preferredQuote(module);
  return runtime === 'node' ? `process.env.${name}` : `Deno.env.get(${quote}${name}${quote})`;
}
