import type { TSESTree } from '@typescript-eslint/utils';
import { readsOf, type Variable } from '../../syntax/scope.ts';
import { isExported, type ClientOptions } from './client-options.ts';
import { concern, type Concern } from './concern.ts';

/** A client as far as sharing goes. */
interface Sharer {
  readonly node: TSESTree.NewExpression;
  readonly className: string;
  readonly options: ClientOptions;
}

/**
 * A constant that holds options may be rewritten only where all that reads it is clients of one class that are judged
 * together, or literals that are spread into their options.
 */
export function sharingConcerns({ className, options }: Sharer, clients: readonly Sharer[]): readonly Concern[] {
  if (options.kind !== 'known') return [];
  const peers = clients.filter((client) => client.className === className);
  const literals = new Set(peers.flatMap((peer) => (peer.options.kind === 'known' ? literalsOf(peer.options) : [])));
  const nodes = new Set<TSESTree.Node>(peers.map(({ node }) => node));
  const isOurs = ({ identifier }: { readonly identifier: TSESTree.Node }): boolean => {
    let reader: TSESTree.Node | undefined = identifier.parent;
    while (reader?.type === 'TSAsExpression' || reader?.type === 'TSSatisfiesExpression') reader = reader.parent;
    if (reader?.type === 'SpreadElement')
      return reader.parent.type === 'ObjectExpression' && literals.has(reader.parent);
    return reader !== undefined && nodes.has(reader);
  };
  const shared = options.constants.find((variable) => isExported(variable) || !readsOf(variable).every(isOurs));
  return shared ? [concern('options-shared', shared.name)] : [];
}

function literalsOf({
  object,
  options,
}: Extract<ClientOptions, { kind: 'known' }>): readonly TSESTree.ObjectExpression[] {
  return [object, ...[...options.values()].map((option) => option.object)];
}

/** Tells whether two clients read one constant. */
export function sharesOptions(a: ClientOptions, b: ClientOptions): boolean {
  const constants: readonly Variable[] = a.kind === 'known' ? a.constants : [];
  return b.kind === 'known' && constants.some((variable) => b.constants.includes(variable));
}
