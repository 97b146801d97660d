import { isIgnoredHeader, type Exchange, type Traffic, type WireRequest } from '@azure-openai-v1/wire';
import { mutateOutcome } from './compare-mutants-outcome.ts';
import { mutateBody } from './compare-mutants-body.ts';

/** A value that differs from another one in a single place. */
export interface Mutant<Value> {
  readonly name: string;
  readonly value: Value;
}

/** Every traffic that differs from this one in a single place that the comparison has to see. */
export function mutateTraffic(traffic: Traffic): readonly Mutant<Traffic>[] {
  const { exchanges, outcome } = traffic;
  const changed = exchanges.flatMap((exchange, index) =>
    mutateExchange(exchange).map(({ name, value }) => ({
      name: `${String(index)} ${name}`,
      value: { outcome, exchanges: exchanges.with(index, value) },
    })),
  );
  const counted = exchanges.flatMap((exchange, index) => [
    { name: `${String(index)} dropped`, value: { outcome, exchanges: exchanges.toSpliced(index, 1) } },
    { name: `${String(index)} doubled`, value: { outcome, exchanges: exchanges.toSpliced(index, 0, exchange) } },
  ]);
  const ended = mutateOutcome(outcome).map(({ name, value }) => ({ name, value: { exchanges, outcome: value } }));
  return [...changed, ...counted, ...ended];
}

function mutateExchange(exchange: Exchange): readonly Mutant<Exchange>[] {
  const { request, answer } = exchange;
  const error = answer.error ?? { code: 'none', message: 'none' };
  const requests = [
    ...mutateAddress(request),
    ...mutateHeaders(request),
    ...mutateBody(request),
    ...mutateMessages(request),
  ];
  const errors = (['code', 'message', 'param', 'type'] as const).map((field) => ({
    name: `answer ${field}`,
    value: { request, answer: { ...answer, error: { ...error, [field]: 'mutated' } } },
  }));
  return [
    { name: 'method', value: { ...exchange, request: { ...request, method: 'PATCH' } } },
    ...requests.map(({ name, value }) => ({ name, value: { ...exchange, request: value } })),
    { name: 'answer status', value: { request, answer: { ...answer, status: answer.status + 1 } } },
    ...errors,
  ];
}

function mutateAddress(request: WireRequest): readonly Mutant<WireRequest>[] {
  const url = new URL(request.url);
  const segments = url.pathname.split('/');
  const paths = segments.flatMap((segment, index) => [
    ...(segment === '' ? [] : [{ name: `segment ${segment} changed`, value: segments.with(index, `${segment}x`) }]),
    ...(index === 0 ? [] : [{ name: `segment ${segment} dropped`, value: segments.toSpliced(index, 1) }]),
    { name: `segment after ${segment} added`, value: segments.toSpliced(index + 1, 0, 'added') },
    { name: `slash after ${segment} doubled`, value: segments.toSpliced(index + 1, 0, '') },
  ]);
  const names = [...url.searchParams.keys()];
  return [
    changeUrl(request, 'host', (copy) => (copy.hostname = 'fabrikam.openai.azure.com')),
    changeUrl(request, 'host that is OpenAI', (copy) => (copy.hostname = 'api.openai.com')),
    changeUrl(request, 'port', (copy) => (copy.port = '8443')),
    changeUrl(request, 'scheme', (copy) => (copy.protocol = 'http:')),
    ...paths.map(({ name, value }) => changeUrl(request, name, (copy) => (copy.pathname = value.join('/')))),
    ...names.map((name) =>
      changeUrl(request, `query ${name} changed`, ({ searchParams }) => {
        searchParams.set(name, 'mutated');
      }),
    ),
    ...names.map((name) =>
      changeUrl(request, `query ${name} dropped`, ({ searchParams }) => {
        searchParams.delete(name);
      }),
    ),
    ...names.map((name) =>
      changeUrl(request, `query ${name} doubled`, ({ searchParams }) => {
        searchParams.append(name, 'more');
      }),
    ),
    ...['added', 'api-version', 'model', 'deployment'].map((name) =>
      changeUrl(request, `query ${name} added`, ({ searchParams }) => {
        searchParams.append(name, 'v1');
      }),
    ),
  ];
}

function changeUrl(request: WireRequest, name: string, change: (url: URL) => unknown): Mutant<WireRequest> {
  const url = new URL(request.url);
  change(url);
  return { name, value: { ...request, url: url.href } };
}

function mutateHeaders(request: WireRequest): readonly Mutant<WireRequest>[] {
  const { headers } = request;
  const changed = headers.flatMap(([name, value], index) =>
    isIgnoredHeader(name)
      ? []
      : [
          { name: `header ${name} dropped`, value: headers.toSpliced(index, 1) },
          { name: `header ${name} changed`, value: headers.with(index, [name, `mutated-${value}`]) },
          { name: `header ${name} emptied`, value: headers.with(index, [name, '']) },
          { name: `header ${name} doubled`, value: headers.toSpliced(index, 0, [name, 'more']) },
        ],
  );
  const added = (['x-added', 'api-key', 'authorization', 'openai-beta', 'x-stainless-timeout-of-mine'] as const)
    .filter((name) => !headers.some(([present]) => present === name))
    .map((name) => ({ name: `header ${name} added`, value: [...headers, [name, 'placeholder-key-9'] as const] }));
  return [...changed, ...added].map(({ name, value }) => ({ name, value: { ...request, headers: value } }));
}

function mutateMessages(request: WireRequest): readonly Mutant<WireRequest>[] {
  const messages = request.messages ?? [];
  const changed = messages.flatMap((message, index) => [
    { name: `message ${String(index)} dropped`, value: messages.toSpliced(index, 1) },
    { name: `message ${String(index)} changed`, value: messages.with(index, message.replace('type', 'kind')) },
  ]);
  const all = [...changed, { name: 'message added', value: [...messages, '{"type":"added"}'] }];
  return all.map(({ name, value }) => ({ name, value: { ...request, messages: value } }));
}
