import type { Sheet } from './sheet.ts';
import { inTemplate, roles } from './write-options.ts';
import { asOperand, writeText } from './write-text.ts';
import type { RequestPlan } from './request-plan.ts';

/** The URL of a request by hand, with the statements that it needs before it. */
export interface WrittenAddress {
  readonly url: string;
  readonly lines: readonly string[];
}

interface Pieces {
  readonly sheet: Sheet;
  readonly request: RequestPlan;
  readonly endpoint: string;
  readonly deployment: string;
  readonly version: string;
  /** The path up to the query, as the inside of a template. */
  readonly path: string;
  /** The query as the inside of a template, empty where the version stands elsewhere. */
  readonly query: string;
}

/** Writes the URL of a request by hand. */
export function writeAddress(sheet: Sheet, request: RequestPlan): WrittenAddress {
  const plan = { ...request.endpoint, value: request.endpoint.value + request.endpointEnd };
  const endpoint = writeText(sheet, roles.endpoint, plan);
  const deployment = writeText(sheet, roles.deployment, request.deployment);
  const version = request.versionPlace === 'url' ? writeText(sheet, roles.version, request.version) : '';
  const isScoped = request.operation !== 'responses';
  const path = `/openai/${isScoped ? `deployments/${inTemplate(deployment)}/` : ''}${request.operation}`;
  const query = queryOf(request, version === '' ? '' : `api-version=${inTemplate(version)}`);
  return forms[request.address]({ sheet, request, endpoint, deployment, version, path, query });
}

function queryOf({ query }: RequestPlan, version: string): string {
  const others = query === 'none' ? '' : 'trace=on';
  const parts = query === 'before' ? [others, version] : [version, others];
  const text = parts.filter((part) => part !== '').join('&');
  return text === '' ? '' : `?${text}`;
}

const whole = ({ endpoint, path, query }: Pieces) => asText(`${inTemplate(endpoint)}${path}${query}`);

/** The inside of a template as an expression: a string where nothing is put in. */
function asText(inside: string): string {
  return inside.includes('${') ? `\`${inside}\`` : `'${inside}'`;
}

const forms: Readonly<Record<RequestPlan['address'], (pieces: Pieces) => WrittenAddress>> = {
  template: (pieces) => ({ url: whole(pieces), lines: [] }),
  literal: ({ request, version }) => ({
    url: `'${request.endpoint.value}/openai/deployments/support-chat/${request.operation}${version === '' ? '' : '?api-version=2024-10-21'}'`,
    lines: [],
  }),
  constant: (pieces) => ({ url: 'url', lines: [`const url = ${whole(pieces)};`] }),
  'module-constant': (pieces) => ({ url: pieces.sheet.constant('url', whole(pieces)), lines: [] }),
  concatenated: ({ endpoint, path, query }) => ({
    url: `${asOperand(endpoint)} + ${asText(path)}${query === '' ? '' : ` + ${asText(query)}`}`,
    lines: [],
  }),
  'url-object': (pieces) =>
    withVersion(pieces, `new URL(${asText(`${inTemplate(pieces.endpoint)}${pieces.path}`)})`, 'set'),
  'url-with-base': (pieces) => withVersion(pieces, `new URL(${asText(pieces.path)}, ${pieces.endpoint})`, 'set'),
  builder: (pieces) => {
    const name = pieces.sheet.name('chatUrl');
    pieces.sheet.add(`function ${name}() {\n  return ${whole(pieces)};\n}`);
    return { url: `${name}()`, lines: [] };
  },
  'search-append': (pieces) =>
    withVersion(pieces, `new URL(${asText(`${inTemplate(pieces.endpoint)}${pieces.path}`)})`, 'append'),
};

function withVersion({ version, request }: Pieces, url: string, method: 'append' | 'set'): WrittenAddress {
  const search = version === '' ? [] : [`url.searchParams.${method}('api-version', ${version});`];
  const isPlain =
    request.sender === 'axios-object' || request.sender === 'axios-create' || request.sender === 'axios-post';
  return { url: isPlain ? 'url.href' : 'url', lines: [`const url = ${url};`, ...search] };
}
