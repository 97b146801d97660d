import { type Answer, jsonAnswer } from './answer.ts';

/** What Microsoft Entra ID, or the managed identity of a machine, answers; undefined when it is not modelled. */
export function answerIdentity(method: string, url: URL, issueToken: () => string): Answer | undefined {
  const tenant = url.pathname.split('/')[1] ?? '';
  if (url.pathname.startsWith('/metadata/identity/oauth2/token')) return managedToken(url, issueToken);
  if (url.pathname.endsWith('/discovery/instance')) return jsonAnswer(discovery(url.host));
  if (url.pathname.endsWith('/.well-known/openid-configuration')) return jsonAnswer(configuration(url.host, tenant));
  const isToken = method === 'POST' && /\/oauth2\/(?:v2\.0\/)?token$/.test(url.pathname);
  return isToken ? jsonAnswer({ token_type: 'Bearer', ...lifetime, access_token: issueToken() }) : undefined;
}

const lifetime = { expires_in: 3599, ext_expires_in: 3599 };

function managedToken(url: URL, issueToken: () => string): Answer {
  // The moment at which a token ends is the only answer that has to be in the future: here in the year 2100.
  const ends = { expires_in: '3599', expires_on: '4102444800', not_before: '0' };
  const resource = url.searchParams.get('resource') ?? '';
  return jsonAnswer({ access_token: issueToken(), ...ends, resource, token_type: 'Bearer' });
}

function discovery(host: string) {
  return {
    tenant_discovery_endpoint: `https://${host}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

function configuration(host: string, tenant: string) {
  const root = `https://${host}/${tenant}`;
  return {
    token_endpoint: `${root}/oauth2/v2.0/token`,
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${root}/oauth2/v2.0/devicecode`,
    jwks_uri: `${root}/discovery/v2.0/keys`,
    issuer: `${root}/v2.0`,
    response_types_supported: ['code', 'id_token'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
  };
}
