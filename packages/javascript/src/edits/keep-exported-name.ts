import type { TextEdit } from '@azure-openai-v1/core';
import type { SdkExport } from '../facts/exported-from-sdk.ts';
import type { SourceModule } from '../source-module.ts';
import { rangeOf } from '../syntax/nodes.ts';
import { toRoot } from './import-plan.ts';

/** Passes on another type of the SDK under the name that importers know. */
export function keepExportedName(
  module: SourceModule,
  { node, alias, source, specifier }: SdkExport,
  from: string,
  to: string,
): readonly TextEdit[] {
  const move = specifier.entry === 'azure' ? [toRoot(module, { source, specifier })] : [];
  return [{ range: rangeOf(node), text: alias === from ? `${to} as ${alias}` : to }, ...move];
}
