import { legacyOperations, legacyRequestBodies, v1RequestBodies } from '@azure-openai-v1/knowledge';
import type { Answer } from './answer.ts';
import { unrecognized } from './check-model.ts';
import { badRequest } from './refusals.ts';
import type { RequestContent } from './request-content.ts';

/** The two surfaces of the service. */
export type Surface = 'legacy' | 'v1';

interface BodyTable {
  readonly content: 'json' | 'multipart';
  readonly required: readonly string[];
  readonly properties: ReadonlySet<string>;
}

const tables: Readonly<Record<Surface, ReadonlyMap<string, BodyTable>>> = {
  legacy: new Map(
    [...v1RequestBodies, ...legacyRequestBodies].map(({ operation }) => [operation, legacyTable(operation)]),
  ),
  v1: new Map(
    v1RequestBodies.map(({ operation, content, required, properties }) => [
      operation,
      { content, required, properties: new Set(properties.map(bareName)) },
    ]),
  ),
};

/** What the property tables have against a body; undefined when nothing, or when no table is known. */
export function checkBody(surface: Surface, operation: string, content: RequestContent): Answer | undefined {
  const table = tables[surface].get(operation);
  if (content.kind === 'other') return unreadable();
  if (table === undefined) return undefined;
  if (content.kind !== 'none' && content.kind !== table.content) return unreadable();
  const value = content.kind === 'none' ? {} : content.value;
  const names = Object.keys(value).map(bareName);
  const missing = table.required.find((name) => !names.includes(name));
  if (missing !== undefined) return missingParameter(missing);
  const unknown = names.find((name) => !table.properties.has(name));
  return unknown === undefined ? undefined : unrecognized(unknown);
}

/** Whether an operation is answered by the model that its body or its deployment names. */
export function takesModel(operation: string): boolean {
  // Fine tuning starts from a model that no deployment runs.
  if (operation === 'POST /fine_tuning/jobs') return false;
  return tables.v1.get(operation)?.required.includes('model') ?? false;
}

/** A body without something that its operation needs. */
export function missingParameter(name: string): Answer {
  return badRequest('missing_required_parameter', `Missing required parameter: '${name}'.`, name);
}

/** The legacy surface takes what either documents; where the path names the deployment, no body has to. */
function legacyTable(operation: string): BodyTable {
  const old = legacyRequestBodies.find((row) => row.operation === operation);
  const current = v1RequestBodies.find((row) => row.operation === operation);
  const required = old?.required ?? current?.required ?? [];
  return {
    content: (old ?? current)?.content ?? 'json',
    required: namesDeployment(operation) ? required.filter((name) => name !== 'model') : required,
    properties: new Set([...(old?.properties ?? []), ...(current?.properties ?? []), 'model'].map(bareName)),
  };
}

function namesDeployment(operation: string): boolean {
  return legacyOperations.some(({ scope, path }) => scope === 'deployment' && operation === `POST /${path}`);
}

/** `image[]` and `expires_after[anchor]` are ways of writing lists and objects in a form. */
function bareName(name: string): string {
  return name.split('[', 1)[0] ?? name;
}

/** A body that is no JSON object, or no form. */
export function unreadable(): Answer {
  return badRequest('invalid_body', 'We could not parse the body of your request.');
}
