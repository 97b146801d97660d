import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModule } from '../../source-module.ts';
import { encloses } from '../../syntax/nodes.ts';
import { constantSource } from '../../syntax/static-string.ts';
import { readClientOptions } from '../client/client-options.ts';
import type { Construction } from '../client/legacy-client.ts';

/** Tells whether a URL belongs to the options of a client of the `openai` package, which has rules of its own. */
export function isOfClient(module: SourceModule, url: TSESTree.Node, clients: readonly Construction[]): boolean {
  return clients.some(({ node }) => {
    if (encloses(node, url)) return true;
    const options = readClientOptions(module, node);
    if (options.kind !== 'known') return false;
    return [...options.options.values()].some(({ value }) => {
      const source = constantSource(module, value);
      return encloses(value, url) || (source !== undefined && encloses(source, url));
    });
  });
}
