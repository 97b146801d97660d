import type { TSESTree } from '@typescript-eslint/utils';

/** The strings that a type such as `'a' | 'b'` lists. */
export function namesIn(type: TSESTree.Node): readonly string[] {
  if (type.type === 'TSUnionType') return type.types.flatMap(namesIn);
  return type.type === 'TSLiteralType' && type.literal.type === 'Literal' && typeof type.literal.value === 'string'
    ? [type.literal.value]
    : [];
}
