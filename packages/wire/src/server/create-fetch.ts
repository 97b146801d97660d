import type { WireRequest } from '../traffic.ts';
import type { Answer } from '../service/answer.ts';
import type { Service } from '../service/create-service.ts';

/** A `fetch` that asks a service in this process; no request leaves it. */
export function createFetch(service: Service): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, withDuplex(init));
    request.signal.throwIfAborted();
    // The SDK asks `data:,` to learn what the transport's `Response` can do.
    if (request.url.startsWith('data:')) return new Response();
    const answer = await service.respond(await readRequest(request));
    request.signal.throwIfAborted();
    return toResponse(answer);
  };
}

async function readRequest(request: Request): Promise<WireRequest> {
  const body = new Uint8Array(await request.arrayBuffer());
  return { method: request.method, url: request.url, headers: [...request.headers], body };
}

/** A body that is a stream needs to be told that the answer comes after it. */
function withDuplex(init: RequestInit | undefined): RequestInit {
  return { ...init, duplex: 'half' };
}

function toResponse({ status, headers, body }: Answer): Response {
  const head = { status, headers: headers.map(([name, value]): [string, string] => [name, value]) };
  if (body instanceof Uint8Array) return new Response(body, head);
  const pieces = body.values();
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done = false, value } = pieces.next();
      if (done || value === undefined) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Response(stream, head);
}
