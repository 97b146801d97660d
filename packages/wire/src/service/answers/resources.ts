import { type Answer, dataAnswer, jsonAnswer, textAnswer } from '../answer.ts';
import { isObject, type Json, type JsonObject, textOf } from '../json.ts';
import { type LogicalRequest, seedOfRequest } from '../logical-request.ts';
import { bytesOf, identifierOf, seedOf } from '../seed.ts';
import { type ResourceKind, resourceKinds } from './resource-kinds.ts';

/**
 * Answers everything that no model answers. Nothing is remembered: a thing that is asked for by its identifier exists,
 * has it, and is done.
 */
export function answerResource(request: LogicalRequest): Answer {
  const { operation } = request;
  const [method = '', path = ''] = operation.split(' ');
  const special = specials[operation];
  if (special !== undefined) return special(request);
  const collection = resourceKinds[path];
  if (collection !== undefined) return method === 'GET' ? list(collection, request) : create(collection, request);
  const [, owner = path, action] = /^(.*\/\{\})\/([a-z_]+)$/.exec(path) ?? [];
  const kind = resourceKinds[owner.replace(/\/\{\}$/, '')];
  if (action !== undefined) return act(action, kind, request);
  return method === 'DELETE' ? remove(kind, request) : describe(kind, request);
}

const specials: Readonly<Record<string, (request: LogicalRequest) => Answer>> = {
  'GET /responses/{}/input_items': (request) => page(request, [itemOf(seedOfRequest(request))]),
  'GET /files/{}/content': (request) =>
    textAnswer(`{"line":"${seedOfRequest(request).slice(0, 8)}","text":"naïve ✓"}\n`),
  'GET /containers/{}/files/{}/content': (request) =>
    dataAnswer('application/octet-stream', bytesOf(seedOfRequest(request), 64)),
  'GET /vector_stores/{}/files/{}/content': (request) =>
    jsonAnswer({ ...results([{ type: 'text', text: seedOfRequest(request).slice(0, 8) }]), ...contentPage }),
  'POST /vector_stores/{}/search': (request) => jsonAnswer({ ...results([hit(request)]), ...searchPage }),
  'POST /realtime/client_secrets': (request) =>
    jsonAnswer({
      value: identifierOf('ek_', seedOfRequest(request)),
      expires_at: 0,
      session: request.body['session'] ?? {},
    }),
  'POST /conversations/{}/items': (request) => page(request, [itemOf(seedOfRequest(request))]),
  'POST /threads/runs': (request) =>
    create(resourceKinds['/threads/{}/runs'], {
      ...request,
      parameters: [identifierOf('thread_', seedOfRequest(request))],
    }),
};

const contentPage = { object: 'vector_store.file_content.page' };
const searchPage = { object: 'vector_store.search_results.page' };

function results(data: readonly JsonObject[]): JsonObject {
  return { data, has_more: false, next_page: null };
}

function hit(request: LogicalRequest): JsonObject {
  const seed = seedOfRequest(request);
  const content = [{ type: 'text', text: seed.slice(0, 8) }];
  return { file_id: identifierOf('file-', seed), filename: 'data.txt', score: 0.5, attributes: {}, content };
}

function itemOf(seed: string): JsonObject {
  const content = [{ type: 'input_text', text: seed.slice(0, 8) }];
  return { id: identifierOf('msg_', seed), type: 'message', role: 'user', status: 'completed', content };
}

/** What stands at `after` is always the last. */
function page({ query }: LogicalRequest, things: readonly JsonObject[]): Answer {
  const data = query['after'] === undefined ? things : [];
  const first_id = data[0]?.['id'] ?? null;
  return jsonAnswer({ object: 'list', data, first_id, last_id: data.at(-1)?.['id'] ?? null, has_more: false });
}

function list(kind: ResourceKind, request: LogicalRequest): Answer {
  const seed = seedOfRequest({ ...request, query: {} });
  const things = [0, 1].map((index) =>
    thing(kind, identifierOf(kind.prefix, seedOf(`${seed} ${String(index)}`)), request),
  );
  return page(request, things);
}

function create(kind: ResourceKind | undefined, request: LogicalRequest): Answer {
  return jsonAnswer(thing(kind, identifierOf(kind?.prefix ?? 'object_', seedOfRequest(request)), request));
}

function describe(kind: ResourceKind | undefined, request: LogicalRequest): Answer {
  return jsonAnswer(thing(kind, request.parameters.at(-1) ?? '', request));
}

function remove(kind: ResourceKind | undefined, request: LogicalRequest): Answer {
  const object = kind?.object ?? 'object';
  return jsonAnswer({ id: request.parameters.at(-1) ?? '', object: `${object}.deleted`, deleted: true });
}

/** `cancel`, `pause` and the like change nothing but the status. */
function act(action: string, kind: ResourceKind | undefined, request: LogicalRequest): Answer {
  const status = statuses[action];
  const described = thing(kind, request.parameters.at(-1) ?? '', request);
  return jsonAnswer(status === undefined ? described : { ...described, status });
}

const statuses: Readonly<Record<string, string>> = { cancel: 'cancelled', pause: 'paused', resume: 'running' };

/** What a request says of a thing stands in it, as far as it is no file. */
function thing(kind: ResourceKind | undefined, id: string, { parameters, body }: LogicalRequest): JsonObject {
  const said = Object.entries(body).filter(([name, value]) => name !== 'stream' && !isFile(value));
  const fields = kind?.fields({ parameters, body }) ?? {};
  return { ...fields, ...Object.fromEntries(said), id, object: kind?.object ?? 'object' };
}

function isFile(value: Json | undefined): boolean {
  return isObject(value) && textOf(value['digest']) !== '';
}
