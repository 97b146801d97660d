import type { ListedDeployment } from './configuration.ts';
import { lineOf } from './place.ts';
import { entryOf, type Value } from './value.ts';

/** What a list of deployments says, or the line where it is none. */
export type DeploymentListReading =
  | { readonly kind: 'read'; readonly deployments: readonly ListedDeployment[] }
  | { readonly kind: 'wrong'; readonly line: number };

/**
 * Reads what `az cognitiveservices account deployment list -o json` prints, or `show` for one deployment, or the answer of
 * the management API, which has the list in `value`.
 */
export function readDeploymentList(root: Value): DeploymentListReading {
  const list = root.kind === 'object' ? (entryOf(root, 'value') ?? root) : root;
  const items = list.kind === 'list' ? list.items : [list];
  const deployments: ListedDeployment[] = [];
  for (const item of items) {
    const name = entryOf(item, 'name');
    const model = entryOf(entryOf(entryOf(item, 'properties'), 'model'), 'name');
    if (name?.kind !== 'text' || model?.kind !== 'text') return { kind: 'wrong', line: lineOf(item.at) };
    deployments.push({
      name: name.text.slice(name.text.lastIndexOf('/') + 1),
      model: model.text,
      line: lineOf(name.at),
    });
  }
  return { kind: 'read', deployments };
}
