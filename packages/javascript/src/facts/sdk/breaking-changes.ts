import { sdkBreakingChanges, type SdkBreakingChange, type SdkBreakingChangeKind } from '@azure-openai-v1/knowledge';
import type { SourceModule } from '../../source-module.ts';
import { findChangedCalls } from './changed-calls.ts';
import { findChangedImports } from './changed-imports.ts';
import { findChangedUsages } from './changed-usages.ts';
import type { MemberCall } from './member-calls.ts';

/**
 * Lists what a module uses and openai 5 changed, each as a clause.
 *
 * @param followed calls that are known to be made on a client, with their path on it
 */
export function describeBreakingChanges(module: SourceModule, followed: readonly MemberCall[] = []): readonly string[] {
  const found = new Set([
    ...findChangedCalls(module, followed),
    ...findChangedImports(module),
    ...findChangedUsages(module),
  ]);
  return sdkBreakingChanges.filter((row) => found.has(row)).map((row: SdkBreakingChange) => describe[row.kind](row));
}

const replaced = ({ name, instead = 'gone' }: SdkBreakingChange) => `\`${name}\` (now \`${instead}\`)`;
const explained = ({ name, instead = 'gone' }: SdkBreakingChange) => `\`${name}\` (now ${instead})`;

const describe: Readonly<Record<SdkBreakingChangeKind, (row: SdkBreakingChange) => string>> = {
  event: replaced,
  export: explained,
  member: replaced,
  method: replaced,
  module: explained,
  option: replaced,
  'options-first': ({ name }) => `the options of \`${name}\` (now behind its parameters)`,
  positions: ({ name }) => `the ids of \`${name}\` (now the last one first, the others by name)`,
  'root-export': explained,
  usage: ({ instead = '' }) => instead,
};
