import { addFunction, block, questionParameter, type WrittenParameter } from './frame.ts';
import type { Sheet } from './sheet.ts';
import { writeAddress } from './write-address.ts';
import { roles, writeObject, type Property } from './write-options.ts';
import { writeText } from './write-text.ts';
import type { RequestPlan } from './request-plan.ts';

/** Writes a function that sends one request by hand. */
export function writeRequest(sheet: Sheet, request: RequestPlan, index: number): void {
  const question = questionParameter(request.parameter, index);
  const plan =
    sheet.plan.credential === 'provider' ? { ...request.keyText, form: 'literal' as const } : request.keyText;
  const key = writeText(sheet, roles.key, plan);
  const address = writeAddress(sheet, request);
  const payload = writePayload(sheet, request);
  const lines = [...address.lines, ...payload.lines];
  const headers = headersOf(request, key);
  const parameters = [question, ...payload.parameters];
  const send = senders[request.sender]({ sheet, request, url: address.url, data: payload.expression, headers });
  addFunction(sheet, { name: `post${String(index)}`, parameters, lines: [...lines, ...send] });
}

function headersOf({ credential, payload, sender }: RequestPlan, key: string): string {
  const presented = credential === 'api-key' ? `'api-key': ${key}` : `Authorization: \`Bearer \${${key}}\``;
  const isForm = payload === 'form' || sender.startsWith('axios');
  return isForm ? `{ ${presented} }` : `{ 'Content-Type': 'application/json', ${presented} }`;
}

interface Sending {
  readonly sheet: Sheet;
  readonly request: RequestPlan;
  readonly url: string;
  readonly data: string;
  readonly headers: string;
}

const senders: Readonly<Record<RequestPlan['sender'], (sending: Sending) => readonly string[]>> = {
  fetch: (sending) => fetchLines(sending),
  'node-fetch': (sending) => {
    sending.sheet.import('node-fetch', 'fetch');
    return fetchLines(sending);
  },
  'request-object': (sending) => fetchLines(sending, (url, options) => `fetch(new Request(${url}, ${options}))`),
  function: (sending) => {
    const { sheet, url, data, headers } = sending;
    const name = sheet.name('postJson');
    const options = writeObject(sheet, [
      ['method', sheet.quote('POST')],
      ['headers', headers],
      ['body', 'JSON.stringify(payload)'],
    ]);
    sheet.add(
      `function ${name}(url${sheet.typed(': string | URL')}, payload${sheet.typed(': object')}) ${block([`return fetch(url, ${options});`])}`,
    );
    return [`const response = await ${name}(${url}, ${data});`, 'return response.json();'];
  },
  'axios-post': ({ sheet, request, url, data, headers }) => {
    sheet.import('axios', 'axios');
    return [
      `const response = await axios.post(${url}, ${data}, { ${paramsOf(sheet, request)}headers: ${headers} });`,
      'return response.data;',
    ];
  },
  'axios-object': ({ sheet, request, url, data, headers }) => {
    sheet.import('axios', 'axios');
    const options = `{ method: ${sheet.quote('post')}, url: ${url}, ${paramsOf(sheet, request)}data: ${data}, headers: ${headers} }`;
    return [`const response = await axios(${options});`, 'return response.data;'];
  },
  'axios-create': ({ sheet, request, url, data, headers }) => {
    sheet.import('axios', 'axios');
    return [
      `const http = axios.create({ headers: ${headers} });`,
      `const { data } = await http.post(${url}, ${data}${paramsOf(sheet, request) === '' ? '' : `, { ${paramsOf(sheet, request).slice(0, -2)} }`});`,
      'return data;',
    ];
  },
};

function fetchLines(
  { sheet, request, url, data, headers }: Sending,
  call = (address: string, options: string) => `fetch(${address}, ${options})`,
): readonly string[] {
  const isText = request.payload === 'stringified' || request.payload === 'form';
  const body = isText ? data : `JSON.stringify(${data})`;
  const options = writeObject(sheet, [
    ['method', sheet.quote('POST')],
    ['headers', headers],
    ['body', body],
  ]);
  return [`const response = await ${call(url, options)};`, 'return response.json();'];
}

function paramsOf(sheet: Sheet, request: RequestPlan): string {
  if (request.versionPlace === 'url') return '';
  return `params: { 'api-version': ${writeText(sheet, roles.version, request.version)} }, `;
}

function writePayload(sheet: Sheet, request: RequestPlan) {
  const model = modelOf(sheet, request);
  const content = contents[request.operation](request.parameter);
  const object = writeObject(sheet, [...model, ...content]);
  const none: readonly WrittenParameter[] = [];
  switch (request.payload) {
    case 'inline':
      return { expression: object, lines: [], parameters: none };
    case 'constant':
      return { expression: 'payload', lines: [`const payload = ${object};`], parameters: none };
    case 'spread':
      return { expression: `{ ...base, user: 'u1' }`, lines: [`const base = ${object};`], parameters: none };
    case 'parameter': {
      const given = { name: 'payload', type: 'object', argument: { messages: [], input: 'Hello', prompt: 'Hello' } };
      return { expression: 'payload', lines: [], parameters: [given] };
    }
    case 'stringified':
    case 'form':
      return { expression: 'payload', lines: [`const payload = JSON.stringify(${object});`], parameters: none };
  }
}

function modelOf(sheet: Sheet, { model, deployment }: RequestPlan): readonly Property[] {
  if (model === 'absent') return [];
  return [['model', model === 'same' ? writeText(sheet, roles.deployment, deployment) : sheet.quote('gpt-4o')]];
}

const contents: Readonly<Record<RequestPlan['operation'], (question: string) => readonly Property[]>> = {
  'chat/completions': (question) => [['messages', `[{ role: 'user', content: ${question} }]`]],
  completions: (question) => [['prompt', question]],
  embeddings: (question) => [['input', question]],
  responses: (question) => [['input', question]],
};
