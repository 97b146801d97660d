import { posix } from 'node:path';
import type { TextFile } from '../place.ts';
import { entryOf, type Entry } from '../value.ts';
import { terraform } from './dialect.ts';
import { foundIn, isDeploymentsParameter, isDeploymentType, type FoundDeployment } from './found-deployment.ts';
import { parse } from './parse.ts';
import { Scope, type Bound, type Resolver } from './scope.ts';

/** A folder: Terraform reads all files of one as if they were one file. */
interface Folder {
  readonly path: string;
  readonly blocks: readonly Entry[];
  readonly scope: Scope;
}

/** Finds the deployments of Terraform files. Modules of the repository are followed, those of a registry are not. */
export function readTerraform(texts: readonly TextFile[], resolver: Resolver): readonly FoundDeployment[] {
  const paths = [...new Set(texts.map(({ path }) => posix.dirname(path)))];
  const folders = new Map(paths.map((path) => [path, toFolder(path, texts)]));
  for (const { blocks, scope, path } of folders.values()) {
    for (const block of blocks.filter(({ key }) => key === 'module')) {
      const source = entryOf(block.value, 'source');
      if (source?.kind !== 'text' || !source.text.startsWith('.')) continue;
      const given = folders.get(posix.join(path, source.text).replace(/\/$/, ''))?.scope;
      for (const [name, bound] of resolver.members({ value: block.value, scope, isCertain: true })) {
        given?.give(`var.${name}`, bound);
      }
    }
  }
  return [...folders.values()].flatMap(({ blocks, scope }) =>
    blocks.flatMap((block) => foundBy(resolver, block, scope)),
  );
}

function toFolder(path: string, texts: readonly TextFile[]): Folder {
  const own = texts.filter((text) => posix.dirname(text.path) === path);
  const blocks = own.filter((text) => text.path.endsWith('.tf')).flatMap((text) => parse(text, terraform));
  const scope = new Scope();
  for (const { key, labels, value } of blocks) {
    const [name] = labels;
    const standard = entryOf(value, 'default');
    if (key === 'variable' && name !== undefined && standard) scope.define(`var.${name}`, standard, false);
    const locals = key === 'locals' && value.kind === 'object' ? value.entries : [];
    for (const local of locals) scope.define(`local.${local.key}`, local.value, true);
  }
  for (const text of own.filter(({ path: name }) => name.endsWith('.tfvars'))) {
    for (const { key, value } of parse(text, terraform)) scope.give(`var.${key}`, { value, scope, isCertain: false });
  }
  return { path, blocks, scope };
}

function foundBy(resolver: Resolver, { key, labels: [type], value }: Entry, scope: Scope): readonly FoundDeployment[] {
  const instances = eachOf(resolver, { value, scope, isCertain: true });
  if (key === 'module') return instances.flatMap((instance) => describedIn(resolver, instance));
  if (key !== 'resource') return [];
  if (type === 'azurerm_cognitive_deployment') return instances.flatMap((instance) => foundIn(resolver, instance));
  return type === 'azapi_resource' ? instances.flatMap((instance) => foundInBody(resolver, instance)) : [];
}

/** A block with `for_each` stands for one block with each key and value of a map, or with each item of a set. */
function eachOf(resolver: Resolver, block: Bound): readonly Bound[] {
  const each = entryOf(block.value, 'for_each');
  if (each === undefined) return [block];
  return resolver.members(resolver.resolve({ ...block, value: each })).map(([key, item]) => {
    const scope = new Scope(block.scope);
    scope.bind('each.key', { ...item, value: { kind: 'text', text: key, at: item.value.at } });
    scope.bind('each.value', item);
    return { ...block, scope };
  });
}

/** A resource of Azure's own provider: its type is an attribute, its properties are in `body`. */
function foundInBody(resolver: Resolver, resource: Bound): readonly FoundDeployment[] {
  const type = resolver.member(resource, 'type')?.value;
  const properties = resolver.member(resolver.member(resource, 'body'), 'properties');
  return properties && type?.kind === 'text' && isDeploymentType(type.text)
    ? foundIn(resolver, resource, properties)
    : [];
}

/** Deployments that a module is asked to make, as a list or as a map of descriptions. */
function describedIn(resolver: Resolver, module: Bound): readonly FoundDeployment[] {
  return resolver
    .members(module)
    .filter(([name]) => isDeploymentsParameter(name))
    .flatMap(([, descriptions]) => resolver.members(resolver.resolve(descriptions)))
    .flatMap(([, description]) => foundIn(resolver, description));
}
