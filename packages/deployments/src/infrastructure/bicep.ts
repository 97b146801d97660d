import { posix } from 'node:path';
import type { TextFile } from '../place.ts';
import type { Entry, Value } from '../value.ts';
import { bicep } from './dialect.ts';
import {
  bareType,
  foundIn,
  isAccountType,
  isDeploymentsParameter,
  isDeploymentType,
  type FoundDeployment,
} from './found-deployment.ts';
import { giveParameters, type ParameterFile } from './parameter-file.ts';
import { parse } from './parse.ts';
import { Scope, type Bound, type Resolver } from './scope.ts';

interface BicepFile {
  readonly path: string;
  readonly statements: readonly Entry[];
  readonly scope: Scope;
}

/** Finds the deployments of Bicep files. Modules of the repository are followed, those of a registry are not. */
export function readBicep(
  texts: readonly TextFile[],
  parameters: readonly ParameterFile[],
  resolver: Resolver,
): readonly FoundDeployment[] {
  const files = new Map(texts.map((text) => [text.path, toBicepFile(text)]));
  for (const file of files.values()) {
    for (const { target, value } of modulesOf(file))
      giveArguments(files.get(target)?.scope, resolver, value, file.scope);
  }
  giveParameters(parameters, (path) => files.get(path)?.scope);
  return [...files.values()].flatMap((file) =>
    file.statements.flatMap((statement) => foundBy(resolver, statement, file.scope)),
  );
}

function toBicepFile(text: TextFile): BicepFile {
  const statements = parse(text, bicep);
  const scope = new Scope();
  for (const { key, labels, value } of statements) {
    const [name] = labels;
    if (name === undefined || (key !== 'var' && key !== 'param')) continue;
    if (key === 'var' || value.kind !== 'other') scope.define(name, value, key === 'var');
  }
  return { path: text.path, statements, scope };
}

/** A target in a registry is the path of no file. */
function modulesOf({ path, statements }: BicepFile) {
  return statements.flatMap(({ key, labels, value }) => {
    const target = labels[1];
    return key === 'module' && target !== undefined ? [{ target: posix.join(posix.dirname(path), target), value }] : [];
  });
}

function giveArguments(target: Scope | undefined, resolver: Resolver, value: Value, scope: Scope): void {
  for (const instance of resolver.instances({ value, scope, isCertain: true })) {
    for (const [name, bound] of resolver.members(resolver.member(instance, 'params'))) target?.give(name, bound);
  }
}

function foundBy(resolver: Resolver, { key, labels, value }: Entry, scope: Scope): readonly FoundDeployment[] {
  if (labels.includes('existing')) return [];
  const instances = resolver.instances({ value, scope, isCertain: true });
  const type = labels[1] ?? '';
  if (key === 'resource' && isDeploymentType(type)) return instances.flatMap((instance) => foundIn(resolver, instance));
  if (key === 'resource' && isAccountType(type)) return instances.flatMap((instance) => nestedIn(resolver, instance));
  return key === 'module' ? instances.flatMap((instance) => describedIn(resolver, instance)) : [];
}

/** Deployments that are written inside their account: `resource chat 'deployments' = { … }`. */
function nestedIn(resolver: Resolver, account: Bound): readonly FoundDeployment[] {
  const entries = account.value.kind === 'object' ? account.value.entries : [];
  return entries
    .filter(({ key, labels }) => key === 'resource' && bareType(labels[1] ?? '') === 'deployments')
    .flatMap(({ value }) => resolver.instances({ ...account, value }))
    .flatMap((instance) => foundIn(resolver, instance));
}

/** Deployments that a module is asked to make: `params: { deployments: [ { name: …, model: { … } } ] }`. */
function describedIn(resolver: Resolver, module: Bound): readonly FoundDeployment[] {
  return resolver
    .members(resolver.member(module, 'params'))
    .filter(([name]) => isDeploymentsParameter(name))
    .flatMap(([, list]) => resolver.members(resolver.resolve(list)))
    .flatMap(([, description]) => foundIn(resolver, description));
}
