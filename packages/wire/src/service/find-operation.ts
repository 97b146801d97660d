import {
  findLegacyOperation,
  findLegacyResourceOperation,
  findV1Operation,
  legacyOperations,
} from '@azure-openai-v1/knowledge';

/** An operation that was found by its path. */
export interface FoundOperation {
  /** Method and path, as in `POST /files/{}/content`. */
  readonly operation: string;
  /** What stood in the braces, decoded. */
  readonly parameters: readonly string[];
  /** The deployment that the path names, decoded. */
  readonly deployment?: string;
  /** A header without which the operation is refused. */
  readonly previewHeader?: readonly [name: string, value: string];
}

/** The operation of a path below `/openai/v1`. */
export function findOnV1(method: string, path: string): FoundOperation | undefined {
  const row = findV1Operation(method, path);
  return row === undefined ? undefined : found(row, path);
}

/** The operation of a path below `/openai`, with or without a deployment. */
export function findOnLegacy(method: string, path: string): FoundOperation | undefined {
  const [, deployment, scoped] = /^\/deployments\/([^/]+)(\/.+)$/.exec(path) ?? [];
  if (deployment !== undefined && scoped !== undefined) return findScoped(method, decode(deployment), scoped);
  const row = findLegacyResourceOperation(method, path) ?? findServedAlike(method, path);
  return row === undefined ? undefined : found(row, path);
}

/** The SDK sends batches below a deployment since 5.0.0, and they do not depend on it. */
function findScoped(method: string, deployment: string, path: string): FoundOperation | undefined {
  const isScoped = legacyOperations.some((row) => row.scope === 'deployment' && `/${row.path}` === path);
  if (method !== 'POST' || !(isScoped || path === '/batches')) return undefined;
  return { operation: `POST ${path}`, parameters: [], deployment };
}

/** What the v1 surface has below a root that the legacy resource surface has too. */
function findServedAlike(method: string, path: string): Row | undefined {
  const root = findLegacyOperation(path);
  return root?.scope === 'resource' && root.v1 !== 'none' ? findV1Operation(method, path) : undefined;
}

interface Row {
  readonly method: string;
  readonly path: string;
  readonly previewHeader?: readonly [name: string, value: string];
}

function found({ method, path: pattern, previewHeader }: Row, path: string): FoundOperation {
  const segments = path.split('/');
  const parameters = pattern.split('/').flatMap((part, index) => (isHole(part) ? [decode(segments[index] ?? '')] : []));
  const operation = `${method} ${pattern.replaceAll(/\{[^}]*\}/g, '{}')}`;
  return { operation, parameters, ...(previewHeader === undefined ? {} : { previewHeader }) };
}

function isHole(part: string): boolean {
  return part.startsWith('{');
}

/** A name as it was before it was put into a path; one that is not well encoded stays. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
