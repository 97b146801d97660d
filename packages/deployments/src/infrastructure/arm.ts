import { readJson } from '../json.ts';
import type { TextFile } from '../place.ts';
import { entryOf, type Value } from '../value.ts';
import { withExpressions } from './arm-expression.ts';
import { bareType, foundIn, isAccountType, isDeploymentType, type FoundDeployment } from './found-deployment.ts';
import { giveParameters, type ParameterFile } from './parameter-file.ts';
import { Scope, type Bound, type Resolver } from './scope.ts';

/** Finds the deployments of ARM templates, also of templates that are written inside others. */
export function readArm(
  texts: readonly TextFile[],
  parameters: readonly ParameterFile[],
  resolver: Resolver,
): readonly FoundDeployment[] {
  const templates = new Map(texts.flatMap((text) => toTemplate(text).map((template) => [text.path, template])));
  giveParameters(parameters, (path) => templates.get(path)?.scope, 'parameters.');
  return [...templates.values()].flatMap((template) => foundInTemplate(resolver, template));
}

function toTemplate(text: TextFile): readonly Bound[] {
  const reading = readJson(text, true);
  if (reading.kind === 'wrong') return [];
  const schema = entryOf(reading.value, '$schema');
  const isTemplate = schema?.kind === 'text' && /deploymentTemplate\.json/i.test(schema.text);
  return isTemplate ? [bindTemplate(withExpressions(reading.value))] : [];
}

function bindTemplate(value: Value, outer?: Scope): Bound {
  const scope = new Scope(outer);
  for (const { key, value: parameter } of entriesOf(entryOf(value, 'parameters'))) {
    const standard = entryOf(parameter, 'defaultValue');
    if (standard) scope.define(`parameters.${key}`, standard, false);
  }
  for (const { key, value: variable } of entriesOf(entryOf(value, 'variables'))) {
    scope.define(`variables.${key}`, variable, true);
  }
  return { value, scope, isCertain: true };
}

function foundInTemplate(resolver: Resolver, template: Bound): readonly FoundDeployment[] {
  return resourcesOf(resolver, template).flatMap((resource) => {
    const type = typeOf(resource);
    if (isDeploymentType(type)) return foundIn(resolver, resource);
    if (isAccountType(type)) return nestedIn(resolver, resource);
    return type.toLowerCase() === 'microsoft.resources/deployments' ? foundInInner(resolver, resource) : [];
  });
}

/** Resources are a list, or an object by their names in the template. */
function resourcesOf(resolver: Resolver, template: Bound): readonly Bound[] {
  const value = entryOf(template.value, 'resources');
  return value ? resolver.members({ ...template, value }).map(([, resource]) => resource) : [];
}

function nestedIn(resolver: Resolver, account: Bound): readonly FoundDeployment[] {
  const nested = resourcesOf(resolver, account).filter((resource) => {
    const type = typeOf(resource);
    return bareType(type) === 'deployments' || isDeploymentType(type);
  });
  return nested.flatMap((resource) => foundIn(resolver, resource));
}

function foundInInner(resolver: Resolver, deployment: Bound): readonly FoundDeployment[] {
  const properties = entryOf(deployment.value, 'properties');
  const value = entryOf(properties, 'template');
  if (value === undefined) return [];
  const inner = bindTemplate(value, deployment.scope);
  for (const { key, value: argument } of entriesOf(entryOf(properties, 'parameters'))) {
    const given = entryOf(argument, 'value');
    if (given) inner.scope.give(`parameters.${key}`, { ...deployment, value: given });
  }
  return foundInTemplate(resolver, inner);
}

function typeOf({ value }: Bound): string {
  const type = entryOf(value, 'type');
  return type?.kind === 'text' ? type.text : '';
}

function entriesOf(value: Value | undefined) {
  return value?.kind === 'object' ? value.entries : [];
}
