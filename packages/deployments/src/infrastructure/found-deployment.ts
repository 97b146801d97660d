import { lineOf } from '../place.ts';
import type { Bound, Resolver } from './scope.ts';

/** A deployment that an infrastructure file makes. */
export interface FoundDeployment {
  readonly name: string;
  readonly model: string;
  /** Where the model is written. */
  readonly path: string;
  readonly line: number;
  /** False where it is a default, or belongs to one set of parameters. */
  readonly isCertain: boolean;
}

/**
 * Reads a resource, or the description of one that a module takes; nothing where name or model is not written.
 *
 * @param properties what holds the model, where it is not in `properties` or in the resource itself
 */
export function foundIn(
  resolver: Resolver,
  resource: Bound,
  properties = resolver.member(resource, 'properties') ?? resource,
): readonly FoundDeployment[] {
  const model = resolver.member(resolver.member(properties, 'model'), 'name');
  const name = resolver.member(resource, 'name');
  const spelled = name && nameIn(name);
  if (!spelled || model?.value.kind !== 'text' || model.value.text === '') return [];
  const { text, at } = model.value;
  return [
    {
      name: spelled,
      model: text,
      path: at.file.path,
      line: lineOf(at),
      isCertain: name.isCertain && model.isCertain,
    },
  ];
}

/** The name of a deployment may follow that of its account, as in `account/chat`. */
function nameIn({ value }: Bound): string | undefined {
  if (value.kind === 'text') return value.text.slice(value.text.lastIndexOf('/') + 1);
  return value.kind === 'joined' && value.tail.includes('/')
    ? value.tail.slice(value.tail.lastIndexOf('/') + 1)
    : undefined;
}

/** Tells whether a resource type is that of a deployment, whatever its case and version. */
export function isDeploymentType(type: string): boolean {
  return bareType(type) === 'microsoft.cognitiveservices/accounts/deployments';
}

/** Tells whether a resource type is that of an account, in which a deployment may be written as `deployments`. */
export function isAccountType(type: string): boolean {
  return bareType(type) === 'microsoft.cognitiveservices/accounts';
}

/** A type in lower case and without its version. */
export function bareType(type: string): string {
  return type.toLowerCase().replace(/@.*$/s, '');
}

/** Tells whether a parameter takes descriptions of deployments, by its name. */
export function isDeploymentsParameter(name: string): boolean {
  return /deployments$/i.test(name);
}
