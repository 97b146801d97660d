import { classifyHost } from '@azure-openai-v1/knowledge';

/** Where a request goes. */
export type Destination =
  /** What steers the server itself. */
  | { readonly kind: 'control'; readonly path: string }
  /** The legacy surface, below `/openai`. */
  | { readonly kind: 'legacy'; readonly path: string }
  /** The v1 surface, below `/openai/v1`. */
  | { readonly kind: 'v1'; readonly path: string }
  /** OpenAI itself, below `/v1`: a request that has left Azure. */
  | { readonly kind: 'public'; readonly path: string }
  /** Microsoft Entra ID, or the managed identity of a machine. */
  | { readonly kind: 'identity'; readonly path: string }
  /** A host of Azure OpenAI, or one that could be, and a path that it has not. */
  | { readonly kind: 'nowhere' }
  /** Another service. */
  | { readonly kind: 'foreign' };

const identityHosts: ReadonlySet<string> = new Set([
  '169.254.169.254',
  'login.chinacloudapi.cn',
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
]);

/** Tells by host and path where a request goes. */
export function destinationOf({ hostname, pathname }: URL): Destination {
  if (pathname.startsWith('/_wire/')) return { kind: 'control', path: pathname.slice('/_wire'.length) };
  if (identityHosts.has(hostname)) return { kind: 'identity', path: pathname };
  const standing = classifyHost(hostname);
  if (standing === 'not-azure-openai') return publicDestination(hostname, pathname);
  const surface = surfaceOf(pathname, standing !== 'azure');
  if (surface !== undefined) return surface;
  return { kind: standing === 'other' ? 'foreign' : 'nowhere' };
}

function publicDestination(hostname: string, pathname: string): Destination {
  if (hostname !== 'api.openai.com') return { kind: 'foreign' };
  return { kind: 'public', path: pathname.startsWith('/v1/') ? pathname.slice('/v1'.length) : pathname };
}

/** A gateway may have a path of its own in front of `/openai`; a project of Foundry has only the v1 surface. */
function surfaceOf(pathname: string, isGateway: boolean): Destination | undefined {
  if (pathname.includes('//')) return { kind: 'nowhere' };
  const [, front = '', behind] = /^(.*?)\/openai(\/.*)$/.exec(pathname) ?? [];
  if (behind === undefined) return undefined;
  const isProject = /^\/api\/projects\/[^/]+$/.test(front);
  if (front !== '' && !isProject && !isGateway) return undefined;
  if (behind.startsWith('/v1/')) return { kind: 'v1', path: behind.slice('/v1'.length) };
  return isProject ? { kind: 'nowhere' } : { kind: 'legacy', path: behind };
}
