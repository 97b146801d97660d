const header = 'x-stainless-timeout';

/**
 * A `fetch` that says on the wire how long its client waits. From 5.0.0 on the SDK names only the time limit of a single
 * request there; that of the client is the timer which it sets in the same breath as it calls `fetch`.
 */
export function observeTimeouts(transport: typeof fetch): typeof fetch {
  let limit: number | undefined;
  const { setTimeout } = globalThis;
  const watched = (...parameters: Parameters<typeof setTimeout>) => {
    [, limit] = parameters;
    queueMicrotask(() => (limit = undefined));
    return setTimeout(...parameters);
  };
  globalThis.setTimeout = Object.assign(watched, setTimeout);
  return (input, init) => {
    const milliseconds = limit;
    limit = undefined;
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    if (milliseconds === undefined) return transport(input, init);
    // The SDK cuts the seconds that it names.
    const cut = String(Math.trunc(milliseconds / 1000));
    if ((headers.get(header) ?? cut) !== cut) return transport(input, init);
    headers.set(header, String(milliseconds / 1000));
    return transport(input, { ...init, headers });
  };
}
