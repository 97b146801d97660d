import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { unwrap } from '../../syntax/nodes.ts';
import { azureMembers } from '../client/judge-flow.ts';
import type { OpenAIReference } from '../openai-references.ts';
import { mayUseAzureOption } from './azure-option-reads.ts';
import { injectsByType } from './injected-type.ts';
import { decisionAround } from './type-decision.ts';
import { namesIn } from './string-types.ts';
import { namedTypeOf, utilityAround, type NamedType } from './type-position.ts';

/**
 * How far a type that names a legacy class can be renamed.
 *
 * - `free`: it may follow the clients of its file.
 * - `carried`: it says what an object literal is, and goes with that.
 * - `open`: what has this type is not seen here.
 * - `fixed`: another name would change what the code means, or it would not compile.
 */
export type TypeStanding =
  | { readonly kind: 'free' }
  | { readonly kind: 'carried'; readonly object: TSESTree.ObjectExpression }
  | { readonly kind: 'open' }
  | { readonly kind: 'fixed'; readonly reason: FixedReason };

/** Why a type stays. */
export type FixedReason = keyof typeof fixedReasons;

/** The reasons as clauses that say what to do. */
export const fixedReasons = {
  class: 'it is the type of the class itself, and what is built from it cannot be seen',
  decision: 'a type or a type guard decides by it and would always hold; decide by something else',
  injected: 'a decorated class is given its client by this type; change it together with what provides the client',
  member: 'a type takes a member of it that `OpenAI` does not have or has with another type; write that type out',
  options: 'what has this type has options that only `AzureOpenAI` reads; change it together with the client',
  inherited: 'a type inherits from it; move that type by hand',
} as const satisfies Record<string, string>;

const fixed = (reason: FixedReason): TypeStanding => ({ kind: 'fixed', reason });

/** Finds out how far a type can be renamed; the name must stand in a type. */
export function typeStandingOf(module: SourceModule, { node, exported }: OpenAIReference): TypeStanding {
  const named = namedTypeOf(node, exported);
  if (named.kind === 'class') return fixed('class');
  if (decisionAround(named.node)) return fixed('decision');
  return named.kind === 'client' ? clientStanding(named) : optionsStanding(module, named);
}

function clientStanding({ node }: NamedType): TypeStanding {
  if (injectsByType(node)) return fixed('injected');
  const member = node.parent?.type === 'TSIndexedAccessType' ? namesIn(node.parent.indexType) : [];
  return member.some((name) => azureMembers.has(name)) ? fixed('member') : { kind: 'free' };
}

function optionsStanding(module: SourceModule, { node }: NamedType): TypeStanding {
  const whole = withoutWrappers(node);
  const object = typedLiteral(whole);
  if (object) return { kind: 'carried', object };
  return mayUseAzureOption(module, whole) ? fixed('options') : { kind: 'open' };
}

const wrappers: ReadonlySet<string> = new Set(['Partial', 'Readonly', 'Required', 'NonNullable']);

function withoutWrappers(type: TSESTree.Node): TSESTree.Node {
  const utility = utilityAround(type);
  return utility && wrappers.has(utility.name) ? withoutWrappers(utility.node) : type;
}

/** The object literal that a type is written at: `const o: T = {…}`, `{…} satisfies T`, `{…} as T`. */
function typedLiteral(type: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const { parent } = type;
  const expression =
    parent?.type === 'TSSatisfiesExpression' || parent?.type === 'TSAsExpression' || parent?.type === 'TSTypeAssertion'
      ? parent.expression
      : parent?.type === 'TSTypeAnnotation' && parent.parent.parent?.type === 'VariableDeclarator'
        ? parent.parent.parent.init
        : undefined;
  const literal = expression && unwrap(expression);
  return literal?.type === 'ObjectExpression' ? literal : undefined;
}
