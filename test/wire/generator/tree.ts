import type { SourceModule } from '@azure-openai-v1/javascript';

/** A node of a syntax tree. */
export type Node = Parameters<SourceModule['scopes']['acquire']>[0];

/** The nodes of one type. */
export type NodeOf<Type extends string> = Node extends infer One
  ? One extends { readonly type: infer Name extends string }
    ? `${Name}` extends Type
      ? One
      : never
    : never
  : never;
