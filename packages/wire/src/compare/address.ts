/** The parts of a request's URL. */
export interface Address {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly host: string;
  /** The path as it was sent. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** Takes a URL apart; a text that is none is all path. */
export function readAddress(url: string): Address {
  const [, scheme = '', host = '', path = '', search = ''] = /^([a-z]+):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(
    url,
  ) ?? ['', '', '', url, ''];
  const plain = scheme.toLowerCase();
  return {
    origin: `${plain}://${withoutDefaultPort(
      plain,
      host.replace(/[^@]*$/, (name) => name.toLowerCase()),
    )}`,
    host,
    path: path === '' ? '/' : path,
    query: [...new URLSearchParams(search)],
  };
}

/** Writes an address as a URL. */
export function writeAddress({ origin, path, query }: Address): string {
  const search = new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString();
  return `${origin}${path}${search === '' ? '' : `?${search}`}`;
}

/** Where a path stands on the service. */
export type Place =
  /** Below `/openai/deployments/{deployment}/`. */
  | { readonly kind: 'deployment'; readonly base: string; readonly deployment: string; readonly operation: string }
  /** Below `/openai/` and neither a deployment nor `v1`. */
  | { readonly kind: 'resource'; readonly base: string; readonly operation: string }
  | { readonly kind: 'v1'; readonly base: string; readonly operation: string }
  | { readonly kind: 'elsewhere'; readonly operation: string };

/** Finds the surface of the service that a path belongs to; empty segments do not count. */
export function placeOf(path: string): Place {
  const segments = path.split('/').filter((segment) => segment !== '');
  const root = segments.indexOf('openai');
  if (root === -1) return { kind: 'elsewhere', operation: publicOperationOf(segments) };
  const base = segments
    .slice(0, root)
    .map((segment) => `/${segment}`)
    .join('');
  const below = segments.slice(root + 1);
  // A client that is moved by half asks for `/openai/v1/openai/deployments/…`.
  const [first, second, ...rest] = below.slice(below.findIndex((segment) => segment !== 'v1' && segment !== 'openai'));
  if (first === 'deployments' && second !== undefined && rest.length > 0) {
    return { kind: 'deployment', base, deployment: decoded(second), operation: rest.join('/') };
  }
  if (below[0] === 'v1') return { kind: 'v1', base, operation: below.slice(1).join('/') };
  return { kind: 'resource', base, operation: below.join('/') };
}

/** On api.openai.com the operation follows `/v1`. */
function publicOperationOf(segments: readonly string[]): string {
  return (segments[0] === 'v1' ? segments.slice(1) : segments).join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function withoutDefaultPort(scheme: string, host: string): string {
  const port = scheme === 'https' || scheme === 'wss' ? ':443' : ':80';
  return host.endsWith(port) ? host.slice(0, -port.length) : host;
}
