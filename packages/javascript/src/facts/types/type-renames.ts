import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import type { ClientOptions } from '../client/client-options.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { mayHoldAzureOption } from './azure-option-reads.ts';
import { isTypePosition } from './type-position.ts';
import { fixedReasons, typeStandingOf } from './type-standing.ts';

/** How a type may go with a unit of clients: with them, only when no client of the class stays, or not. */
export type TypeMove = 'with-options' | 'with-file' | 'stays';

/** Finds out how the type around a name moves with clients that are migrated with these options. */
export function typeMoveOf(
  module: SourceModule,
  reference: OpenAIReference,
  migrated: readonly ClientOptions[],
): TypeMove {
  if (!isTypePosition(reference.node)) return 'stays';
  const standing = typeStandingOf(module, reference);
  if (standing.kind === 'free') return 'with-file';
  if (standing.kind !== 'carried') return 'stays';
  if (literalsOf(migrated).has(standing.object)) return 'with-options';
  return mayHoldAzureOption(standing.object) ? 'stays' : 'with-file';
}

function literalsOf(migrated: readonly ClientOptions[]): ReadonlySet<TSESTree.ObjectExpression> {
  return new Set(
    migrated.flatMap((options) =>
      options.kind === 'known' ? [options.object, ...[...options.options.values()].map(({ object }) => object)] : [],
    ),
  );
}

/** Why a type cannot be renamed in a file that builds no client of the class; undefined where it can. */
export function reasonToKeepType(module: SourceModule, reference: OpenAIReference): string | undefined {
  if (reference.node.parent.type === 'TSInterfaceHeritage') return fixedReasons.inherited;
  if (!isTypePosition(reference.node)) return undefined;
  const standing = typeStandingOf(module, reference);
  if (standing.kind === 'fixed') return fixedReasons[standing.reason];
  return standing.kind === 'carried' && mayHoldAzureOption(standing.object) ? fixedReasons.options : undefined;
}

/** Tells whether a file does more with the class itself than name it as the type of clients. */
export function isTiedToClass(module: SourceModule, reference: OpenAIReference): boolean {
  if (reference.exported !== 'AzureOpenAI') return false;
  if (!isTypePosition(reference.node)) return true;
  const standing = typeStandingOf(module, reference);
  return standing.kind === 'fixed' && (standing.reason === 'class' || standing.reason === 'decision');
}
